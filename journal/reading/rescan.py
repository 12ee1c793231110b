"""A second look at a few notes: what a whole scan of a large folder is too slow for."""

import os
import stat
from collections.abc import Collection
from pathlib import Path

from journal.reading.scan import CONTENT, Found, Scan, Stamp


def rescan(root: Path, seen: Scan, paths: Collection[str]) -> Scan | None:
    """Return the scan as it is now if no more has changed than notes in place, else None.

    `paths` are relative to content/. What they do not name is taken to be as it was.
    """
    wanted = set(paths)
    found = {note.path: _again(root, note.path) for note in seen.notes if note.path in wanted}
    if len(found) < len(wanted) or None in found.values():
        return None
    notes = tuple(found.get(note.path) or note for note in seen.notes)
    return seen._replace(notes=notes)


def _again(root: Path, path: str) -> Found | None:
    try:
        status = os.lstat(root / CONTENT / path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    stamp = Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return Found(path, stamp, stat.S_IMODE(status.st_mode))
