"""The page of findings: what is wrong in the notes, file by file."""

from collections.abc import Iterable
from itertools import groupby

import msgspec

from journal.findings import CODES, ERROR, HINT, WARNING, Finding
from journal.site.parts.page_context import PageContext
from journal.wording.counts import count_of

_TONES = {ERROR: "warm", WARNING: "near", HINT: "quiet"}


class ShownFinding(msgspec.Struct, frozen=True):
    """One finding; `meaning` is what its code says in general."""

    level: str
    tone: str
    code: str
    line: int
    message: str
    hint: str
    meaning: str
    editor: str


class FileFindings(msgspec.Struct, frozen=True):
    """A file, and what was found in it."""

    path: str
    found: tuple[ShownFinding, ...]


class CheckPage(msgspec.Struct, frozen=True):
    """The content of `check.html`; `counts` has errors, warnings and hints in words."""

    title: str
    counts: tuple[str, ...]
    files: tuple[FileFindings, ...]


def view(page: PageContext) -> CheckPage:
    """Return what the page of findings shows."""
    findings = page.data.faults.beside(page.data.findings)
    files = groupby(findings, lambda finding: finding.path)
    return CheckPage(
        title="Check",
        counts=counts(findings),
        files=tuple(_file(page, path, found) for path, found in files),
    )


def counts(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return how many findings of each level there are, in words; levels without any left out."""
    levels = [finding.level for finding in findings]
    numbers = ((level, levels.count(level)) for level in (ERROR, WARNING, HINT))
    return tuple(count_of(number, level) for level, number in numbers if number)


def _file(page: PageContext, path: str, findings: Iterable[Finding]) -> FileFindings:
    return FileFindings(path, tuple(_found(page, finding) for finding in findings))


def _found(page: PageContext, finding: Finding) -> ShownFinding:
    return ShownFinding(
        level=finding.level,
        tone=_TONES[finding.level],
        code=finding.code,
        line=finding.line,
        message=finding.message,
        hint=finding.hint,
        meaning=CODES[finding.code][1],
        editor=page.editor_href_at(finding.path, finding.line),
    )
