"""The journal: notes by id and by kind, and what is linked with what."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from journal.body.records import Task
from journal.findings import Finding
from journal.library.linked import Linked
from journal.library.names import Names
from journal.notes.records import (
    AnyNote,
    Goal,
    Lesson,
    News,
    Note,
    Opportunity,
    Person,
    Touchpoint,
    Trip,
)
from journal.settings import Settings

#: The one who keeps the journal, where a link may name them.
ME = "me"


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
    read: Mapping[str, AnyNote]
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
    names: Names
    attachments: frozenset[str]
    findings: tuple[Finding, ...]
    #: note id -> where it leads; also for notes that are left out
    linked: Mapping[str, Linked]
    #: touchpoint id -> ids of what it links to, and so told its people
    telling: Mapping[str, frozenset[str]]
    #: person id -> their touchpoints, drafts left out
    with_person: Mapping[str, tuple[Touchpoint, ...]]
    #: note id -> ids of notes whose keys or text link to it
    backlinks: Mapping[str, tuple[str, ...]]

    def refs(self, note: Note, key: str) -> tuple[str, ...]:
        """Return the ids that `key` of `note` links to; `me` for its keeper."""
        linked = self.linked.get(note.id)
        return linked.keys.get(key, ()) if linked else ()

    def tasks_that_stand(self) -> Iterator[OwnedTask]:
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
