"""A contact that is written down already: the same people, day, way and words."""

from pathlib import Path

from journal.frontmatter import read_document
from journal.library import Journal
from journal.notes.kinds import KEY_NAMES
from journal.notes.records import Touchpoint
from journal.writing.lookup import link_to
from journal.writing.note_change import read_if_there


def same_contact(
    root: Path, journal: Journal, new: Touchpoint, body: str, people: frozenset[str]
) -> Touchpoint | None:
    """Return the touchpoint that says what `new` says, by its `people`' ids and its text.

    With a text, it is the text that tells; without one, what was asked, told, given and got.
    """
    for note in journal.with_person.get(min(people), ()):
        alike = note.date == new.date and _is_alike(note, new)
        if not alike or people != frozenset(journal.refs(note, "people")):
            continue
        words = _words_of(root, note)
        if words == body.split() and (words or _holds_the_same(journal, note, new)):
            return note
    return None


def _is_alike(note: Touchpoint, new: Touchpoint) -> bool:
    """Whether how and when they were may be one contact."""
    if note.state == "cancelled" != new.state:
        return False
    times = {note.time, new.time} - {None}
    return (note.channel, note.direction) == (new.channel, new.direction) and len(times) < 2


def _holds_the_same(journal: Journal, note: Touchpoint, new: Touchpoint) -> bool:
    told = {link_to(journal, journal.notes[each]) for each in journal.refs(note, "about")}
    return told == {ref.target for ref in new.about} and _keys(note) == _keys(new)


def _keys(note: Touchpoint) -> tuple[object, ...]:
    return (note.kind, note.question, note.followup_on, note.gave, note.got, note.place)


def _words_of(root: Path, note: Touchpoint) -> list[str] | None:
    """Return the words of a note's text, or None where its file is gone."""
    raw = read_if_there(root, note.path)
    return None if raw is None else read_document(raw, KEY_NAMES).body.split()
