"""One build of a journal at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.publish.failure import PublishError, unwritable

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
_held: set[int] = set()


@contextmanager
def lock(root: Path) -> Iterator[None]:
    """Hold the journal's lock, `.journal-cache/lock`; it goes with the process, however it ends.

    Raises PublishError at once if another build holds it, and where it cannot be made.
    """
    try:
        fd = _open(root / ".journal-cache")
    except OSError as error:
        raise unwritable(error, "“.journal-cache”") from error
    _held.add(fd)
    try:
        _hold(fd)
        yield
    finally:
        if fd in _held:
            _held.discard(fd)
            os.close(fd)


def _let_go() -> None:
    """Close in a copy of this process what the first one holds: a copy may outlive it."""
    while _held:
        os.close(_held.pop())


os.register_at_fork(after_in_child=_let_go)


def _open(cache: Path) -> int:
    if not cache.exists():
        cache.mkdir(0o700, exist_ok=True)
        cache.chmod(0o700)
    fd = os.open(cache / "lock", _FLAGS, 0o600)
    os.fchmod(fd, 0o600)
    return fd


def _hold(fd: int) -> None:
    import fcntl  # not on every system, and all but the lock works without

    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise PublishError(
            "Another build of this journal is running: wait until it ends, then build again."
        ) from error
    except OSError as error:
        raise unwritable(error, "“.journal-cache/lock”") from error
