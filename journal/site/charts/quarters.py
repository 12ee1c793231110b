"""Quarters of years: which one a day is in, and which ones lie between two days."""

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


def back_from(last: date, first: date, most: int) -> tuple[Quarter, ...]:
    """Return the quarters from that of `last` back to that of `first`, `most` years at most."""
    end = max(quarter_of(first), Quarter(max(last.year - most + 1, 1), 1))
    found = []
    year, number = quarter_of(last)
    while (year, number) >= end and year >= 1:
        found.append(Quarter(year, number))
        year, number = (year, number - 1) if number > 1 else (year - 1, 4)
    return tuple(found)
