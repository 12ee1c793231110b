"""Notes as typed, immutable records: their kinds, their keys, and how front matter becomes one."""

from journal.notes.kinds import FOLDERS, KINDS, Kind
from journal.notes.note import Note, PhaseLine, Ref
from journal.notes.records import (
    AnyNote,
    Goal,
    Lesson,
    News,
    Opportunity,
    Person,
    Touchpoint,
    Trip,
)

__all__ = [
    "FOLDERS",
    "KINDS",
    "AnyNote",
    "Goal",
    "Kind",
    "Lesson",
    "News",
    "Note",
    "Opportunity",
    "Person",
    "PhaseLine",
    "Ref",
    "Touchpoint",
    "Trip",
]
