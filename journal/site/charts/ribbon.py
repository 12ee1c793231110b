"""The phases of a person as one ribbon, the broader the closer you were."""

from collections.abc import Iterable, Iterator

import msgspec

from journal.advice.history import Span
from journal.site.charts.scale import Scale

#: Half the breadth of each phase, in units.
HALF = {"new": 4.0, "active": 8.0, "waiting": 4.0, "dormant": 0.9, "known": 0.6, "ended": 0.0}
_EASE = 12.0  # units in which one breadth turns into the next


class Reach(msgspec.Struct, frozen=True):
    """A stretch of the ribbon: its phase, and the outline as an SVG path."""

    phase: str
    d: str


def ribbon(spans: Iterable[Span], scale: Scale, middle: float) -> tuple[Reach, ...]:
    """Return the stretches of a ribbon along `middle`; it begins in a point."""
    return tuple(_stretches(spans, scale, middle))


def _stretches(spans: Iterable[Span], scale: Scale, middle: float) -> Iterator[Reach]:
    before, phase = 0.0, "new"
    for span in spans:
        half = HALF[span.phase]
        left, right = scale.x(span.begins), scale.x(span.ends)
        if half:
            phase = span.phase
        if right > left and (half or before):
            yield Reach(phase, outline((left, right), (before, half), middle))
        before = half


def tail(reaches: tuple[Reach, ...], last: Span, scale: Scale, middle: float) -> Reach | None:
    """Return how a ribbon runs out after its last span, in the look of its last stretch."""
    half, left = HALF[last.phase], scale.x(last.ends)
    right = min(left + _EASE, scale.width)
    if not half or not reaches or right <= left:
        return None
    return Reach(reaches[-1].phase, outline((left, right), (half, 0.0), middle))


def outline(ends: tuple[float, float], halves: tuple[float, float], middle: float) -> str:
    """Return the path of a stretch that grows from one half breadth to another."""
    (left, right), (begin, half) = ends, halves
    ease = min(_EASE, right - left) if begin != half else 0.0
    bend, full = _n(left + ease / 2), _n(left + ease)
    up, down = _n(middle - half), _n(middle + half)
    path = f"M{_n(left)} {_n(middle - begin)}"
    if ease:
        path += f"C{bend} {_n(middle - begin)} {bend} {up} {full} {up}"
    path += f"H{_n(right)}V{down}H{full}"
    if ease:
        path += f"C{bend} {down} {bend} {_n(middle + begin)} {_n(left)} {_n(middle + begin)}"
    return f"{path}Z"


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
