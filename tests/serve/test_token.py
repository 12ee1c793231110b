"""The address lets one browser in, once; its cookie holds for one run, and for its owner alone."""

import re
from pathlib import Path

import pytest

from tests.support.hostile_requests import ALWAYS, SECRET, hostile, refused
from tests.support.server import Server, Start, wait_for

pytestmark = pytest.mark.long


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


@pytest.mark.parametrize("value", ["", "x", "COOKIEx", "é", "COOKI", '"COOKIE"', "TOKEN"])
def test_a_cookie_that_is_not_ours_is_none(server: Server, value: str) -> None:
    name, _, ours = server.cookie["Cookie"].partition("=")
    for word, text in {"COOKIE": ours, "COOKI": ours[:-1], "TOKEN": server.tokens[-1]}.items():
        value = value.replace(word, text)
    cookie = f"{name}={value}".encode().decode("latin-1")
    assert server.ask("/", {"Cookie": cookie}).status == 403
    assert server.ask("/", {"Cookie": f"journal={ours}"}).status == 403


def test_the_token_becomes_a_cookie_and_leaves_the_address(server: Server) -> None:
    token = server.new_token()
    found = server.ask(f"/people/?token={token}&sort=name")
    assert (found.status, found.header("location")) == (303, "/people/?sort=name")
    kept = found.header("set-cookie")
    assert token not in kept
    assert re.match(rf"journal-{server.port}=[0-9a-f]{{64}}; ", kept)
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(kept.split("; "))
    assert "Domain" not in kept
    name, _, _ = kept.partition(";")
    assert SECRET in server.ask("/people/", {"Cookie": f"other=1; {name}"}).text


@pytest.mark.parametrize(
    "path", ["//evil.example/", "/\\evil.example/", "/%5cevil.example", "/%0d%0aX: y"]
)
def test_the_way_in_leads_nowhere_else(server: Server, path: str) -> None:
    for headers in ({}, server.cookie):
        token = server.new_token()
        found = server.ask(f"{path}?token={token}".replace(" ", "%20"), headers)
        assert found.status == 303
        assert re.match(r"/[^/\\]", found.header("location"))
        assert "x" not in dict(found.headers)


def test_an_address_works_once_and_another_one_is_printed(server: Server) -> None:
    token = server.new_token()
    assert server.ask(f"/?token={token}", method="HEAD").status == 403, "to look spends nothing"
    assert server.ask(f"/?token={token}").status == 303
    wait_for(lambda: server.tokens[-1] != token, "another address")
    assert server.ask(f"/?token={token}").status == 403
    again = server.ask(f"/people/?token={token}", server.cookie)
    assert (again.status, again.header("location")) == (303, "/people/"), "a bookmark"
    assert "set-cookie" not in dict(again.headers)


def test_a_cookie_of_an_earlier_run_opens_nothing(tmp_path: Path, start: Start) -> None:
    (tmp_path / "content").mkdir()
    first = start(tmp_path)
    before, token = first.cookie, first.new_token()
    first.stop()
    again = start(tmp_path, "--port", str(first.port))
    assert again.ask("/", before).status == 403
    assert again.ask(f"/?token={token}").status == 403
    assert again.cookie != before
    assert not (tmp_path / ".journal-cache" / "serve-token").exists()


def test_a_token_that_was_brought_along_with_the_journal_is_not_believed(
    tmp_path: Path, start: Start
) -> None:
    (tmp_path / "content").mkdir()
    cache = tmp_path / ".journal-cache"
    cache.mkdir(0o700)
    theirs = "A" * 43
    (cache / "serve-token").write_text(f"{theirs}\n")
    (cache / "serve-token").chmod(0o600)
    server = start(tmp_path)
    assert theirs not in server.tokens
    assert server.ask(f"/?token={theirs}").status == 403
    assert server.ask("/", {"Cookie": f"journal-{server.port}={theirs}"}).status == 403


def test_two_servers_of_one_journal_let_in_each_its_own(tmp_path: Path, start: Start) -> None:
    (tmp_path / "content").mkdir()
    one, other = start(tmp_path), start(tmp_path)
    assert one.cookie["Cookie"].partition("=")[2] != other.cookie["Cookie"].partition("=")[2]
    assert [one.get("/").status, other.get("/").status] == [200, 200]
    assert other.ask(f"/?token={one.new_token()}").status == 403


@pytest.mark.parametrize("path", ["/", "/sw.js", "/a/b/worker.js?x=1", "/people/"])
def test_a_worker_that_somebody_left_is_answered_with_one_that_goes(
    server: Server, path: str
) -> None:
    found = server.ask(path, {"Service-Worker": "script"})
    assert found.status == 200
    assert found.header("content-type") == "text/javascript"
    assert found.header("service-worker-allowed") == "/"
    assert "unregister" in found.text
    assert "fetch" not in found.text
    assert {name: found.header(name) for name in ALWAYS} == ALWAYS


def test_a_request_with_two_lengths_is_refused(server: Server) -> None:
    lengths = ("Content-Length: 5", "Transfer-Encoding: chunked")
    own = ("Host: 127.0.0.1:PORT", "Origin: http://127.0.0.1:PORT")
    for lines in (lengths, lengths[::-1]):
        refused(hostile(server, *own, *lines, method="POST", path="/-/log"), 400)
        refused(hostile(server, *own, *lines), 400)
