"""The real server: started by the real command, asked over its socket."""

import http.client
import re
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.command import command, environment
from tests.support.compiled_templates import give_compiled_templates

_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/\?token=([\w-]{43})\s")
PATIENCE = 20.0  # seconds on a busy machine


class Answer(NamedTuple):
    """What the server answered."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()

    def header(self, name: str) -> str:
        """The value of a header that is there once."""
        (found,) = [value for key, value in self.headers if key == name]
        return found


class Server:
    """A running `journal serve`."""

    def __init__(self, root: Path, *args: str, before: Sequence[str] = (), **env: str) -> None:
        self.root = root
        give_compiled_templates(root)
        port = () if "--port" in args else ("--port", "0")
        self.process = subprocess.Popen(
            [*before, *command("-C", str(root), "serve", *port, *args)],
            cwd=root,
            env=environment(PYTHONUNBUFFERED="1", **env),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said: list[str] = []
        self._handed_out = 0
        self._cookie = ""
        self.port = self._printed_port()
        threading.Thread(target=self._listen, daemon=True).start()

    def _printed_port(self) -> int:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line)
            if found := _ADDRESS.search(line):
                return int(found[1])
        raise AssertionError(f"it did not start: {self.said}")

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line)

    @property
    def tokens(self) -> list[str]:
        """The tokens of the addresses that were printed; each lets one browser in, once."""
        return [found[2] for line in self.said if (found := _ADDRESS.search(line))]

    def new_token(self) -> str:
        """Return a token that was handed out to nobody yet."""
        self._handed_out += 1
        wait_for(lambda: len(self.tokens) >= self._handed_out, "another address")
        return self.tokens[self._handed_out - 1]

    def way_in(self, path: str = "") -> str:
        """Return an address that lets a browser in, to a page."""
        return f"{self.home}{path}?token={self.new_token()}"

    @property
    def home(self) -> str:
        """The address of the first page, without the token."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def cookie(self) -> dict[str, str]:
        """The header that a browser sends which was let in."""
        if not self._cookie:
            found = self.ask(f"/?token={self.new_token()}")
            self._cookie = found.header("set-cookie").partition(";")[0]
        return {"Cookie": self._cookie}

    def ask(
        self,
        path: str,
        headers: Mapping[str, str] | None = None,
        method: str = "GET",
        body: str = "",
    ) -> Answer:
        """Ask with exactly these headers besides Host."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body or None, dict(headers or {}))
            found = connection.getresponse()
            return Answer(
                found.status, [(k.lower(), v) for k, v in found.getheaders()], found.read()
            )
        finally:
            connection.close()

    def get(self, path: str) -> Answer:
        """Ask as a browser which was let in."""
        return self.ask(path, self.cookie)

    def page(self, path: str) -> str:
        """A page, as it is now."""
        found = self.get(path)
        assert found.status == 200, (path, found.status, found.text)
        return found.text

    def post(self, path: str, body: str, **headers: str) -> Answer:
        """Send a form as its page does."""
        sent = {
            **self.cookie,
            "Origin": self.home.rstrip("/"),
            "Content-Type": "application/x-www-form-urlencoded",
            **headers,
        }
        return self.ask(path, sent, "POST", body)

    def raw(self, data: bytes) -> bytes:
        """Send bytes, and return all that comes back."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(data)
            found = b""
            try:
                while chunk := connection.recv(65536):
                    found += chunk
            except ConnectionResetError:
                pass
            return found

    def counter(self) -> int:
        """The number of pages' changes, as the page that is looked at has it."""
        found = re.search(r'data-page="(\d+)"', self.page("/about/"))
        assert found
        return int(found[1])

    def sees(self, path: str, text: str, there: bool = True) -> str:
        """Wait until a page says a text, or no longer does, and return the page."""
        page = ""

        def says() -> bool:
            nonlocal page
            page = self.get(path).text
            return (text in page) is there

        wait_for(says, f"{text!r} {'on' if there else 'gone from'} {path}")
        return page

    def stop(self, number: signal.Signals = signal.SIGINT) -> float:
        """End it as the person does, and return how many seconds that took."""
        began = time.monotonic()
        self.process.send_signal(number)
        self.process.wait(PATIENCE)
        return time.monotonic() - began

    def kill(self) -> None:
        """Leave nothing behind."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        assert self.process.stdout
        self.process.stdout.close()


def wait_for(check: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)


Start = Callable[..., Server]


@contextmanager
def servers() -> Iterator[Start]:
    """Start servers that are gone when this is left."""
    started: list[Server] = []

    def make(root: Path, *args: str, before: Sequence[str] = (), **env: str) -> Server:
        started.append(Server(root, *args, before=before, **env))
        return started[-1]

    try:
        yield make
    finally:
        for server in started:
            server.kill()


@pytest.fixture
def start() -> Iterator[Start]:
    """Start servers that are gone at the test's end."""
    with servers() as make:
        yield make


@pytest.fixture(scope="module")
def start_for_module() -> Iterator[Start]:
    """Start servers that are gone when the last test of a module has ended."""
    with servers() as make:
        yield make
