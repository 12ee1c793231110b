"""The end of the process: at once, without taking a large journal apart piece by piece."""

import os
import sys
from contextlib import suppress
from typing import NoReturn, TypeVar

_Thing = TypeVar("_Thing")
_held: list[object] = []
_leaving = False


def hold(thing: _Thing) -> _Thing:
    """Return `thing`; in a process of ours it is not let go of before the end.

    To free 20,000 notes one by one takes as long as to read a tenth of them.
    """
    if _leaving:
        _held.append(thing)
    return thing


def will_leave() -> None:
    """Say that this process is ours, and ends by `leave`."""
    global _leaving  # noqa: PLW0603 - one process, one end
    _leaving = True


def leave(status: int) -> NoReturn:
    """End the process with an exit status, after all that was said is on its way."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(status)
