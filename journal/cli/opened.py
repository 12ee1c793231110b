"""A journal opened for one command."""

from journal.cli.clock import today
from journal.cli.leaving import hold
from journal.cli.progress import progress
from journal.cli.root import find_root
from journal.library.opening import Opened, Reading, open_journal


def opened(*, bodies: bool = False) -> Opened:
    """Return the journal that the command is about, as of its day. Raises Refused."""
    root = find_root()
    if not bodies:
        return hold(open_journal(root, today))
    with progress("Reading") as step:
        return hold(open_journal(root, today, Reading(bodies=True, progress=step)))
