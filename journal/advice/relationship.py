"""Where things stand with one person: contacts, phase, cadence, and what waits for an answer."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from journal.advice.advice_model import Hold
from journal.library.journal import Journal
from journal.notes.records import DONE, Person, Touchpoint
from journal.settings import PHASE_CADENCE, PHASE_GAP, Settings
from journal.values import Duration

#: Kinds of touchpoint that ask for something.
ASKING_KINDS = frozenset({"question", "request", "offer", "introduction"})
#: A rhythm of half a year for people who are neither mentor, sponsor nor protégé.
_LIGHT_ROLES = frozenset({"potential-mentor", "potential-protege", "peer", "associate"})
_LIGHT_CADENCE = Duration(months=6)
_NEW_FOR = Duration(months=6)


class Relationship:
    """A person as of a day. `done` has their touchpoints that took place, oldest first."""

    def __init__(self, journal: Journal, person: Person) -> None:
        self.journal = journal
        self.person = person
        self.today = journal.today
        self.all = journal.with_person.get(person.id, ())
        past = self.all[: bisect_right(self.all, self.today, key=_date)]
        self.done = [note for note in past if note.state in DONE]

    @cached_property
    def planned(self) -> Touchpoint | None:
        """The earliest touchpoint that lies ahead."""
        ahead = self.all[bisect_left(self.all, self.today, key=_date) :]
        return next((note for note in ahead if note.is_planned(self.today)), None)

    @cached_property
    def told(self) -> frozenset[str]:
        """The ids of all notes that they have been told about."""
        telling = self.journal.telling
        return frozenset().union(*[told for note in self.done if (told := telling[note.id])])

    @cached_property
    def last(self) -> date | None:
        """The day of the last contact."""
        return self.done[-1].date if self.done else None

    @cached_property
    def last_out(self) -> date | None:
        """The day of the last contact that came from me, too."""
        mine = (note.date for note in reversed(self.done) if note.direction != "in")
        return next(mine, None)

    @cached_property
    def base(self) -> date | None:
        """The day from which the cadence runs."""
        return self.last or (self.person.since.first if self.person.since else None)

    @cached_property
    def phase(self) -> str:
        """The phase, waiting turned into dormant after years without a contact."""
        phase = written_phase(self.person, self.today)
        silence = self.journal.settings.dormant
        if phase == "waiting" and self.base and not silence.never:
            return "dormant" if silence.after(self.base) <= self.today else phase
        return phase

    @cached_property
    def cadence(self) -> Duration:
        """How often to be in touch; never, where the phase has no rhythm."""
        return self.person.cadence or phase_cadence(self.person, self.phase, self.journal.settings)

    @cached_property
    def min_gap(self) -> Duration:
        """Room to leave after a message of mine."""
        return self.person.min_gap or PHASE_GAP[self.phase]

    @cached_property
    def waiting(self) -> list[Touchpoint]:
        """The messages that ask for something and have had no answer, oldest first."""
        heard = self.heard
        asking = (note for note in self.done if asks_something(note))
        return [note for note in asking if not heard or note.date > heard]

    @cached_property
    def heard(self) -> date | None:
        """The day on which they were last heard from; answers that were noted count."""
        return _last_heard(self.done, self.today)

    @cached_property
    def unanswered(self) -> int:
        """How many messages that ask for something have waited as long as answers take."""
        wait = self.person.replies_in
        if wait.never:
            return 0
        return sum(wait.after(note.date) <= self.today for note in self.waiting)


def _date(note: Touchpoint) -> date:
    return note.date


def asks_something(note: Touchpoint) -> bool:
    """Whether a touchpoint asks them for something."""
    return note.direction == "out" and (note.kind in ASKING_KINDS or bool(note.question))


def _last_heard(done: Iterable[Touchpoint], today: date) -> date | None:
    heard = [note.date for note in done if note.direction != "out"]
    heard += [note.answered_on for note in done if note.answered_on and note.answered_on <= today]
    return max(heard, default=None)


def written_phase(person: Person, today: date) -> str:
    """Return the phase by what the person's note says, without looking at contacts."""
    if person.until and person.until.first <= today:
        return "ended"
    if person.phase:
        return person.phase
    lines = [line for line in person.phases if line.since.first <= today]
    if lines:
        return lines[-1].phase
    if person.since and today < _NEW_FOR.after(person.since.first):
        return "new"
    return "waiting"


def phase_cadence(person: Person, phase: str, settings: Settings) -> Duration:
    """Return how often to be in touch in a phase, by the settings and what they are to me."""
    if phase == "waiting" and _LIGHT_ROLES.issuperset(person.roles):
        return _LIGHT_CADENCE
    return settings.cadence.get(phase, PHASE_CADENCE[phase])


class CadenceDue(NamedTuple):
    """The day, and what moved it."""

    by: date
    hold: Hold | None


#: Person's id -> when their cadence asks for a contact.
CadenceLookup = Callable[[str], CadenceDue | None]


def chosen_day(relationship: Relationship) -> date | None:
    """Return the next contact chosen by hand, while it holds."""
    day = relationship.person.next
    return day if day and (relationship.last is None or day > relationship.last) else None


def cadence_due(
    relationship: Relationship, cadences: CadenceLookup | None = None
) -> CadenceDue | None:
    """Return when the cadence asks for a contact, or None where it does not.

    With `cadences` the day alone is theirs: private contacts count for it, and nothing that is said
    tells of them.
    """
    if chosen_day(relationship):
        return None
    due = _due(relationship)
    whole = cadences(relationship.person.id) if due and cadences else due
    if due is None or whole is None:
        return due
    return CadenceDue(whole.by, whole.hold if whole.hold == due.hold else None)


def cadence_lookup(journal: Journal) -> CadenceLookup:
    """Return when the cadence asks for a contact with each person, by what `journal` knows."""

    def rhythm(person_id: str) -> CadenceDue | None:
        person = journal.person(person_id)
        return _due(Relationship(journal, person)) if person else None

    return rhythm


def _due(relationship: Relationship) -> CadenceDue | None:
    kept = relationship.person.kept_in_touch and relationship.phase != "ended"
    if not kept or relationship.cadence.never:
        return None
    by = relationship.cadence.after(relationship.base) if relationship.base else relationship.today
    if relationship.planned:
        by = max(by, relationship.planned.date)
    return _rested(relationship, _gapped(relationship, by))


def _gapped(relationship: Relationship, by: date) -> CadenceDue:
    """Leave room after a message of mine."""
    if relationship.last_out and not relationship.min_gap.never:
        until = relationship.min_gap.after(relationship.last_out)
        if until > by:
            return CadenceDue(until, Hold("min_gap", until))
    return CadenceDue(by, None)


def _rested(relationship: Relationship, due: CadenceDue) -> CadenceDue:
    """After messages without an answer, give them twice the time."""
    if (
        relationship.last_out
        and relationship.unanswered >= relationship.journal.settings.rest_after
    ):
        until = relationship.cadence.twice().after(relationship.last_out)
        return CadenceDue(max(due.by, until), Hold("resting", until))
    return due
