"""Positions in a body: an offset as line and column, and whether a link there tells somebody."""

import re
from bisect import bisect_right

_QUOTE_MARK = re.compile(r"[ \t]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?)*>")


class Positions:
    """Lines and columns of a body, from 1; only line feeds end a line."""

    def __init__(self, prose: str, first_line: int) -> None:
        """`first_line` is the line of the file that the body begins on."""
        self.prose = prose
        self.first_line = first_line
        self._starts: list[int] = []
        self._rows_not_done: frozenset[int] = frozenset()

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

    def mark_tasks_not_done(self, rows: frozenset[int]) -> None:
        """Note which rows (from 0) are part of a task that is not done."""
        self._rows_not_done = rows

    def tells(self, offset: int) -> bool:
        """Say whether a link there has told somebody: not in a quote, or a task not done."""
        row = self.row(offset)
        return row not in self._rows_not_done and not self.quoted(row)

    def quoted(self, row: int) -> bool:
        """Say whether the line begins with `>`, after indentation or a list marker."""
        return bool(_QUOTE_MARK.match(self.prose, self.starts[row]))
