"""Who is answered: whoever names this server as it is called, from its own pages. Nobody else."""

import pytest

from tests.support.hostile_requests import SECRET, hostile, refused
from tests.support.server import Server

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
#: How a page of another site may have asked, besides by a link to a whole new page.
DESTINATIONS = [
    "audio", "embed", "empty", "fencedframe", "font", "frame", "iframe", "image", "json", "object",
    "manifest", "script", "serviceworker", "style", "track", "video", "worker", "xslt", "Document",
    "",
]  # fmt: skip
MODES = ["cors", "no-cors", "same-origin", "websocket", "nested-navigate", "Navigate", ""]


def test_the_tables_hold_fifty_hostile_forms() -> None:
    assert len({*HOSTS}) + len({*ORIGINS}) >= 50
    assert len({*DESTINATIONS}) + len({*MODES}) >= 25


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


@pytest.mark.parametrize("path", ["/", "/-/events"])
@pytest.mark.parametrize("site", ["cross-site", "same-site", "Cross-Site", "cross-site, none", ""])
def test_nothing_but_a_followed_link_is_answered_whatever_it_is_for(
    server: Server, site: str, path: str
) -> None:
    ways = [("navigate", destination) for destination in DESTINATIONS]
    ways += [(mode, "document") for mode in MODES]
    for mode, destination in ways:
        lines = (f"Sec-Fetch-Site: {site}", f"Sec-Fetch-Mode: {mode}")
        asked = ("Host: 127.0.0.1:PORT", *lines, f"Sec-Fetch-Dest: {destination}")
        refused(hostile(server, *asked, path=path), 403)
