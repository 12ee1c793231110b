"""Durations in calendar months and days: read from a text, and counted from a day."""

import re
from datetime import date

import msgspec

from journal.values import Unreadable, shift


class Duration(msgspec.Struct, frozen=True, array_like=True):
    """Calendar months and days; `never` is the word `none`: no such duration at all."""

    months: int = 0
    days: int = 0
    never: bool = False

    def after(self, day: date) -> date:
        """Return `day` plus this, the day of the month clamped; at most `date.max`."""
        return shift(day, self.months, self.days)

    def before(self, day: date) -> date:
        """Return `day` minus this, the day of the month clamped; at least `date.min`."""
        return shift(day, -self.months, -self.days)

    def twice(self) -> "Duration":
        """Return double this."""
        return Duration(self.months * 2, self.days * 2, self.never)

    @property
    def parts(self) -> tuple[tuple[int, str], ...]:
        """What it is made of, like `1 year` and `6 months`; nothing for none and for no time."""
        years, months = divmod(self.months, 12)
        weeks, days = divmod(self.days, 7)
        if days:
            weeks, days = 0, self.days
        parts = ((years, "year"), (months, "month"), (weeks, "week"), (days, "day"))
        return tuple((count, unit) for count, unit in parts if count)

    def __str__(self) -> str:
        if self.never:
            return "none"
        return " ".join(f"{n} {unit}{'s' * (n != 1)}" for n, unit in self.parts) or "0 days"


_UNIT = r"(d|days?|w|weeks?|m|months?|quarters?|y|years?)"
_LENGTH = re.compile(rf"([0-9]{{1,5}}) ?{_UNIT}\b(?:$|(?:,| and)? ?(?=[0-9]))")
_EACH = re.compile(rf"(?:every|each|(?:once )?(?:an?|per|every|each)) (other |second )?{_UNIT}")
_OFTEN = re.compile(
    rf"(?:(twice|thrice)|([0-9]{{1,2}}) ?(?:x|times)) (?:an?|per|every|each) {_UNIT}"
)
_ISO_DURATION = re.compile(
    r"p(?=[0-9])(?:([0-9]{1,4})y)?(?:([0-9]{1,5})m)?(?:([0-9]{1,5})w)?(?:([0-9]{1,5})d)?"
)
_DURATION_WORDS = {
    "daily": Duration(days=1),
    "weekly": Duration(days=7),
    "fortnightly": Duration(days=14),
    "monthly": Duration(months=1),
    "quarterly": Duration(months=3),
    "half-yearly": Duration(months=6),
    "yearly": Duration(months=12),
    "annually": Duration(months=12),
    "none": Duration(never=True),
    "never": Duration(never=True),
}
#: Months and days of a unit, by its first letter.
_UNITS = {"d": (0, 1), "w": (0, 7), "m": (1, 0), "q": (3, 0), "y": (12, 0)}
#: The days that are shared out where the months cannot be: twice a month is every two weeks.
_DAYS_TO_SHARE = {"d": 1, "w": 7, "m": 28, "q": 91, "y": 364}
_TIMES = {"twice": 2, "thrice": 3}


def read_duration(text: str) -> Duration:
    """Read `3 months`, `every 3 months`, `twice a year`, `2w`, `P3M` (ISO 8601), `quarterly`.

    Raises `Unreadable`.
    """
    words = " ".join(text.casefold().split())
    found = _DURATION_WORDS.get(words) or _of_lengths(words.removeprefix("every "))
    found = found or _of_each(words) or _of_often(words) or _of_iso(words)
    if found is None:
        hint = "like 10 days, every 3 months, twice a year, quarterly or none"
        raise Unreadable("a duration", hint)
    return found


def _of_lengths(words: str) -> Duration | None:
    """Read `3 months`, and `1 year 6 months`, as a duration is written."""
    months = days = end = 0
    while match := _LENGTH.match(words, end):
        count, (in_months, in_days) = int(match[1]), _UNITS[match[2][0]]
        months, days, end = months + count * in_months, days + count * in_days, match.end()
    return Duration(months, days) if end and end == len(words) else None


def _of_each(words: str) -> Duration | None:
    """Read `every month`, `every other week`, `once a year`."""
    if not (match := _EACH.fullmatch(words)):
        return None
    found = Duration(*_UNITS[match[2][0]])
    return found.twice() if match[1] else found


def _of_often(words: str) -> Duration | None:
    """Read `twice a month`, `3 times a year`."""
    match = _OFTEN.fullmatch(words)
    times = (_TIMES.get(match[1]) or int(match[2])) if match else 0
    if not match or not times:
        return None
    months, _ = _UNITS[match[3][0]]
    if months and months % times == 0:
        return Duration(months // times)
    return Duration(days=max(_DAYS_TO_SHARE[match[3][0]] // times, 1))


def _of_iso(words: str) -> Duration | None:
    if not (match := _ISO_DURATION.fullmatch(words)):
        return None
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    return Duration(years * 12 + months, weeks * 7 + days)
