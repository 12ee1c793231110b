"""The reload channel: server-sent events that carry two numbers, and nothing else."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import NamedTuple

#: Seconds after which a silent stream says that it is there.
_ALIVE = 15.0
MOST = 64  # streams at once


class Counters(NamedTuple):
    """How often pages, and styles, have changed: numbers that only grow, also over restarts."""

    page: int
    style: int


class Stream:
    """Tells every open tab of a change. All but `tell` and `close` belong to the loop's thread."""

    def __init__(self, counters: Counters) -> None:
        self.counters = counters
        self.is_closed = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken: set[asyncio.Event] = set()

    def begin(self) -> None:
        """Belong to the loop that runs now."""
        self._loop = asyncio.get_running_loop()

    def tell(self, counters: Counters) -> None:
        """Send new numbers to every tab; from any thread."""
        self.counters = counters
        self._wake()

    def close(self) -> None:
        """End every stream; from any thread."""
        self.is_closed = True
        self._wake()

    def _wake(self) -> None:
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake_all)

    def _wake_all(self) -> None:
        for woken in self._woken:
            woken.set()

    @contextmanager
    def place(self) -> Iterator[AsyncIterator[bytes] | None]:
        """Give the numbers now, and whenever they change, as server-sent events.

        None, where so many tabs listen that one more gets no stream.
        """
        if len(self._woken) >= MOST:
            yield None
            return
        woken = asyncio.Event()
        self._woken.add(woken)
        try:
            yield self._events(woken)
        finally:
            self._woken.discard(woken)

    async def _events(self, woken: asyncio.Event) -> AsyncIterator[bytes]:
        said: Counters | None = None
        while not self.is_closed:
            if said != self.counters:
                said = self.counters
                yield f"retry: 1000\ndata: {said.page} {said.style}\n\n".encode()
                continue
            woken.clear()
            try:
                await asyncio.wait_for(woken.wait(), _ALIVE)
            except TimeoutError:
                yield b":\n\n"
