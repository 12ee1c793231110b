"""No body may hold up the others: a limit of processor time."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 5.0
"""Processor time that one body may take."""


class TooSlow(BaseException):
    """A body took more than its time. No `except Exception` of a library may swallow it."""


@contextmanager
def time_limit(seconds: float = SECONDS) -> Iterator[None]:
    """Raise `TooSlow` in the block when it has used `seconds` of processor time.

    Holds in a process's main thread only, because signals arrive nowhere else; in other threads,
    and on systems without SIGPROF, there is no limit; C code that looks at no signals runs to its
    end first. The handler and timer found are put back.
    """
    if not hasattr(signal, "SIGPROF") or threading.current_thread() is not threading.main_thread():
        yield
        return
    running = True

    def stop(_number: int, _frame: FrameType | None) -> None:
        if running:
            raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    timer = signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        try:
            yield
        finally:
            running = False
    finally:
        signal.setitimer(signal.ITIMER_PROF, *timer)
        signal.signal(signal.SIGPROF, before)
