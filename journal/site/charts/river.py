"""All contacts as a stream graph: mine above its middle, theirs below."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from math import sqrt

from journal.site.charts.scale import Contact, Scale
from journal.values import shift

_STEP = 10.0  # units from one breadth to the next, at least
_MONTHS = (3, 6, 12, 24, 60)
_Point = tuple[float, float]


def river(contacts: Iterable[Contact], scale: Scale, middle: float, half: float) -> str:
    """Return the outline as an SVG path, nowhere broader than `half` on a side; empty for none."""
    months = next((n for n in _MONTHS if n * scale.month >= _STEP), _MONTHS[-1])
    inside = [contact for contact in contacts if scale.holds(contact.day)]
    if not inside:
        return ""
    up, down = _breadths(inside, months)
    most = sqrt(max(max(up.values(), default=0), max(down.values(), default=0)))
    first, last = min((*up, *down)), max((*up, *down))
    places = [(place, _x(scale, place, months)) for place in range(first, last + 1)]
    above = [(x, middle - half * sqrt(up[place]) / most) for place, x in places]
    below = [(x, middle + half * sqrt(down[place]) / most) for place, x in places]
    mouth = max(scale.x(max(contact.day for contact in inside)), places[-1][1])
    begin, end = (scale.x(_first(first, months)), middle), (mouth, middle)
    there = _curve([begin, *above, end])
    back = _curve([end, *reversed(below), begin])
    return f"M{begin[0]:g} {middle:g}{there}{back}Z"


def _breadths(contacts: Iterable[Contact], months: int) -> tuple[Counter[int], Counter[int]]:
    up: Counter[int] = Counter()
    down: Counter[int] = Counter()
    for contact in contacts:
        place = (contact.day.year * 12 + contact.day.month - 1) // months
        if contact.direction != "in":
            up[place] += 1
        if contact.direction != "out":
            down[place] += 1
    return up, down


def _curve(points: list[_Point]) -> str:
    """Return a line through the points after the first that is level at each of them."""
    path = ""
    for (x, y), (to_x, to_y) in pairwise(points):
        bend = round((x + to_x) / 2, 1)
        path += f"C{bend:g} {y:.4g} {bend:g} {to_y:.4g} {to_x:g} {to_y:.4g}"
    return path


def _first(place: int, months: int) -> date:
    return date(max(place * months // 12, 1), place * months % 12 + 1, 1)


def _x(scale: Scale, place: int, months: int) -> float:
    first = _first(place, months)
    return round((scale.x(first) + scale.x(shift(first, months))) / 2, 1)
