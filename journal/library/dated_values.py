"""What people's notes say as of a day: city and work, where their past alone is written."""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from journal.body.contents import Segments
from journal.body.segments import text_of
from journal.notes.note import DatedLine
from journal.notes.person_note import line_on
from journal.notes.records import AnyNote, Person

#: The key that the last line of a dated past stands for, by that of the past.
_STANDS_FOR = {"places": "city", "jobs": "org"}


def as_of_day(
    written: Mapping[str, AnyNote], today: date, known: Mapping[str, tuple[AnyNote, AnyNote]]
) -> dict[str, AnyNote]:
    """Return the notes that read otherwise as of today than they are written, as they read.

    `known` are some as they were written, and as they read today; those are taken over.
    """
    found: dict[str, AnyNote] = {}
    for note_id, note in written.items():
        if isinstance(note, Person) and (note.places or note.jobs):
            before, after = known.get(note_id, (None, note))
            read = after if before is note else _read(note, today)
            if read is not note:
                found[note_id] = read
    return found


def _read(person: Person, today: date) -> Person:
    """Return a person's note with the values that its dated lines give to keys left out."""
    lines = dict(_lines_now(person, today))
    if not lines:
        return person
    texts = [text for key, line in lines.items() for text in _with_links(person, key, line)]
    values = {key: line.text for key, line in lines.items()}
    return msgspec.structs.replace(person, texts=(*person.texts, *texts), **values)


def _lines_now(person: Person, today: date) -> Iterator[tuple[str, DatedLine]]:
    for past, key in _STANDS_FOR.items():
        line = line_on(getattr(person, past), today)
        if line and not getattr(person, key) and not person.has_mistake(key):
            yield key, line


def _with_links(person: Person, key: str, line: DatedLine) -> Iterator[tuple[str, Segments]]:
    """Yield the text of a line once more, for its key, if links stand in it."""
    for attribute, text in person.texts:
        if _STANDS_FOR.get(attribute) == key and text_of(text) == line.text:
            yield key, text
