"""The strip of twelve months: a column a week, a mark for one or more contacts."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil

import msgspec

from journal.values import add_days, shift
from journal.wording.dates import short_month_name

WEEKS = 53
"""The columns that hold the last twelve months, whatever the day."""
#: Pixels: from one mark to the next, a mark's middle above the line, the words below it.
_STEP, _FIRST, _FOOT = 8, 6, 22
#: As many marks as a column may hold, and as few as it is high for.
_MOST, _LEAST = 12, 3
_SHAPES = ("out", "both", "in")  # from the line upwards


class WeekCount(msgspec.Struct, frozen=True):
    """The contacts of a week, by direction; `monday` is its first day."""

    monday: date
    out: int
    both: int
    into: int

    @property
    def total(self) -> int:
        """How many there were."""
        return self.out + self.both + self.into


class WeekMark(msgspec.Struct, frozen=True):
    """A mark: `x` in per cent of the strip's width, `y` in pixels from its top."""

    x: str
    y: int
    shape: str


class MonthLabel(msgspec.Struct, frozen=True):
    """The name of a month where it begins; every second one may be left out."""

    x: str
    text: str
    second: bool


class WeekStrip(msgspec.Struct, frozen=True):
    """The picture; `each` is how many contacts a mark stands for."""

    marks: tuple[WeekMark, ...]
    labels: tuple[MonthLabel, ...]
    height: int
    line: int
    foot: int
    each: int


def counted_weeks(contacts: Sequence[tuple[date, str]], today: date) -> tuple[WeekCount, ...]:
    """Return the last weeks up to today's, oldest first, of the day and direction of contacts."""
    this = add_days(today, -today.weekday())
    mondays = [add_days(this, -7 * back) for back in range(WEEKS - 1, -1, -1)]
    counts = {monday: {"out": 0, "both": 0, "in": 0} for monday in mondays}
    for day, direction in contacts:
        monday = add_days(day, -day.weekday())
        if monday in counts:
            counts[monday][direction] += 1
    return tuple(WeekCount(monday, *found.values()) for monday, found in counts.items())


def week_strip(found: Sequence[WeekCount]) -> WeekStrip:
    """Return the picture of the weeks."""
    most = max((week.total for week in found), default=0)
    each = max(1, ceil(most / _MOST))
    columns = [_shapes(week, each) for week in found]
    line = _STEP * max(_LEAST, *(len(column) for column in columns)) + _FIRST
    return WeekStrip(
        marks=tuple(_marks(columns, line)),
        labels=tuple(_labels(found)),
        height=line + _FOOT,
        line=line,
        foot=line + _FOOT - 6,
        each=each,
    )


def _shapes(week: WeekCount, each: int) -> list[str]:
    counts = (week.out, week.both, week.into)
    return [
        shape
        for shape, count in zip(_SHAPES, counts, strict=True)
        for _ in range(ceil(count / each))
    ]


def _marks(columns: Sequence[list[str]], line: int) -> Iterator[WeekMark]:
    for index, column in enumerate(columns):
        for row, shape in enumerate(column):
            yield WeekMark(_x(index), line - _FIRST - row * _STEP, shape)


def _labels(found: Sequence[WeekCount]) -> Iterator[MonthLabel]:
    """Yield the months whose first day lies in a week, but for those at the ends: no room."""
    number = 0
    for index, week in list(enumerate(found))[2:-2]:
        first = shift(week.monday.replace(day=1), months=week.monday.day != 1)
        if first < add_days(week.monday, 7):
            yield MonthLabel(_x(index), short_month_name(first), number % 2 == 1)
            number += 1


def _x(index: int) -> str:
    return f"{(index + 0.5) * 100 / WEEKS:.2f}%"
