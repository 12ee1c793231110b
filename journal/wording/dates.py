"""Days, durations and distances in words, and days as machines read them."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from journal.values import Duration, PartialDate

#: By number, less one. Not by `strftime`, which asks the system's language, and takes its time.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def spelled(day: date) -> str:
    """Return a day like `1 March 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def every(cadence: Duration) -> str:
    """Return a cadence like `every 3 months`."""
    text = str(cadence)
    one = text.startswith("1 ") and text.count(" ") == 1
    return f"every {text[2:]}" if one else f"every {text}"


class Day(NamedTuple):
    """A day as `<time>` has it: `iso` for machines, `words` for people."""

    iso: str
    words: str


@lru_cache(maxsize=16384)
def day(when: date) -> Day:
    """Return a day like `1 March 2026`."""
    return Day(when.isoformat(), spelled(when))


@lru_cache(maxsize=4096)
def short(when: date) -> Day:
    """Return a day of a year that is known, like `1 March`."""
    return Day(when.isoformat(), f"{when.day} {MONTHS[when.month - 1]}")


def named_day(when: date) -> Day:
    """Return a day like `Saturday, 1 March 2026`."""
    return Day(when.isoformat(), f"{when:%A}, {spelled(when)}")


def weekday(when: date) -> Day:
    """Return a day of the weeks around it, like `Sat 1 Mar`."""
    return Day(when.isoformat(), f"{when:%a} {when.day} {when:%b}")


def short_year(when: date) -> Day:
    """Return a day for a table, like `1 Mar 2026`."""
    return Day(when.isoformat(), f"{when.day} {when:%b} {when.year}")


def maybe(when: date | None) -> Day | None:
    """Return a day, or None for none."""
    return day(when) if when else None


def partial(when: PartialDate | None) -> Day | None:
    """Return as much of a date as was written, like `March 2026`."""
    if when is None:
        return None
    words = spelled(when.first).split(" ")[3 - when.parts :]
    return Day(str(when), " ".join(words))


def span(first: date, last: date) -> tuple[Day, ...]:
    """Return first and last day, or the one they are."""
    return (day(first),) if first == last else (day(first), day(last))


_UNITS = ((730, 365, "years"), (60, 30, "months"), (14, 7, "weeks"), (2, 1, "days"))


def distance(when: date, today: date) -> str:
    """Return how far off a day is, like `in 3 weeks`, `tomorrow` or `2 years ago`."""
    days = (when - today).days
    if abs(days) < 2:
        return ("yesterday", "today", "tomorrow")[days + 1]
    length, unit = next(found[1:] for found in _UNITS if abs(days) >= found[0])
    words = f"{abs(days) // length} {unit}"
    return f"in {words}" if days > 0 else f"{words} ago"
