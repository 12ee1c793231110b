"""The reload channel: server-sent events with two numbers, and nothing of the journal."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

#: Seconds after which a silent stream sends a comment, to stay open.
_KEEP_ALIVE = 15.0
MAX_STREAMS = 64  # at once
EVENTS = "text/event-stream"


class Counters(NamedTuple):
    """How often pages, and styles, have changed; both only grow, across restarts too."""

    page: int
    style: int


class ReloadChannel:
    """Tells every open tab of a change. All but `send` and `close` belong to the loop's thread."""

    def __init__(self, counters: Counters) -> None:
        self.counters = counters
        self.is_closed = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listeners: set[asyncio.Event] = set()

    def start(self) -> None:
        """Use the event loop that is running."""
        self._loop = asyncio.get_running_loop()

    def send(self, counters: Counters) -> None:
        """Send new numbers to every tab; from any thread."""
        self.counters = counters
        self._notify()

    def close(self) -> None:
        """End every stream; from any thread."""
        self.is_closed = True
        self._notify()

    def _notify(self) -> None:
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._notify_all)

    def _notify_all(self) -> None:
        for changed in self._listeners:
            changed.set()

    @contextmanager
    def subscribe(self) -> Iterator[AsyncIterator[bytes] | None]:
        """Give the numbers now, and whenever they change, as server-sent events.

        None if too many tabs listen already.
        """
        if len(self._listeners) >= MAX_STREAMS:
            yield None
            return
        changed = asyncio.Event()
        self._listeners.add(changed)
        try:
            yield self._events(changed)
        finally:
            self._listeners.discard(changed)

    async def _events(self, changed: asyncio.Event) -> AsyncIterator[bytes]:
        sent: Counters | None = None
        while not self.is_closed:
            if sent != self.counters:
                sent = self.counters
                yield f"retry: 1000\ndata: {sent.page} {sent.style}\n\n".encode()
                continue
            changed.clear()
            try:
                await asyncio.wait_for(changed.wait(), _KEEP_ALIVE)
            except TimeoutError:
                yield b":\n\n"


class ReloadResponse(Response):
    """The response to a tab that listens, for as long as it does."""

    def __init__(self, channel: ReloadChannel) -> None:
        super().__init__(media_type=EVENTS)
        self._channel = channel

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what changes, or say that too many listen."""
        with self._channel.subscribe() as events:
            response = (
                StreamingResponse(events, media_type=EVENTS)
                if events
                else PlainTextResponse("Too many pages are open.\n", 503)
            )
            await response(scope, receive, send)
