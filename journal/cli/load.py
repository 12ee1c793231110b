"""A journal opened for one command."""

from journal.advice.unreadable_notes import unread_lines
from journal.cli.current_day import today
from journal.cli.output import warn, warn_each
from journal.cli.progress import progress
from journal.cli.root import find_root
from journal.findings import ERROR
from journal.library.journal import Journal
from journal.library.opening import Opened, open_journal
from journal.reading.folder import ReadOptions


def load(*, bodies: bool = False) -> Opened:
    """Return the journal that the command is about, as of its day. Raises Refused.

    What cannot be read in it is said, so that nobody is forgotten without a word.
    """
    opened = load_silently(bodies=bodies)
    _warn_of_errors(opened.journal)
    return opened


def load_silently(*, bodies: bool = False, findings: bool = False) -> Opened:
    """Return the same, for a command that says by itself what is wrong, or must not speak."""
    root = find_root()
    if not (bodies or findings):
        return open_journal(root, today)
    with progress("Reading") as step:
        return open_journal(root, today, ReadOptions(bodies, findings, progress=step))


def _warn_of_errors(journal: Journal) -> None:
    """Say how many errors there are in the notes, and name each note that is not read."""
    count = sum(finding.level == ERROR for finding in journal.findings)
    if not count:
        return
    warn_each(unread_lines(journal))
    errors, them = (f"{count} errors", "them") if count > 1 else ("1 error", "it")
    warn(f"{errors}; “journal check” lists {them}.")
