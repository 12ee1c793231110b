"""What the feeds are made from; nothing in it is hidden."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property

from journal.advice import Advice
from journal.advice.ground import Ground
from journal.advice.shown import shown_advice
from journal.library.journal import ME, Journal
from journal.library.visible import Visible
from journal.notes.records import AnyNote, Person

#: Note id -> its text as HTML, in which nothing hidden is named.
Texts = Callable[[str], str]


class Shown:
    """A journal, and what of it may be shown; `advice` is cleaned here."""

    def __init__(self, advice: Advice, visible: Visible, texts: Texts) -> None:
        self.journal: Journal = visible.journal
        self.visible = visible
        self.advice = shown_advice(advice, visible)
        self.texts = texts

    @property
    def today(self) -> date:
        """The day that every feed is as of."""
        return self.journal.today

    @cached_property
    def ground(self) -> Ground:
        """What the advice rests on."""
        return Ground(self.journal)

    def living(self, note_ids: Iterable[str]) -> tuple[Person, ...]:
        """Return those of the people who may be named and who live; `me` is left out."""
        found = (self.journal.person(note_id) for note_id in self.visible.ids(note_ids))
        return tuple(person for person in found if person and not person.is_dead(self.today))

    def concerns(self, note_ids: tuple[str, ...]) -> bool:
        """Whether something for these people still is for somebody: nobody, me, or who lives."""
        return not note_ids or ME in note_ids or bool(self.living(note_ids))

    def stamp(self, note: AnyNote) -> date:
        """Return the latest day known of a note, today at most; today where none is."""
        days = [note.date] if note.date else []
        if isinstance(note, Person):
            days += [note.since.first] if note.since else []
            days += [each.date for each in self.visible.with_person.get(note.id, ())]
        return max((day for day in days if day <= self.today), default=self.today)
