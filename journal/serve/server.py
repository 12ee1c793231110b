"""uvicorn in a thread of its own, on sockets of this machine alone."""

import errno
import logging
import socket
from threading import Thread
from typing import NamedTuple

from starlette.types import ASGIApp
from uvicorn import Config, Server

from journal.capture.failure import Refused
from journal.serve.protocol import LIMIT, MOST, Protocol

_STOP = 1  # seconds that answers have to end
_HTTP = 80  # the port that browsers do not name
_TRIES = 20  # ports that somebody else has at one of the two addresses
_LOGGERS = ("uvicorn", "watchdog", "asyncio")


class Listening(NamedTuple):
    """Sockets on one port; `is_shared` where another program has that port at [::1]."""

    sockets: list[socket.socket]
    is_shared: bool

    @property
    def port(self) -> int:
        """The port."""
        return int(self.sockets[0].getsockname()[1])

    @property
    def hosts(self) -> frozenset[str]:
        """What browsers may call this server, port included; they leave 80 out."""
        names = ["127.0.0.1"] if self.is_shared else ["127.0.0.1", "localhost", "[::1]"]
        ends = [f":{self.port}", ""] if self.port == _HTTP else [f":{self.port}"]
        return frozenset(name + end for name in names for end in ends)


def opened(port: int) -> Listening:
    """Return sockets on the loopback addresses, on one port (0: any that is free at both).

    Raises Refused where the port is taken.
    """
    found = _opened(port)
    for _ in range(_TRIES if port == 0 else 0):
        if not found.is_shared:
            break
        for one in found.sockets:
            one.close()
        found = _opened(port)
    return found


def _opened(port: int) -> Listening:
    first = _bound(socket.AF_INET, "127.0.0.1", port)
    try:
        second = _bind(socket.AF_INET6, "::1", first.getsockname()[1])
    except OSError as error:  # somebody else has the port there, or there is no IPv6
        return Listening([first], error.errno == errno.EADDRINUSE)
    return Listening([first, second], False)


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


class Serving:
    """A running server."""

    def __init__(self, app: ASGIApp, sockets: list[socket.socket]) -> None:
        for name in _LOGGERS:  # what they have to say, the answers say
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        config = Config(
            app,
            http=Protocol,
            ws="none",
            lifespan="on",
            loop="asyncio",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            h11_max_incomplete_event_size=LIMIT,
            backlog=MOST,  # so many are taken at once, before any can be let go of
            timeout_graceful_shutdown=_STOP,
        )
        self._server = Server(config)
        self._thread = Thread(target=self._server.run, args=(sockets,), name="serve", daemon=True)

    def start(self) -> None:
        """Begin to answer; what comes before it does waits in the sockets."""
        self._thread.start()

    def stop(self) -> None:
        """End within a second or two, whoever is still connected."""
        self._server.should_exit = True
        self._thread.join(2 * _STOP)
