"""One person's lane of the long timeline: ribbon, strokes, round years, and how it ends."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from journal.advice.history import Span
from journal.site.charts.ribbon import Reach, ribbon, tail
from journal.site.charts.scale import Scale
from journal.site.charts.strokes import Contact, rings, strokes
from journal.values import in_year

#: Units: how high a lane is, where its ribbon runs, where its small words stand.
HEIGHT, MIDDLE, FOOT = 40.0, 16.0, 38.0
_NOTHING = "no day yet"
_ROUND = 5  # years between anniversaries that are marked
_ROOM = 30.0  # units that such a mark takes
_WORD_ROOM = 84.0  # units that the word at the end takes


class Mark(msgspec.Struct, frozen=True):
    """A word at a place in a lane; `anchor` is SVG's `text-anchor`."""

    x: float
    text: str
    anchor: str = "middle"


class Facts(msgspec.Struct, frozen=True):
    """What a lane is drawn from; `end` is the last day with its word, like `until 2020`."""

    spans: tuple[Span, ...]
    contacts: Sequence[Contact]
    planned: Sequence[date]
    since: date | None
    end: tuple[date, str] | None


class Lane(msgspec.Struct, frozen=True):
    """What is drawn in a lane; `strokes` is an SVG path, `planned` places on the line."""

    reaches: tuple[Reach, ...]
    strokes: str
    planned: tuple[float, ...]
    rounds: tuple[Mark, ...]
    end: Mark | None


def lane(facts: Facts, scale: Scale, today: date) -> Lane:
    """Return the lane of a person as of `today`; nothing is drawn outside the scale."""
    reaches = ribbon(facts.spans, scale, MIDDLE)
    if facts.spans and facts.end and facts.spans[-1].phase != "ended":
        last = tail(reaches, facts.spans[-1], scale, MIDDLE)
        reaches = (*reaches, last) if last else reaches
    return Lane(
        reaches=reaches,
        strokes=strokes(facts.contacts, scale, MIDDLE),
        planned=rings(facts.planned, scale),
        rounds=tuple(_rounds(facts, scale, today)),
        end=_end(facts, scale, today),
    )


def _rounds(facts: Facts, scale: Scale, today: date) -> Iterator[Mark]:
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
            yield Mark(scale.x(day), f"{year - facts.since.year} years")


def _end(facts: Facts, scale: Scale, today: date) -> Mark | None:
    if facts.end is None or not facts.end[0] < scale.last:
        return None if facts.spans or facts.contacts else Mark(scale.x(today), _NOTHING, "end")
    x = scale.x(facts.end[0])
    if x + _WORD_ROOM > scale.width:
        return Mark(x, facts.end[1], "end")
    return Mark(x, facts.end[1], "start")
