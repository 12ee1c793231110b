"""Text in lines that fit a terminal, counted as it shows them."""

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

WIDTH = 80  # cells


def wrap(text: str, indent: str = "", width: int = WIDTH) -> list[str]:
    """Return `text` (cleaned) in lines of at most `width` cells, each with `indent` before it."""
    room = width - cell_len(indent)
    lines: list[str] = []
    line = ""
    for word in _words(text, room):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) > room:
            lines.append(line)
            longer = word
        line = longer
    return [f"{indent}{line}".rstrip() for line in (*lines, line) if line]


def _words(text: str, room: int) -> Iterator[str]:
    """The words, one that is too long for a line in pieces."""
    for word in text.split():
        rest = word
        while cell_len(rest) > room:
            piece = _begin(rest, room)
            yield piece
            rest = rest[len(piece) :]
        if rest:
            yield rest


def _begin(word: str, room: int) -> str:
    count = 1
    while count < len(word) and cell_len(word[: count + 1]) <= room:
        count += 1
    return word[:count]


def row(left: str, right: str, width: int = WIDTH) -> str:
    """Return one line with `left` at its start and `right` at its end; `left` gives way."""
    room = width - cell_len(right) - 2
    if cell_len(left) > room:
        left = set_cell_size(left, room - 1).rstrip() + "…"
    return left + " " * (width - cell_len(left) - cell_len(right)) + right
