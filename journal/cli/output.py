"""Printing: nothing that a terminal would obey ever comes out of a note."""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, TextIO

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
