"""A page can tell the server it came from, after a restart too, without saying who it is."""

import hmac
import re
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest

from journal.serve.credentials import Credentials
from tests.support.server import Server, Start

NONCE = "0f8fad5b-d9cb-469f-a165-70867728950e"


def carried(server: Server) -> tuple[str, bytes]:
    """Return the name of the run, and the key, that a page of it carries."""
    found = re.search(r'data-run="([0-9a-f]{32})" data-proof="([0-9a-f]{64})"', server.page("/"))
    assert found
    return found[1], bytes.fromhex(found[2])


def expected(key: bytes, server: Server, nonce: str = NONCE, name: str = "127.0.0.1") -> str:
    """Return what a page takes for a proof."""
    return hmac.new(key, f"{name}:{server.port} {nonce}".encode(), sha256).hexdigest()


def asked(server: Server, run: str, nonce: str = NONCE) -> str:
    """Return what the server answers to who sends no cookie."""
    return server.ask(f"/-/proof?run={run}&nonce={nonce}").text


def test_a_page_of_an_earlier_run_knows_the_server_again(tmp_path: Path, start: Start) -> None:
    (tmp_path / "content").mkdir()
    first = start(tmp_path)
    run, key = carried(first)
    assert asked(first, run) == expected(key, first)
    first.stop()
    again = start(tmp_path, "--port", str(first.port))
    assert asked(again, run) == expected(key, again)
    assert carried(again) != (run, key)


def test_another_account_cannot_answer_nor_pass_the_question_on(
    tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content").mkdir()
    real = start(tmp_path)
    run, key = carried(real)
    passed_on = asked(start(tmp_path), run)
    assert passed_on != expected(key, real), "a server of the same journal, on another port"
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another account"))
    theirs = start(tmp_path, XDG_STATE_HOME=str(tmp_path / "another account"))
    assert asked(theirs, run) != expected(key, theirs)
    assert Credentials(tmp_path).proof(run, f"127.0.0.1:{real.port}", NONCE) != expected(key, real)


@pytest.mark.parametrize("nonce", ["", "short", "x" * 65, "%00" * 20, "a b" * 8, "é" * 20])
def test_what_no_page_would_ask_is_not_answered(server: Server, nonce: str) -> None:
    found = server.ask(f"/-/proof?run={'0' * 32}&nonce={quote(nonce)}")
    assert (found.status, found.text) == (400, "")
    assert server.ask(f"/-/proof?run=x&nonce={NONCE}").status == 400


def test_a_proof_is_given_under_the_name_that_was_asked(server: Server) -> None:
    run, key = carried(server)
    path = f"/-/proof?run={run}&nonce={NONCE}"
    found = server.raw(f"GET {path} HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n".encode())
    assert found.endswith(expected(key, server, name="localhost").encode())
    for host in ("evil.example", f"evil.example:{server.port}", "localhost"):
        refusal = server.ask(f"/-/proof?run={run}&nonce={NONCE}", {"Host": host})
        assert refusal.status == 403
