"""Whoever connects, and however large a file is: the next page is there at once."""

import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from journal.serve import server as protocol
from journal.serve.reload_channel import MAX_STREAMS
from tests.support.journal import Writer
from tests.support.reload_channel import Events
from tests.support.server import Server, Start, wait_for

SIZE = 1_200_000_000  # bytes of a film
READ = 300_000_000  # bytes of it that are looked at
MORE_MEMORY = 30_000  # kB: a tenth of these
AT_ONCE = 0.3  # seconds in which nobody who reads notices a wait
#: Opens so many connections, and keeps them until it is killed.
IDLERS = """
import resource, socket, sys, time
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
found = [socket.create_connection(("127.0.0.1", int(sys.argv[1]))) for _ in range(1100)]
print("ready", flush=True)
time.sleep(600)
"""


def connected(server: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=30)


def seconds_of(ask: Callable[[], object]) -> float:
    began = time.monotonic()
    ask()
    return time.monotonic() - began


def drip(connection: socket.socket) -> None:
    """Send a head, a letter a second, until nobody listens."""
    with connection:
        for letter in b"GET / HTTP/1.1\r\nX: " + b"x" * 60:
            try:
                connection.send(bytes([letter]))
            except OSError:
                return
            time.sleep(1)


def lasts(connection: socket.socket) -> float:
    """Return how many seconds it takes until the server closes a connection."""

    def read() -> None:
        try:
            while connection.recv(65536):
                pass
        except ConnectionResetError:
            pass

    return seconds_of(read)


@pytest.mark.long
def test_a_head_has_ten_seconds_however_slowly_it_comes(server: Server) -> None:
    whole = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: {server.cookie['Cookie']}"
    with ExitStack() as stack:
        silent, half, second, slow = (stack.enter_context(connected(server)) for _ in range(4))
        half.sendall(b"GET / HTTP/1.1\r\nHost: ")
        second.sendall(f"{whole}\r\n\r\nGET / HT".encode())
        threading.Thread(target=drip, args=[slow.dup()], daemon=True).start()
        found = [lasts(one) for one in (silent, half, second, slow)]
    assert 8 < found[0] < 15, "ten seconds, as a busy machine counts them"
    assert sum(found[1:]) < 6, "all of them at the same time"


@contextmanager
def idlers(port: int) -> Iterator[None]:
    command = [sys.executable, "-c", IDLERS, str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            assert process.stdout.readline() == "ready\n"
            yield
        finally:
            process.kill()


@pytest.mark.long
def test_eleven_hundred_idle_connections_keep_nobody_out(server: Server) -> None:
    with closing(Events(server)) as events, idlers(server.port):
        events.begun()
        for _ in range(3):
            assert seconds_of(lambda: server.page("/")) < 2
        files = list(Path(f"/proc/{server.process.pid}/fd").iterdir())
        assert len(files) < protocol.MAX_CONNECTIONS + 60
        assert not events.is_over, "who has a cookie stays"


def test_who_has_a_cookie_keeps_an_idle_connection_when_others_must_go(server: Server) -> None:
    with ExitStack() as stack:
        mine = stack.enter_context(closing(HTTPConnection("127.0.0.1", server.port, timeout=20)))
        mine.request("GET", "/", headers=server.cookie)
        assert mine.getresponse().read()
        port = mine.sock.getsockname()
        others = [
            stack.enter_context(connected(server)) for _ in range(protocol.MAX_CONNECTIONS + 20)
        ]
        mine.request("GET", "/people/", headers=server.cookie)
        assert mine.getresponse().read()
        assert mine.sock.getsockname() == port, "it is the same connection"
        assert others[0].recv(1) == b"", "the oldest one has gone"


def test_so_many_streams_are_open_at_once_and_no_more(server: Server) -> None:
    head = f"GET /-/events HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
    asked = f"{head}Cookie: {server.cookie['Cookie']}\r\n\r\n".encode()
    with ExitStack() as stack:
        tabs = [stack.enter_context(connected(server)) for _ in range(MAX_STREAMS + 40)]
        for tab in tabs:
            tab.sendall(asked)
        statuses = [int(tab.recv(4096).split()[1]) for tab in tabs]
    assert statuses.count(200) == MAX_STREAMS
    assert statuses.count(503) == 40
    wait_for(lambda: _opens(server), "places to be free again")


def _opens(server: Server) -> bool:
    with closing(Events(server)) as events:
        return events.status == 200


@pytest.fixture(scope="module")
def film(start_for_module: Start, tmp_path_factory: pytest.TempPathFactory) -> tuple[Server, str]:
    """A server of a journal with a film, which takes no room on the disk, and its address."""
    notes = Writer(tmp_path_factory.mktemp("film"))
    notes.write({"mentors/amara": "[a film](film.mp4) [a text](text.txt) [none](empty.txt)"})
    notes.write({"content/mentors/text.txt": "0123456789", "content/mentors/empty.txt": ""})
    with (notes.root / "content/mentors/film.mp4").open("wb") as file:
        file.truncate(SIZE)
    server = start_for_module(notes.root)
    found = re.search(r'href="(?:\.\./)*(files/[^"]+mp4)"', server.page("/people/amara/"))
    assert found
    return server, f"/{found[1]}"


def memory(server: Server) -> int:
    """Return the most memory that the server ever had, in kB."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found
    return int(found[1])


def test_a_film_is_sent_in_pieces_beside_all_else(film: tuple[Server, str]) -> None:
    server, address = film
    server.page("/")
    before = memory(server)
    asked = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
    with connected(server) as idle, connected(server) as connection:
        for one in (idle, connection):  # one that nobody reads from, and one that is read
            one.sendall(f"{asked}Cookie: {server.cookie['Cookie']}\r\n\r\n".encode())
        left, waits = READ, list[float]()
        while left > 0:
            left -= len(connection.recv(1 << 20))
            if len(waits) < 5 and left < READ * (1 - len(waits) / 5):
                waits.append(seconds_of(lambda: server.page("/people/amara/")))
    assert sorted(waits)[len(waits) // 2] < AT_ONCE
    assert memory(server) - before < MORE_MEMORY
    head = server.ask(address, server.cookie, "HEAD")
    assert (head.status, head.header("content-length"), head.body) == (200, str(SIZE), b"")
    assert head.header("content-type") == "video/mp4"


@pytest.mark.parametrize(
    ("asked", "status", "span", "body"),
    [
        ("bytes=2-4", 206, "bytes 2-4/10", "234"),
        ("bytes=7-", 206, "bytes 7-9/10", "789"),
        ("bytes=-3", 206, "bytes 7-9/10", "789"),
        ("bytes=-30", 200, "", "0123456789"),
        ("bytes=0-", 200, "", "0123456789"),
        ("bytes=5-50", 206, "bytes 5-9/10", "56789"),
        ("bytes=10-", 416, "bytes */10", ""),
        ("bytes=-0", 416, "bytes */10", ""),
        ("bytes=4-2", 200, "", "0123456789"),
        ("bytes=1-2,4-5", 200, "", "0123456789"),
        ("bytes=-", 200, "", "0123456789"),
        ("pages=1-2", 200, "", "0123456789"),
        ("bytes=" + "9" * 40 + "-", 200, "", "0123456789"),
    ],
)
def test_a_part_of_a_file_can_be_asked_for(
    film: tuple[Server, str], asked: str, status: int, span: str, body: str
) -> None:
    server, address = film
    text = address.replace("film.mp4", "text.txt")
    found = server.ask(text, {**server.cookie, "Range": asked})
    assert (found.status, found.text) == (status, body)
    assert dict(found.headers).get("content-range", "") == span
    assert server.ask(text, {**server.cookie, "Range": asked, "If-Range": "x"}).status == 200
    assert server.ask(text, {**server.cookie, "Range": asked}, "HEAD").status == 200


def test_an_empty_file_and_the_end_of_a_large_one_are_sent(film: tuple[Server, str]) -> None:
    server, address = film
    assert server.get(address.replace("film.mp4", "empty.txt")).body == b""
    end = server.ask(address, {**server.cookie, "Range": "bytes=-5"})
    assert (end.status, end.body) == (206, b"\0" * 5)
