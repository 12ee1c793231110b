"""Work of one kind over many things, spread over all processors."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

_Thing = TypeVar("_Thing")
_SIZE = 8  # bytes that say how long a result is


def spread(
    work: Callable[[_Thing], bytes], things: Sequence[_Thing], parts: int
) -> Iterator[tuple[_Thing, bytes]]:
    """Yield each thing with what `work` makes of it; the order is not that of `things`.

    This process does one of `parts` shares, copies of it the others. What a copy could not do is
    done here, so this raises whatever `work` raises.
    """
    copies = [_Copy(work, things[part::parts]) for part in range(1, parts)]
    try:
        for thing in things[::parts]:
            yield thing, work(thing)
        for copy in copies:
            yield from copy.results()
    finally:
        for copy in copies:
            copy.end()


def parts_of(count: int, worth: int) -> int:
    """Return in how many parts to do `count` things: one, if there are fewer than `worth`.

    Also one where a process cannot be copied safely, else as many as there are processors.
    """
    if count < worth or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


class _Copy(Generic[_Thing]):
    """A copy of this process at work; its results lie in memory that both see."""

    def __init__(self, work: Callable[[_Thing], bytes], things: Sequence[_Thing]) -> None:
        self.work = work
        self.things = things
        self.shared = os.fdopen(os.memfd_create("results"), "r+b")
        self.process = os.fork()
        if not self.process:
            self._run()

    def _run(self) -> None:
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process answers Ctrl-C
            for thing in self.things:
                made = self.work(thing)
                self.shared.write(len(made).to_bytes(_SIZE, "big") + made)
            self.shared.flush()
        finally:  # what failed is done again, and said, by the first process
            os._exit(0)

    def results(self) -> Iterator[tuple[_Thing, bytes]]:
        """Yield every thing of the share once the copy has ended."""
        self._wait()
        self.shared.seek(0)
        for thing in self.things:
            size = int.from_bytes(self.shared.read(_SIZE), "big")
            made = self.shared.read(size)
            yield thing, made if size and len(made) == size else self.work(thing)

    def end(self) -> None:
        """Stop the copy, if it is still at work."""
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            self._wait()
        self.shared.close()

    def _wait(self) -> None:
        os.waitpid(self.process, 0)
        self.process = 0
