"""Chapters of a life as bands behind the lanes, their names in rows above them."""

from collections.abc import Sequence
from datetime import date

import msgspec

from journal.site.charts.scale import Scale

_LETTER = 6.4  # units that a letter of a name takes
_GAP = 10.0
_ROWS = 3


class ChapterBand(msgspec.Struct, frozen=True):
    """A chapter: from `x`, so `wide`; its name begins at `name_x` in one of the rows from 0."""

    x: float
    width: float
    name: str
    name_x: float
    row: int
    shaded: bool


def chapter_bands(chapters: Sequence[tuple[date, str]], scale: Scale) -> tuple[ChapterBand, ...]:
    """Return a band for every chapter that has begun by the end of the scale."""
    inside = sorted(found for found in chapters if found[0] < scale.last)
    edges = [*(scale.x(begins) for begins, _ in inside), scale.width]
    taken = [0.0] * _ROWS
    found: list[ChapterBand] = []
    for index, (_, name) in enumerate(inside):
        x, width = edges[index], round(edges[index + 1] - edges[index], 1)
        if width:
            name_x, row = _place(x, len(name) * _LETTER, taken, scale.width)
            shown = name if row >= 0 else ""
            found.append(ChapterBand(x, width, shown, name_x, max(row, 0), len(found) % 2 == 0))
    return tuple(found)


def _place(x: float, room: float, taken: list[float], width: float) -> tuple[float, int]:
    """Return where a name begins and its row, -1 for no room; `taken` says how far each row is."""
    name_x = round(max(min(x + 6, width - room), 0.0), 1)
    row = next((row for row, end in enumerate(taken) if end <= name_x), -1)
    if row >= 0:
        taken[row] = name_x + room + _GAP
    return name_x, row
