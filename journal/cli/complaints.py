"""What cannot be read, said by every command that goes on without it."""

from journal.advice.unread import unread_lines
from journal.cli.output import warn
from journal.findings import ERROR
from journal.library.journal import Journal


def say_unread(journal: Journal) -> None:
    """Say on standard error how many errors there are, and name each note that is not read."""
    count = sum(finding.level == ERROR for finding in journal.findings)
    if not count:
        return
    for line in unread_lines(journal):
        warn(line)
    errors, them = (f"{count} errors", "them") if count > 1 else ("1 error", "it")
    warn(f"{errors}; “journal check” lists {them}.")
