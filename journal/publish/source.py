"""A file to copy into the site: read without following a link, and only if it is a file."""

import errno
import os
import stat
from collections.abc import Generator
from io import FileIO
from pathlib import Path

_CHUNK = 1 << 20  # bytes
_STEP = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK  # a pipe must not hold us up


class UnfitSourceError(Exception):
    """Why a file cannot be copied, in a few words."""


def chunks_of(source: Path, content: Path) -> Generator[bytes, None, None]:
    """Yield the bytes of `source`, a megabyte at a time. Raises UnfitSourceError."""
    with open_source(source, content) as file:
        try:
            while chunk := file.read(_CHUNK):
                yield chunk
        except OSError as error:
            raise _unfit(error) from error


def open_source(source: Path, content: Path) -> FileIO:
    """Open `source`; what it holds is read without a buffer.

    Raises UnfitSourceError for a link (below `content`: also in a folder on the way), for anything
    but a regular file, and when it cannot be read.
    """
    try:
        file = FileIO(_open(source, content))
    except OSError as error:
        raise _unfit(error) from error
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        return file
    file.close()
    raise UnfitSourceError("is not a regular file")


def _unfit(error: OSError) -> UnfitSourceError:
    is_link = error.errno == errno.ELOOP
    return UnfitSourceError("is a link" if is_link else f"cannot be read ({error.strerror})")


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
