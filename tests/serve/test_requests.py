"""Whatever comes through the socket gets a known answer with every header; no word is said."""

from urllib.parse import quote

import pytest

from tests.support.hostile_requests import ALWAYS, hostile, refused
from tests.support.server import Answer, Server


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
        assert not [name for name, _ in answer.headers if name.startswith("access-control-")]


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


def test_nothing_is_said_of_any_of_this(server: Server) -> None:
    server.get("/%ff")
    server.raw(b"junk\r\n\r\n")
    server.get("/" + quote("ä" * 300))
    assert len(server.said) <= 3
    assert not [line for line in server.said if "Traceback" in line or "warn" in line.lower()]
