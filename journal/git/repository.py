"""What git knows of the repository around a journal; it is asked, and changes nothing."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from journal.git.process import GitFailed, run_git


class GitStatus(NamedTuple):
    """What git knows of some names: those it tracks something below, and those it ignores."""

    tracked: frozenset[str]
    ignored: frozenset[str]


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
        check_repository(top, root)
        listed = ["ls-files", "-z", "--", *(f":(literal){name}" for name in names)]
        paths = paths_of(run_git(root, top, *listed))
        inside = "".join(f"{name}/x\0" for name in names)  # ignored as a folder, or by what it has
        ignored = paths_of(run_git(root, top, "check-ignore", "-z", "--stdin", given=inside))
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
        answer = run_git(Path.cwd(), None, "config", "--global", "--includes", "--get", "user.name")
    except (FileNotFoundError, GitFailed):
        return ""
    return answer.decode("utf-8", "replace").strip()


def make_repository(folder: Path) -> bool:
    """Make a repository in `folder`; false where git is missing, or refuses."""
    try:
        run_git(folder, None, "init", "--quiet", ".")
    except (FileNotFoundError, GitFailed):
        return False
    return (folder / ".git").is_dir()


def check_repository(top: Path, root: Path) -> Path:
    """Return git's folder; raise GitFailed unless what git finds from `root` is `top`'s `.git`."""
    said = os.fsdecode(run_git(root, top, "rev-parse", "--absolute-git-dir").removesuffix(b"\n"))
    try:
        is_same = Path(said).samefile(_repository_folder(top / ".git"))
    except OSError:
        is_same = False
    if not is_same:
        raise GitFailed
    return Path(said)


def _repository_folder(dot_git: Path) -> Path:
    """Return a repository's folder; in a worktree or a submodule, `.git` is a file naming it."""
    if dot_git.is_dir():
        return dot_git
    with dot_git.open("rb") as file:
        named = os.fsdecode(file.read(4096).removeprefix(b"gitdir: ").rstrip(b"\r\n"))
    return dot_git.parent / named


def paths_of(answer: bytes) -> frozenset[str]:
    """Return the names in an answer that ends each with NUL."""
    return frozenset(os.fsdecode(answer).split("\0")) - {""}
