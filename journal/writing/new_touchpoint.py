"""A touchpoint from what is said of it: its front matter, and its file."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from journal.errors import Refused
from journal.library import Journal
from journal.notes.records import Person, Touchpoint
from journal.writing.compose import note_text, parse_new_note, write_free_note
from journal.writing.contact_channel import written_channel
from journal.writing.contact_keys import contact_keys, in_order
from journal.writing.key_settings import KeyTexts
from journal.writing.note_change import NoteChange
from journal.writing.note_folder import note_folder
from journal.writing.note_name import free_note_id
from journal.writing.same_contact import same_contact
from journal.writing.touchpoint_name import touchpoint_stem, what_may_be_named


class NewTouchpoint(NamedTuple):
    """With whom, when, texts by the key that they fill, and the text below.

    `also`: changes of other notes that go with it.
    """

    people: Sequence[Person]
    day: date
    texts: KeyTexts
    body: str
    also: Sequence[NoteChange] = ()


class Asker(Protocol):
    """Asks whoever writes a contact down; where nobody can be asked, each raises Refused."""

    #: whether it was said that a contact is meant, though it is written down already
    is_again: bool

    def channel(self) -> str:
        """Return how it was."""

    def again(self, path: str) -> None:
        """Return if what is written in `path` is to be written once more; raise Refused if not."""


def write_touchpoint(root: Path, journal: Journal, new: NewTouchpoint, ask: Asker) -> str:
    """Write the touchpoint, and return its path relative to `root`.

    Raises Refused and NotWritten.
    """
    said = contact_keys(journal, new.people, new.day, new.texts)
    channel = said.get("channel") or written_channel(journal, new.people, said)
    values = in_order({**said, "channel": channel or ask.channel()})
    text = note_text([(key, value, "") for key, value in values.items()], new.body)
    note = _note_of(new.day, text, journal.today)
    _ask_about_the_same(root, journal, new, note, ask)
    named = what_may_be_named(journal, new.people, [ref.target for ref in note.about])
    title, layout = str(values.get("title", "")), journal.settings.layout
    stem = touchpoint_stem(note, named, title, new.body)
    folder = f"{note_folder(root, layout, 'touchpoints')}/{note.date.year:04}"
    free_id = partial(free_note_id, layout.top(root), folder, stem)
    return write_free_note(root, free_id, text, new.also, layout)


def _note_of(day: date, text: str, today: date) -> Touchpoint:
    """Return the note as it will be read. Raises Refused."""
    note = parse_new_note(f"touchpoints/{day.year:04}/{day.isoformat()} Contact", text, today).note
    if not isinstance(note, Touchpoint):
        raise Refused("Nothing was written: it would be no contact that can be read.")
    return note


def _ask_about_the_same(
    root: Path, journal: Journal, new: NewTouchpoint, note: Touchpoint, ask: Asker
) -> None:
    if ask.is_again:
        return
    people = frozenset(person.id for person in new.people)
    if same := same_contact(root, journal, note, new.body, people):
        ask.again(same.path)
