"""Who was told what, and when: linking is telling."""

from typing import NamedTuple

from journal.notes.records import Touchpoint
from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.days import Day, day


class Told(NamedTuple):
    """Somebody who was told, when first, and where that is written down."""

    person: Named
    day: Day
    href: str


class Telling:
    """The touchpoints that took place, by the notes they told of; nothing hidden is among them."""

    def __init__(self, sources: Sources, links: Links) -> None:
        self.sources = sources
        self.links = links

    def people(self, note_id: str) -> tuple[str, ...]:
        """Return the ids of those who were told of a note, the first one first."""
        return tuple(self.first(note_id))

    def told(self, note_id: str, apart_from: tuple[str, ...] = ()) -> tuple[Told, ...]:
        """Return who was told of a note, the first one first, apart from those people."""
        first = self.first(note_id).items()
        return tuple(self.told_in(who, note) for who, note in first if who not in apart_from)

    def told_in(self, person: str, note: Touchpoint) -> Told:
        """Return that a person heard of something in a touchpoint."""
        return Told(self.links.named(person), day(note.date), self.links.note(note.id))

    def first(self, note_id: str) -> dict[str, Touchpoint]:
        """Return in which touchpoint each person was told of a note first, the earliest first."""
        first: dict[str, Touchpoint] = {}
        for note in self.sources.told_in.get(note_id, ()):
            for person in self.sources.journal.refs(note, "people"):
                first.setdefault(person, note)
        return first
