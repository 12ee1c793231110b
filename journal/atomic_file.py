"""Files written whole or not at all, for this account's eyes only: 0600, whatever the umask.

A file of that name that is there already is either never touched (`create_file`) or replaced in one
step (`replace_file`), and no link is followed.
"""

import os
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

#: Gives a file a second name, both in the folder of a descriptor; raises OSError if that is taken.
Link = Callable[[str, str, int | None], None]

_MODE = 0o600
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def replace_file(path: Path, data: bytes) -> None:
    """Put a file in the place of whatever is at `path`. Raises OSError, with that as it was."""
    draft = path.with_name(_draft_name())
    try:
        write_file(str(draft), [data])
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink()


def link_in(draft: str, name: str, folder: int | None) -> None:
    """Give a file of a folder a second name there; without a folder, both are paths."""
    os.link(draft, name, src_dir_fd=folder, dst_dir_fd=folder)


def create_file(name: str, data: bytes, folder: int | None = None, link: Link = link_in) -> None:
    """Write a file that is not there yet; `name` is a path, or one in the folder of a descriptor.

    Raises FileExistsError, with what is there as it was, and OSError. Where the disk knows no links
    (FAT, some network disks), only being killed at the wrong moment can leave half of the file.
    """
    draft = str(Path(name).with_name(_draft_name()))
    try:
        write_file(draft, [data], folder)
        try:
            link(draft, name, folder)
        except FileExistsError:
            raise
        except OSError:
            write_file(name, [data], folder)
    finally:
        with suppress(OSError):
            os.unlink(draft, dir_fd=folder)


def write_file(
    name: str, chunks: Iterable[bytes], folder: int | None = None, *, flush: bool = True
) -> int:
    """Write a new file, or leave none; return its size in bytes. Raises OSError.

    Unbuffered, so that a full disk says so here; on the disk at the end, if it is to `flush`.
    """
    fd = os.open(name, _NEW, _MODE, dir_fd=folder)
    try:
        try:
            with suppress(OSError):  # FAT knows no modes
                os.fchmod(fd, _MODE)
            size = sum(_write(fd, chunk) for chunk in chunks)
            if flush:
                os.fsync(fd)
        finally:
            os.close(fd)
    except BaseException:
        with suppress(OSError):
            os.unlink(name, dir_fd=folder)
        raise
    return size


def _write(fd: int, chunk: bytes) -> int:
    rest = memoryview(chunk)
    while rest:
        rest = rest[os.write(fd, rest) :]
    return len(chunk)


def _draft_name() -> str:
    return f".{secrets.token_hex(6)}.tmp"
