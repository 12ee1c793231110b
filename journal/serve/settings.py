"""The settings as they hold: the last ones that could be read."""

from pathlib import Path

from journal.findings import ERROR
from journal.reading.folder import Loaded, load_settings
from journal.serve.doubts import Doubts
from journal.serve.problem import Problem, of_finding
from journal.settings import SETTINGS_FILE


class LastSettings:
    """Follows `journal.toml`; a mistake that was not there before leaves the last ones standing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.doubts = Doubts()
        self.problem: Problem | None = None
        self._raw = self._read()
        self.loaded: Loaded = load_settings(root)

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
