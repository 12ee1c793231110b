"""A commit of some files of a repository, made only where nothing of anybody's is half done.

Nothing is sent anywhere, nothing that git ignores is added, and no program runs that the repository
names: no hook, no filter, no signer.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple, TypeVar

from journal.git.process import GitFailed, order_git, run_git
from journal.git.repository import check_repository, paths_of, repository_around

_SAFE = (
    *("-c", "commit.gpgSign=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false"),
    *("-c", "user.useConfigOnly=true", "-c", "i18n.commitEncoding=utf-8"),
    "--literal-pathspecs",
)
_T = TypeVar("_T")
_NAMED = ("--pathspec-from-file=-", "--pathspec-file-nul")
#: What lies in git's folder while something is under way, and what that is called.
_UNDER_WAY = {
    "MERGE_HEAD": "a merge",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
}


class Obstacle(Enum):
    """Why nothing can be committed."""

    NO_GIT = auto()
    NO_REPOSITORY = auto()
    UNDER_WAY = auto()  # a merge, a rebase …
    NO_BRANCH = auto()
    STAGED = auto()  # somebody has put a commit of their own together
    FILTER = auto()  # files that a program of the repository would change
    NO_NAME = auto()  # nobody to be named as the author
    FAILED = auto()


class CannotCommit(Exception):
    """Why nothing was committed, and a word on it: what is under way, or what git said."""

    def __init__(self, obstacle: Obstacle, detail: str = "") -> None:
        super().__init__(obstacle, detail)
        self.obstacle, self.detail = obstacle, detail


class FileChange(NamedTuple):
    """A file, by its path from the journal's root: `new`, `changed` or `deleted`."""

    path: str
    what: str


class WorkTree(NamedTuple):
    """The folder of a repository that was found sound, and the path of the journal in it."""

    top: Path
    root: Path
    inside: str

    def ask(self, *question: str, given: str = "") -> bytes:
        """Return what git prints. Raises GitFailed."""
        return run_git(self.top, self.top, *_SAFE, *question, given=given, patient=True)

    def order(self, *order: str, given: str = "") -> None:
        """Have git do something. Raises GitFailed."""
        order_git(self.top, self.top, *_SAFE, *order, given=given)

    def paths(self, names: Sequence[str]) -> list[str]:
        """Return paths from the journal's root as the repository has them."""
        return [f"{self.inside}{name}" for name in names]


def open_work_tree(root: Path) -> WorkTree:
    """Return the repository around a journal, ready for a commit. Raises CannotCommit."""
    top = repository_around(root)
    if top is None:
        raise CannotCommit(Obstacle.NO_REPOSITORY)
    with_git = _asked(lambda: check_repository(top, root))
    inside = root.resolve().relative_to(top).as_posix()
    tree = WorkTree(top, root, "" if inside == "." else f"{inside}/")
    _asked(lambda: _refuse_elsewhere(tree))
    if under_way := next((w for name, w in _UNDER_WAY.items() if (with_git / name).exists()), ""):
        raise CannotCommit(Obstacle.UNDER_WAY, under_way)
    if not _asked(lambda: tree.ask("symbolic-ref", "--quiet", "HEAD")):
        raise CannotCommit(Obstacle.NO_BRANCH)
    if _asked(lambda: tree.ask("diff", "--cached", "--name-only", "-z", "--no-ext-diff")):
        raise CannotCommit(Obstacle.STAGED)
    return tree


def _asked(question: Callable[[], _T]) -> _T:
    """Return an answer of git's; whatever it cannot do is a reason not to commit."""
    try:
        return question()
    except FileNotFoundError as error:
        raise CannotCommit(Obstacle.NO_GIT) from error
    except GitFailed as error:
        raise CannotCommit(Obstacle.FAILED, str(error)) from error


def _refuse_elsewhere(tree: WorkTree) -> None:
    """The repository's configuration may name another folder for its files."""
    said = os.fsdecode(tree.ask("rev-parse", "--show-toplevel").removesuffix(b"\n"))
    if not Path(said).samefile(tree.top):
        raise GitFailed


def changed_files(tree: WorkTree, names: Sequence[str]) -> list[FileChange]:
    """Return what has changed below these names, from the journal's root. Raises CannotCommit."""
    listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--"]
    there = _asked(lambda: paths_of(tree.ask(*listed, *tree.paths(names))))
    _refuse_filters(tree, sorted(there))
    status = ["status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames"]
    options = ["--ignore-submodules=all", "--", *tree.paths(names)]
    found = _asked(lambda: os.fsdecode(tree.ask(*status, *options)))
    return [*_changes(tree, found)]


def _refuse_filters(tree: WorkTree, paths: Sequence[str]) -> None:
    """A filter is a program that git runs on a file; to go without it could lay its text open."""
    given = "".join(f"{path}\0" for path in paths)
    told = _asked(lambda: tree.ask("check-attr", "-z", "--stdin", "filter", given=given))
    values = set(os.fsdecode(told).split("\0")[2::3])
    for name in sorted(values - {"unspecified", "unset"}):
        for part in ("clean", "process"):
            if _asked(lambda: tree.ask("config", "--get", f"filter.{name}.{part}")):  # noqa: B023
                raise CannotCommit(Obstacle.FILTER, name)


def _changes(tree: WorkTree, answer: str) -> Iterator[FileChange]:
    for entry in filter(None, answer.split("\0")):
        state, path = entry[:2], entry[3:]
        if path.endswith("/"):  # another repository in this one
            continue
        what = "new" if state in ("??", " A") else "deleted" if "D" in state else "changed"
        yield FileChange(path.removeprefix(tree.inside), what)


def commit(tree: WorkTree, changes: Sequence[FileChange], message: str) -> None:
    """Commit these changes, as they are on the disk now. Raises CannotCommit."""
    for who in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
        try:
            tree.ask("var", who)
        except GitFailed as error:
            raise CannotCommit(Obstacle.NO_NAME) from error
    new = [each.path for each in changes if each.what == "new"]
    try:
        if new:
            tree.order("add", "--intent-to-add", *_NAMED, given=_nul(tree, new))
        paths = _nul(tree, [each.path for each in changes])
        said = ("--quiet", "--no-verify", "--no-status", "--cleanup=whitespace")
        tree.order("commit", *said, f"--message={message}", "--only", *_NAMED, given=paths)
    except GitFailed as error:
        _asked(lambda: tree.order("reset", "--quiet"))
        raise CannotCommit(Obstacle.FAILED, str(error)) from error


def _nul(tree: WorkTree, paths: Sequence[str]) -> str:
    return "".join(f"{path}\0" for path in tree.paths(paths))
