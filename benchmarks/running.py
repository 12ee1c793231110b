"""A server that runs: from its start to its end."""

import http.client
import os
import signal
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from subprocess import STDOUT, Popen, TimeoutExpired

from benchmarks.servers import LOOPBACK, Server

REPOSITORY = Path(__file__).parents[1]
ASK_EVERY = 0.005
"""Seconds between two looks whether a server that starts is there."""
PAUSE = 0.002
"""Seconds between an answer and the next request of a client that waits for a text."""
ENDING = 10.0
"""Seconds that a server has to end."""


class ServerError(Exception):
    """A server ended, or did not do what it should."""


class Client:
    """Asks one server for pages, over a connection that is kept where the server keeps it."""

    def __init__(self, port: int, headers: Mapping[str, str], patience: float) -> None:
        """Wait for an answer for `patience` seconds."""
        self.headers = dict(headers)
        self.connection = http.client.HTTPConnection(LOOPBACK, port, timeout=patience)

    def page(self, address: str) -> str | None:
        """Return the page at `address`, or None where there is no answer, or not that one."""
        try:
            self.connection.request("GET", address, headers=self.headers)
            answer = self.connection.getresponse()
            data = answer.read()
        except (OSError, http.client.HTTPException):
            self.connection.close()
            return None
        return data.decode() if answer.status == http.client.OK else None

    def sees(self, address: str, text: str, patience: float) -> float:
        """Ask again and again until a page has a text; return when that was (since 1970).

        Raise ServerError after `patience` seconds.
        """
        end = time.monotonic() + patience
        while time.monotonic() < end:
            page = self.page(address)
            if page and text in page:
                return time.time()
            time.sleep(PAUSE)
        raise ServerError(f"{address} has not shown “{text}” within {patience:.0f} s")


class Running:
    """A started server."""

    def __init__(self, server: Server, log: Path) -> None:
        """Start it; what it says goes to `log`."""
        self.server = server
        self.log = log
        self.port = _free_port()
        with log.open("wb") as output:
            self.began = time.perf_counter()
            self.process = Popen(
                server.command(self.port),
                cwd=REPOSITORY,
                env={**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(log.parent)},
                stdout=output,
                stderr=STDOUT,
                process_group=0,
            )

        self.headers: Mapping[str, str] = {}
        """What a client has to send, from the first page on."""

    def client(self, patience: float) -> Client:
        """Return a client that is let in."""
        return Client(self.port, self.headers, patience)

    def first_page(self, limit: float) -> float | None:
        """Return the seconds from the start to the first page, or None where it takes too long."""
        while (spent := time.perf_counter() - self.began) < limit:
            said = self.log.read_text("utf-8", errors="replace")
            if self.process.poll() is not None:
                raise ServerError(f"{self.server.name} has ended:\n{said[-2000:]}")
            headers = self.server.headers(said, self.port)
            if headers is not None and Client(self.port, headers, limit - spent).page("/"):
                self.headers = headers
                return time.perf_counter() - self.began
            time.sleep(ASK_EVERY)
        return None

    @contextmanager
    def open_page(self, patience: float) -> Iterator[None]:
        """Stay connected as a browser does that shows the home page."""
        asked = self.server.stream(self.client(patience).page("/") or "")
        connection = http.client.HTTPConnection(LOOPBACK, self.port)
        with closing(connection):
            connection.request("GET", asked.address, headers={**asked.headers, **self.headers})
            yield

    def stop(self) -> None:
        """End it as one asks a program to end; what it has started and left ends as well."""
        try:
            self.process.terminate()
            self.process.wait(ENDING)
        except TimeoutExpired:
            pass
        finally:  # also where somebody has no patience
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


@contextmanager
def started(server: Server, log: Path) -> Iterator[Running]:
    """Start a server, and end it whatever happens."""
    running = Running(server, log)
    try:
        yield running
    finally:
        running.stop()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((LOOPBACK, 0))
        port: int = one.getsockname()[1]
    return port
