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


_DURATION = re.compile(r"([0-9]{1,5}) ?(d|days?|w|weeks?|m|months?|y|years?)", re.IGNORECASE)
_ISO_DURATION = re.compile(
    r"P(?=[0-9])(?:([0-9]{1,4})Y)?(?:([0-9]{1,5})M)?(?:([0-9]{1,5})W)?(?:([0-9]{1,5})D)?",
    re.IGNORECASE,
)
_DURATION_WORDS = {
    "weekly": Duration(days=7),
    "fortnightly": Duration(days=14),
    "monthly": Duration(months=1),
    "quarterly": Duration(months=3),
    "twice a year": Duration(months=6),
    "yearly": Duration(months=12),
    "none": Duration(never=True),
}
_UNITS = {"d": (0, 1), "w": (0, 7), "m": (1, 0), "y": (12, 0)}


def read_duration(text: str) -> Duration:
    """Read `3 months`, `2w`, `P3M` (ISO 8601), `quarterly`, `none` … Raises `Unreadable`."""
    words = " ".join(text.casefold().split())
    if words in _DURATION_WORDS:
        return _DURATION_WORDS[words]
    if match := _DURATION.fullmatch(words):
        months, days = _UNITS[match[2][0]]
        return Duration(months * int(match[1]), days * int(match[1]))
    if match := _ISO_DURATION.fullmatch(words):
        years, months, weeks, days = (int(part or 0) for part in match.groups())
        return Duration(years * 12 + months, weeks * 7 + days)
    raise Unreadable("a duration", "like 10 days, 2 weeks, 3 months, 1 year, quarterly or none")
