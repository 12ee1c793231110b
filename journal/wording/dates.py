"""Days, durations and distances in words, and days as machines read them."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from journal.durations import Duration
from journal.values import Hours, PartialDate

# Months and days have their names here: `strftime` would ask the system's language for them.
#: By number, less one.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
#: Monday first, as `date.weekday` counts them.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = 3  # letters of a name
_BY_SHORT_NAME = {name[:_SHORT].casefold(): name for name in WEEKDAYS}


def month_name(when: date) -> str:
    """Return the month of a day, like `March`."""
    return MONTHS[when.month - 1]


def short_month_name(when: date) -> str:
    """Return the month of a day where there is little room, like `Mar`."""
    return month_name(when)[:_SHORT]


def month_and_year(when: date) -> str:
    """Return the month of a day with its year, like `March 2026`."""
    return f"{month_name(when)} {when.year}"


def weekday_name(when: date) -> str:
    """Return the day of the week, like `Saturday`."""
    return WEEKDAYS[when.weekday()]


def short_weekday_name(when: date) -> str:
    """Return the day of the week where there is little room, like `Sat`."""
    return weekday_name(when)[:_SHORT]


def weekday_names(written: Iterable[str]) -> str:
    """Return days of the week as notes name them, like `sat`, in words: `Saturday, Sunday`."""
    return ", ".join(_BY_SHORT_NAME[day] for day in written)


def hours_words(hours: Hours) -> str:
    """Return hours of a day like `21:00–09:00`."""
    return f"{hours.start:%H:%M}\N{EN DASH}{hours.end:%H:%M}"


def long_date(day: date) -> str:
    """Return a day like `1 March 2026`."""
    return f"{day.day} {month_name(day)} {day.year}"


def cadence_words(cadence: Duration) -> str:
    """Return a cadence like `every 3 months`."""
    match cadence.parts:
        case ((1, unit),):
            return f"every {unit}"
    return f"every {cadence}"


class Day(NamedTuple):
    """A day as `<time>` has it: `iso` for machines, `words` for people."""

    iso: str
    words: str


@lru_cache(maxsize=16384)
def day(when: date) -> Day:
    """Return a day like `1 March 2026`."""
    return Day(when.isoformat(), long_date(when))


@lru_cache(maxsize=4096)
def day_without_year(when: date) -> Day:
    """Return a day of a year that is known, like `1 March`."""
    return Day(when.isoformat(), f"{when.day} {month_name(when)}")


def short_day_without_year(when: date) -> Day:
    """Return a day of a year that is known, where there is little room, like `1 Mar`."""
    return Day(when.isoformat(), f"{when.day} {short_month_name(when)}")


def day_with_weekday(when: date) -> Day:
    """Return a day like `Saturday, 1 March 2026`."""
    return Day(when.isoformat(), f"{weekday_name(when)}, {long_date(when)}")


def day_with_weekday_without_year(when: date) -> Day:
    """Return a day of a year that is known, like `Saturday, 1 March`."""
    return Day(when.isoformat(), f"{weekday_name(when)}, {day_without_year(when).words}")


def short_day_with_weekday(when: date) -> Day:
    """Return a day of the weeks around it, like `Sat 1 Mar`."""
    return Day(when.isoformat(), f"{short_weekday_name(when)} {when.day} {short_month_name(when)}")


def short_day(when: date) -> Day:
    """Return a day for a table, like `1 Mar 2026`."""
    return Day(when.isoformat(), f"{when.day} {short_month_name(when)} {when.year}")


def optional_day(when: date | None) -> Day | None:
    """Return a day, or None for none."""
    return day(when) if when else None


def partial_day(when: PartialDate | None) -> Day | None:
    """Return as much of a date as was written, like `March 2026`; None for none."""
    return known_day(when) if when else None


def known_day(when: PartialDate) -> Day:
    """Return as much of a date as is known, like `2026`, `March 2026` or `1 March 2026`."""
    first = when.first
    words = (str(first.year), month_and_year(first), long_date(first))[when.parts - 1]
    return Day(str(when), words)


def short_known_day(when: PartialDate) -> Day:
    """Return as much of a date as is known, for a table, like `Mar 2026` or `1 Mar 2026`."""
    if when.full:
        return short_day(when.first)
    month = f"{short_month_name(when.first)} " if when.parts > 1 else ""
    return Day(str(when), f"{month}{when.first.year}")


def month_or_year(when: PartialDate) -> str:
    """Return the month of a date, like `March 2026`, or its year where only that is known."""
    return str(when.first.year) if when.parts == 1 else month_and_year(when.first)


def on_partial_date(when: PartialDate) -> str:
    """Return when something was, by as much as was written: `on 3 May 2024`, `in May 2024`."""
    return f"{'on' if when.full else 'in'} {known_day(when).words}"


def day_span(first: date, last: date) -> tuple[Day, ...]:
    """Return first and last day, saying once what they share, like `12` and `19 January 2027`."""
    if first == last:
        return (day(first),)
    words = str(first.day)
    if first.year != last.year:
        words = long_date(first)
    elif first.month != last.month:
        words = day_without_year(first).words
    return (Day(first.isoformat(), words), day(last))


#: From so many days on, by units of so many days.
_UNITS = ((730, 365, "years"), (60, 30, "months"), (14, 7, "weeks"), (2, 1, "days"))


def distance(when: date, today: date) -> str:
    """Return how far off a day is, like `in 3 weeks`, `tomorrow` or `2 years ago`."""
    days = (when - today).days
    if abs(days) < 2:
        return ("yesterday", "today", "tomorrow")[days + 1]
    length, unit = next(found[1:] for found in _UNITS if abs(days) >= found[0])
    words = f"{abs(days) // length} {unit}"
    return f"in {words}" if days > 0 else f"{words} ago"
