"""A second look at a few notes: what a whole scan of a large folder is too slow for."""

import os
import stat
from collections.abc import Collection
from pathlib import Path

from journal.reading.scan import CONTENT, Found, Stamp


def look_again(root: Path, paths: Collection[str]) -> dict[str, Found] | None:
    """Return notes (relative to content/) as they are now, or None if one is no file any more."""
    found = {path: _again(root, path) for path in paths}
    there = {path: note for path, note in found.items() if note is not None}
    return there if len(there) == len(found) else None


def _again(root: Path, path: str) -> Found | None:
    try:
        status = os.lstat(root / CONTENT / path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    stamp = Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return Found(path, stamp, stat.S_IMODE(status.st_mode))
