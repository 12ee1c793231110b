"""Positions in a body: an offset as line and column."""

import re
from bisect import bisect_right


class Positions:
    """Lines and columns of a body, from 1; only line feeds end a line."""

    def __init__(self, prose: str, first_line: int) -> None:
        """`first_line` is the line of the file that the body begins on."""
        self.prose = prose
        self.first_line = first_line
        self._starts: list[int] = []

    @property
    def starts(self) -> list[int]:
        """The offset of every line."""
        if not self._starts:
            self._starts = [0]
            self._starts += [found.end() for found in re.finditer("\n", self.prose)]
        return self._starts

    def row(self, offset: int) -> int:
        """Return the number of the line in the body, from 0."""
        return bisect_right(self.starts, offset) - 1

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and column in the file."""
        row = self.row(offset)
        return row + self.first_line, offset - self._starts[row] + 1
