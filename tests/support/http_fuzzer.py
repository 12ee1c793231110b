"""Requests as nobody should send them, and their answers read as strictly as HTTP is written."""

import random
import re
import socket
import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from tests.support.server import Server

_WORDS = [
    "%00", "%ff", "%c3%28", "%ed%a0%80", "%0d%0a", "%0a", "%2e%2e", "..", ".", "/", "//", "\\",
    "%5c", "%2f", "%", "%%", "%zz", "%u0041", "?", "#", "&", "=", ";", "token=", "who=", "a",
    "people", "files", "static", "journal.css", "index.html", "content", ".git", "~", "\x7f",
    "<script>", '"', "'", "é", "日", "-", "-/", "live.js", "{{7*7}}", "%7B%7B7*7%7D%7D", "CON",
    "a" * 300, "*", "@", ":", "[", "]", "|",
]  # fmt: skip
_USUAL = ["GET"] * 12 + ["HEAD"] * 4 + ["POST"] * 3
_METHODS = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", "FOO",
    "G" * 40, "GE-T",
]  # fmt: skip
_HEADERS = [
    "Origin: null", "Origin: http://evil.example", "Origin: http://HOST",
    "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: none", "Accept: */*",
    "Accept-Encoding: gzip, br", "Range: bytes=0-10", "Range: bytes=-1", "If-None-Match: *",
    "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT", "Content-Length: 0",
    "X-Forwarded-Host: evil.example", "X-Forwarded-For: 8.8.8.8", "X-Original-URL: /content/",
    "Upgrade: websocket", "Connection: Upgrade", "Referer: http://evil.example/",
    "Content-Type: multipart/form-data; boundary=", "Content-Type: application/json",
    "Cookie: a=b; journal=; =; ;;", "Cookie: \xe9=\xff", "TE: trailers", "Last-Event-ID: -1",
    "X: " + "y" * 4000, "X:", "Accept-Language: " + "en," * 500, "Host: evil.example",
]  # fmt: skip
_LINES = [
    b"GET / HTTP/1.1\nHost: HOST\n\n", b"GET /\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"\r\n\r\n\r\n",
    b"\x00" * 50 + b"\r\n\r\n", b"GET / HTTP/1.1\r\nHost HOST\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: HOST\r\nX\x00: y\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: HOST\r\nX: \x00\r\n\r\n", b"GET / HTTP/1.1\r\n Host: HOST\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc",
    b"POST /-/log HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
    b"POST /-/log HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: gzip\r\n\r\n",
    b"GET / HTTP/1.1 HTTP/1.1\r\n\r\n", b"\xff\xfe\xfd / HTTP/1.1\r\nHost: HOST\r\n\r\n",
    b"GET /\xc3\x28 HTTP/1.1\r\nHost: HOST\r\n\r\n", b"GET / HTTP/2.0\r\nHost: HOST\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 99999999999999999999999\r\n\r\n",
    b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: HOST\r\n\r\n",
    b"GET / HTTP/1.1\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 12_000 + b"\r\n",
]  # fmt: skip
_STATUS = re.compile(rb"HTTP/1\.1 ([1-5][0-9]{2}) [ -~]*")
_FIELD = re.compile(rb"([!#-'*+.0-9A-Z^-z|~-]+): ([ -~]*)")


class Reply(NamedTuple):
    """One answer, taken apart."""

    status: int
    headers: dict[str, str]
    body: bytes


class Sent(NamedTuple):
    """What goes through one connection; what is no HTTP has no methods."""

    methods: list[str]
    data: bytes


class Broken(Exception):
    """What came is no HTTP."""


class Fuzzer:
    """Makes the same requests every time."""

    def __init__(self, server: Server, seed: int, addresses: Sequence[str]) -> None:
        self._chance = random.Random(seed)
        self._server = server
        self._addresses = addresses

    def requests(self) -> Iterator[Sent]:
        """Endlessly, what to send on one connection."""
        while True:
            kind = self._chance.random()
            if kind < 0.4:
                yield self._many(self._chance.choice((2, 20, 40)))
            elif kind < 0.7:
                yield self._one()
            else:
                yield Sent([], self._junk())

    def _many(self, count: int) -> Sent:
        """All at once, from a browser that was let in, for any address."""
        methods = self._chance.choices(_USUAL, k=count)
        return Sent(methods, b"".join(self._request(method, self._cookie) for method in methods))

    def _one(self) -> Sent:
        """From anybody, in any way, with headers that some understand."""
        chance = self._chance
        cookie = self._cookie if chance.random() < 0.8 else []
        others = chance.sample(_HEADERS, chance.choice((0, 1, 2, 5)))
        method = chance.choice(_METHODS)
        return Sent([method], self._request(method, [*cookie, *others]))

    @property
    def _cookie(self) -> list[str]:
        return [f"Cookie: {self._server.cookie['Cookie']}"]

    def _request(self, method: str, headers: Sequence[str]) -> bytes:
        chance, body = self._chance, b""
        lines = [f"{method} {self._path()} HTTP/1.1", "Host: HOST", *headers]
        if method == "POST":
            body = "".join(chance.choices(_WORDS, k=chance.randrange(20))).encode()
            lines += ["Origin: http://HOST", f"Content-Length: {len(body)}"]
        return self._placed("\r\n".join([*lines, "", ""]).encode("latin-1", "replace")) + body

    def _path(self) -> str:
        chance = self._chance
        path = chance.choice(self._addresses)
        for _ in range(chance.choice((0, 1, 1, 2, 5))):
            place = chance.randrange(1, len(path) + 1)
            path = path[:place] + chance.choice(_WORDS) + path[place:]
        return path.replace(" ", "%20")

    def _junk(self) -> bytes:
        """One that is none: a known fault, or a good one with bytes changed, cut or doubled."""
        chance = self._chance
        if chance.random() < 0.4:
            return self._placed(chance.choice(_LINES))
        data = bytearray(self._one().data)
        for _ in range(chance.randrange(1, 6)):
            place = chance.randrange(len(data))
            data[place : place + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
        return bytes(data[: chance.randrange(len(data) + 1)] if chance.random() < 0.3 else data)

    def _placed(self, data: bytes) -> bytes:
        return data.replace(b"HOST", f"127.0.0.1:{self._server.port}".encode())


def talk(port: int, sent: Sent) -> list[Reply]:
    """Send all, and return the answers. Raises Broken."""
    found = b""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        try:
            connection.sendall(sent.data)
            if not sent.methods:
                connection.shutdown(socket.SHUT_WR)
            while chunk := connection.recv(1 << 20):
                found += chunk
                if sent.methods and _is_all(found, sent.methods):
                    break
        except (ConnectionResetError, BrokenPipeError):
            pass
    return replies(found, sent.methods)


def go_away(port: int, data: bytes) -> None:
    """Send this, and reset the connection at once."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        with suppress(ConnectionResetError, BrokenPipeError):
            connection.sendall(data)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _is_all(data: bytes, methods: Sequence[str]) -> bool:
    try:
        return len(replies(data, methods)) == len(methods)
    except Broken:
        return False


def replies(data: bytes, methods: Sequence[str]) -> list[Reply]:
    """Take the answers to these requests apart. Raises Broken for anything that is left over."""
    found: list[Reply] = []
    while data:
        head, end, data = data.partition(b"\r\n\r\n")
        if not end:
            raise Broken(head)
        status, headers = _head(head)
        if status == 100:
            continue
        length = int(headers.get("content-length", "-1"))
        asked = methods[len(found)] if len(found) < len(methods) else "?"
        if asked == "HEAD" and len(data) != length:  # what is no HTTP is answered like a GET
            length = 0
        if asked == "?" and not data:  # junk may be a HEAD, too
            length = 0
        if not 0 <= length <= len(data):
            raise Broken(head)
        found.append(Reply(status, headers, data[:length]))
        data = data[length:]
    return found


def _head(head: bytes) -> tuple[int, dict[str, str]]:
    first, *lines = head.split(b"\r\n")
    status = _STATUS.fullmatch(first)
    fields = [_FIELD.fullmatch(line) for line in lines]
    if not status or not all(fields):
        raise Broken(head)
    pairs = [(field[1].decode().lower(), field[2].decode()) for field in fields if field]
    if len({name for name, _ in pairs}) != len(pairs):
        raise Broken(head)
    return int(status[1]), dict(pairs)
