"""Text to values, and date arithmetic. A note's scalars are text until a key gives them meaning."""

import re
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta, tzinfo

import msgspec
from dateutil.relativedelta import relativedelta


class Unreadable(ValueError):
    """A text that is not a value of the type asked for; says what was expected and what to do."""

    def __init__(self, expected: str, hint: str = "") -> None:
        super().__init__(expected)
        self.expected = expected
        self.hint = hint


class PartialDate(msgspec.Struct, frozen=True, array_like=True):
    """A year, a month or a day; counts from its first day. `parts` is 1, 2 or 3."""

    first: date
    parts: int

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Return a day that is known."""
        return cls(day, 3)

    @property
    def full(self) -> bool:
        """Whether the day itself was written."""
        return self.parts == 3

    def __str__(self) -> str:
        return self.first.isoformat()[: (0, 4, 7, 10)[self.parts]]


class Birthday(msgspec.Struct, frozen=True, array_like=True):
    """A day of the year, with the year of birth where it was written (else 0)."""

    month: int
    day: int
    year: int = 0


class Hours(msgspec.Struct, frozen=True, array_like=True):
    """Hours of a day in local time, start included, end not; may wrap past midnight."""

    start: time
    end: time

    def contains(self, clock: time) -> bool:
        """Whether `clock` (local time) is inside."""
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"


def shift(day: date, months: int = 0, days: int = 0) -> date:
    """Move `day` by months, clamped to the month's end, then days; stays inside the calendar."""
    if not months:
        return add_days(day, days)
    try:
        return day + relativedelta(months=months, days=days)
    except (OverflowError, ValueError):
        return date.max if months > 0 else date.min


def add_days(day: date, days: int) -> date:
    """Return `day` plus `days` (may be negative), kept inside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def add_years(year: int, years: int) -> int:
    """Return `year` plus `years` (may be negative), kept inside the calendar."""
    return min(max(year + years, MINYEAR), MAXYEAR)


def in_year(month: int, day: int, year: int) -> date:
    """Return that day in `year`; 29 February falls on the 28th in other years."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """Return an aware `moment` on the clocks of `zone`; its day stays inside the calendar."""
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError):  # the first or the last day, and it is another one there
        first = moment.year == MINYEAR
        inside = moment.replace(year=MINYEAR + 1 if first else MAXYEAR - 1)
        return datetime.combine(
            date.min if first else date.max, inside.astimezone(zone).time(), zone
        )


#: Quotes that word processors write, and no format reads.
CURLY_QUOTES = ("“", "”", "‘", "’", "„")

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_TIME_BEHIND = re.compile(
    r"(?:T| )([0-9]{2}:[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r"(?: ?(Z|UTC|[+-][0-9]{2}(?::?[0-9]{2})?))?",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(
    r"(?:(?P<y>[0-9]{4})-|--)?(?P<m>[0-9]{2})-(?P<d>[0-9]{2})"
    r"|(?:(?P<y2>[0-9]{4})|--)(?P<m2>[0-9]{2})(?P<d2>[0-9]{2})"
)
#: How address books write a birthday whose year is not known; no one alive was born then.
_NO_YEAR = 1604
_CLOCK = re.compile(r"([0-9]{2}):([0-9]{2})")
_HOURS = re.compile(r"([0-9]{2}:[0-9]{2}) ?[-\N{EN DASH}] ?([0-9]{2}:[0-9]{2})")
_NUMBER = re.compile(r"[0-9]{1,9}")


def read_date(text: str) -> date:
    """Read `YYYY-MM-DD` (ISO 8601). Raises `Unreadable`."""
    match = _DATE.fullmatch(text)
    if not match:
        raise Unreadable("a date, YYYY-MM-DD", _date_hint(text))
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        raise Unreadable("a date that exists, YYYY-MM-DD", "there is no such day") from None


def read_date_and_time(text: str) -> tuple[date, time | None]:
    """Read a day, with a time behind it or without: `2023-09-12T10:00`, also as ISO 8601 has it.

    A time of another clock, by UTC, is none that a local one shows. Raises `Unreadable`.
    """
    behind = _TIME_BEHIND.fullmatch(text, 10) if len(text) > 10 else None
    if behind is None:
        return read_date(text), None
    clock = read_clock(behind[1])
    is_of_utc = (behind[2] or "").upper() in ("Z", "UTC")
    return read_date(text[:10]), None if is_of_utc else clock


def _date_hint(text: str) -> str:
    almost = re.match(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", text.strip("“”‘’\"' "))
    if almost is None:
        return "write it like 2025-03-14"
    return "write {}-{:0>2}-{:0>2}".format(*almost.groups())


def read_partial_date(text: str) -> PartialDate:
    """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a time behind it is passed over.

    Raises `Unreadable`.
    """
    if _TIME_BEHIND.fullmatch(text, 10):
        return PartialDate(read_date_and_time(text)[0], 3)
    match = _PARTIAL.fullmatch(text)
    if not match:
        raise Unreadable("a year, month or day: YYYY, YYYY-MM or YYYY-MM-DD", "like 2015-03")
    parts = [int(part) for part in match.groups() if part]
    try:
        return PartialDate(date(*(*parts, 1, 1)[:3]), len(parts))
    except ValueError:
        raise Unreadable("a date that exists", "there is no such day") from None


def read_birthday(text: str) -> Birthday:
    """Read `MM-DD`, `--MM-DD`, `YYYY-MM-DD` or `YYYYMMDD`; the year 1604 means none.

    29 February is fine without a year. Raises `Unreadable`.
    """
    match = _BIRTHDAY.fullmatch(text)
    if not match:
        raise Unreadable("a birthday, MM-DD or YYYY-MM-DD", "like 06-20")
    year, month, day = (int(match[part] or match[f"{part}2"] or 0) for part in "ymd")
    try:
        date(year or 2000, month, day)
    except ValueError:
        raise Unreadable("a birthday that exists", "there is no such day") from None
    return Birthday(month, day, 0 if year == _NO_YEAR else year)


def read_clock(text: str) -> time:
    """Read `HH:MM`, 24 hours. Raises `Unreadable`."""
    match = _CLOCK.fullmatch(text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise Unreadable("a time of day, HH:MM with 24 hours", "like 09:30")
    return time(int(match[1]), int(match[2]))


def read_hours(text: str) -> Hours:
    """Read `HH:MM-HH:MM`. Raises `Unreadable`."""
    match = _HOURS.fullmatch(text)
    if not match:
        raise Unreadable("hours, HH:MM-HH:MM", "like 21:00-09:00")
    return Hours(read_clock(match[1]), read_clock(match[2]))


def read_number(text: str) -> int:
    """Read a whole number, 0 or more. Raises `Unreadable`."""
    if not _NUMBER.fullmatch(text):
        raise Unreadable("a whole number, 0 or more", "like 20")
    return int(text)


def read_bool(text: str) -> bool:
    """Read true, false, yes or no, in any case. Raises `Unreadable`."""
    word = text.casefold()
    if word not in ("true", "false", "yes", "no"):
        raise Unreadable("true or false", "yes and no are understood too")
    return word in ("true", "yes")


_MONTHS = 1200  # a hundred years
#: The first day that a key may name.
EARLIEST_DAY = date(1900, 1, 1)
#: Up to this one, every day counts, whatever day it is today.
ALWAYS_IN_RANGE_UNTIL = date(2099, 12, 31)


def latest_day(today: date) -> date:
    """Return the last day that a key may name as of `today`: a hundred years ahead."""
    return max(shift(today, _MONTHS), ALWAYS_IN_RANGE_UNTIL)
