"""Connections: how many, for how long, and what is answered to what is no HTTP at all."""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from journal.serve.guard import LET_IN
from journal.serve.headers import dressed

LIMIT = 32 * 1024  # bytes of a request's line and headers
#: Seconds for a request's line and headers.
HEAD = 10.0
#: Connections at once; above that, those go that have asked for nothing that they were let in to.
MOST = 128


class Protocol(H11Protocol):
    """Answers what it cannot read, and holds no connection open for who may not come in.

    Any account of the machine can connect, and hold connections open.
    """

    since = 0.0  # seconds on the clock of the loop
    _head: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection; the oldest idle one without a cookie goes for it, if it must."""
        super().connection_made(transport)
        self.since = self.loop.time()
        if len(self.connections) > MOST:
            self._make_room()
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of a connection."""
        super().connection_lost(exc)
        self._forget_head()

    def data_received(self, data: bytes) -> None:
        """Take what came; whatever it is, the answer is one of ours."""
        try:
            super().data_received(data)
        except h11.LocalProtocolError:  # more after an answer that closed the connection
            self.transport.close()
        self._await_head()

    def _make_room(self) -> None:
        others = [one for one in self.connections if isinstance(one, Protocol) and one is not self]
        idle = [one for one in others if one.is_idle_stranger]
        if idle:
            min(idle, key=lambda one: one.since).transport.abort()

    @property
    def is_idle_stranger(self) -> bool:
        """Whether nobody is answered here, and the last one that was had no cookie."""
        is_idle = self.cycle is None or self.cycle.response_complete
        is_let_in = self.scope is not None and LET_IN in self.scope
        return is_idle and not is_let_in and not self.transport.is_closing()

    def _await_head(self) -> None:
        """Give a request that has begun, or not even that, its seconds; one that is whole, none."""
        if self.conn.their_state is not h11.IDLE:
            self._forget_head()
        elif self._head is None:
            self._head = self.loop.call_later(HEAD, self.transport.abort)

    def _forget_head(self) -> None:
        if self._head:
            self._head.cancel()
            self._head = None

    def send_400_response(self, msg: str) -> None:
        """Answer what is no request: 414 for a line too long, else 400."""
        if self.conn.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            self.transport.close()
            return
        too_long = len(self.conn.trailing_data[0]) > LIMIT
        status, reason = (414, b"URI Too Long") if too_long else (400, b"Bad Request")
        text = msg.encode("ascii", "replace")
        headers = dressed(
            [
                (b"content-type", b"text/plain; charset=utf-8"),
                (b"content-length", str(len(text)).encode()),
                (b"connection", b"close"),
            ]
        )
        answer = h11.Response(status_code=status, headers=headers, reason=reason)
        for event in (answer, h11.Data(data=text), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
