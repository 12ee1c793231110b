"""The names of a journal's notes: those of all, and those of its people.

A key that holds people finds a name among people, and nothing else.
"""

from collections.abc import Iterable
from typing import NamedTuple

from journal.library.name_index import NameIndex
from journal.library.name_ranks import NoteNames


class Names(NamedTuple):
    """The names of all notes, and once more those of people."""

    notes: NameIndex
    people: NameIndex

    @classmethod
    def of(cls, notes: Iterable[NoteNames]) -> "Names":
        """Return the names of these notes."""
        notes = tuple(notes)
        return cls(NameIndex(notes), NameIndex([note for note in notes if note.is_person]))

    def for_key(self, *, any_note: bool) -> NameIndex:
        """Return the names that a key finds: of any note, or of people."""
        return self.notes if any_note else self.people

    def updated(self, removed: Iterable[NoteNames], added: Iterable[NoteNames]) -> "Names | None":
        """Return the names without some notes and with others.

        None if a name that was looked up so far would mean another note then.
        """
        removed, added = tuple(removed), tuple(added)
        notes = self.notes.updated(removed, added)
        people = self.people.updated(*map(_people, (removed, added)))
        return Names(notes, people) if notes and people else None

    def without(self, removed: Iterable[NoteNames]) -> "Names":
        """Return the names without some notes."""
        removed = tuple(removed)
        return Names(self.notes.without(removed), self.people.without(_people(removed)))

    def was_looked_up(self, names: Iterable[str]) -> bool:
        """Whether any of these folded names was looked up so far."""
        names = tuple(names)
        return self.notes.was_looked_up(names) or self.people.was_looked_up(names)


def _people(notes: Iterable[NoteNames]) -> tuple[NoteNames, ...]:
    return tuple(note for note in notes if note.is_person)
