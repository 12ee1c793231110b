"""Who else could see the journal: git, and other accounts of the machine."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from journal.findings import CODES, Finding
from journal.reading.cache import CACHE_FOLDER
from journal.reading.scan import CONTENT

_SITE = "site"
_PATIENCE = 5  # seconds
_OTHERS_PASS = 0o001


def around(
    root: Path, open_to_others: Iterable[str], site: Path | None = None
) -> Iterator[Finding]:
    """Yield what could let others see the journal at `root`. Never raises.

    `open_to_others` are the notes, relative to content/, that their own permissions do not keep
    to their owner; `site` is the output folder, where it is not `root`/site.
    """
    yield from _in_git(root, site or root / _SITE)
    yield from _open(root, open_to_others)


def _in_git(root: Path, site: Path) -> Iterator[Finding]:
    """Yield a finding for each made folder that git tracks or does not ignore."""
    if not any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
        return
    names = [*_inside(root, site), CACHE_FOLDER]
    tracked = _ask_git(root, ["ls-files", "-z", "--", *(f":(literal){name}" for name in names)])
    inside = "".join(f"{name}/x\0" for name in names)  # ignored as a folder or by what is in it
    ignored = _ask_git(root, ["check-ignore", "-z", "--stdin"], inside)
    if tracked is None or ignored is None:
        return
    for name in names:
        if any(path == name or path.startswith(f"{name}/") for path in tracked):
            hint = f"git rm -r --cached {name}, and add the line /{name}/ to .gitignore"
            yield _finding("G01", ".gitignore", f"git tracks {name}/, made of your notes", hint)
        elif f"{name}/x" not in ignored:
            hint = f"add the line /{name}/ to .gitignore"
            yield _finding("G01", ".gitignore", f"git does not ignore {name}/", hint)


def _inside(root: Path, site: Path) -> Iterator[str]:
    """Yield the path of `site` relative to `root`, unless it is elsewhere."""
    top, whole = root.resolve(), (root / site).resolve()
    if top in whole.parents:
        yield whole.relative_to(top).as_posix()


def _ask_git(root: Path, question: list[str], paths: str = "") -> frozenset[str] | None:
    """Return the paths that git answers, or None where it cannot say."""
    command = ["git", "-c", "core.fsmonitor=false", "-C", os.fspath(root)]
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        answer = subprocess.run(
            [*command, *question],
            input=os.fsencode(paths),
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
            env={**own, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    if answer.returncode > 1:  # 1 says that nothing is ignored
        return None
    return frozenset(os.fsdecode(answer.stdout).split("\0")) - {""}


def _open(root: Path, open_to_others: Iterable[str]) -> Iterator[Finding]:
    """Yield one finding for all notes that other accounts can reach and read."""
    content = root.resolve() / CONTENT
    if os.name != "posix" or not all(map(_lets_through, (content, *content.parents))):
        return
    passed: dict[str, bool] = {"": True}
    count = sum(_reached(content, path.rpartition("/")[0], passed) for path in open_to_others)
    if count:
        notes = f"{count} notes" if count > 1 else "1 note"
        message = f"other accounts of this machine can read {notes}"
        yield _finding("G02", CONTENT, message, f"chmod -R go-rwx {CONTENT} keeps them to yourself")


def _reached(content: Path, folder: str, passed: dict[str, bool]) -> bool:
    """Whether every folder from content/ down to `folder` lets others through."""
    if folder not in passed:
        above = _reached(content, folder.rpartition("/")[0], passed)
        passed[folder] = above and _lets_through(content / folder)
    return passed[folder]


def _lets_through(folder: Path) -> bool:
    try:
        return bool(folder.stat().st_mode & _OTHERS_PASS)
    except OSError:
        return False


def _finding(code: str, path: str, message: str, hint: str) -> Finding:
    return Finding(path, 1, 1, code, CODES[code][0], message, hint)
