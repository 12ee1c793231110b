"""How it ends: at once, whoever is connected; and how tabs find it again."""

import re
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from tests.support.journal import Writer
from tests.support.reload_channel import Events
from tests.support.server import Server, Start, wait_for

pytestmark = pytest.mark.long

TRIES = 3  # a busy machine may be slow once, but not each time


def ends_with_streams_open(server: Server, number: signal.Signals) -> float:
    """End a server with open streams, an idle connection and half a request; return how long."""
    with ExitStack() as stack:
        events = [stack.enter_context(closing(Events(server))) for _ in range(6)]
        wait_for(lambda: all(one.numbers for one in events), "the streams")
        stack.enter_context(connected(server, b""))
        stack.enter_context(connected(server, b"GET / HTTP/1.1\r\nHost: "))
        seconds = server.stop(number)
        wait_for(lambda: all(one.is_over for one in events), "the streams to end")
    assert server.process.returncode == 0
    assert not [line for line in server.said if "Traceback" in line or "rror" in line]
    return seconds


def ends_while_asked(server: Server) -> float:
    """End a server while twenty pages are asked for, and return how many seconds that took."""
    lines = [" HTTP/1.1", f"Host: 127.0.0.1:{server.port}", f"Cookie: {server.cookie['Cookie']}"]
    rest = "\r\n".join([*lines, "", ""])
    with ExitStack() as stack:
        for number in range(20):
            stack.enter_context(connected(server, f"GET /people/p{number}/{rest}".encode()))
        seconds = server.stop()
    assert server.process.returncode == 0
    return seconds


@contextmanager
def connected(server: Server, data: bytes) -> Iterator[None]:
    """A connection over which this was sent, and nothing was read."""
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(data)
        yield


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_within_a_second_with_streams_open(
    notes: Writer, start: Start, number: signal.Signals
) -> None:
    tries = (ends_with_streams_open(start(notes.root), number) for _ in range(TRIES))
    assert any(seconds < 1.0 for seconds in tries)


def test_it_ends_while_pages_are_asked_for(notes: Writer, start: Start) -> None:
    notes.write({f"mentors/p{number}": "*Text*\n" for number in range(50)})
    assert any(ends_while_asked(start(notes.root)) < 1.5 for _ in range(TRIES))


def test_a_tab_finds_it_again_after_a_restart_and_sees_another_number(
    notes: Writer, start: Start
) -> None:
    first = start(notes.root)
    port, before = first.port, Events(first)
    wait_for(lambda: bool(before.numbers), "the first number")
    first.stop()
    time.sleep(1.1)
    again = start(notes.root, "--port", str(port))
    after = Events(again)
    wait_for(lambda: bool(after.numbers), "a number")
    assert int(after.numbers[0].split()[0]) > int(before.numbers[0].split()[0])
    before.close()
    after.close()


def test_the_stream_carries_numbers_only(notes: Writer, start: Start) -> None:
    notes.write({"mentors/p": ""})
    server = start(notes.root)
    events = Events(server).begun()
    notes.write({"mentors/secret-name": ""})
    wait_for(lambda: len(events.numbers) == 2, "another")
    lines = b"".join(events.lines).decode().split("\n")
    assert all(re.fullmatch(r"|:|retry: 1000|data: \d+ \d+", line) for line in lines), lines
    events.close()


def test_killed_it_leaves_a_journal_that_works(notes: Writer, start: Start) -> None:
    notes.write({"mentors/p": "One.\n"})
    first = start(notes.root)
    notes.write({"mentors/p": "Two.\n"})
    first.sees("/people/p/", "Two.")
    first.process.kill()
    first.process.wait()
    assert "Two." in start(notes.root).page("/people/p/")


def test_it_starts_where_nothing_can_be_cached(tmp_path: Path, start: Start) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / ".journal-cache").write_text("a file where the folder should be")
    server = start(tmp_path)
    assert server.get("/").status == 200
    assert server.stop() < 2
