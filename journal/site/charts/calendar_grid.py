"""Years divided into quarters, weeks and days."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple


class Quarter(NamedTuple):
    """Three months of a year; `number` from 1 to 4."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        if self.number == 4:
            return date(self.year, 12, 31)
        return date(self.year, self.number * 3 + 1, 1) - timedelta(days=1)


def quarter_of(day: date) -> Quarter:
    """Return the quarter that a day is in."""
    return Quarter(day.year, (day.month + 2) // 3)


def quarters_back_from(last: date, first: date, most: int) -> tuple[Quarter, ...]:
    """Return the quarters from that of `last` back to that of `first`, `most` years at most."""
    end = max(quarter_of(first), Quarter(max(last.year - most + 1, 1), 1))
    found = []
    year, number = quarter_of(last)
    while (year, number) >= end and year >= 1:
        found.append(Quarter(year, number))
        year, number = (year, number - 1) if number > 1 else (year - 1, 4)
    return tuple(found)


_WEEK = 7


class IsoWeek(NamedTuple):
    """An ISO week: its number, and its days from Monday on; None for days of another year."""

    number: int
    days: tuple[date | None, ...]


def weeks_by_quarter(year: int) -> tuple[tuple[IsoWeek, ...], ...]:
    """Return the weeks of a year, in four parts; every day of the year is in one of them."""
    parts: tuple[list[IsoWeek], ...] = ([], [], [], [])
    for days in _weeks(year):
        # a week belongs where its Thursday does; one cut short by the year, where its days do
        day = days[3] or next(filter(None, days))
        parts[(day.month - 1) // 3].append(IsoWeek(day.isocalendar().week, days))
    return tuple(tuple(part) for part in parts)


def _weeks(year: int) -> Iterator[tuple[date | None, ...]]:
    first = date(year, 1, 1)
    week: list[date | None] = [None] * first.weekday()
    for number in range((date(year, 12, 31) - first).days + 1):
        week.append(first + timedelta(days=number))
        if len(week) == _WEEK:
            yield tuple(week)
            week = []
    if week:
        yield (*week, *[None] * (_WEEK - len(week)))
