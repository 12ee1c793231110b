"""A journal opened for one command."""

from journal.advice.recommendations import unread_lines
from journal.cli.current_day import today
from journal.cli.leaving import hold
from journal.cli.output import warn
from journal.cli.progress import progress
from journal.cli.root import find_root
from journal.findings import ERROR
from journal.library.journal import Journal
from journal.library.opening import Opened, open_journal
from journal.reading.folder import ReadOptions


def say_unread(journal: Journal) -> None:
    """Say on standard error how many errors there are, and name each note that is not read."""
    count = sum(finding.level == ERROR for finding in journal.findings)
    if not count:
        return
    for line in unread_lines(journal):
        warn(line)
    errors, them = (f"{count} errors", "them") if count > 1 else ("1 error", "it")
    warn(f"{errors}; “journal check” lists {them}.")


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
        return hold(open_journal(root, today, ReadOptions(bodies, findings, progress=step)))
