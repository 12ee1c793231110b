"""How it ends: at once, whoever is connected; and how tabs find it again."""

import re
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Writer
from tests.serving import Events, Server, wait_for


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_within_a_second_with_streams_open(
    notes: Writer, start: Callable[..., Server], number: signal.Signals
) -> None:
    server = start(notes.root)
    events = [Events(server) for _ in range(6)]
    wait_for(lambda: all(one.numbers for one in events), "the streams")
    idle = socket.create_connection(("127.0.0.1", server.port))
    half = socket.create_connection(("127.0.0.1", server.port))
    half.sendall(b"GET / HTTP/1.1\r\nHost: ")
    assert server.stop(number) < 1.0
    assert server.process.returncode == 0
    wait_for(lambda: all(one.is_over for one in events), "the streams to end")
    assert not [line for line in server.said if "Traceback" in line or "rror" in line]
    for stream in events:
        stream.close()
    idle.close()
    half.close()


def test_it_ends_while_pages_are_asked_for(notes: Writer, start: Callable[..., Server]) -> None:
    notes.write({f"mentors/p{number}": "*Text*\n" for number in range(50)})
    server = start(notes.root)
    open_ones = []
    for number in range(20):
        connection = socket.create_connection(("127.0.0.1", server.port))
        path = f"GET /people/p{number}/ HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        cookie = f"Cookie: journal-{server.port}={server.token}\r\n\r\n"
        connection.sendall((path + cookie).encode())
        open_ones.append(connection)
    assert server.stop() < 1.5
    assert server.process.returncode == 0
    for connection in open_ones:
        connection.close()


def test_a_tab_finds_it_again_after_a_restart_and_sees_another_number(
    notes: Writer, start: Callable[..., Server]
) -> None:
    first = start(notes.root)
    port, before = first.port, Events(first)
    wait_for(lambda: bool(before.numbers), "the first number")
    first.stop()
    time.sleep(1.1)
    again = start(notes.root, "--port", str(port))
    after = Events(again)
    wait_for(lambda: bool(after.numbers), "a number")
    assert again.token == first.token
    assert int(after.numbers[0].split()[0]) > int(before.numbers[0].split()[0])
    before.close()
    after.close()


def test_the_stream_carries_numbers_only(notes: Writer, start: Callable[..., Server]) -> None:
    notes.write({"mentors/p": ""})
    server = start(notes.root)
    events = Events(server)
    wait_for(lambda: len(events.numbers) == 1, "the first number")
    notes.write({"mentors/secret-name": ""})
    wait_for(lambda: len(events.numbers) == 2, "another")
    lines = b"".join(events.lines).decode().split("\n")
    assert all(re.fullmatch(r"|:|retry: 1000|data: \d+ \d+", line) for line in lines), lines
    events.close()


def test_killed_it_leaves_a_journal_that_works(notes: Writer, start: Callable[..., Server]) -> None:
    notes.write({"mentors/p": "One.\n"})
    first = start(notes.root)
    notes.write({"mentors/p": "Two.\n"})
    first.sees("/people/p/", "Two.")
    first.process.kill()
    first.process.wait()
    assert "Two." in start(notes.root).page("/people/p/")


def test_it_starts_where_nothing_can_be_cached(
    tmp_path: Path, start: Callable[..., Server]
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / ".journal-cache").write_text("a file where the folder should be")
    server = start(tmp_path)
    assert server.get("/").status == 200
    assert server.stop() < 2
