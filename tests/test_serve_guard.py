"""Who is let in: this browser, from this server's own pages, with the token. Nobody else."""

import os
import re
import stat
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.serving import Answer, Server

SECRET = "Amara"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-robots-tag": "noindex",
}
#: What stands for the port in the tables.
HOSTS = [
    "", " ", "evil.example", "evil.example:PORT", "127.0.0.1", "localhost", "[::1]",
    "127.0.0.1:1", "127.0.0.1:PORT0", "127.0.0.1:0PORT", "127.0.0.1:PORT.", "127.0.0.1.:PORT",
    "127.0.0.1:PORT evil.example", "evil.example@127.0.0.1:PORT", "127.0.0.1:PORT@evil.example",
    "127.0.0.1:PORT/", "http://127.0.0.1:PORT", "127.0.0.2:PORT", "127.1:PORT", "2130706433:PORT",
    "0x7f000001:PORT", "0:PORT", "0.0.0.0:PORT", "localhost.:PORT", "LOCALHOST:PORT",
    "localhost.evil.example:PORT", "evil.localhost:PORT", "127.0.0.1.nip.io:PORT", "::1:PORT",
    "[::]:PORT", "[::ffff:127.0.0.1]:PORT", "[::1%25lo]:PORT", "127.0.0.1:PORT,evil.example",
]  # fmt: skip
ORIGINS = [
    "null", "http://evil.example", "https://evil.example", "http://evil.example:PORT",
    "https://127.0.0.1:PORT", "http://127.0.0.1", "http://127.0.0.1:1", "http://localhost:PORT",
    "http://127.0.0.1:PORT/", "http://127.0.0.1:PORT.evil.example", "http://127.0.0.1:PORT0",
    "http://user@127.0.0.1:PORT", "file://", "chrome-extension://abc", "http://[::1]:PORT",
    "HTTP://127.0.0.1:PORT", "http://127.0.0.1:PORT http://evil.example", "", "*", "127.0.0.1:PORT",
]  # fmt: skip


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a small journal."""
    root = tmp_path_factory.mktemp("guarded")
    (root / "content" / "mentors").mkdir(parents=True)
    (root / "content" / "mentors" / "amara-okoye.md").write_text("---\ntitle: Amara Okoye\n---\n")
    found = Server(root)
    yield found
    found.kill()


def hostile(server: Server, *lines: str, method: str = "GET", path: str = "/") -> bytes:
    """Ask with these header lines and the right cookie, and return the answer as it came."""
    cookie = f"Cookie: journal-{server.port}={server.token}"
    text = "\r\n".join((f"{method} {path} HTTP/1.1", *lines, cookie, "Connection: close", "", ""))
    return server.raw(text.replace("PORT", str(server.port)).encode())


def refused(answer: bytes, *statuses: int) -> None:
    """Check that an answer is a refusal with all headers and nothing of the journal."""
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    assert int(first.split()[1]) in statuses, first
    headers = dict(line.lower().split(": ", 1) for line in lines)
    assert {name: headers.get(name) for name in ALWAYS} == ALWAYS
    assert SECRET.encode() not in body
    assert b"Traceback" not in body
    assert not [name for name in headers if name.startswith("access-control-")]


def test_the_tables_hold_fifty_hostile_forms() -> None:
    assert len({*HOSTS}) + len({*ORIGINS}) >= 50


@pytest.mark.parametrize("host", HOSTS)
def test_only_the_server_s_own_names_are_answered(server: Server, host: str) -> None:
    refused(hostile(server, f"Host: {host}"), 400, 403)


@pytest.mark.parametrize("host", ["127.0.0.1:PORT", "localhost:PORT", "[::1]:PORT"])
def test_each_of_the_server_s_names_is_answered(server: Server, host: str) -> None:
    assert SECRET.encode() in hostile(server, f"Host: {host}")


def test_a_request_without_a_host_or_with_two_is_refused(server: Server) -> None:
    refused(hostile(server), 400)
    refused(hostile(server, "Host: 127.0.0.1:PORT", "Host: 127.0.0.1:PORT"), 400)
    refused(hostile(server, "Host: 127.0.0.1:PORT", "Host: evil.example"), 400)
    refused(server.raw(b"GET / HTTP/1.0\r\n\r\n"), 403)


@pytest.mark.parametrize("path", ["/", "/-/events"])
@pytest.mark.parametrize("origin", ORIGINS)
def test_pages_of_others_are_not_answered(server: Server, origin: str, path: str) -> None:
    refused(hostile(server, "Host: 127.0.0.1:PORT", f"Origin: {origin}", path=path), 403)


def test_the_server_s_own_pages_are_answered(server: Server) -> None:
    found = hostile(server, "Host: 127.0.0.1:PORT", "Origin: http://127.0.0.1:PORT")
    assert SECRET.encode() in found
    two = ("Origin: http://127.0.0.1:PORT", "Origin: http://evil.example")
    refused(hostile(server, "Host: 127.0.0.1:PORT", *two), 403)


@pytest.mark.parametrize(
    ("lines", "is_answered"),
    [
        (["Sec-Fetch-Site: none"], True),
        (["Sec-Fetch-Site: same-origin"], True),
        (["Sec-Fetch-Site: cross-site"], False),
        (["Sec-Fetch-Site: same-site"], False),
        (["Sec-Fetch-Site: what"], False),
        (["Sec-Fetch-Site: none", "Sec-Fetch-Site: cross-site"], False),
        (["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"], False),
        (
            ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"],
            False,
        ),
        (
            ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"],
            False,
        ),
        (
            ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"],
            True,
        ),
    ],
)
def test_from_other_sites_one_may_only_follow_a_link(
    server: Server, lines: list[str], is_answered: bool
) -> None:
    answer = hostile(server, "Host: 127.0.0.1:PORT", *lines)
    assert (SECRET.encode() in answer) is is_answered
    if not is_answered:
        refused(answer, 403)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "FOO"])
def test_only_get_head_and_post_are_known(server: Server, method: str) -> None:
    refused(hostile(server, "Host: 127.0.0.1:PORT", method=method), 400, 405)


def test_a_page_takes_no_post(server: Server) -> None:
    own = ("Host: 127.0.0.1:PORT", "Origin: http://127.0.0.1:PORT")
    refused(hostile(server, *own, method="POST"), 405)


def test_head_has_the_headers_and_no_body(server: Server) -> None:
    found = server.ask("/", server.cookie, "HEAD")
    assert (found.status, found.body) == (200, b"")
    assert int(found.header("content-length")) > 1000


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


def test_every_answer_carries_all_headers(server: Server) -> None:
    found: list[Answer] = [
        server.get(path)
        for path in ("/", "/nothing", "/%00", "/static/journal.css", "/-/live.js", "/journal.json",
                     "/search-data.js", "/x" * 5000)
    ]  # fmt: skip
    assert {answer.status for answer in found} >= {200, 400, 404, 414}
    for answer in found:
        assert {name: answer.header(name) for name in ALWAYS} == ALWAYS
        assert not [name for name, _ in answer.headers if name in ("server", "etag")]


@pytest.mark.parametrize(
    ("data", "statuses"),
    [
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: HOST\r\n\r\n", (414,)),
        (b"GET /" + b"a" * 700_000 + b" HTTP/1.1\r\nHost: HOST\r\n\r\n", (414,)),
        (b"GET / HTTP/1.1\r\nHost: HOST\r\nX: " + b"a" * 70_000 + b"\r\n\r\n", (431,)),
        (b"X: y\r\n" * 70_000 + b"\r\n", (400, 414)),
        (b"\x00\xff\r\n\r\n", (400,)),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", (400,)),
        (b"GET / HTTP/9.9\r\nHost: x\r\n\r\n", (400, 403)),
        (b"GET  / HTTP/1.1\r\nHost: x\r\n\r\n", (400,)),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", (400, 403)),
        (b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", (400, 403)),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", (400,)),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", (400,)),
        (b"GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n", (400, 403)),
        (b"GET / HTTP/1.1\r\n: x\r\n\r\n", (400,)),
    ],
)
def test_what_is_no_request_is_answered_with_all_headers(
    server: Server, data: bytes, statuses: tuple[int, ...]
) -> None:
    refused(server.raw(data.replace(b"HOST", f"127.0.0.1:{server.port}".encode())), *statuses)
    assert server.get("/").status == 200


@pytest.mark.parametrize(
    "path",
    ["/../journal.toml", "/%2e%2e/journal.toml", "/..%2fjournal.toml", "/content/", "/static/",
     "/static/../home.html", "/static/%2e%2e/base.html", "/.journal-cache/serve-token",
     "/.git/config",
     "/content/mentors/amara-okoye.md", "//etc/passwd", "/etc/passwd", "/file:///etc/passwd",
     "/files/", "/files/..%2f..%2fetc%2fpasswd", "/people", "/PEOPLE/", "/-/", "/-/bar.html",
     "/-/..%2fbase.html", "/index.html/", "/people/index.html/index.html", "/~root", "/?/../x/"],
)  # fmt: skip
def test_an_address_is_looked_up_and_never_a_path(server: Server, path: str) -> None:
    found = server.get(path)
    if path == "/?/../x/":
        assert found.status == 200  # what comes after the question mark is no address
        return
    assert found.status == 404
    assert SECRET not in found.text


@pytest.mark.parametrize(
    "path", ["/%00", "/a%00.html", "/%ff%fe", "/%c3%28", "/%0a", "/%ed%a0%80", "/%1b[2J"]
)
def test_an_address_that_is_no_text_is_refused(server: Server, path: str) -> None:
    found = server.get(path)
    assert found.status == 400
    assert "Traceback" not in found.text


def test_an_index_is_its_folder(server: Server) -> None:
    assert server.page("/people/index.html") == server.page("/people/")
    assert server.page("/index.html") == server.page("/")


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


@pytest.mark.skipif(
    os.geteuid() != 0 and not os.environ.get("CI"), reason="only root can become somebody else"
)
def test_another_account_gets_no_content(server: Server) -> None:
    script = (
        "import urllib.request, urllib.error, sys\n"
        "try: print(urllib.request.urlopen(sys.argv[1]).read())\n"
        "except urllib.error.HTTPError as error: print(error.code, error.read())\n"
        "try: print(open(sys.argv[2]).read())\n"
        "except OSError as error: print(type(error).__name__)\n"
    )
    kept = server.root / ".journal-cache" / "serve-token"
    done = subprocess.run(
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "/usr/bin/env", "python3",
         "-c", script, server.home, str(kept)],
        capture_output=True, text=True, check=True, cwd="/",
    )  # fmt: skip
    assert "403" in done.stdout
    assert "PermissionError" in done.stdout
    assert SECRET not in done.stdout
    assert server.token not in done.stdout


def test_nothing_is_said_of_any_of_this(server: Server) -> None:
    server.get("/%ff")
    server.raw(b"junk\r\n\r\n")
    server.get("/" + quote("ä" * 300))
    assert len(server.said) <= 3
    assert not [line for line in server.said if "Traceback" in line or "warn" in line.lower()]
