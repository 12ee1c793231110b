"""Work of one kind over many things, spread over all processors."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Generic, TypeVar

_Thing = TypeVar("_Thing")
_SIZE = 4  # bytes of a number, in the queue and before a result
_MOST = 1_000  # numbers that a pipe surely holds while nobody reads them


def _again(_: object, error: Exception) -> bytes:
    raise error


def spread(
    work: Callable[[_Thing], bytes],
    things: Sequence[_Thing],
    parts: int,
    instead: Callable[[_Thing, Exception], bytes] = _again,
) -> Iterator[tuple[_Thing, bytes]]:
    """Yield each thing with what `work` makes of it; the order is not that of `things`.

    This process and `parts` - 1 copies of it each take the next thing as soon as they are free.
    What a copy could not do is done here; for what fails here, `instead` makes something else, and
    left out, this raises whatever `work` raises.
    """

    def here(thing: _Thing) -> bytes:
        try:
            return work(thing)
        except Exception as error:
            return instead(thing, error)

    left = dict(enumerate(things))
    with _queue(len(things)) as queue:
        copies = [_Copy(work, things, queue) for _ in range(parts - 1)]
        try:
            for number in _taken(queue, len(things)):
                yield things[number], here(left.pop(number))
            for copy in copies:
                yield from ((left.pop(number), made) for number, made in copy.results())
        finally:
            for copy in copies:
                copy.end()
    for thing in left.values():
        yield thing, here(thing)


def parts_of(count: int, worth: int) -> int:
    """Return in how many parts to do `count` things: one, if there are fewer than `worth`.

    Also one where a process cannot be copied safely, else as many as there are processors.
    """
    if count < worth or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


@contextmanager
def _queue(count: int) -> Iterator[int]:
    """Give a pipe's end from which whoever is free reads where the next things begin."""
    queue, inlet = os.pipe()
    try:
        os.write(inlet, b"".join(map(_packed, range(0, count, _at_once(count)))))
    finally:
        os.close(inlet)
    try:
        yield queue
    finally:
        os.close(queue)


def _taken(queue: int, count: int) -> Iterator[int]:
    """Yield the numbers of things to do, until all are taken by somebody."""
    while taken := os.read(queue, _SIZE):
        start = int.from_bytes(taken, "big")
        yield from range(start, min(start + _at_once(count), count))


def _at_once(count: int) -> int:
    return -(-count // _MOST) or 1


def _packed(number: int) -> bytes:
    return number.to_bytes(_SIZE, "big")


class _Copy(Generic[_Thing]):
    """A copy of this process at work; its results lie in memory that both see."""

    def __init__(
        self, work: Callable[[_Thing], bytes], things: Sequence[_Thing], queue: int
    ) -> None:
        self.shared = os.fdopen(os.memfd_create("results"), "r+b")
        self.process = os.fork()
        if not self.process:
            self._run(work, things, queue)

    def _run(self, work: Callable[[_Thing], bytes], things: Sequence[_Thing], queue: int) -> None:
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process answers Ctrl-C
            for number in _taken(queue, len(things)):
                with suppress(Exception):  # what fails is done again, and said, by the first one
                    made = work(things[number])
                    self.shared.write(_packed(number) + _packed(len(made)) + made)
            self.shared.flush()
        finally:
            os._exit(0)

    def results(self) -> Iterator[tuple[int, bytes]]:
        """Yield number and result of what the copy did, once it has ended."""
        self._wait()
        self.shared.seek(0)
        while head := self.shared.read(2 * _SIZE):
            size = int.from_bytes(head[_SIZE:], "big")
            made = self.shared.read(size)
            if len(head) < 2 * _SIZE or len(made) < size:
                return  # killed while it wrote
            yield int.from_bytes(head[:_SIZE], "big"), made

    def end(self) -> None:
        """Stop the copy, if it is still at work."""
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            self._wait()
        self.shared.close()

    def _wait(self) -> None:
        os.waitpid(self.process, 0)
        self.process = 0
