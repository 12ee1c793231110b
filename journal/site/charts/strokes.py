"""Contacts as strokes along a line: up for what went out, down for what came in."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from journal.site.charts.scale import Scale
from journal.values import shift

#: How far the longest stroke reaches, in units.
LONGEST = 14.0
_SHORTEST = 5.5
_APART = 4.5  # units from one stroke to the next
_RING = 8.0  # units that a ring takes
_MONTHS = (1, 2, 3, 6, 12, 24)


class Contact(NamedTuple):
    """A day, and which way it went: `out`, `in` or `both`."""

    day: date
    direction: str


def together(scale: Scale) -> int:
    """Return how many months share a stroke, so that strokes can be told apart."""
    return next((n for n in _MONTHS if n * scale.month >= _APART), _MONTHS[-1])


def strokes(contacts: Iterable[Contact], scale: Scale, middle: float) -> str:
    """Return one SVG path with a stroke for every month (or few) that had a contact."""
    months = together(scale)
    up: Counter[int] = Counter()
    down: Counter[int] = Counter()
    for contact in contacts:
        if scale.holds(contact.day):
            place = (contact.day.year * 12 + contact.day.month - 1) // months
            up[place] += contact.direction != "in"
            down[place] += contact.direction != "out"
    return "".join(
        f"M{_x(scale, place, months):g} {middle - _length(up[place]):g}"
        f"V{middle + _length(down[place]):g}"
        for place in sorted(up)
    )


def rings(days: Iterable[date], scale: Scale) -> tuple[float, ...]:
    """Return where planned contacts lie on the line; close ones share a ring."""
    found: list[float] = []
    for day in sorted(days):
        x = min(scale.x(day), scale.width - _RING / 2)
        if scale.holds(day) and (not found or x - found[-1] >= _RING):
            found.append(x)
    return tuple(found)


@lru_cache(maxsize=4096)
def _x(scale: Scale, place: int, months: int) -> float:
    """Return the middle of some months; at the end of time they are cut short."""
    first = date(max(place * months // 12, 1), place * months % 12 + 1, 1)
    return round((scale.x(first) + scale.x(shift(first, months))) / 2, 1)


def _length(count: int) -> float:
    return round(min(_SHORTEST * sqrt(count), LONGEST), 1)
