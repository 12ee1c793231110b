"""How it begins: the port, the browser, and the addresses that it listens at."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.commanding import command, environment, run
from tests.conftest import Writer
from tests.serving import Server, wait_for


def test_the_browser_is_opened_at_the_address_that_is_printed(
    tmp_path: Path, start: Callable[..., Server]
) -> None:
    (tmp_path / "content").mkdir()
    browser, seen = tmp_path / "browser", tmp_path / "seen"
    browser.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {seen}.part && mv {seen}.part {seen}\n')
    browser.chmod(0o700)
    server = start(tmp_path, "--open", BROWSER=str(browser))
    wait_for(seen.exists, "the browser")
    assert seen.read_text() == f"{server.home}?token={server.token}"


def test_left_out_no_browser_is_opened(tmp_path: Path, start: Callable[..., Server]) -> None:
    (tmp_path / "content").mkdir()
    browser, seen = tmp_path / "browser", tmp_path / "seen"
    browser.write_text(f"#!/bin/sh\ntouch {seen}\n")
    browser.chmod(0o700)
    server = start(tmp_path, BROWSER=str(browser))
    wait_for(lambda: any("Ctrl-C" in line for line in server.said), "the last line")
    server.stop()
    assert not seen.exists()


def test_a_port_that_is_taken_is_named_with_the_way_out(
    notes: Writer, start: Callable[..., Server]
) -> None:
    server = start(notes.root)
    found = subprocess.run(
        command("-C", str(notes.root), "serve", "--port", str(server.port)),
        env=environment(), capture_output=True, text=True, check=False, timeout=30,
    )  # fmt: skip
    assert found.returncode == 2
    assert f"Port {server.port} is taken" in found.stderr
    assert "--port 0" in found.stderr
    assert "Traceback" not in found.stderr


def test_only_this_machine_can_connect(notes: Writer, start: Callable[..., Server]) -> None:
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
