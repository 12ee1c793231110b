"""The chart of what was handed on: lines from givers through me to receivers."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

_WIDTH, _LINE = 640, 30  # of the picture, and from one name to the next
_NAMES, _GAP = 190, 10  # room for names, and between a name and its lines
_BAR, _TOP, _PORT = 8, 40, 9  # width of the bar, room above it, from one line in it to the next
_LETTERS, _WIDEST = 24, 4  # of a name, and of a line


class Flow(NamedTuple):
    """That so many `things` went from one to another; both are places in the lists of names."""

    giver: int
    receiver: int
    things: int


class NameLabel(NamedTuple):
    """A name, its base line, and how it is set: `start`, `middle` or `end` is at x."""

    text: str
    x: int
    y: int
    anchor: str


class FlowLine(NamedTuple):
    """A curve, 1 to 4 units wide; 0 is one that ends with me."""

    d: str
    weight: int


class Bar(NamedTuple):
    """The bar in the middle that all lines run through: me."""

    x: int
    y: int
    width: int
    height: int


class Lineage(msgspec.Struct, frozen=True):
    """The picture, in units that are pixels."""

    width: int
    height: int
    labels: tuple[NameLabel, ...]
    lines: tuple[FlowLine, ...]
    bar: Bar


def lineage(
    me: str, givers: Sequence[str], receivers: Sequence[str], strands: Sequence[Flow]
) -> Lineage:
    """Return the chart of flows from givers (left) through me to receivers (right).

    The line of a giver in no strand ends in the bar.
    """
    kept = set(range(len(givers))) - {strand.giver for strand in strands}
    through = sorted([*strands, *(Flow(giver, 0, 0) for giver in kept)])
    inside = max(_LINE * max(len(givers), len(receivers)), _PORT * len(through))
    left, right = _spaced(len(givers), inside), _spaced(len(receivers), inside)
    bar = Bar((_WIDTH - _BAR) // 2, _TOP, _BAR, inside)
    names = (
        NameLabel(_short(me), _WIDTH // 2, _TOP - _GAP, "middle"),
        *_labels(givers, left, _NAMES, "end"),
        *_labels(receivers, right, _WIDTH - _NAMES, "start"),
    )
    lines = (
        FlowLine(_curve(left[s.giver], port, right[s.receiver] if s.things else 0), _weight(s))
        for s, port in zip(through, _spaced(len(through), inside), strict=True)
    )
    return Lineage(_WIDTH, _TOP + inside + _GAP, names, tuple(lines), bar)


def _spaced(count: int, inside: int) -> list[int]:
    """Return the heights of so many things, evenly spread over the bar."""
    return [_TOP + inside * (2 * place + 1) // (2 * count) for place in range(count)]


def _labels(names: Sequence[str], heights: list[int], x: int, anchor: str) -> Iterator[NameLabel]:
    for name, y in zip(names, heights, strict=True):
        yield NameLabel(_short(name), x, y + 5, anchor)


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1].rstrip()}…"


def _weight(strand: Flow) -> int:
    return min(strand.things, _WIDEST)


def _curve(left: int, port: int, right: int) -> str:
    """Return the path of a line; `right` 0: it goes no further than the bar."""
    begin, bar, end = _NAMES + _GAP, (_WIDTH - _BAR) // 2, _WIDTH - _NAMES - _GAP
    bend = (bar - begin) // 2
    path = f"M{begin} {left}C{begin + bend} {left} {bar - bend} {port} {bar} {port}"
    if not right:
        return path
    across = bar + _BAR
    return f"{path}H{across}C{across + bend} {port} {end - bend} {right} {end} {right}"
