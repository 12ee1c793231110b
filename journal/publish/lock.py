"""One build of a journal at a time."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.account import state_folder
from journal.errors import UNTOUCHED, NotPublished, site_not_written
from journal.file_names import CACHE_FOLDER

_NOT_OURS_TO_WRITE = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC


@contextmanager
def lock(root: Path) -> Iterator[None]:
    """Hold the journal's lock, `.journal-cache/lock`; it goes with the process, however it ends.

    It keeps out other processes, this one's copies among them. A journal that may not be written
    has it in the account's own folder. Raises NotPublished at once if another build holds it, and
    where it cannot be made.
    """
    if (root / CACHE_FOLDER).is_symlink():
        what = f"“{CACHE_FOLDER}” is a link, which is never followed: remove it, then build again"
        raise NotPublished(f"{what}. {UNTOUCHED}")
    try:
        fd = _open(root)
    except OSError as error:
        raise site_not_written(error, f"“{CACHE_FOLDER}”") from error
    try:
        _take(fd)
        yield
    finally:
        os.close(fd)


def _open(root: Path) -> int:
    try:
        return _open_in(root / CACHE_FOLDER)
    except OSError as error:
        if error.errno not in _NOT_OURS_TO_WRITE:
            raise
        return _open_in(state_folder(root))


def _open_in(folder: Path) -> int:
    if not folder.exists():
        folder.mkdir(0o700, exist_ok=True)
        folder.chmod(0o700)
    fd = os.open(folder / "lock", _FLAGS, 0o600)
    os.fchmod(fd, 0o600)
    return fd


def _take(fd: int) -> None:
    import fcntl  # not on every system, and all but the lock works without

    try:
        # Not `flock`: a copy of the process, which may outlive it, would go on holding that one.
        fcntl.lockf(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError) as error:
        raise NotPublished(
            "Another build of this journal is running: wait until it ends, then build again."
        ) from error
    except OSError as error:
        raise site_not_written(error, f"“{CACHE_FOLDER}/lock”") from error
