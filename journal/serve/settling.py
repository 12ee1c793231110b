"""Patience with files that look wrong for a moment: the last good settings meanwhile."""

from collections.abc import Collection
from pathlib import Path

from journal.findings import ERROR
from journal.reading.folder import LoadedSettings, load_settings
from journal.serve.problems import Problem, of_finding
from journal.settings import SETTINGS_FILE

#: Seconds for which a file that is empty, broken or gone is not believed.
PATIENCE = 0.2


class Doubts:
    """What is not believed yet, and until when (seconds of a clock that never jumps)."""

    def __init__(self) -> None:
        self._states: dict[str, tuple[object, float]] = {}

    def is_settled(self, path: str, state: object, now: float) -> bool:
        """Whether a file has been in this doubtful state for long enough; a new one begins anew."""
        known, due = self._states.get(path, (None, 0.0))
        if path in self._states and known == state:
            return now >= due
        self._states[path] = (state, now + PATIENCE)
        return False

    def is_pending(self, path: str, state: object, now: float) -> bool:
        """Whether a look at a file in this state would come too early."""
        known, due = self._states.get(path, (None, 0.0))
        return path in self._states and known == state and now < due

    @property
    def paths(self) -> Collection[str]:
        """Which files there are doubts about."""
        return self._states.keys()

    def keep(self, paths: Collection[str]) -> None:
        """Forget all doubts but those about these files."""
        self._states = {path: doubt for path, doubt in self._states.items() if path in paths}

    @property
    def due(self) -> float | None:
        """When the next look is due."""
        return min((due for _, due in self._states.values()), default=None)


class LastSettings:
    """Follows `journal.toml`; a mistake that was not there before leaves the last ones standing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.doubts = Doubts()
        self.problem: Problem | None = None
        self._raw = self._read()
        self.loaded: LoadedSettings = load_settings(root)

    def _read(self) -> bytes | None:
        try:
            return (self.root / SETTINGS_FILE).read_bytes()
        except OSError:
            return None

    def refresh(self, now: float) -> bool:
        """Read the file if it has changed; whether anything that is shown has."""
        raw = self._read()
        if raw == self._raw:
            self.doubts.keep(())
            return False
        loaded = load_settings(self.root)
        errors = [finding for finding in loaded[1] if finding.level == ERROR]
        known = {(finding.code, finding.message) for finding in self.loaded[1]}
        fresh = [error for error in errors if (error.code, error.message) not in known]
        if (fresh or not raw) and not self.doubts.is_settled(SETTINGS_FILE, raw, now):
            return False
        self._raw = raw
        before = self.problem, self.loaded
        self.problem = of_finding(fresh[0]) if fresh else None
        self.loaded = self.loaded if fresh else loaded
        return before != (self.problem, self.loaded)
