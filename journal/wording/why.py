"""How the day to reach out came about, rule by rule, in sentences."""

from collections.abc import Sequence
from datetime import date

from journal.durations import Duration
from journal.values import PartialDate
from journal.wording.counts import and_list, count_of
from journal.wording.dates import cadence_words, known_day, long_date, on_partial_date
from journal.wording.labels import SECTION_TITLES

#: What a phase rests on -> why they are in it.
_PHASES = {
    "until": "their note says that the mentoring is over",
    "phase": "their note says so",
    "phases": "the last line of phases in their note says so",
    "since": "the mentoring began less than six months ago",
    "silence": "the last contact that is known lies a long time back",
    "nothing": "nothing is written that says otherwise",
}
#: What a cadence rests on -> how it is said.
_CADENCES = {
    "person": "by their note you are in touch {}",
    "role": "with people who are no mentor, sponsor or protégé of yours you are in touch {}",
    "settings": "by your settings you are in touch {} in this phase",
    "phase": "in this phase you are in touch {}",
}
#: Rule that moves the day of the cadence -> what ends it.
MOVED_UNTIL = {
    "today": "a contact is written down",
    "planned": "it took place, is moved or is cancelled",
    "min_gap": "that day has come",
    "resting": "a word from them, or that day has come",
    "snooze": "that day has come, or you take it back",
}


def phase_why(phase: str, source: str) -> str:
    """Return why somebody is in a phase; `source` is what says so."""
    return f"They are in the phase {phase}: {_PHASES[source]}."


def cadence_why(counted_from: str, cadence: Duration, source: str, by: PartialDate) -> str:
    """Return how the day of the cadence is counted."""
    how_often = _CADENCES[source].format(cadence_words(cadence))
    return f"{counted_from}, and {how_often}: by {known_day(by).words}."


def counted_from_contact(last: PartialDate) -> str:
    """Return from which contact the cadence is counted."""
    return f"Your last contact was {on_partial_date(last)}"


def counted_from_beginning(since: PartialDate) -> str:
    """Return from which beginning the cadence is counted, where there is no contact yet."""
    return f"You began {on_partial_date(since)} and have no contact written down yet"


def not_late_why(today: date) -> str:
    """Return that nobody is late before a first contact."""
    return f"Before the first contact nobody is late: not before today, {long_date(today)}."


def plan_why(title: str, day: date) -> str:
    """Return that the cadence waits for what is planned."""
    return f"The cadence waits for “{title}”, which is planned for {long_date(day)}."


def gap_why(last: date, gap: Duration, until: date) -> str:
    """Return that some room is left after a message."""
    return (
        f"You were in touch on {long_date(last)}, and leave {gap} of room after a message: "
        f"not before {long_date(until)}."
    )


def rest_why(asked: Sequence[date], last: date, until: date) -> str:
    """Return that messages without an answer give them some rest."""
    days = and_list([long_date(day) for day in asked])
    return (
        f"{count_of(len(asked), 'message')} of yours that asked for something, of {days}, had no "
        f"answer in time. They get twice the usual time after your last one, of "
        f"{long_date(last)}: not before {long_date(until)}."
    )


def reason_why(text: str, by: PartialDate | None, day_is: str) -> str:
    """Return a reason, and how its day came about where its sentence does not name that."""
    if by is None:
        return f"{text} It asks for no particular day."
    return f"{text} By {known_day(by).words}, {day_is}." if day_is else text


def stale_why(text: str) -> str:
    """Return a reason whose day is long past."""
    return f"{text} Its day is long past, and you were in touch since: it is only to be settled."


def cadence_alone_why(text: str, by: PartialDate) -> str:
    """Return what the cadence asks for, where not all that it counts may be said."""
    return f"{text} By {known_day(by).words}."


def until_why(until: str) -> str:
    """Return what would settle it."""
    return f"It stands until {until.replace('`', '')}."


def first_why(by: PartialDate) -> str:
    """Return which of several days counts."""
    return f"Of these days the first one counts: {known_day(by).words}."


def snooze_why(until: date) -> str:
    """Return that somebody was put off."""
    return f"You put this off until {long_date(until)}."


def section_why(section: str, by: PartialDate | None) -> str:
    """Return where that puts somebody in the list."""
    day = f"by {known_day(by).words}" if by else "no particular day"
    return f"So: {day}, under “{SECTION_TITLES[section]}”."
