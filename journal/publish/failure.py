"""What stopped a build, said to the person."""

import errno
from pathlib import Path

from journal.findings import shown

UNTOUCHED = "The last site is as it was."

_CAUSES = {
    errno.ENOSPC: "the disk is full: free some space, then build again",
    errno.EDQUOT: "your share of the disk is used up: free some space, then build again",
    errno.EROFS: "the disk is read-only: build into a folder that can be written",
    errno.EACCES: "you may not write there: change its permissions, or build into another folder",
    errno.EPERM: "you may not write there: change its permissions, or build into another folder",
    errno.ENAMETOOLONG: "a name is too long for this disk: shorten the note's file name",
    errno.EBUSY: "it is in use, or a disk is mounted on it: build into another folder",
    errno.ENOTEMPTY: "something was put there during the build: move it away, then build again",
    errno.ENOTDIR: "a file stands where a folder is needed: move it away, or build elsewhere",
}


class PublishError(Exception):
    """Why nothing was published, in one sentence for the person; exit status 2."""


def named(path: Path, root: Path) -> str:
    """Name `path` for a message: relative to the journal's root where it lies below it."""
    inside = path.is_relative_to(root) and path != root
    return shown(str(path.relative_to(root)) if inside else str(path), limit=120)


def unwritable(error: OSError, folder: str) -> PublishError:
    """Say what the system refused while writing for `folder` (as `named` gave it)."""
    cause = _CAUSES.get(error.errno or 0) or f"{error.strerror or error}: mend it, then build again"
    return PublishError(f"{folder} could not be written: {cause}. {UNTOUCHED}")
