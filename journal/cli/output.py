"""Printing: nothing that a terminal would obey ever comes out of a note."""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TextIO
from unicodedata import category, east_asian_width

import click

from journal.characters import visible
from journal.errors import Exit
from journal.findings import ERROR, HINT, WARNING, Finding
from journal.wording.counts import count_of

_HARMLESS = re.compile(r"[\n -~]*")


def clean(text: str) -> str:
    """Return `text` with every character that could fool a terminal or a reader made visible."""
    return text if _HARMLESS.fullmatch(text) else visible(text)


def say(text: str = "") -> None:
    """Print on standard output; `styled` parts stay, all else is cleaned before."""
    click.echo(text, color=_colours(sys.stdout))


def warn(text: str) -> None:
    """Print on standard error."""
    click.echo(clean(text), err=True)


def warn_each(sentences: Iterable[str]) -> None:
    """Print each on a line of its own, on standard error."""
    for sentence in sentences:
        warn(sentence)


def styled(text: str, **look: bool | str) -> str:
    """Return cleaned text in a look (see `click.style`), shown only where there are colours."""
    return click.style(clean(text), **look) if _colours(sys.stdout) else clean(text)  # type: ignore[arg-type]


def _colours(stream: TextIO | None) -> bool:
    if stream is None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


class Counts(NamedTuple):
    """How many findings there are of each level."""

    errors: int
    warnings: int
    hints: int

    def status(self, strict: bool) -> Exit:
        """Return the exit status that they make; `strict` takes warnings for errors."""
        return Exit.FINDINGS if self.errors or (strict and self.warnings) else Exit.FINE

    def __str__(self) -> str:
        counted = zip(self, ("error", "warning", "hint"), strict=True)
        return ", ".join(count_of(count, word) for count, word in counted)


def count_findings(findings: Iterable[Finding]) -> Counts:
    """Count the findings of each level."""
    levels = Counter(finding.level for finding in findings)
    return Counts(levels[ERROR], levels[WARNING], levels[HINT])


def finding_lines(findings: Iterable[Finding]) -> str:
    """Return a line a finding, as compilers write them."""
    return "\n".join(map(_finding_line, findings))


def _finding_line(finding: Finding) -> str:
    """Return one line; the path in it is as it is, so that an editor finds it."""
    return f"{finding.location}: {clean(finding.description)}".replace("\n", " ")


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
