"""Notes as typed, immutable records, and how front matter becomes one."""

from journal.notes.records import (
    RECORDS,
    AnyNote,
    Goal,
    Lesson,
    News,
    Note,
    Opportunity,
    Person,
    PhaseLine,
    Ref,
    Touchpoint,
    Trip,
)

__all__ = [
    "RECORDS",
    "AnyNote",
    "Goal",
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
