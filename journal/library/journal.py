"""The journal: notes by id and by kind, and what is linked with what."""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

import msgspec

from journal.body.contents import Task
from journal.findings import Finding
from journal.library.names import NameIndex
from journal.notes.note import Note
from journal.notes.records import AnyNote, Goal, Lesson, News, Opportunity, Person, Touchpoint, Trip
from journal.settings import Settings
from journal.vocabulary import key_types

_NOWHERE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class ResolvedLinks(NamedTuple):
    """The ids that a note leads to: by each key that links, and in its text.

    `told` is what a touchpoint has told its people, and `is_left_out` that it is no part of the
    journal as it is; `findings` tells of links to nothing, or to too much.
    """

    keys: Mapping[str, tuple[str, ...]] = _NOWHERE
    text: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    is_left_out: bool = False

    def targets(self) -> set[str]:
        """Return all ids that the note leads to."""
        return {*self.text, *(note_id for ids in self.keys.values() for note_id in ids)}

    def without(self, out: Collection[str]) -> "ResolvedLinks":
        """Return the same, leading to none of the notes that are left out."""
        if not out or self.targets().isdisjoint(out):
            return self
        keys = {key: tuple(i for i in ids if i not in out) for key, ids in self.keys.items()}
        text = tuple(i for i in self.text if i not in out)
        return self._replace(keys=keys, text=text, told=self.told.difference(out))


_Note = TypeVar("_Note", bound=Note)
#: The journal's name for all notes of a kind.
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
    """Return what most kinds are in the order of."""
    return note.id


def by_day(touchpoint: Touchpoint) -> tuple[date, time, str]:
    """Return what touchpoints are in the order of."""
    return (touchpoint.date, touchpoint.time or time.min, touchpoint.id)


def by_kind(notes: Iterable[AnyNote]) -> dict[str, Any]:
    """Return the notes of each kind, as the journal has them; `notes` are in the order of ids."""
    kinds: dict[type, list[Any]] = defaultdict(list)
    for note in notes:
        kinds[type(note)].append(note)
    kinds[Touchpoint].sort(key=by_day)
    return {name: tuple(kinds[kind]) for kind, name in KIND_ATTRIBUTES.items()}


def people_of(note: Touchpoint, links: ResolvedLinks) -> tuple[str, ...]:
    """Return with whom a touchpoint is; drafts count for nothing."""
    return () if note.draft else links.keys.get("people", ())


def merged(
    notes: Iterable[_Note],
    removed: Collection[str],
    added: Iterable[_Note],
    order: Callable[[_Note], Any],
) -> tuple[_Note, ...]:
    """Return `notes` without those that are removed, and with others, in order."""
    found = [note for note in notes if note.id not in removed]
    for note in added:
        insort(found, note, key=order)
    return tuple(found)


#: The one who keeps the journal, where a link may name them.
ME = key_types.ME


class OwnedTask(NamedTuple):
    """A task, the note it stands in, and the people it belongs to (ids)."""

    task: Task
    note: str
    people: tuple[str, ...]


class Journal(msgspec.Struct, frozen=True, kw_only=True):
    """All notes as of a day; people and notes are named by id. Nothing here changes.

    Touchpoints are in the order of date, time, id; the other kinds in the order of ids.
    """

    today: date
    settings: Settings
    #: all notes that were read, by id; those too that `notes` leaves out: touchpoints that are not
    #: complete
    all_notes: Mapping[str, AnyNote]
    #: ids of files that are no notes yet
    left_out: frozenset[str]
    #: those of them that ask to be private
    left_out_private: frozenset[str]
    #: what those could be linked by, folded
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
    names: NameIndex
    attachments: frozenset[str]
    findings: tuple[Finding, ...]
    #: note id -> where it leads; also for notes that are left out
    links: Mapping[str, ResolvedLinks]
    #: touchpoint id -> ids of what it links to, and so told its people
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
        """Yield the tasks but those of contacts that were cancelled."""
        for owned in self.tasks:
            note = self.notes[owned.note]
            if not (isinstance(note, Touchpoint) and note.state == "cancelled"):
                yield owned

    def person(self, note_id: str) -> Person | None:
        """Return the person with that id."""
        note = self.notes.get(note_id)
        return note if isinstance(note, Person) else None

    def find(self, note: Note, target: str, path: bool = False) -> str | None:
        """Return the id that a link in `note` means, or None when it is nothing or not clear."""
        found = self.names.at_path(note.id, target) if path else self.names.find(target)
        return found[0] if len(found) == 1 and found[0] in self.notes else None
