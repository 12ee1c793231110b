"""Whose notes cannot be read, so that no advice is given for them, and where it says why."""

import unicodedata
from collections.abc import Iterable, Iterator

from journal.advice.advice_model import UnreadPerson
from journal.findings import ERROR, Finding
from journal.library.journal import Journal
from journal.notes.records import Person

_MOST = 9  # lines


def unread_people(journal: Journal) -> tuple[UnreadPerson, ...]:
    """Return everybody whose note cannot be read, and where it says why; in the order of names."""
    found = [person for person in journal.people if person.unread and not person.draft]
    if not found:
        return ()
    places = _first_errors(journal.findings)
    return tuple(
        _unread(person, places) for person in sorted(found, key=lambda each: each.title.casefold())
    )


def unread_lines(journal: Journal) -> tuple[str, ...]:
    """Return a line for each note that is not read as one, and its place; a few, if many."""
    said = list(_lines(journal))
    more = len(said) - _MOST
    return (*said[:_MOST], f"… and {more} more.") if more > 0 else tuple(said)


def _lines(journal: Journal) -> Iterator[str]:
    for each in unread_people(journal):
        yield f"Cannot be read: {each.name}, {each.location}"
    for path, at in _first_errors(journal.findings).items():
        inner = journal.settings.layout.inner(path)
        if inner.removesuffix(".md") in journal.left_out:
            yield f"Left out: {at.location}: {at.message}"


def _first_errors(findings: Iterable[Finding]) -> dict[str, Finding]:
    """Return the first error of each file, by its composed path."""
    found: dict[str, Finding] = {}
    for finding in sorted(findings):
        if finding.level == ERROR:
            found.setdefault(unicodedata.normalize("NFC", finding.path), finding)
    return found


def _unread(person: Person, places: dict[str, Finding]) -> UnreadPerson:
    at = places.get(person.path)
    path, line, column = (at.path, at.line, at.column) if at else (person.path, 1, 1)
    return UnreadPerson(person.id, person.title, path, line, column)
