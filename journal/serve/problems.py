"""Problems with files that were saved just now; meanwhile, what they said before is shown."""

from collections.abc import Collection
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
    #: whether its note says that it is private
    private: bool = False

    @property
    def location(self) -> str:
        """Where it is, in words."""
        at = f"{escaped(self.path)}, line {self.line}, column {self.column}"
        return at if self.path else "A private note"

    @property
    def unnamed(self) -> "Problem":
        """The same; if the note is private, without its name and what is wrong in it."""
        return Problem("", 0, 0, _HIDDEN, _ASK) if self.private else self


def finding_problem(finding: Finding, *, private: bool = False) -> Problem:
    """Return a finding as a problem; `private` if its note says that it is."""
    at = finding.line, finding.column
    return Problem(finding.path, *at, finding.message, finding.hint, private)


def template_problem(fault: TemplateFault) -> Problem:
    """Return the fault of a template as a problem; the column is not known."""
    return Problem(fault.path, max(fault.line, 1), 1, fault.said, MEND.rstrip("."))


#: Seconds to wait before a file that is empty, broken or gone is taken to be so.
PATIENCE = 0.2


class UnsettledFiles:
    """Files that look wrong, perhaps while an editor saves them, and how long to wait for each.

    Times are in seconds, on the monotonic clock.
    """

    def __init__(self) -> None:
        self._states: dict[str, tuple[object, float]] = {}

    def is_settled(self, path: str, state: object, now: float) -> bool:
        """Whether a file has been in this state for long enough; a new state begins to wait."""
        known, due = self._states.get(path, (None, 0.0))
        if path in self._states and known == state:
            return now >= due
        self._states[path] = (state, now + PATIENCE)
        return False

    def is_waiting(self, path: str, state: object, now: float) -> bool:
        """Whether it is too early to read a file in this state."""
        known, due = self._states.get(path, (None, 0.0))
        return path in self._states and known == state and now < due

    @property
    def paths(self) -> Collection[str]:
        """The paths of these files."""
        return self._states.keys()

    def keep_only(self, paths: Collection[str]) -> None:
        """Forget all files but these."""
        self._states = {path: state for path, state in self._states.items() if path in paths}

    @property
    def due(self) -> float | None:
        """When the next look is due."""
        return min((due for _, due in self._states.values()), default=None)
