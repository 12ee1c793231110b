"""What the rules look at: the notes that count, and the contacts with one person."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from journal.advice.index import AdviceIndex
from journal.advice.phase_history import PhaseHistory
from journal.advice.recommendations import may_be_suggested
from journal.advice.relationship import Relationship
from journal.advice.talking_points import comparable_question
from journal.characters import quoted
from journal.durations import Duration
from journal.library.journal import Journal
from journal.notes.note import Note
from journal.notes.records import Person, Touchpoint
from journal.settings import PHASE_GAP


class PersonContacts:
    """The contacts with one person that took place or lie ahead, oldest first."""

    def __init__(self, counted: Sequence[Touchpoint], today: date) -> None:
        self._all = counted
        self._days = [note.date for note in counted]
        self._my_messages = [note for note in counted if note.direction == "out"]
        self._message_positions = {note.id: place for place, note in enumerate(self._my_messages)}
        heard = [note.date for note in counted if note.direction != "out"]
        answers = (note.answered_on for note in counted)
        self._days_heard = sorted([*heard, *(day for day in answers if day and day <= today)])

    def between(self, first: date, last: date) -> Sequence[Touchpoint]:
        """Return the contacts from `first` to `last`, both included."""
        return self._all[bisect_left(self._days, first) : bisect_right(self._days, last)]

    def heard_between(self, first: date, last: date) -> bool:
        """Whether anything came from them from `first` to `last`, both included."""
        return bisect_left(self._days_heard, first) < bisect_right(self._days_heard, last)

    def message_before(self, note: Touchpoint) -> Touchpoint | None:
        """Return my message (direction out) before `note`, which is one itself."""
        place = self._message_positions.get(note.id, 0)
        return self._my_messages[place - 1] if place else None


_RECENT = Duration(months=12)


class Remark(NamedTuple):
    """What a rule has to say: line and column in the note, what was found, what to do."""

    at: tuple[int, int]
    message: str
    hint: str


class RuleContext:
    """A journal as of its day, seen by the rules. Drafts count for nothing."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.today = journal.today
        self.index = AdviceIndex(journal)
        self._relationships: dict[str, Relationship] = {}
        self._histories: dict[str, PhaseHistory] = {}
        self._contacts: dict[str, PersonContacts] = {}

    def relationship(self, person: Person) -> Relationship:
        """Return how things are with `person`."""
        if person.id not in self._relationships:
            self._relationships[person.id] = Relationship(self.journal, person)
        return self._relationships[person.id]

    def min_gap_on(self, person: Person, day: date) -> Duration:
        """Return the room to leave after a message of mine, in the phase of `day`."""
        if person.id not in self._histories:
            days = [note.date for note in self.relationship(person).done]
            self._histories[person.id] = PhaseHistory(person, days, self.journal.settings)
        return person.min_gap or PHASE_GAP[self._histories[person.id].phase_on(day)]

    def contacts(self, person: Person) -> PersonContacts:
        """Return the contacts with `person` that took place or lie ahead."""
        if person.id not in self._contacts:
            them = self.journal.with_person.get(person.id, ())
            counted = [note for note in them if self.is_past_or_planned(note)]
            self._contacts[person.id] = PersonContacts(counted, self.today)
        return self._contacts[person.id]

    def is_past_or_planned(self, note: Touchpoint) -> bool:
        """Whether a touchpoint took place or lies ahead."""
        return not note.draft and (note.is_done(self.today) or note.is_planned(self.today))

    def planned_touchpoints(self) -> Iterator[Touchpoint]:
        """Yield the touchpoints that are written as planned, their day past or not."""
        found = [note for note in self.journal.touchpoints if note.state == "planned"]
        return (note for note in found if not note.draft)

    @cached_property
    def _questions(self) -> tuple[Touchpoint, ...]:
        """The touchpoints with a question of mine that took place or lie ahead, oldest first."""
        return tuple(
            note
            for note in self.journal.touchpoints
            if self.asks_question(note) and self.is_past_or_planned(note)
        )

    def asks_question(self, note: Touchpoint) -> bool:
        """Whether a touchpoint has a question of mine."""
        return bool(note.question or note.question_seconds) and note.direction != "in"

    def recent_touchpoints(self) -> Iterator[Touchpoint]:
        """Yield the touchpoints of the last 12 months and those ahead."""
        touchpoints = self.journal.touchpoints
        begin = bisect_right(touchpoints, self.quiet_until, key=lambda note: note.date)
        return (note for note in touchpoints[begin:] if self.is_past_or_planned(note))

    @property
    def quiet_until(self) -> date:
        """The last day of the time of which nothing is said any more: a year ago."""
        return _RECENT.before(self.today)

    def people_advised_on(self, note: Touchpoint) -> Iterator[Person]:
        """Yield the people in a touchpoint for whom suggestions are made."""
        for person_id in self.journal.refs(note, "people"):
            person = self.journal.person(person_id)
            if person and may_be_suggested(person, self.today):
                yield person

    def people(self, note: Note, key: str) -> Iterator[Person]:
        """Yield the people whom `key` of `note` links to, whoever they are."""
        for person_id in self.journal.refs(note, key):
            if person := self.journal.person(person_id):
                yield person

    @cached_property
    def first_asked(self) -> dict[tuple[str, str], Touchpoint]:
        """The first touchpoint in which each person was asked each question."""
        found: dict[tuple[str, str], Touchpoint] = {}
        for note in (note for note in self._questions if note.question):
            question = comparable_question(note.question)
            for person_id in self.journal.refs(note, "people"):
                found.setdefault((person_id, question), note)
        return found


def short_title(note: Note) -> str:
    """Return a note's title for a message: at most 40 characters, nothing a terminal obeys."""
    return quoted(note.title)[1:-1]
