"""A journal opened for one command."""

from journal.cli.clock import today
from journal.cli.complaints import say_unread
from journal.cli.leaving import hold
from journal.cli.progress import progress
from journal.cli.root import find_root
from journal.library.opening import Opened, Reading, open_journal


def opened(*, bodies: bool = False) -> Opened:
    """Return the journal that the command is about, as of its day. Raises Refused.

    What cannot be read in it is said, so that nobody is forgotten without a word.
    """
    found = opened_silently(bodies=bodies)
    say_unread(found.journal)
    return found


def opened_silently(*, bodies: bool = False, findings: bool = False) -> Opened:
    """Return the same, for a command that says by itself what is wrong, or must not speak."""
    root = find_root()
    if not (bodies or findings):
        return hold(open_journal(root, today))
    with progress("Reading") as step:
        return hold(open_journal(root, today, Reading(bodies, findings, progress=step)))
