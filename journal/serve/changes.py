"""What the system says of changes, gathered until a save is over."""

import re
import time
from enum import Enum, auto
from pathlib import Path

_NAMES = re.compile(
    r"4913|.*~|.*\.sw.|\.#.*|#.*#|.*\.tmp|\.goutputstream.*|.*___jb_.*|\.sb-.*|\.DS_Store"
    r"|.*\.vsctmp|.*\.md\.\w{6}"  # VS Code, and whatever is made with Qt
)


def is_leaving(name: str) -> bool:
    """Whether a file of that name is an editor's own."""
    return _NAMES.fullmatch(name) is not None


#: So many changes at once come from git or a sync program, not from an editor.
MANY = 50

_FEW = 3  # files that an editor changes with one save
# in seconds
_WRITTEN = 0.005  # after a file was closed or moved into place: nothing is expected to follow
_QUIET, _QUIET_FOR_MANY = 0.03, 0.3  # without an event, before one looks
_PATIENCE, _PATIENCE_FOR_MANY = 0.3, 10.0  # however many events come


class Doing(Enum):
    """What is being done to a file."""

    WRITING = auto()
    WRITTEN = auto()  # closed by who wrote it, or moved to its name when it was whole
    OTHER = auto()  # made or gone: there may be more to come


def git_lock(root: Path) -> Path | None:
    """Return the lock that git holds while it checks out files around `root`; None without git."""
    folders = (folder / ".git" for folder in (root, *root.parents))
    return next((found / "index.lock" for found in folders if found.is_dir()), None)


class Hints:
    """The hints since one last looked; a path is that of a note below content/, None anything.

    `git_lock` is the file that is there while git changes files, if git keeps the journal.
    """

    def __init__(self, git_lock: Path | None = None) -> None:
        self._git_lock = git_lock
        self._doing: dict[str | None, Doing] = {}
        self._is_plain = True  # nothing was made, and nothing is gone
        self._first = self._last = 0.0  # when the first and the last hint came

    def add(self, path: str | None, doing: Doing) -> None:
        """Take in a hint."""
        self._last = time.monotonic()
        self._first = self._first if self._doing else self._last
        self._doing[path] = doing
        self._is_plain = self._is_plain and doing is not Doing.OTHER

    @property
    def due(self) -> float | None:
        """When to look, on the monotonic clock; None without a hint."""
        if not self._doing:
            return None
        if self.is_git_busy:
            return time.monotonic() + _QUIET
        if len(self._doing) > _FEW:  # no editor's doing: there will be more
            return min(self._last + _QUIET_FOR_MANY, self._first + _PATIENCE_FOR_MANY)
        is_over = self._is_plain and set(self._doing.values()) == {Doing.WRITTEN}
        quiet = _WRITTEN if is_over else _QUIET
        return min(self._last + quiet, self._first + _PATIENCE)

    @property
    def is_git_busy(self) -> bool:
        """Whether git is changing files: half of a checkout is nothing to look at.

        A lock that is older than ten seconds was left behind by a git that has died.
        """
        try:
            age = time.time() - self._git_lock.stat().st_mtime if self._git_lock else None
        except OSError:
            return False
        return age is not None and abs(age) < _PATIENCE_FOR_MANY

    def take(self) -> set[str] | None:
        """Return the notes to look at, and forget the hints; None: look at everything."""
        paths = set(self._doing)
        self._doing, self._is_plain = {}, True
        known = {path for path in paths if path is not None}
        return known if known == paths and len(paths) <= MANY else None
