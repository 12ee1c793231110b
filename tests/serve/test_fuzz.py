"""Ten thousand wild requests, most of them from whom was let in: known answers, and no fault."""

import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from journal.serve.verb_forms import VERBS
from tests.support.command import run
from tests.support.hostile_requests import ALWAYS
from tests.support.http_fuzzer import Fuzzer, Reply, go_away, talk
from tests.support.server import Server, wait_for

pytestmark = pytest.mark.long

COUNT = 10_000
STATUSES = {200, 206, 303, 400, 403, 404, 405, 414, 416, 431}
TEXTS = {
    400: (
        "This is no address.\n", "This is no form that", "Invalid HTTP request received.",
        "A request has one length.\n",
    ),
    403: ("This server answers", "This journal is private", "This form is not one of ours"),
    404: ("There is no such page in this journal.\n",),
    405: ("Only GET, HEAD and POST.\n", "Method Not Allowed"),
    414: ("This address is too long.\n", "Invalid HTTP request received."),
    431: ("These headers are too long.\n",),
}  # fmt: skip
FORMS = ("/-/log", *(f"/-/{name}" for name in VERBS))
_TYPED = re.compile(
    rb'(?<= value=")[^"<>]*(?=")|(?<=<textarea id="text" name="text" rows="8">)[^<]*'
)


@pytest.fixture(scope="module")
def addresses(server: Server) -> list[str]:
    """What the site has: its built files, and what is the server's own."""
    assert run(server.root, "build").status == 0
    site = server.root / "site"
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    pages = [f"/{name.removesuffix('index.html')}" for name in files if not name.startswith(".")]
    return [*pages, *FORMS, "/-/live.js", "/-/live.css", "*", "http://evil.example/"]


@pytest.fixture(scope="module")
def bodies(server: Server, addresses: list[str]) -> set[bytes]:
    """Everything that may be answered with 200, what was typed into a form left out."""
    return {_TYPED.sub(b"", server.get(address).body) for address in addresses if address[0] == "/"}


def known(reply: Reply, bodies: set[bytes]) -> bool:
    """Whether an answer is one of ours, with every header."""
    policy = reply.headers["content-security-policy"].replace(
        "form-action 'self'", "form-action 'none'"
    )
    ours = {**reply.headers, "content-security-policy": policy}
    if {name: ours.get(name) for name in ALWAYS} != ALWAYS or reply.status not in STATUSES:
        return False
    if reply.status == 303:
        return reply.headers["location"].startswith("/") and reply.body == b""
    if reply.status == 200:
        return reply.body == b"" or _TYPED.sub(b"", reply.body) in bodies
    if reply.status == 206:
        return reply.body == b"" or any(reply.body in body for body in bodies)
    return reply.body == b"" or reply.body.decode().startswith(TEXTS[reply.status])


def open_files(server: Server) -> int:
    return len(list(Path(f"/proc/{server.process.pid}/fd").iterdir()))


def test_ten_thousand_wild_requests_get_known_answers_and_leave_no_trace(
    server: Server, addresses: list[str], bodies: set[bytes]
) -> None:
    before, said = open_files(server), list(server.said)
    count, statuses = 0, Counter[int]()
    for number, sent in enumerate(Fuzzer(server, 25, addresses).requests()):
        if number % 20 == 0:
            go_away(server.port, sent.data)
        found = talk(server.port, sent)
        for reply in found:
            assert known(reply, bodies), (sent.data, reply)
        statuses.update(reply.status for reply in found)
        count += max(1, len(found))
        if count >= COUNT:
            break
    assert statuses.keys() <= STATUSES
    # dice decide how often, and the names of the pages what they fall on
    assert min(statuses[status] for status in (200, 400, 403, 404, 405, 414)) > 1, statuses
    assert statuses.total() > COUNT * 0.8, statuses
    assert server.said == said
    wait_for(lambda: open_files(server) <= before + 2, "connections to be closed")
    assert server.get("/").body in bodies


def test_half_requests_that_never_go_on_hold_nobody_up(server: Server) -> None:
    halves = [
        b"",
        b"G",
        b"GET / HTTP/1.1\r\nHost: ",
        b"POST /-/log HTTP/1.1\r\nContent-Length: 9\r\n\r\nx",
    ]
    for data in chain(halves, (half[:-1] for half in halves)):
        go_away(server.port, data)
    assert server.get("/").status == 200
