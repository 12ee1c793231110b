"""The time scale of charts: days to x, with years, chapters and contacts along it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import msgspec

#: Units across; on a wide screen one is a pixel.
WIDTH = 784.0
_ROOM = 36.0  # units that the number of a year takes
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_LONGEST = 90  # years


class Scale(msgspec.Struct, frozen=True):
    """The days from `first` up to `last`, over `width` units."""

    first: date
    last: date
    width: float = WIDTH

    def x(self, day: date) -> float:
        """Return where a day lies, in units; days outside lie on the nearest edge."""
        if day <= self.first:
            return 0.0
        if day >= self.last:
            return self.width
        return round(self.width * (day - self.first).days / (self.last - self.first).days, 1)

    def holds(self, day: date) -> bool:
        """Whether a day lies inside."""
        return self.first <= day < self.last

    @property
    def month(self) -> float:
        """How wide a month is, in units."""
        return self.width * 30.44 / max((self.last - self.first).days, 1)


class Tick(msgspec.Struct, frozen=True):
    """The beginning of a year; `name` is empty where there is no room for it."""

    x: float
    name: str


def scale_of(first: date, today: date, last: date) -> Scale:
    """Return the scale from the year of `first` on, to the month after `last`.

    It holds the year before `today` at least, and no more than a life's years.
    """
    year = min(max(first.year, today.year - _LONGEST), today.year - 1)
    end = max(last, today)
    if (end.year, end.month) >= (9999, 12):
        return Scale(date(max(year, 1), 1, 1), date.max)
    after = date(end.year + end.month // 12, end.month % 12 + 1, 1)
    return Scale(date(max(year, 1), 1, 1), after)


def ticks(scale: Scale) -> tuple[Tick, ...]:
    """Return a tick for every year, with as many numbers as there is room for."""
    years = range(scale.first.year, scale.last.year + 1)
    step = next((n for n in _STEPS if n * scale.month * 12 >= _ROOM), _STEPS[-1])
    found = []
    for year in years:
        x = scale.x(date(year, 1, 1))
        fits = year % step == 0 and scale.width - x >= _ROOM
        found.append(Tick(x, str(year) if fits else ""))
    return tuple(tick for tick in found if tick.x < scale.width)


class Contact(NamedTuple):
    """A day, which way it went (`out`, `in` or `both`), and whether it lies ahead."""

    day: date
    direction: str
    is_planned: bool = False


_LETTER = 6.4  # units that a letter of a name takes
_GAP = 10.0
_ROWS = 3


class ChapterBand(msgspec.Struct, frozen=True):
    """A chapter: from `x`, so `wide`; its name begins at `name_x` in one of the rows from 0."""

    x: float
    width: float
    name: str
    name_x: float
    row: int
    shaded: bool


def chapter_bands(chapters: Sequence[tuple[date, str]], scale: Scale) -> tuple[ChapterBand, ...]:
    """Return a band for every chapter that has begun by the end of the scale."""
    inside = sorted(found for found in chapters if found[0] < scale.last)
    edges = [*(scale.x(begins) for begins, _ in inside), scale.width]
    taken = [0.0] * _ROWS
    found: list[ChapterBand] = []
    for index, (_, name) in enumerate(inside):
        x, width = edges[index], round(edges[index + 1] - edges[index], 1)
        if width:
            name_x, row = _place(x, len(name) * _LETTER, taken, scale.width)
            shown = name if row >= 0 else ""
            found.append(ChapterBand(x, width, shown, name_x, max(row, 0), len(found) % 2 == 0))
    return tuple(found)


def _place(x: float, room: float, taken: list[float], width: float) -> tuple[float, int]:
    """Return where a name begins and its row, -1 for no room; `taken` says how far each row is."""
    name_x = round(max(min(x + 6, width - room), 0.0), 1)
    row = next((row for row, end in enumerate(taken) if end <= name_x), -1)
    if row >= 0:
        taken[row] = name_x + room + _GAP
    return name_x, row
