"""A contact written down: as a touchpoint, or as the last one, of which only a month is known."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from journal.characters import quoted
from journal.errors import Refused
from journal.library import Journal
from journal.notes.records import Person
from journal.values import PartialDate
from journal.writing.key_settings import KeyTexts
from journal.writing.last_contact import write_last_contact
from journal.writing.lookup import find_person
from journal.writing.new_touchpoint import Asker, NewTouchpoint, write_touchpoint
from journal.writing.note_change import NoteChange
from journal.writing.note_edit import Edit, edited
from journal.writing.promise_changes import find_promise, open_promises, ticking
from journal.writing.spoken_days import read_day_or_month

#: A day, and behind it a time with minutes, or with a half of the day.
_TIME_BEHIND = re.compile(
    r"(.+?)(?:t|,? (?:at )?)(noon|[0-9]{1,2}:[0-9]{2}(?: ?[ap]\.?m\.?)?|[0-9]{1,2} ?[ap]\.?m\.?)"
)


class Contact(NamedTuple):
    """What is said of a contact: with whom, texts by the key that they fill, and the text below.

    `keeps`: the words of each promise that was kept by it.
    """

    names: Sequence[str]
    texts: KeyTexts
    body: str = ""
    keeps: Sequence[str] = ()


class Written(NamedTuple):
    """What was written: the path of a touchpoint (empty for none), and notes that were changed."""

    path: str
    people: tuple[Person, ...]
    #: the month or year of a last contact
    when: PartialDate | None = None
    changes: tuple[NoteChange, ...] = ()


def write_contact(root: Path, journal: Journal, contact: Contact, ask: Asker) -> Written:
    """Write a contact down; paths are relative to `root`. Raises Refused and NotWritten."""
    people, contact = _people(journal, contact.names), _with_time_apart(contact)
    when = _when(journal, contact)
    if not when.full:
        return Written("", people, when, write_last_contact(root, journal, people, when))
    texts = {key: texts for key, texts in contact.texts.items() if key != "date"}
    changes = tuple(_promises_kept(root, journal, people, contact.keeps))
    new = NewTouchpoint(people, when.first, texts, contact.body, changes)
    return Written(write_touchpoint(root, journal, new, ask), people, changes=changes)


def _promises_kept(
    root: Path, journal: Journal, people: Sequence[Person], keeps: Sequence[str]
) -> Iterator[NoteChange]:
    """Yield the changes that tick promises of these people, one a note. Raises Refused."""
    choice = open_promises(journal, [person.id for person in people])
    by_note: dict[str, list[Edit]] = {}
    for words in dict.fromkeys(keeps):
        found = find_promise(journal, choice, words)
        choice.remove(found)
        by_note.setdefault(found.note, []).append(ticking(found.task, journal.today))
    for note_id, edits in by_note.items():
        yield edited(root, journal.notes[note_id], *edits)


def _people(journal: Journal, names: Sequence[str]) -> tuple[Person, ...]:
    """Return the people whom names mean, each once. Raises Refused."""
    found = {person.id: person for person in (find_person(journal, name) for name in names)}
    return tuple(found.values())


def _with_time_apart(contact: Contact) -> Contact:
    """Return the contact with a time that was said behind the day as its time."""
    said = contact.texts.get("date", ())
    found = _TIME_BEHIND.fullmatch(said[0].casefold()) if len(said) == 1 else None
    if found is None:
        return contact
    times = (*contact.texts.get("time", ()), found[2])
    return contact._replace(texts={**contact.texts, "date": (found[1],), "time": times})


def _when(journal: Journal, contact: Contact) -> PartialDate:
    """Return the day; or a month or year, where nothing else is said. Raises Refused."""
    said, *more = contact.texts.get("date", ("today",))
    if more:
        raise Refused("A contact has one day: write each down by itself.")
    when = read_day_or_month(said, journal.today)
    if not when.full and (contact.body or contact.keeps or set(contact.texts) != {"date"}):
        raise Refused(
            f"{quoted(said)} is no day, and a contact with more to say needs one: "
            "say on which day it was."
        )
    return when
