"""A file to copy into the site: read without following a link, and only if it is a file."""

import errno
import os
import stat
from collections.abc import Generator
from pathlib import Path

_CHUNK = 1 << 20  # bytes
_STEP = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK  # a pipe must not hold us up


class UnfitSourceError(Exception):
    """Why a file cannot be copied, in a few words."""


def chunks_of(source: Path, content: Path) -> Generator[bytes, None, None]:
    """Yield the bytes of `source`, a megabyte at a time.

    Raises UnfitSourceError for a link (below `content`: also in a folder on the way), for anything
    but a regular file, and when it cannot be read.
    """
    fd = -1
    try:
        fd = _open(source, content)
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            raise UnfitSourceError("is not a regular file")
        while chunk := os.read(fd, _CHUNK):
            yield chunk
    except OSError as error:
        reason = "is a link" if error.errno == errno.ELOOP else f"cannot be read ({error.strerror})"
        raise UnfitSourceError(reason) from error
    finally:
        if fd >= 0:
            os.close(fd)


def _open(source: Path, content: Path) -> int:
    if not source.is_relative_to(content):
        return os.open(source, _STEP)
    fd = os.open(content, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    for part in source.relative_to(content).parts:
        folder, fd = fd, -1
        try:
            fd = os.open(part, _STEP, dir_fd=folder)
        finally:
            os.close(folder)
    return fd
