"""Who else could see the journal: git, and other accounts of the machine."""

import os
import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path

from journal.file_names import CACHE_FOLDER, SITE
from journal.findings import CODES, Finding
from journal.git import GitFailed, git_status, path_inside
from journal.settings import DEFAULT_LAYOUT, Layout
from journal.wording.counts import and_list

_OTHERS_MAY_ENTER = 0o001


def exposure_findings(
    root: Path,
    open_to_others: Iterable[str],
    site: Path | None = None,
    layout: Layout = DEFAULT_LAYOUT,
) -> Iterator[Finding]:
    """Yield what could let others see the journal at `root`. Never raises.

    `open_to_others` are the notes, relative to their folder, that their own permissions do not
    keep to their owner; `site` is the output folder, where it is not `root`/site.
    """
    yield from _in_git(root, site or root / SITE)
    yield from _readable_by_others(layout.top(root.resolve()), layout.place, open_to_others)


def _in_git(root: Path, site: Path) -> Iterator[Finding]:
    """Yield a finding for each made folder that git tracks or does not ignore."""
    names = (*path_inside(root, site), CACHE_FOLDER)
    try:
        known = git_status(root, names)
    except GitFailed:
        lines = and_list([f"/{name}/" for name in names])
        message = "git does not answer for the repository around, so nobody knows what it tracks"
        yield _finding("G01", ".gitignore", message, f"see that .gitignore has {lines}")
        return
    for name in names if known else ():
        if known and name in known.tracked:
            hint = f"git rm -r --cached {name}, and add the line /{name}/ to .gitignore"
            yield _finding("G01", ".gitignore", f"git tracks {name}/, made of your notes", hint)
        elif known and name not in known.ignored:
            hint = f"add the line /{name}/ to .gitignore"
            yield _finding("G01", ".gitignore", f"git does not ignore {name}/", hint)


def _readable_by_others(
    content: Path, shown: str, open_to_others: Iterable[str]
) -> Iterator[Finding]:
    """Yield one finding for all notes that other accounts can reach and read.

    `shown` is what the folder of the notes is called from the journal's.
    """
    if os.name != "posix" or not all(map(_others_may_enter, (content, *content.parents))):
        return
    reachable: dict[str, bool] = {"": True}
    if any(_is_reachable(content, path.rpartition("/")[0], reachable) for path in open_to_others):
        what = f"notes in {shown}/" if shown != "." else "notes in this folder"
        hint = f"chmod go-rwx {shlex.quote(shown)} keeps them to yourself"
        yield _finding("G02", shown, f"other accounts of this machine can read {what}", hint)


def _is_reachable(content: Path, folder: str, reachable: dict[str, bool]) -> bool:
    """Whether every folder from content/ down to `folder` lets others through."""
    if folder not in reachable:
        above = _is_reachable(content, folder.rpartition("/")[0], reachable)
        reachable[folder] = above and _others_may_enter(content / folder)
    return reachable[folder]


def _others_may_enter(folder: Path) -> bool:
    try:
        return bool(folder.stat().st_mode & _OTHERS_MAY_ENTER)
    except OSError:
        return False


def _finding(code: str, path: str, message: str, hint: str) -> Finding:
    return Finding(path, 1, 1, code, CODES[code][0], message, hint)
