"""The channel through which the server tells open pages to load themselves again."""

import http.client
import socket
import threading
import time
from contextlib import suppress

from tests.support.server import PATIENCE, Server


class Events:
    """An open reload channel, and the numbers that came through it."""

    def __init__(self, server: Server) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        self._connection.request("GET", "/-/events", headers=server.cookie)
        self._answer = self._connection.getresponse()
        self.status = self._answer.status
        self.lines: list[bytes] = []
        self.is_over = False
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        try:
            while line := self._answer.readline():
                self.lines.append(line)
        except (OSError, ValueError, http.client.HTTPException):
            pass
        self.is_over = True

    @property
    def numbers(self) -> list[str]:
        """What each event said."""
        return [line[6:-1].decode() for line in self.lines if line.startswith(b"data: ")]

    def begun(self) -> "Events":
        """Wait for what is said first; gone away where that does not come."""
        end = time.monotonic() + PATIENCE
        while not self.numbers and not self.is_over and time.monotonic() < end:
            time.sleep(0.01)
        if not self.numbers:
            self.close()
            raise AssertionError(f"nothing was said: {self.status}, {self.lines}, {self.is_over}")
        return self

    def close(self) -> None:
        """Go away, and wait until nothing more is read."""
        if self._connection.sock:
            with suppress(OSError):  # the server may have gone first
                self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._reader.join()
        self._answer.close()
        self._connection.close()
