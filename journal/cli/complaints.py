"""What cannot be read, said by every command that goes on without it."""

from collections.abc import Iterator

from journal.advice.unread import first_errors, unread_people
from journal.cli.output import warn
from journal.findings import ERROR
from journal.library.journal import Journal

_MOST = 9  # lines


def say_unread(journal: Journal) -> None:
    """Say on standard error how many errors there are, and name each note that is not read."""
    count = sum(finding.level == ERROR for finding in journal.findings)
    if not count:
        return
    said = list(_unread(journal))
    for line in said[:_MOST]:
        warn(line)
    if len(said) > _MOST:
        warn(f"… and {len(said) - _MOST} more.")
    errors, them = (f"{count} errors", "them") if count > 1 else ("1 error", "it")
    warn(f"{errors}; “journal check” lists {them}.")


def _unread(journal: Journal) -> Iterator[str]:
    for each in unread_people(journal):
        yield f"Cannot be read: {each.name}, {each.place}"
    for path, at in first_errors(journal.findings).items():
        if path.removeprefix("content/").removesuffix(".md") in journal.left_out:
            yield f"Left out: {at.place}: {at.message}"
