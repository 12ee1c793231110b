"""A year as weeks and days, in quarters of thirteen weeks or so."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

_WEEK = 7


class Week(NamedTuple):
    """An ISO week: its number, and its days from Monday on; None for days of another year."""

    number: int
    days: tuple[date | None, ...]


def quarters(year: int) -> tuple[tuple[Week, ...], ...]:
    """Return the weeks of a year, in four parts; every day of the year is in one of them."""
    parts: tuple[list[Week], ...] = ([], [], [], [])
    for days in _weeks(year):
        # a week belongs where its Thursday does; one cut short by the year, where its days do
        day = days[3] or next(filter(None, days))
        parts[(day.month - 1) // 3].append(Week(day.isocalendar().week, days))
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
