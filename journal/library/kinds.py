"""Notes by kind, each kind in its order."""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date, time
from typing import Any, TypeVar

from journal.library.linked import Linked
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

_Note = TypeVar("_Note", bound=Note)
#: The journal's name for all notes of a kind.
KINDS: dict[type[Note], str] = {
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
    return {name: tuple(kinds[kind]) for kind, name in KINDS.items()}


def people_of(note: Touchpoint, linked: Linked) -> tuple[str, ...]:
    """Return with whom a touchpoint is; drafts count for nothing."""
    return () if note.draft else linked.keys.get("people", ())


def merged(
    notes: Iterable[_Note],
    gone: Collection[str],
    come: Iterable[_Note],
    order: Callable[[_Note], Any],
) -> tuple[_Note, ...]:
    """Return `notes` without those that are gone, and with others, in order."""
    kept = [note for note in notes if note.id not in gone]
    for note in come:
        insort(kept, note, key=order)
    return tuple(kept)
