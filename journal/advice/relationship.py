"""How things are with one person: contacts, phase, cadence, and what waits for an answer."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from journal.durations import Duration
from journal.library.journal import Journal
from journal.notes.records import DONE, Person, Touchpoint
from journal.settings import PHASE_CADENCE, PHASE_GAP, Settings
from journal.values import PartialDate, add_days

#: Kinds of touchpoint that ask for something.
ASKING_KINDS = frozenset({"question", "request", "offer", "introduction"})
#: A cadence of half a year for people who are neither mentor, sponsor nor protégé.
_LIGHT_ROLES = frozenset({"potential-mentor", "potential-protege", "peer", "associate"})
_LIGHT_CADENCE = Duration(months=6)
#: From the day on which a mentoring began.
NEW_FOR = Duration(months=6)
#: Kinds of touchpoint from them that ask for no reply.
_NO_REPLY = frozenset({"reply", "greeting", "thanks"})
#: Days for which a letter without an answer is spoken of.
SPOKEN_OF_FOR = 365
_LONG_PAST = 90  # days


class Relationship:
    """How things are with a person as of a day; `done`: what took place, oldest first."""

    def __init__(self, journal: Journal, person: Person) -> None:
        self.journal = journal
        self.person = person
        self.today = journal.today
        self.touchpoints = journal.with_person.get(person.id, ())
        past = self.touchpoints[: bisect_right(self.touchpoints, self.today, key=_date)]
        self.done = [note for note in past if note.state in DONE]

    @cached_property
    def mine(self) -> list[Touchpoint]:
        """What took place and came from me, too, oldest first."""
        return [note for note in self.done if note.direction != "in"]

    @cached_property
    def planned(self) -> Touchpoint | None:
        """The earliest touchpoint that lies ahead."""
        ahead = self.touchpoints[bisect_left(self.touchpoints, self.today, key=_date) :]
        return next((note for note in ahead if note.is_planned(self.today)), None)

    @cached_property
    def told_about(self) -> frozenset[str]:
        """The ids of all notes that they have been told about."""
        return self._linked_from(self.done)

    @cached_property
    def acknowledged(self) -> frozenset[str]:
        """The ids of all notes that I have spoken of to them."""
        return self._linked_from(self.mine)

    def _linked_from(self, notes: Iterable[Touchpoint]) -> frozenset[str]:
        telling = self.journal.telling
        return frozenset().union(*[told for note in notes if (told := telling[note.id])])

    @property
    def last_contact(self) -> date | None:
        """The day of the last contact that is known; of a month or a year, its first day."""
        written = self.last_contact_as_written
        return written.first if written else None

    @cached_property
    def last_contact_as_written(self) -> PartialDate | None:
        """The last contact: a touchpoint's day, or `last_contact` if that is later."""
        written = self.person.last_contact
        if written and written.first > self.today:
            written = None
        if self.done and (written is None or written.first <= self.done[-1].date):
            return PartialDate.of(self.done[-1].date)
        return written

    @property
    def last_noted_in(self) -> str:
        """The id of the note that tells of the last contact: a touchpoint, or the person's."""
        last = self.done[-1] if self.done else None
        return last.id if last and last.date == self.last_contact else self.person.id

    @property
    def last_from_me(self) -> date | None:
        """The day of the last contact that came from me, too."""
        return self.mine[-1].date if self.mine else None

    def has_moved_on(self, day: date) -> bool:
        """Whether a day is long past, and I was in touch after it: life went on."""
        last = self.last_from_me
        is_long_past = day < add_days(self.today, -_LONG_PAST)
        return is_long_past and last is not None and last > day

    @cached_property
    def cadence_start(self) -> date | None:
        """The day from which the cadence runs: none, where no contact is written down."""
        return first_of_cadence(self.person, self.phase, self.last_contact)

    @cached_property
    def phase(self) -> str:
        """The phase, waiting turned into dormant after years without a contact."""
        phase = written_phase(self.person, self.today)
        return phase_after_silence(
            phase, self.last_contact, self.journal.settings.dormant, self.today
        )

    @cached_property
    def cadence(self) -> Duration:
        """How often to be in touch; never, where the phase has none."""
        return self.person.cadence or phase_cadence(self.person, self.phase, self.journal.settings)

    @property
    def has_cadence(self) -> bool:
        """Whether they are kept in touch with every so often."""
        return self.person.kept_in_touch and self.phase != "ended" and not self.cadence.never

    @cached_property
    def min_gap(self) -> Duration:
        """Room to leave after a message of mine."""
        return self.person.min_gap or PHASE_GAP[self.phase]

    @cached_property
    def unanswered_messages(self) -> list[Touchpoint]:
        """The messages that ask for something and have had no answer, oldest first."""
        asking = [note for note in self.done if asks_something(note)]
        if not asking:
            return []
        heard = [note for note in self.done if note.direction != "out"]
        answered = _last_answer(self.done, self.today) or date.min
        return [note for note in asking if note.date > answered and not is_followed(note, heard)]

    @cached_property
    def unanswered_letter(self) -> Touchpoint | None:
        """The first of their messages of the last year that asks for an answer and has none."""
        first = add_days(self.today, -SPOKEN_OF_FOR)
        for note in self.done[bisect_left(self.done, first, key=_date) :]:
            asks = note.direction == "in" and note.kind not in _NO_REPLY
            if asks and not is_followed(note, self.mine):
                return note
        return None

    @cached_property
    def long_unanswered(self) -> list[Touchpoint]:
        """The messages that ask for something and have waited as long as answers take."""
        wait = self.person.replies_in
        if wait.never:
            return []
        return [n for n in self.unanswered_messages if wait.after(n.date) <= self.today]

    @property
    def phase_source(self) -> str:
        """What the phase rests on: a key of their note, `silence` or `nothing`."""
        phase, source = _phase_and_source(self.person, self.today)
        return source if phase == self.phase else "silence"

    @property
    def cadence_source(self) -> str:
        """What the cadence rests on: `person`, their `role`, the `settings` or the `phase`."""
        if self.person.cadence:
            return "person"
        if _is_light(self.person, self.phase):
            return "role"
        usual = phase_cadence(self.person, self.phase, Settings())
        return "phase" if self.cadence == usual else "settings"


def _date(note: Touchpoint) -> date:
    return note.date


def asks_something(note: Touchpoint) -> bool:
    """Whether a touchpoint asks them for something."""
    return note.direction == "out" and (note.kind in ASKING_KINDS or bool(note.question))


def is_followed(note: Touchpoint, others: Sequence[Touchpoint]) -> bool:
    """Whether one of `others`, the oldest first, was not before `note`."""
    for other in reversed(others):
        if other.date < note.date:
            return False
        if not other.is_before(note):
            return True
    return False


def _last_answer(done: Iterable[Touchpoint], today: date) -> date | None:
    """Return the last day on which an answer was noted."""
    days = (note.answered_on for note in done)
    return max((day for day in days if day and day <= today), default=None)


def first_of_cadence(person: Person, phase: str, last: date | None) -> date | None:
    """Return the day from which the cadence runs: the last contact; if new, the beginning."""
    if last is None and phase == "new" and person.since:
        return person.since.first
    return last


def written_phase(person: Person, today: date) -> str:
    """Return the phase by what the person's note says, without looking at contacts."""
    return _phase_and_source(person, today)[0]


def _phase_and_source(person: Person, today: date) -> tuple[str, str]:
    """Return the phase by what the person's note says, and the key that says it."""
    if person.until and person.until.first <= today:
        return "ended", "until"
    if person.phase:
        return person.phase, "phase"
    lines = [line for line in person.phases if line.since.first <= today]
    if lines:
        return lines[-1].phase, "phases"
    if person.since and today < NEW_FOR.after(person.since.first):
        return "new", "since"
    return "waiting", "nothing"


def phase_after_silence(phase: str, last: date | None, silence: Duration, day: date) -> str:
    """Return a phase as of `day`: waiting turns into dormant `silence` after the last contact.

    Without a contact that is known, nothing has gone quiet.
    """
    if phase != "waiting" or last is None or silence.never:
        return phase
    return "dormant" if silence.after(last) <= day else phase


def phase_cadence(person: Person, phase: str, settings: Settings) -> Duration:
    """Return how often to be in touch in a phase, by the settings and what they are to me."""
    if _is_light(person, phase):
        return _LIGHT_CADENCE
    return settings.cadence.get(phase, PHASE_CADENCE[phase])


def _is_light(person: Person, phase: str) -> bool:
    """Whether somebody waits who is neither mentor, sponsor nor protégé."""
    return phase == "waiting" and _LIGHT_ROLES.issuperset(person.roles)
