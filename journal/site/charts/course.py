"""The course of one relationship: phases, years and every contact, placed in percent.

Percent and not units, so that words keep their size on a narrow page.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from journal.advice.history import Span
from journal.values import add_days

#: How far contacts reach above and below the line, in pixels, by the way they went.
_REACH = {"out": (18, 0), "in": (0, 18), "both": (18, 18)}
#: How high each phase is drawn, in pixels: the closer, the higher.
HEIGHTS = {"new": 10, "active": 16, "waiting": 7, "dormant": 2, "ended": 0}
MIDDLE = 30
_MOST_YEARS = 6  # numbers that fit on a narrow phone
_ROOM = 10.0  # percent below which a number would stand over the edge


class Bar(msgspec.Struct, frozen=True):
    """A phase: where it begins and how wide it is, in percent; top and height in pixels."""

    x: str
    width: str
    y: float
    height: float
    phase: str


class Stroke(msgspec.Struct, frozen=True):
    """A contact: where it stands in percent, and how far it reaches in pixels."""

    x: str
    top: int
    foot: int
    way: str
    title: str


class Year(msgspec.Struct, frozen=True):
    """The beginning of a year; `name` is empty where there is no room for it."""

    x: str
    name: str


class Contact(msgspec.Struct, frozen=True):
    """A day, the way it went (`out`, `in` or `both`), and what it is called."""

    day: date
    way: str
    title: str


class Course(msgspec.Struct, frozen=True):
    """What is drawn; `today` is a place in percent."""

    bars: tuple[Bar, ...]
    strokes: tuple[Stroke, ...]
    years: tuple[Year, ...]
    today: str


class _Line(msgspec.Struct, frozen=True):
    """The days from first to last, along a hundred percent."""

    first: date
    last: date

    def at(self, day: date) -> float:
        days = max((self.last - self.first).days, 1)
        return min(max(100 * (day - self.first).days / days, 0.0), 100.0)


def course(spans: Sequence[Span], contacts: Sequence[Contact], today: date) -> Course | None:
    """Return what is drawn of the years with a person; None where there is nothing to draw."""
    days = [*(contact.day for contact in contacts), *(span.begins for span in spans)]
    if not days:
        return None
    line = _Line(date(min(days).year, 1, 1), add_days(max(*days, today), 14))
    return Course(
        bars=tuple(_bars(spans, line)),
        strokes=tuple(_strokes(contacts, line, today)),
        years=tuple(_years(line)),
        today=_percent(line.at(today)),
    )


def _bars(spans: Iterable[Span], line: _Line) -> Iterator[Bar]:
    for span in spans:
        height = HEIGHTS[span.phase]
        left, right = line.at(span.begins), line.at(span.ends)
        if height:
            width = _percent(right - left)
            yield Bar(_percent(left), width, MIDDLE - height / 2, height, span.phase)


def _strokes(contacts: Iterable[Contact], line: _Line, today: date) -> Iterator[Stroke]:
    for contact in contacts:
        up, down = _REACH[contact.way]
        way = "ahead" if contact.day > today else contact.way
        at = _percent(line.at(contact.day))
        yield Stroke(at, MIDDLE - up, MIDDLE + down, way, contact.title)


def _years(line: _Line) -> Iterator[Year]:
    years = range(line.first.year, line.last.year + 1)
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if len(years) <= n * _MOST_YEARS)
    for year in years:
        at = line.at(date(year, 1, 1))
        named = (year - line.first.year) % step == 0 and at <= 100 - _ROOM
        yield Year(_percent(at), str(year) if named else "")


def _percent(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".") + "%"
