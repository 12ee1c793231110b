"""A person's lane of the timeline: ribbon, strokes, anniversaries, and its end."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import sqrt

import msgspec
from msgspec import structs

from journal.advice.phase_history import PhaseSpan
from journal.site.charts.scale import Contact, Scale
from journal.values import in_year, shift

#: Half the breadth of each phase, in units.
HALF = {
    "new": 4.0, "active": 8.0, "waiting": 4.0, "dormant": 0.9, "known": 0.6, "ended": 0.0,
    "unknown": 4.0,
}  # fmt: skip
_EASE = 12.0  # units in which one breadth turns into the next


class RibbonPart(msgspec.Struct, frozen=True):
    """A part of the ribbon: its phase, and its outline as an SVG path.

    Where no contact was written down yet, it is drawn as that outline, and not filled.
    """

    phase: str
    d: str
    is_recorded: bool = True


def ribbon(spans: Iterable[PhaseSpan], scale: Scale, middle: float) -> tuple[RibbonPart, ...]:
    """Return the parts of a ribbon along `middle`; it begins in a point."""
    return tuple(_stretches(spans, scale, middle))


def _stretches(spans: Iterable[PhaseSpan], scale: Scale, middle: float) -> Iterator[RibbonPart]:
    before, phase = 0.0, "new"
    for span in spans:
        half = HALF[span.phase]
        left, right = scale.x(span.begins.first), scale.x(span.ends.first)
        if half:
            phase = span.phase
        if right > left and (half or before):
            drawn = outline((left, right), (before, half), middle)
            yield RibbonPart(phase, drawn, span.is_recorded)
        before = half


def ribbon_end(
    ribbon_parts: tuple[RibbonPart, ...], last: PhaseSpan, scale: Scale, middle: float
) -> RibbonPart | None:
    """Return the part that narrows the ribbon to nothing after its last span."""
    half, left = HALF[last.phase], scale.x(last.ends.first)
    right = min(left + _EASE, scale.width)
    if not half or not ribbon_parts or right <= left:
        return None
    drawn = outline((left, right), (half, 0.0), middle)
    return structs.replace(ribbon_parts[-1], d=drawn)


def outline(ends: tuple[float, float], halves: tuple[float, float], middle: float) -> str:
    """Return the path of a part that changes from one half breadth to another."""
    (left, right), (begin, half) = ends, halves
    ease = min(_EASE, right - left) if begin != half else 0.0
    bend, full = _number(left + ease / 2), _number(left + ease)
    up, down = _number(middle - half), _number(middle + half)
    path = f"M{_number(left)} {_number(middle - begin)}"
    if ease:
        path += f"C{bend} {_number(middle - begin)} {bend} {up} {full} {up}"
    path += f"H{_number(right)}V{down}H{full}"
    if ease:
        end = _number(middle + begin)
        path += f"C{bend} {down} {bend} {end} {_number(left)} {end}"
    return f"{path}Z"


def _number(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


#: How far the longest stroke reaches, in units.
LONGEST = 14.0
_SHORTEST = 5.5
_APART = 4.5  # units from one stroke to the next
_RING = 8.0  # units that a ring takes
_MONTHS = (1, 2, 3, 6, 12, 24)


def months_per_stroke(scale: Scale) -> int:
    """Return how many months share a stroke, so that strokes can be told apart."""
    return next((n for n in _MONTHS if n * scale.month >= _APART), _MONTHS[-1])


class StrokeScale:
    """Where the strokes of contacts lie on a scale: the same in every lane, worked out once."""

    def __init__(self, scale: Scale) -> None:
        self.scale, self.months = scale, months_per_stroke(scale)
        self._x: dict[int, float] = {}

    def number(self, day: date) -> int:
        """Return the number of the stroke that a day belongs to."""
        return (day.year * 12 + day.month - 1) // self.months

    def x(self, number: int) -> float:
        """Return the middle of a stroke's months; at the end of time they are cut short."""
        if number not in self._x:
            month = number * self.months
            first = date(max(month // 12, 1), month % 12 + 1, 1)
            middle = (self.scale.x(first) + self.scale.x(shift(first, self.months))) / 2
            self._x[number] = round(middle, 1)
        return self._x[number]


def contact_strokes(contacts: Iterable[Contact], strokes: StrokeScale, middle: float) -> str:
    """Return one SVG path with a stroke for every month (or few) that had a contact."""
    up: Counter[int] = Counter()
    down: Counter[int] = Counter()
    for contact in contacts:
        if strokes.scale.holds(contact.day):
            number = strokes.number(contact.day)
            up[number] += contact.direction != "in"
            down[number] += contact.direction != "out"
    return "".join(
        f"M{strokes.x(number):g} {middle - _length(up[number]):g}"
        f"V{middle + _length(down[number]):g}"
        for number in sorted(up)
    )


def planned_rings(days: Iterable[date], scale: Scale) -> tuple[float, ...]:
    """Return where planned contacts lie on the line; close ones share a ring."""
    found: list[float] = []
    for day in sorted(days):
        x = min(scale.x(day), scale.width - _RING / 2)
        if scale.holds(day) and (not found or x - found[-1] >= _RING):
            found.append(x)
    return tuple(found)


def _length(count: int) -> float:
    return round(min(_SHORTEST * sqrt(count), LONGEST), 1)


#: Units: how high a lane is, where its ribbon runs, where its small words stand.
HEIGHT, MIDDLE, FOOT = 40.0, 16.0, 38.0
_NOTHING = "no day yet"
_ROUND = 5  # years between anniversaries that are marked
_ROOM = 30.0  # units that such a mark takes
_WORD_ROOM = 84.0  # units that the word at the end takes


class LaneLabel(msgspec.Struct, frozen=True):
    """A word at a place in a lane; `anchor` is SVG's `text-anchor`."""

    x: float
    text: str
    anchor: str = "middle"


class LaneFacts(msgspec.Struct, frozen=True):
    """What a lane is drawn from; `end` is the last day with its word, like `until 2020`."""

    spans: tuple[PhaseSpan, ...]
    contacts: Sequence[Contact]
    planned: Sequence[date]
    since: date | None
    end: tuple[date, str] | None


class Lane(msgspec.Struct, frozen=True):
    """What is drawn in a lane; `strokes` is an SVG path, `planned` places on the line."""

    ribbon_parts: tuple[RibbonPart, ...]
    strokes: str
    planned: tuple[float, ...]
    anniversaries: tuple[LaneLabel, ...]
    end: LaneLabel | None


def lane(facts: LaneFacts, strokes: StrokeScale, today: date) -> Lane:
    """Return the lane of a person as of `today`; nothing is drawn outside the scale."""
    scale = strokes.scale
    ribbon_parts = ribbon(facts.spans, scale, MIDDLE)
    if facts.spans and facts.end and facts.spans[-1].phase != "ended":
        last = ribbon_end(ribbon_parts, facts.spans[-1], scale, MIDDLE)
        ribbon_parts = (*ribbon_parts, last) if last else ribbon_parts
    return Lane(
        ribbon_parts=ribbon_parts,
        strokes=contact_strokes(facts.contacts, strokes, MIDDLE),
        planned=planned_rings(facts.planned, scale),
        anniversaries=tuple(_anniversaries(facts, scale, today)),
        end=_end(facts, scale, today),
    )


def _anniversaries(facts: LaneFacts, scale: Scale, today: date) -> Iterator[LaneLabel]:
    """Yield every fifth year since the beginning, or every tenth or so where they are close."""
    if facts.since is None:
        return
    last = min(facts.end[0], today) if facts.end else today
    every = _ROUND
    while every * 12 * scale.month < _ROOM:
        every *= 2
    for year in range(facts.since.year + every, last.year + 1, every):
        day = in_year(facts.since.month, facts.since.day, year)
        if scale.holds(day) and day <= last:
            yield LaneLabel(scale.x(day), f"{year - facts.since.year} years")


def _end(facts: LaneFacts, scale: Scale, today: date) -> LaneLabel | None:
    if facts.end is None or not facts.end[0] < scale.last:
        return None if facts.spans or facts.contacts else LaneLabel(scale.x(today), _NOTHING, "end")
    x = scale.x(facts.end[0])
    if x + _WORD_ROOM > scale.width:
        return LaneLabel(x, facts.end[1], "end")
    return LaneLabel(x, facts.end[1], "start")
