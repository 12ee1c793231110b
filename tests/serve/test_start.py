"""How it begins: the port, the browser, and the addresses that it listens at."""

import os
import socket
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from journal.serve.server import ListeningSockets, listen
from tests.support.banners import BANNER, banner
from tests.support.command import command, environment, run
from tests.support.journal import Writer
from tests.support.server import Server, Start, wait_for


def test_the_browser_is_opened_at_the_address_that_is_printed(tmp_path: Path, start: Start) -> None:
    (tmp_path / "content").mkdir()
    browser, seen = tmp_path / "browser", tmp_path / "seen"
    browser.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {seen}.part && mv {seen}.part {seen}\n')
    browser.chmod(0o700)
    server = start(tmp_path, "--open", BROWSER=str(browser))
    wait_for(seen.exists, "the browser")
    assert seen.read_text() == f"{server.home}?token={server.tokens[0]}"


def test_left_out_no_browser_is_opened(tmp_path: Path, start: Start) -> None:
    (tmp_path / "content").mkdir()
    browser, seen = tmp_path / "browser", tmp_path / "seen"
    browser.write_text(f"#!/bin/sh\ntouch {seen}\n")
    browser.chmod(0o700)
    server = start(tmp_path, BROWSER=str(browser))
    wait_for(lambda: any("Ctrl-C" in line for line in server.said), "the last line")
    server.stop()
    assert not seen.exists()


def test_a_port_that_is_taken_is_named_with_the_way_out(notes: Writer, start: Start) -> None:
    server = start(notes.root)
    found = subprocess.run(
        command("-C", str(notes.root), "serve", "--port", str(server.port)),
        env=environment(), capture_output=True, text=True, check=False, timeout=30,
    )  # fmt: skip
    assert found.returncode == 2
    assert f"Port {server.port} is taken" in found.stderr
    assert "--port 0" in found.stderr
    assert "Traceback" not in found.stderr


def test_only_this_machine_can_connect(notes: Writer, start: Start) -> None:
    server = start(notes.root)
    listening = [
        line.split()[1]
        for name in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
        if line.split()[3] == "0A" and line.split()[1].endswith(f":{server.port:04X}")
    ]
    assert listening
    loopback = {"0100007F", "00000000000000000000000001000000"}
    assert {address.partition(":")[0] for address in listening} <= loopback
    assert run(notes.root, "serve", "--host", "0.0.0.0").status == 2


def hosts(server: Server) -> dict[str, int]:
    """How each of a server's names is answered by it at 127.0.0.1."""
    names = ("127.0.0.1", "localhost", "[::1]")
    ask = {name: {**server.cookie, "Host": f"{name}:{server.port}"} for name in names}
    return {name: server.ask("/", headers).status for name, headers in ask.items()}


def test_where_somebody_else_has_the_port_at_ipv6_localhost_is_not_answered(
    notes: Writer, start: Start
) -> None:
    with closing(socket.socket(socket.AF_INET6)) as theirs:
        theirs.bind(("::1", 0))
        theirs.listen()
        port = theirs.getsockname()[1]
        server = start(notes.root, "--port", str(port))
        wait_for(lambda: any("Another program has port" in one for one in server.said), "that")
        assert hosts(server) == {"127.0.0.1": 200, "localhost": 403, "[::1]": 403}
        server.stop()
    assert hosts(start(notes.root, "--port", str(port))) == dict.fromkeys(
        ("127.0.0.1", "localhost", "[::1]"), 200
    )


def test_any_free_port_is_one_that_is_free_at_both_addresses() -> None:
    for _ in range(20):
        found = listen(0)
        assert not found.is_shared
        assert len({one.getsockname()[1] for one in found.sockets}) == 1
        for one in found.sockets:
            one.close()


def test_at_port_80_the_server_is_called_as_browsers_call_it() -> None:
    class At80(socket.socket):
        def getsockname(self) -> tuple[str, int]:
            return "127.0.0.1", 80

    with closing(At80()) as found:
        assert ListeningSockets([found], False).hosts >= {"127.0.0.1", "localhost", "[::1]"}
        assert ListeningSockets([found], True).hosts == {"127.0.0.1", "127.0.0.1:80"}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may use port 80")
def test_at_port_80_it_lets_in_who_does_not_name_the_port(notes: Writer, start: Start) -> None:
    with closing(socket.socket()) as probe:
        if probe.connect_ex(("127.0.0.1", 80)) == 0:
            pytest.skip("port 80 is taken here")
    server = start(notes.root, "--port", "80")
    for host in ("127.0.0.1", "localhost", "127.0.0.1:80"):
        headers = {**server.cookie, "Host": host, "Origin": f"http://{host}"}
        assert server.ask("/", headers).status == 200
    assert server.ask("/", {**server.cookie, "Host": "evil.example"}).status == 403


def test_what_was_wrong_from_the_start_is_no_news(tmp_path: Path, start: Start) -> None:
    notes = Writer(tmp_path)
    notes.write({"mentors/amara-okoye": "---\nsince: 2024-02-30\n---\nOne.\n"})
    server = start(notes.root)
    assert BANNER not in server.page("/people/amara-okoye/")
    notes.write({"mentors/amara-okoye": "---\nsince: 2024-02-30\n---\nTwo.\n"})
    assert BANNER not in server.sees("/people/amara-okoye/", "Two.")


def test_a_template_broken_from_the_start_gives_way_to_the_shipped_one(
    tmp_path: Path, start: Start
) -> None:
    notes = Writer(tmp_path).write({"mentors/p": "", "templates/base.html": "{% if %}"})
    server = start(notes.root)
    page = server.page("/")
    assert "templates/base.html, line 1" in banner(page)
    assert "<main" in page
