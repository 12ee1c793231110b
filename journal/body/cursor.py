"""A place in a line, in characters and in columns."""

from journal.body.lines import TAB


class Cursor:
    """Goes over the blanks and marks that a line begins with. A tab ends at the next fourth column.

    `indent` is the columns of blanks from here to `first`, the next character that is none.
    """

    __slots__ = ("column", "first", "indent", "line", "position")

    def __init__(self, line: str) -> None:
        self.line = line
        self.position = 0
        self.column = 0
        self._look()

    def _look(self) -> None:
        line, first, column = self.line, self.position, self.column
        length = len(line)
        while first < length and (sign := line[first]) in " \t":
            column += 1 if sign == " " else TAB - column % TAB
            first += 1
        self.first = first
        self.indent = column - self.column

    @property
    def rest(self) -> str:
        """The line from the next character that is no blank."""
        return self.line[self.first :]

    @property
    def blank(self) -> bool:
        """Whether nothing is left."""
        return self.first == len(self.line) or self.line[self.first :].isspace()

    def skip(self, columns: int) -> None:
        """Pass so many columns of blanks, perhaps half a tab."""
        columns = min(columns, self.indent)
        while columns > 0:
            step = 1 if self.line[self.position] == " " else TAB - self.column % TAB
            self.column += min(step, columns)
            self.position += step <= columns
            columns -= step
        self._look()

    def take(self, characters: int) -> None:
        """Pass the blanks and so many characters behind them."""
        self.column += self.indent + characters
        self.position = self.first + characters
        self._look()

    @property
    def code(self) -> str:
        """The line from here, what is left of a tab as blanks."""
        if self.line[self.position : self.position + 1] == "\t" and self.column % TAB:
            left = TAB - self.column % TAB
            return " " * left + self.line[self.position + 1 :]
        return self.line[self.position :]
