"""The chart of one relationship: phases, years and every contact.

Phases and years are placed in percent, so that words keep their size on a narrow page. Contacts
are one path, drawn over the whole width: a thousand of them are some kilobytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from journal.advice.phase_history import PhaseSpan
from journal.site.charts.scale import Contact
from journal.values import add_days
from journal.wording.labels import phase_words

#: How wide the path of contacts is, in units that stretch with the page.
WIDTH = 1000
#: How far contacts reach above and below the line, in pixels, by the way they went.
_REACH = {"out": (18, 0), "in": (0, 18), "both": (18, 18)}
#: How high each phase is drawn, in pixels: the closer, the higher.
HEIGHTS = {"new": 10, "active": 16, "waiting": 7, "dormant": 2, "ended": 0, "unknown": 7}
MIDDLE = 30
_MOST_YEARS = 6  # numbers that fit on a narrow phone
_STEPS = (1, 2, 5, 10, 20, 50, 100, 1000, 2000)  # years from one number to the next
#: So many contacts run into each other: they are drawn lightly.
_MANY = 250
_ROOM = 10.0  # percent below which a number would stand over the edge


class PhaseBar(msgspec.Struct, frozen=True):
    """A phase: where it begins and how wide it is, in percent; top and height in pixels.

    Where no contact was written down yet, it is an outline.
    """

    x: str
    width: str
    y: float
    height: float
    phase: str
    is_recorded: bool
    words: str


class YearMark(msgspec.Struct, frozen=True):
    """The beginning of a year; `name` is empty where there is no room for it."""

    x: str
    name: str


class PhaseChart(msgspec.Struct, frozen=True):
    """What is drawn; `done` and `ahead` are paths, `last`, in percent, is where it ends."""

    bars: tuple[PhaseBar, ...]
    done: str
    ahead: str
    is_dense: bool
    years: tuple[YearMark, ...]
    last: str


class _PercentScale(msgspec.Struct, frozen=True):
    """The days from first to last, along a hundred percent."""

    first: date
    last: date

    def at(self, day: date) -> float:
        days = max((self.last - self.first).days, 1)
        return min(max(100 * (day - self.first).days / days, 0.0), 100.0)


def phase_chart(
    spans: Sequence[PhaseSpan], contacts: Sequence[Contact], last: date
) -> PhaseChart | None:
    """Return what is drawn of the years up to `last`, or None where there is nothing to draw."""
    days = [*(contact.day for contact in contacts), *(span.begins.first for span in spans)]
    if not days:
        return None
    line = _PercentScale(date(min(days).year, 1, 1), add_days(max(*days, last), 14))
    return PhaseChart(
        bars=tuple(_bars(spans, line)),
        done=_strokes((found for found in contacts if not found.is_planned), line),
        ahead=_strokes((found for found in contacts if found.is_planned), line),
        is_dense=len(contacts) > _MANY,
        years=tuple(_years(line)),
        last=_percent(line.at(last)),
    )


def _bars(spans: Iterable[PhaseSpan], line: _PercentScale) -> Iterator[PhaseBar]:
    for span in spans:
        height = HEIGHTS[span.phase]
        left, right = line.at(span.begins.first), line.at(span.ends.first)
        if height:
            yield PhaseBar(
                x=_percent(left),
                width=_percent(right - left),
                y=MIDDLE - height / 2,
                height=height,
                phase=span.phase,
                is_recorded=span.is_recorded,
                words=phase_words(span.phase, span.is_recorded),
            )


def _strokes(contacts: Iterable[Contact], line: _PercentScale) -> str:
    """Return an SVG path with a stroke for every contact; those of one day are one."""
    found: dict[float, list[int]] = {}
    for contact in contacts:
        at = round(line.at(contact.day) * WIDTH / 100, 1)
        reach = found.setdefault(at, [0, 0])
        reach[:] = map(max, reach, _REACH[contact.direction])
    return "".join(f"M{at:g} {MIDDLE - up}v{up + down}" for at, (up, down) in found.items())


def _years(line: _PercentScale) -> Iterator[YearMark]:
    years = range(line.first.year, line.last.year + 1)
    step = next((n for n in _STEPS if len(years) <= n * _MOST_YEARS), _STEPS[-1])
    for year in years:
        at = line.at(date(year, 1, 1))
        named = (year - line.first.year) % step == 0 and at <= 100 - _ROOM
        yield YearMark(_percent(at), str(year) if named else "")


def _percent(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".") + "%"
