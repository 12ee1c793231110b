"""uvicorn in a thread of its own, on sockets that only this machine can reach."""

import asyncio
import errno
import logging
import socket
from threading import Thread
from typing import NamedTuple

import h11
from starlette.types import ASGIApp
from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol

from journal.errors import Refused
from journal.serve.guard import AUTHENTICATED, with_security_headers

MAX_HEADER = 32 * 1024  # bytes of a request's line and headers
#: Seconds for a request's line and headers.
HEADER_TIMEOUT = 10.0
#: Connections at once; above that, idle ones are closed that have not been let in.
MAX_CONNECTIONS = 128


class GuardedProtocol(H11Protocol):
    """HTTP with limits for strangers, and with our headers on answers to malformed requests.

    Any account of the machine can connect, and keep connections open.
    """

    since = 0.0  # seconds on the clock of the loop
    _header_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection; if there are too many, close the oldest idle one of a stranger."""
        super().connection_made(transport)
        self.since = self.loop.time()
        if len(self.connections) > MAX_CONNECTIONS:
            self._drop_a_stranger()
        self._limit_header_time()

    def connection_lost(self, exc: Exception | None) -> None:
        """Clean up after a connection."""
        super().connection_lost(exc)
        self._end_header_time()

    def data_received(self, data: bytes) -> None:
        """Take what was received, whatever it is."""
        try:
            super().data_received(data)
        except h11.LocalProtocolError:  # more after an answer that closed the connection
            self.transport.close()
        self._limit_header_time()

    def _drop_a_stranger(self) -> None:
        guarded = [one for one in self.connections if isinstance(one, GuardedProtocol)]
        idle = [one for one in guarded if one is not self and one.is_idle_stranger]
        if idle:
            min(idle, key=lambda one: one.since).transport.abort()

    @property
    def is_idle_stranger(self) -> bool:
        """Whether nothing is being answered here, and the last request was not let in."""
        is_idle = self.cycle is None or self.cycle.response_complete
        is_let_in = self.scope is not None and AUTHENTICATED in self.scope
        return is_idle and not is_let_in and not self.transport.is_closing()

    def _limit_header_time(self) -> None:
        """Start the timer for a request's headers, or stop it once they are complete."""
        if self.conn.their_state is not h11.IDLE:
            self._end_header_time()
        elif self._header_timer is None:
            self._header_timer = self.loop.call_later(HEADER_TIMEOUT, self.transport.abort)

    def _end_header_time(self) -> None:
        if self._header_timer:
            self._header_timer.cancel()
            self._header_timer = None

    def send_400_response(self, msg: str) -> None:
        """Answer a malformed request: 414 if a line is too long, else 400."""
        if self.conn.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            self.transport.close()
            return
        too_long = len(self.conn.trailing_data[0]) > MAX_HEADER
        status, reason = (414, b"URI Too Long") if too_long else (400, b"Bad Request")
        text = msg.encode("ascii", "replace")
        headers = with_security_headers(
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


_STOP_TIME = 1  # seconds that running answers have to end
_HTTP = 80  # the port that browsers do not name
_TRIES = 20  # to find a port that is free at both addresses
_LOGGERS = ("uvicorn", "watchdog", "asyncio")


class ListeningSockets(NamedTuple):
    """Sockets on one port; `is_shared` where another program has that port at [::1]."""

    sockets: list[socket.socket]
    is_shared: bool

    @property
    def port(self) -> int:
        """The port."""
        return int(self.sockets[0].getsockname()[1])

    @property
    def hosts(self) -> frozenset[str]:
        """The values of the Host header that mean this server; browsers leave port 80 out."""
        names = ["127.0.0.1"] if self.is_shared else ["127.0.0.1", "localhost", "[::1]"]
        ends = [f":{self.port}", ""] if self.port == _HTTP else [f":{self.port}"]
        return frozenset(name + end for name in names for end in ends)


def listen(port: int) -> ListeningSockets:
    """Return sockets on the loopback addresses, on one port (0: any that is free at both).

    Raises Refused where the port is taken.
    """
    found = _listen(port)
    for _ in range(_TRIES if port == 0 else 0):
        if not found.is_shared:
            break
        for one in found.sockets:
            one.close()
        found = _listen(port)
    return found


def _listen(port: int) -> ListeningSockets:
    first = _bound(socket.AF_INET, "127.0.0.1", port)
    try:
        second = _bind(socket.AF_INET6, "::1", first.getsockname()[1])
    except OSError as error:  # somebody else has the port there, or there is no IPv6
        return ListeningSockets([first], error.errno == errno.EADDRINUSE)
    return ListeningSockets([first, second], False)


def _bound(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    try:
        return _bind(family, host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Refused(
                f"Port {port} is taken, perhaps by another “journal serve”: name another with "
                "--port, or take any that is free with --port 0."
            ) from error
        if error.errno == errno.EACCES:
            raise Refused(f"You may not use port {port}: name one above 1023.") from error
        raise


def _bind(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    # named, so that asyncio knows it may send at once: else every answer waits for 40 ms
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((host, port))
        made.listen(128)
    except OSError:
        made.close()
        raise
    return made


class ServerThread:
    """A running server."""

    def __init__(self, app: ASGIApp, sockets: list[socket.socket]) -> None:
        for name in _LOGGERS:  # the answers say it all
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        config = Config(
            app,
            http=GuardedProtocol,
            ws="none",
            lifespan="on",
            loop="asyncio",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            h11_max_incomplete_event_size=MAX_HEADER,
            backlog=MAX_CONNECTIONS,  # so many can arrive at once, before any can be closed
            timeout_graceful_shutdown=_STOP_TIME,
        )
        self._server = Server(config)
        self._thread = Thread(target=self._server.run, args=(sockets,), name="serve", daemon=True)

    def start(self) -> None:
        """Begin to answer; earlier requests wait in the sockets."""
        self._thread.start()

    def stop(self) -> None:
        """Stop within a second or two, whoever is still connected."""
        self._server.should_exit = True
        self._thread.join(2 * _STOP_TIME)
