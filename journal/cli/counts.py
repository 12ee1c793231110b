"""How many findings there are, and what that means for the exit status."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from journal.cli.exits import Exit
from journal.findings import ERROR, HINT, WARNING, Finding


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
        return ", ".join(f"{count} {word}{'s' * (count != 1)}" for count, word in counted)


def counted(findings: Iterable[Finding]) -> Counts:
    """Count the findings of each level."""
    levels = Counter(finding.level for finding in findings)
    return Counts(levels[ERROR], levels[WARNING], levels[HINT])
