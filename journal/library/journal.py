"""The journal: notes by id and by kind, and the links between them."""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

import msgspec

from journal.body.contents import Task
from journal.findings import Finding
from journal.library.names import Names
from journal.notes.note import Note
from journal.notes.records import AnyNote, Goal, Lesson, News, Opportunity, Person, Touchpoint, Trip
from journal.settings import Settings
from journal.vocabulary import key_types

_NOWHERE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class ResolvedLinks(NamedTuple):
    """The ids of the notes that a note links to: by each key that links, and in its text.

    `told` is what a touchpoint has told its people, and `is_left_out` that it is no part of the
    journal as it is; `findings` tells of links to nothing, or to too much.
    """

    keys: Mapping[str, tuple[str, ...]] = _NOWHERE
    text: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    is_left_out: bool = False

    def targets(self) -> set[str]:
        """Return the ids of all notes that it links to."""
        return {*self.text, *(note_id for ids in self.keys.values() for note_id in ids)}

    def without(self, out: Collection[str]) -> "ResolvedLinks":
        """Return the links without those to the notes in `out`."""
        if not out or self.targets().isdisjoint(out):
            return self
        keys = {key: tuple(i for i in ids if i not in out) for key, ids in self.keys.items()}
        text = tuple(i for i in self.text if i not in out)
        return self._replace(keys=keys, text=text, told=self.told.difference(out))


_Note = TypeVar("_Note", bound=Note)
#: The journal's attribute that has the notes of a kind.
KIND_ATTRIBUTES: dict[type[Note], str] = {
    Person: "people",
    Touchpoint: "touchpoints",
    News: "news",
    Opportunity: "opportunities",
    Trip: "trips",
    Goal: "goals",
    Lesson: "lessons",
}


def by_id(note: Note) -> str:
    """Return the sort key of most kinds."""
    return note.id


def by_day(touchpoint: Touchpoint) -> tuple[date, time, str]:
    """Return the sort key of touchpoints."""
    return (touchpoint.date, touchpoint.time or time.min, touchpoint.id)


def by_kind(notes: Iterable[AnyNote]) -> dict[str, Any]:
    """Return the notes by the journal's attributes; `notes` are in the order of ids."""
    kinds: dict[type, list[Any]] = defaultdict(list)
    for note in notes:
        kinds[type(note)].append(note)
    kinds[Touchpoint].sort(key=by_day)
    return {name: tuple(kinds[kind]) for kind, name in KIND_ATTRIBUTES.items()}


def people_of(note: Touchpoint, links: ResolvedLinks) -> tuple[str, ...]:
    """Return the people of a touchpoint; nobody for a draft, which does not count."""
    return () if note.draft else links.keys.get("people", ())


def merged(
    notes: Iterable[_Note],
    removed: Collection[str],
    added: Iterable[_Note],
    order: Callable[[_Note], Any],
) -> tuple[_Note, ...]:
    """Return `notes` without the removed ids and with the added notes, in order."""
    found = [note for note in notes if note.id not in removed]
    for note in added:
        insort(found, note, key=order)
    return tuple(found)


#: In a link, the person who keeps the journal.
ME = key_types.ME


class OwnedTask(NamedTuple):
    """A task, the id of its note, and the ids of the people it belongs to."""

    task: Task
    note: str
    people: tuple[str, ...]


class Journal(msgspec.Struct, frozen=True, kw_only=True):
    """All notes as of a day; people and notes are named by id. Nothing here changes.

    Touchpoints are in the order of date, time, id; the other kinds in the order of ids.
    """

    today: date
    settings: Settings
    #: all notes that were read, by id, with the incomplete touchpoints that `notes` leaves out
    all_notes: Mapping[str, AnyNote]
    #: those of them that read otherwise on another day, as they are written
    as_written: Mapping[str, AnyNote]
    #: ids of files that could not be read as notes
    left_out: frozenset[str]
    #: those of them that ask to be private
    left_out_private: frozenset[str]
    #: the folded names by which those could be linked
    private_names: frozenset[str]
    notes: Mapping[str, AnyNote]
    people: tuple[Person, ...]
    touchpoints: tuple[Touchpoint, ...]
    news: tuple[News, ...]
    opportunities: tuple[Opportunity, ...]
    trips: tuple[Trip, ...]
    goals: tuple[Goal, ...]
    lessons: tuple[Lesson, ...]
    tasks: tuple[OwnedTask, ...]
    names: Names
    attachments: frozenset[str]
    findings: tuple[Finding, ...]
    #: note id -> its links, for incomplete touchpoints too
    links: Mapping[str, ResolvedLinks]
    #: touchpoint id -> ids of the notes that its people were told of, as it links to them
    telling: Mapping[str, frozenset[str]]
    #: person id -> their touchpoints, drafts left out
    with_person: Mapping[str, tuple[Touchpoint, ...]]
    #: note id -> ids of notes whose keys or text link to it
    backlinks: Mapping[str, tuple[str, ...]]

    def refs(self, note: Note, key: str) -> tuple[str, ...]:
        """Return the ids that `key` of `note` links to; `me` for its keeper."""
        links = self.links.get(note.id)
        return links.keys.get(key, ()) if links else ()

    def tasks_not_cancelled(self) -> Iterator[OwnedTask]:
        """Yield all tasks, but those of cancelled touchpoints."""
        for owned in self.tasks:
            note = self.notes[owned.note]
            if not (isinstance(note, Touchpoint) and note.state == "cancelled"):
                yield owned

    def person(self, note_id: str) -> Person | None:
        """Return the person with that id."""
        note = self.notes.get(note_id)
        return note if isinstance(note, Person) else None

    def find(self, note: Note, target: str, path: bool = False) -> str | None:
        """Return the id that a link in the text of `note` means; None for none, or several."""
        found = self.names.notes.look_up(note.id, target, path)
        return found[0] if len(found) == 1 and found[0] in self.notes else None
