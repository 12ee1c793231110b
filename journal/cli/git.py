"""Git, asked a few small things; a journal does well without it."""

import os
import subprocess
from pathlib import Path

_SECONDS = 10
#: What a hook of another repository leaves behind.
_ELSEWHERE = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"})


def user_name(folder: Path) -> str:
    """Return the person's name as git knows it, or an empty text."""
    return _git(folder, "config", "--get", "user.name") or ""


def has_repository(folder: Path) -> bool:
    """Whether `folder` is inside a repository."""
    return _git(folder, "rev-parse", "--is-inside-work-tree") == "true"


def make_repository(folder: Path) -> bool:
    """Make a repository in `folder`; false where git is missing, or refuses."""
    return _git(folder, "init", "--quiet", ".") is not None


def _git(folder: Path, *args: str) -> str | None:
    """Return what git prints, or None where it cannot."""
    command = ["git", "-c", "core.fsmonitor=false", "-C", str(folder), *args]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
            env={name: value for name, value in os.environ.items() if name not in _ELSEWHERE},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None
