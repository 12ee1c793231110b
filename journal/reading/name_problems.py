"""Problems with the name of a note's file, on this system or on another one."""

import re
import unicodedata
from typing import NamedTuple

from journal.characters import is_name, is_windows_device

_CONFLICT = re.compile(
    r"\.sync-conflict-\d{8}-\d{6}|conflicted copy|\(case conflict|_conflict-\d{8}", re.IGNORECASE
)


class NameProblem(NamedTuple):
    """What is wrong with a name, what to do about it, and whether the file is read anyway."""

    message: str
    hint: str
    is_read: bool = False


#: Signs that are no part of a name there; a dot or a blank at the end is lost.
_NO_NAME_ON_WINDOWS = re.compile(r'[<>:"|?*\\]|[. ](?:/|$)')
_NO_NAME = NameProblem("a name with control characters or that is not UTF-8; not read", "rename it")
#: What is said of a copy that shows in its name.
COPY = NameProblem(
    "a copy that a sync program made of two versions; not read",
    "take over what it has, then delete it",
)
_NOT_ON_WINDOWS = NameProblem("a name that Windows cannot have", "rename it", is_read=True)


def name_problem(path: str) -> NameProblem | None:
    """Return what is wrong with the name of a note's file at `path`, with `/`."""
    name = path.rpartition("/")[2]
    if not is_name(path):
        return _NO_NAME
    if "conflict" in name.casefold() and _CONFLICT.search(name):
        return COPY
    is_refused = _NO_NAME_ON_WINDOWS.search(path) or is_windows_device(name)
    return _NOT_ON_WINDOWS if is_refused else None


def portable_name(path: str) -> str:
    """Return a path as a system compares it that ignores case and composition (NFC)."""
    return (path if path.isascii() else unicodedata.normalize("NFC", path)).casefold()
