"""What is wrong with a file that was saved just now; what it was before is shown meanwhile."""

from typing import NamedTuple

from journal.characters import escaped
from journal.findings import Finding
from journal.site.templates import MEND, TemplateFault

_HIDDEN, _ASK = "something is wrong in it", "“journal check” says what and where"


class Problem(NamedTuple):
    """Where it is, what was found, and what to do."""

    path: str
    line: int
    column: int
    message: str
    hint: str
    #: its note asks to be private, whatever else is wrong in it
    private: bool = False

    @property
    def place(self) -> str:
        """Where it is, in words."""
        at = f"{escaped(self.path)}, line {self.line}, column {self.column}"
        return at if self.path else "A private note"

    @property
    def unnamed(self) -> "Problem":
        """The same, without what may be shown to nobody but the journal's owner."""
        return Problem("", 0, 0, _HIDDEN, _ASK) if self.private else self


def of_finding(finding: Finding, *, private: bool = False) -> Problem:
    """Return a finding as a problem; `private` if its note asks to be so."""
    at = finding.line, finding.column
    return Problem(finding.path, *at, finding.message, finding.hint, private)


def of_fault(fault: TemplateFault) -> Problem:
    """Return what is wrong with a template; the column is not known."""
    return Problem(fault.path, max(fault.line, 1), 1, fault.said, MEND.rstrip("."))
