"""Their clock and mine: time zones, quiet hours, and whether somebody can be rung now."""

from datetime import date, datetime, time, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateutil.tz import tzlocal

from journal.notes.records import Person
from journal.settings import Settings
from journal.values import Hours, in_zone
from journal.vocabulary.choices import DAYS


@lru_cache(maxsize=512)
def find_time_zone(name: str) -> ZoneInfo | None:
    """Return the time zone of that IANA name, or None where there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (OSError, ValueError, KeyError):
        return None


def my_zone(settings: Settings) -> tzinfo:
    """Return my time zone; the machine's where the settings name none."""
    return find_time_zone(settings.me.tz) or tzlocal()


def their_time(person: Person, moment: datetime) -> datetime | None:
    """Return `moment` (an aware one) on their clock, or None where their zone is unknown."""
    theirs = find_time_zone(person.tz)
    return in_zone(moment, theirs) if theirs else None


def quiet_hours(settings: Settings, person: Person) -> Hours:
    """Return when not to ring them, in their time."""
    return person.quiet_hours or settings.quiet_hours


def is_quiet(settings: Settings, person: Person, moment: datetime) -> bool | None:
    """Whether `moment` (an aware one) is inside their quiet hours or days; None: zone unknown."""
    there = their_time(person, moment)
    if there is None:
        return None
    quiet_day = DAYS.words[there.weekday()] in person.quiet_days
    return quiet_day or quiet_hours(settings, person).contains(there.time())


def on_my_clock(settings: Settings, day: date, clock: time) -> datetime:
    """Return the instant of `clock` on `day` in my time zone."""
    return datetime.combine(day, clock, my_zone(settings))


def quiet_hours_for_me(settings: Settings, person: Person, day: date) -> Hours | None:
    """Return their quiet hours on `day` as my clock shows them, or None: zone unknown."""
    theirs = find_time_zone(person.tz)
    if theirs is None:
        return None
    hours = quiet_hours(settings, person)
    start, end = (
        in_zone(datetime.combine(day, clock, theirs), my_zone(settings)).time()
        for clock in (hours.start, hours.end)
    )
    return Hours(start, end)
