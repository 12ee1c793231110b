"""Changes of files that were reported, gathered until a save is over."""

import time
from enum import Enum, auto
from pathlib import Path

#: More changes at once come from git or a sync program, not from an editor.
MANY = 50

_FEW = 3  # files that an editor changes with one save
# in seconds
_WRITTEN = 0.005  # to wait after a file was closed or moved into place: nothing follows that
_QUIET, _QUIET_FOR_MANY = 0.03, 0.3  # to wait after the last report of anything else
_PATIENCE, _PATIENCE_FOR_MANY = 0.3, 10.0  # to wait at most, however many reports come


class ChangeKind(Enum):
    """What is being done to a file."""

    WRITING = auto()
    WRITTEN = auto()  # closed by who wrote it, or moved to its name when it was whole
    OTHER = auto()  # made or gone: there may be more to come


def git_lock(root: Path) -> Path | None:
    """Return the lock that git holds while it checks out files around `root`; None without git."""
    folders = (folder / ".git" for folder in (root, *root.parents))
    return next((found / "index.lock" for found in folders if found.is_dir()), None)


class PendingChanges:
    """The changes reported since the last look: paths of notes below content/, or None for any.

    `git_lock` is the file that git keeps while it changes files, if the journal is in git.
    """

    def __init__(self, git_lock: Path | None = None) -> None:
        self._git_lock = git_lock
        self._kinds: dict[str | None, ChangeKind] = {}
        self._only_written = True  # nothing was made, and nothing is gone
        self._first = self._last = 0.0  # when the first and the last report came

    def add(self, path: str | None, kind: ChangeKind) -> None:
        """Add a report."""
        self._last = time.monotonic()
        self._first = self._first if self._kinds else self._last
        self._kinds[path] = kind
        self._only_written = self._only_written and kind is not ChangeKind.OTHER

    @property
    def due(self) -> float | None:
        """When to look, on the monotonic clock; None if nothing was reported."""
        if not self._kinds:
            return None
        if self.is_git_busy:
            return time.monotonic() + _QUIET
        if len(self._kinds) > _FEW:  # no editor's doing: there will be more
            return min(self._last + _QUIET_FOR_MANY, self._first + _PATIENCE_FOR_MANY)
        is_over = self._only_written and set(self._kinds.values()) == {ChangeKind.WRITTEN}
        quiet = _WRITTEN if is_over else _QUIET
        return min(self._last + quiet, self._first + _PATIENCE)

    @property
    def is_git_busy(self) -> bool:
        """Whether git is changing files: half of a checkout should not be shown.

        A lock that is older than ten seconds was left behind by a git that has died.
        """
        try:
            age = time.time() - self._git_lock.stat().st_mtime if self._git_lock else None
        except OSError:
            return False
        return age is not None and abs(age) < _PATIENCE_FOR_MANY

    def take(self) -> set[str] | None:
        """Return the notes to read, and forget the reports; None: scan everything."""
        paths = set(self._kinds)
        self._kinds, self._only_written = {}, True
        known = {path for path in paths if path is not None}
        return known if known == paths and len(paths) <= MANY else None
