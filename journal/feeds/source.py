"""What the feeds are made from: a journal without what is hidden, and its advice."""

from collections.abc import Callable, Iterable
from datetime import date

from journal.advice import Advice
from journal.advice.cadence import cadence_lookup
from journal.advice.index import AdviceIndex
from journal.advice.recommendations import advise_all
from journal.library.journal import ME, Journal
from journal.library.opening import Opened
from journal.library.redaction import redact_journal
from journal.markup.rendered_text import opening_of
from journal.notes.records import AnyNote, Person

#: Note id -> its body as HTML.
Bodies = Callable[[str], str]


def feed_source(opened: Opened, *, private: bool = False, drafts: bool = False) -> "FeedSource":
    """Return what feeds may be made from; private notes and drafts only where asked for."""
    redacted = redact_journal(opened.journal, private=private, drafts=drafts)
    cadences = cadence_lookup(opened.journal) if redacted.hidden.ids else None
    index = AdviceIndex(redacted.journal, cadences)
    bodies = opened.bodies
    return FeedSource(index, advise_all(index), lambda i: redacted.body(i, bodies.get(i, "")))


class FeedSource:
    """A redacted journal, its advice, and the bodies of its notes."""

    def __init__(self, index: AdviceIndex, advice: Advice, bodies: Bodies) -> None:
        self.index = index
        self.journal: Journal = index.journal
        self.advice = advice
        self.bodies = bodies

    @property
    def today(self) -> date:
        """The day that every feed is as of."""
        return self.journal.today

    def opening(self, note: AnyNote) -> str:
        """Return the beginning of what a note says."""
        return opening_of(self.bodies(note.id))

    def living_people(self, note_ids: Iterable[str]) -> tuple[Person, ...]:
        """Return those of the people who may be named and who live; `me` is left out."""
        found = (self.journal.person(note_id) for note_id in note_ids)
        return tuple(person for person in found if person and not person.is_dead(self.today))

    def is_relevant(self, note_ids: tuple[str, ...]) -> bool:
        """Whether something for these people still is for somebody: nobody, me, or who lives."""
        return not note_ids or ME in note_ids or bool(self.living_people(note_ids))

    def stamp(self, note: AnyNote) -> date:
        """Return the latest day known of a note, today at most; today where none is."""
        days = [note.date] if note.date else []
        if isinstance(note, Person):
            days += [note.since.first] if note.since else []
            days += [each.date for each in self.journal.with_person.get(note.id, ())]
        return max((day for day in days if day <= self.today), default=self.today)
