"""Section 1 and 2 of the rules: what their words mean, the phases, how often, how much room."""

from datetime import date, timedelta

from tests.support.second_reading.facts import (
    ContactFacts,
    JournalFacts,
    NewsFacts,
    OpportunityFacts,
    PersonFacts,
    Span,
    TripFacts,
)

_LIGHT = {"potential-mentor", "potential-protege", "peer", "associate"}
_CADENCE: dict[str, Span | None] = {
    "new": (0, 14), "active": (0, 14), "waiting": (3, 0), "dormant": (12, 0), "ended": None,
}  # fmt: skip
_GAP: dict[str, Span | None] = {
    "new": (0, 3), "active": (0, 2), "waiting": (0, 21), "dormant": (3, 0), "ended": None,
}  # fmt: skip
_BOTH = {"call", "video", "in-person", "event"}
_ASKING = {"question", "request", "offer", "introduction"}
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def plus(day: date, span: Span, times: int = 1) -> date:
    """Return a day so much later, the day of the month clamped."""
    year, month = divmod(day.year * 12 + day.month - 1 + span[0] * times, 12)
    leap = month == 1 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    length = 29 if leap else _LENGTHS[month]
    return date(year, month + 1, min(day.day, length)) + timedelta(span[1] * times)


def before(one: ContactFacts, other: ContactFacts) -> bool:
    """Whether one touchpoint is before another."""
    if one.date != other.date:
        return one.date < other.date
    return one.time is not None and other.time is not None and one.time < other.time


def direction(contact: ContactFacts) -> str:
    """Return the direction, as written or by the channel."""
    return contact.direction or ("both" if contact.channel in _BOTH else "out")


class Words:
    """What is known of one person as of a day."""

    def __init__(self, journal: JournalFacts, person: PersonFacts, today: date) -> None:
        self.journal = journal
        self.person = person
        self.today = today
        theirs = [each for each in journal.contacts if person.id in each.people]
        theirs.sort(key=lambda each: (each.date, each.time or "", each.id))
        self.them = [each for each in theirs if state(each, today) == "done"]
        self.mine = [each for each in self.them if direction(each) != "in"]
        self.plans = [each for each in theirs if state(each, today) == "planned"]

    def ago(self, days: int) -> date:
        """Return the day so many days ago."""
        return self.today - timedelta(days)

    @property
    def last(self) -> date | None:
        """The last contact that is known."""
        days = [each.date for each in self.them]
        if self.person.last_contact:
            days.append(self.person.last_contact)
        return max(days, default=None)

    @property
    def last_out(self) -> date | None:
        """The last contact of mine."""
        return max((each.date for each in self.mine), default=None)

    def told(self, note: NewsFacts | OpportunityFacts | TripFacts) -> bool:
        """Whether they were told about a note."""
        return any(note.id in each.links for each in self.them)

    def acknowledged(self, note: NewsFacts) -> bool:
        """Whether I spoke of a note to them."""
        return any(note.id in each.links for each in self.mine)

    @property
    def unanswered(self) -> int:
        """How many messages that ask for something have waited too long."""
        return sum(self._waits(each) for each in self.them)

    def _waits(self, asked: ContactFacts) -> bool:
        asks = direction(asked) == "out" and (asked.kind in _ASKING or asked.question)
        if not asks or plus(asked.date, self.person.replies_in or (0, 14)) > self.today:
            return False
        replies = [each for each in self.them if direction(each) in ("in", "both")]
        if any(not before(each, asked) for each in replies):
            return False
        answers = [each.answered_on for each in self.them if each.answered_on]
        return not any(asked.date <= day <= self.today for day in answers)

    @property
    def phase(self) -> str:
        """The phase."""
        phase, last = self._written_phase(), self.last
        quiet = phase == "waiting" and last is not None and plus(last, (36, 0)) <= self.today
        return "dormant" if quiet else phase

    def _written_phase(self) -> str:
        person, today = self.person, self.today
        if person.until and person.until <= today:
            return "ended"
        if person.phase:
            return person.phase
        if lines := [phase for day, phase in person.phases if day <= today]:
            return lines[-1]
        return "new" if person.since and today < plus(person.since, (6, 0)) else "waiting"

    @property
    def cadence(self) -> Span | None:
        """How often."""
        if self.person.cadence:
            return self.person.cadence
        if self.phase == "waiting" and set(self.person.roles) <= _LIGHT:
            return (6, 0)
        return _CADENCE[self.phase]

    @property
    def gap(self) -> Span | None:
        """How much room after a message of mine."""
        return self.person.min_gap or _GAP[self.phase]

    @property
    def is_kept(self) -> bool:
        """Whether they are kept in touch with, and the mentoring has not ended."""
        return self.phase != "ended" and any(each != "associate" for each in self.person.roles)

    @property
    def base(self) -> date | None:
        """From when the cadence counts."""
        return self.last or (self.person.since if self.phase == "new" else None)

    @property
    def next_holds(self) -> bool:
        """Whether a day was chosen, and not yet reached."""
        chosen, last = self.person.next, self.last_out
        return chosen is not None and (last is None or chosen > last)


def state(contact: ContactFacts, today: date) -> str:
    """Return done, planned, cancelled or to confirm."""
    if contact.state == "cancelled":
        return "cancelled"
    if contact.date > today:
        return "planned"
    if contact.state != "planned":
        return "done"
    return "planned" if contact.date == today else "to confirm"
