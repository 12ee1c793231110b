"""The shapes of the timeline, each drawn small beside its word."""

import msgspec

from journal.site.charts.lanes import HALF, LONGEST, outline

#: Units: a sample's width, and the line along which it is drawn.
WIDE, MIDDLE = 44.0, 15.0


class LegendShape(msgspec.Struct, frozen=True):
    """A shape and what it means: part of a ribbon, strokes, a ring at `ring`, or a line `now`."""

    words: str
    phase: str = ""
    d: str = ""
    strokes: str = ""
    ring: float = 0.0
    now: float = 0.0
    is_outline: bool = False


def _phase(phase: str, words: str) -> LegendShape:
    begin = 0.0 if phase == "new" else HALF[phase]
    return LegendShape(words, phase, outline((2.0, WIDE - 2), (begin, HALF[phase]), MIDDLE))


def _strokes(words: str, up: float, down: float) -> LegendShape:
    return LegendShape(words, strokes=f"M{WIDE / 2:g} {MIDDLE - up:g}V{MIDDLE + down:g}")


LEGEND = (
    _phase("new", "new: it begins in a point"),
    _phase("active", "active: broad"),
    _phase("waiting", "waiting: half as broad"),
    _phase("dormant", "dormant: a thread"),
    LegendShape("ended, or died: it runs out", "waiting", outline((2.0, 24.0), (4.0, 0.0), MIDDLE)),
    LegendShape(
        "an outline: not recorded",
        "unknown",
        outline((2.0, 42.0), (4.0, 4.0), MIDDLE),
        is_outline=True,
    ),
    _strokes("up: a word from me", 6.0, 0.0),
    _strokes("down: a word from them", 0.0, 6.0),
    _strokes("both ways: a talk, or an answer", 6.0, 6.0),
    _strokes("longer: several close together", LONGEST, LONGEST),
    LegendShape("planned", ring=WIDE / 2),
    LegendShape("today", now=WIDE / 2),
    LegendShape(
        "all together: broad when much went on", "river", outline((2.0, 42.0), (3, 9), MIDDLE)
    ),
)
