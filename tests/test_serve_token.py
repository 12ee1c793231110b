"""The token lets a browser in: it becomes a cookie, and is kept for its owner alone."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.guarding import ALWAYS, SECRET, guarded
from tests.serving import Server

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from guarded(tmp_path_factory.mktemp("guarded"))


@pytest.mark.parametrize(
    "path",
    ["/", "/mentors/", "/static/journal.css", "/-/events", "/-/live.js", "/-/log", "/journal.json",
     "/?token=", "/?token=wrong", "/nothing/"],
)  # fmt: skip
def test_without_the_token_there_is_no_content(server: Server, path: str) -> None:
    found = server.ask(path)
    assert found.status == 403
    assert "journal serve" in found.text
    assert SECRET not in found.text
    assert {name: found.header(name) for name in ALWAYS} == ALWAYS


@pytest.mark.parametrize("value", ["", "x", "TOKENx", "é", "TOKE", '"TOKEN"'])
def test_a_cookie_that_is_not_the_token_is_none(server: Server, value: str) -> None:
    value = value.replace("TOKEN", server.token).replace("TOKE", server.token[:-1])
    cookie = f"journal-{server.port}={value}".encode().decode("latin-1")
    assert server.ask("/", {"Cookie": cookie}).status == 403
    assert server.ask("/", {"Cookie": f"journal={server.token}"}).status == 403


def test_the_token_becomes_a_cookie_and_leaves_the_address(server: Server) -> None:
    found = server.ask(f"/people/?token={server.token}&sort=name")
    assert (found.status, found.header("location")) == (303, "/people/?sort=name")
    kept = found.header("set-cookie")
    assert kept.startswith(f"journal-{server.port}={server.token}; ")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(kept.split("; "))
    assert "Domain" not in kept
    name, _, _ = kept.partition(";")
    assert SECRET in server.ask("/people/", {"Cookie": f"other=1; {name}"}).text


@pytest.mark.parametrize(
    "path", ["//evil.example/", "/\\evil.example/", "/%5cevil.example", "/%0d%0aX: y"]
)
def test_the_way_in_leads_nowhere_else(server: Server, path: str) -> None:
    found = server.ask(f"{path}?token={server.token}".replace(" ", "%20"))
    assert found.status == 303
    assert re.match(r"/[^/\\]", found.header("location"))
    assert "x" not in dict(found.headers)


def test_the_token_is_kept_for_its_owner_alone(
    tmp_path: Path, start: Callable[..., Server]
) -> None:
    (tmp_path / "content").mkdir()
    old = os.umask(0)
    try:
        first = start(tmp_path)
    finally:
        os.umask(old)
    kept = tmp_path / ".journal-cache" / "serve-token"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert first.token == kept.read_text().strip()
    first.stop()
    assert start(tmp_path).token == first.token
    kept.chmod(0o644)  # somebody else may have read it
    third = start(tmp_path)
    assert third.token != first.token
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_two_servers_that_start_at_once_agree_on_one_token(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with ThreadPoolExecutor(3) as pool:
        servers = list(pool.map(Server, [tmp_path] * 3))
    try:
        assert len({server.token for server in servers}) == 1
        assert [server.get("/").status for server in servers] == [200] * 3
    finally:
        for server in servers:
            server.kill()
