"""The one place that asks git, and what it may do there: answer, and nothing else.

A repository's own configuration names programs that git runs, and a journal can lie in a repository
of somebody else's. So git is told to run none and to fetch nothing, is asked only about the
repository that was found here by its `.git`, and of the environment hears only whose account it is.
"""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_SECONDS = 5
_CONFIG = (
    ("safe.bareRepository", "explicit"),  # a folder that merely looks like a repository is none
    ("core.fsmonitor", "false"),
    ("core.hooksPath", os.devnull),
)
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM": "1",
    "LC_ALL": "C",
}
#: What says where this account's own configuration lies.
_ACCOUNT_VARIABLES = frozenset({"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"})


class GitStatus(NamedTuple):
    """What git knows of some names: those it tracks something below, and those it ignores."""

    tracked: frozenset[str]
    ignored: frozenset[str]


class GitFailed(Exception):
    """Git is there, and there is a repository, but git does not answer for it."""


def repository_around(folder: Path) -> Path | None:
    """Return the nearest folder, from this one up, that holds a `.git`."""
    here = folder.resolve()
    return next((top for top in (here, *here.parents) if os.path.lexists(top / ".git")), None)


def path_inside(root: Path, folder: Path) -> tuple[str, ...]:
    """Return the path of `folder` relative to `root`, or none: it is elsewhere."""
    top, whole = root.resolve(), (root / folder).resolve()
    return (whole.relative_to(top).as_posix(),) if top in whole.parents else ()


def git_status(root: Path, names: Sequence[str]) -> GitStatus | None:
    """Return what git knows of the folders `names`, relative to `root`; None without git.

    Raises GitFailed where git does not answer.
    """
    top = repository_around(root)
    if top is None:
        return None
    try:
        _check_repository(top, root)
        listed = ["ls-files", "-z", "--", *(f":(literal){name}" for name in names)]
        paths = _paths(_run_git(root, top, *listed))
        inside = "".join(f"{name}/x\0" for name in names)  # ignored as a folder, or by what it has
        ignored = _paths(_run_git(root, top, "check-ignore", "-z", "--stdin", given=inside))
    except FileNotFoundError:  # git is not installed
        return None
    return GitStatus(
        frozenset(
            name for name in names if any(f"{path}/".startswith(f"{name}/") for path in paths)
        ),
        frozenset(name for name in names if f"{name}/x" in ignored),
    )


def user_name() -> str:
    """Return the person's name as git knows it for this account, or an empty text."""
    try:
        answer = _run_git(
            Path.cwd(), None, "config", "--global", "--includes", "--get", "user.name"
        )
    except (FileNotFoundError, GitFailed):
        return ""
    return answer.decode("utf-8", "replace").strip()


def make_repository(folder: Path) -> bool:
    """Make a repository in `folder`; false where git is missing, or refuses."""
    try:
        _run_git(folder, None, "init", "--quiet", ".")
    except (FileNotFoundError, GitFailed):
        return False
    return (folder / ".git").is_dir()


def _check_repository(top: Path, root: Path) -> None:
    """Raise GitFailed unless the repository that git finds from `root` is the `.git` in `top`."""
    said = os.fsdecode(_run_git(root, top, "rev-parse", "--absolute-git-dir").removesuffix(b"\n"))
    try:
        is_same = Path(said).samefile(_repository_folder(top / ".git"))
    except OSError:
        is_same = False
    if not is_same:
        raise GitFailed


def _repository_folder(dot_git: Path) -> Path:
    """Return a repository's folder; in a worktree or a submodule, `.git` is a file naming it."""
    if dot_git.is_dir():
        return dot_git
    with dot_git.open("rb") as file:
        named = os.fsdecode(file.read(4096).removeprefix(b"gitdir: ").rstrip(b"\r\n"))
    return dot_git.parent / named


def _paths(answer: bytes) -> frozenset[str]:
    return frozenset(os.fsdecode(answer).split("\0")) - {""}


def _run_git(folder: Path, top: Path | None, *question: str, given: str = "") -> bytes:
    """Return what git prints in `folder`. Raises GitFailed, and FileNotFoundError without git."""
    options = [part for name, value in _CONFIG for part in ("-c", f"{name}={value}")]
    try:
        answer = subprocess.run(
            ["git", "--no-pager", *options, "-C", os.fspath(folder), *question],
            input=os.fsencode(given),
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env=_environment(top),
        )
    except FileNotFoundError:
        raise
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise GitFailed from error
    if answer.returncode > 1:  # 1 says that there is nothing of what was asked for
        raise GitFailed
    return answer.stdout


def _environment(top: Path | None) -> dict[str, str]:
    """Return the account's environment without what git takes from it; nothing above `top`."""
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _ACCOUNT_VARIABLES
    }
    ceiling = {"GIT_CEILING_DIRECTORIES": os.fspath(top.parent)} if top else {}
    return own | _ENVIRONMENT | ceiling
