"""What a killed build left beside the site, and the site that was replaced: both are removed.

Only folders under our names, with a marker in them that this journal sealed; and of a finished
site only what its marker lists.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from journal.publish.marker import MARKER, read_marker

_STAGING, _OLD = "staging", "old"


def staging_name(target: Path, suffix: str) -> str:
    """Return the name of the folder in which a site for `target` is put together."""
    return f".{target.name}.{_STAGING}-{suffix}"


def old_name(target: Path, staging: str) -> str:
    """Return the name of the folder in which the old site waits while two renames are made."""
    return f".{target.name}.{_OLD}-{staging.rpartition('-')[2]}"


def remove_leftovers(target: Path, key: bytes) -> None:
    """Put back a site that a killed build had moved aside, and remove what else it left.

    What the disk won't let go of stays; raises OSError only if the site cannot be put back.
    """
    if not os.path.lexists(target):
        finished = [old for old in _beside(target, _OLD) if _is_finished(old, key)]
        if finished:
            max(finished, key=lambda old: old.stat().st_mtime_ns).rename(target)
    for folder in [*_beside(target, _STAGING), *_beside(target, _OLD)]:
        with suppress(OSError):
            remove(folder, key)


def _is_finished(folder: Path, key: bytes) -> bool:
    marker = read_marker(folder, key)
    return marker is not None and not marker.staging


def remove(folder: Path, key: bytes) -> bool:
    """Remove a site of ours, or one half made; return False if something else in it stays.

    Raises OSError where the disk refuses. The marker goes last, so that this can be taken up again.
    """
    marker = read_marker(folder, key)
    if marker is None:
        _remove_unbegun(folder)
        return True
    _empty(folder, (lambda _: True) if marker.staging == folder.name else marker.lists)
    (folder / MARKER).unlink()
    with suppress(OSError):
        folder.rmdir()
    return not folder.exists()


def _remove_unbegun(folder: Path) -> None:
    """Remove a folder that was left before there was a marker, or with one without a word."""
    with suppress(FileNotFoundError):
        if (folder / MARKER).lstat().st_size == 0:
            (folder / MARKER).unlink()
    folder.rmdir()


def _empty(folder: Path, ours: Callable[[str], bool]) -> None:
    for where, folders, files, fd in os.fwalk(folder, topdown=False, follow_symlinks=False):
        inside = Path(where).relative_to(folder)
        for name in files:
            address = (inside / name).as_posix()
            if address != MARKER and ours(address):
                os.unlink(name, dir_fd=fd)  # by descriptor: no link can lead us off
        for name in folders:
            if ours((inside / name).as_posix()):
                with suppress(OSError):  # something of another's is in it, or it is a link
                    os.rmdir(name, dir_fd=fd)


def _beside(target: Path, kind: str) -> Iterator[Path]:
    prefix = f".{target.name}.{kind}-"
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if entry.name.startswith(prefix) and entry.is_dir(follow_symlinks=False):
                yield Path(entry.path)
