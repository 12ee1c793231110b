"""What is wrong with a file that was saved just now; what it was before is shown meanwhile."""

from typing import NamedTuple

from journal.findings import Finding
from journal.site.templates import MEND, TemplateFault


class Problem(NamedTuple):
    """Where it is, what was found, and what to do."""

    path: str
    line: int
    column: int
    message: str
    hint: str


def of_finding(finding: Finding) -> Problem:
    """Return a finding as a problem."""
    return Problem(finding.path, finding.line, finding.column, finding.message, finding.hint)


def of_fault(fault: TemplateFault) -> Problem:
    """Return what is wrong with a template; the column is not known."""
    return Problem(fault.path, max(fault.line, 1), 1, fault.said, MEND.rstrip("."))
