"""A person's time zone, compared with mine; a script shows their time now."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from journal.advice.time_zones import find_time_zone, my_zone, quiet_hours
from journal.library.journal import Journal
from journal.notes.records import Person

_HOUR = timedelta(hours=1)


class Clock(NamedTuple):
    """A time zone by its IANA name, and how far it is from mine in words.

    Quiet are, on their clock, `hours` (HH:MM-HH:MM) and `days` (like `sat sun`).
    """

    tz: str
    words: str
    hours: str
    days: str


def clock(journal: Journal, person: Person) -> Clock | None:
    """Return a person's clock on the journal's day, or None where their zone is unknown.

    A page carries no moment of its making, so it tells the distance and not the time.
    """
    theirs = find_time_zone(person.tz)
    if theirs is None:
        return None
    noon = datetime.combine(journal.today, time(12))
    here = noon.replace(tzinfo=my_zone(journal.settings)).utcoffset()
    there = noon.replace(tzinfo=theirs).utcoffset()
    ahead = (there or timedelta()) - (here or timedelta())
    return Clock(
        tz=person.tz,
        words=f"{_city_of_zone(person.tz)}, {_difference_words(ahead)}",
        hours=str(quiet_hours(journal.settings, person)),
        days=" ".join(person.quiet_days),
    )


def _city_of_zone(tz: str) -> str:
    return f"{tz.rpartition('/')[2].replace('_', ' ')} time"


def _difference_words(ahead: timedelta) -> str:
    if not ahead:
        return "the same as yours"
    hours = f"{abs(ahead) / _HOUR:g}"
    noun = "hour" if hours == "1" else "hours"
    return f"{hours} {noun} {'ahead of' if ahead > timedelta() else 'behind'} yours"
