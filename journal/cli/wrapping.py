"""Text in lines that fit a terminal, counted as it shows them."""

from collections.abc import Iterator
from unicodedata import category, east_asian_width

WIDTH = 80  # cells
_NO_CELL = frozenset({"Mn", "Me", "Cf"})  # marks upon a letter, and signs that are not seen
#: But a soft hyphen may be seen, and what the selector follows is a picture, a cell wider.
_ONE_CELL = frozenset("\N{SOFT HYPHEN}\N{VARIATION SELECTOR-16}")


def cells(text: str) -> int:
    """Return how many cells of a terminal `text` takes; of a joined emoji, those of its parts."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if category(character) in _NO_CELL:
        return int(character in _ONE_CELL)
    return 2 if east_asian_width(character) in "WF" else 1


def wrap(text: str, indent: str = "", width: int = WIDTH) -> list[str]:
    """Return `text` (cleaned) in lines of at most `width` cells, each with `indent` before it."""
    room = width - cells(indent)
    lines: list[str] = []
    line = ""
    for word in _words(text, room):
        longer = f"{line} {word}" if line else word
        if cells(longer) > room:
            lines.append(line)
            longer = word
        line = longer
    return [f"{indent}{line}".rstrip() for line in (*lines, line) if line]


def _words(text: str, room: int) -> Iterator[str]:
    """The words, one that is too long for a line in pieces."""
    for word in text.split():
        rest = word
        while cells(rest) > room:
            piece = _fitting_start(rest, room)
            yield piece
            rest = rest[len(piece) :]
        if rest:
            yield rest


def _fitting_start(word: str, room: int) -> str:
    """Return as much of a word as there is room for, and one character at least."""
    count = 1
    while count < len(word) and cells(word[: count + 1]) <= room:
        count += 1
    return word[:count]


def left_and_right(left: str, right: str, width: int = WIDTH) -> str:
    """Return one line with `left` at its start and `right` at its end; `left` gives way."""
    room = width - cells(right) - 2
    if cells(left) > room:
        left = _fitting_start(left, room - 1).rstrip() + "…"
    return left + " " * (width - cells(left) - cells(right)) + right
