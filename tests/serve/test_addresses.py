"""An address is looked up among the site's pages and files; it is never a path of the disk."""

import pytest

from tests.support.hostile_requests import SECRET
from tests.support.server import Server


@pytest.mark.parametrize(
    "path",
    ["/../journal.toml", "/%2e%2e/journal.toml", "/..%2fjournal.toml", "/content/", "/static/",
     "/static/../today.html", "/static/%2e%2e/base.html", "/.journal-cache/serve-token",
     "/.git/config",
     "/content/mentors/amara-okoye.md", "//etc/passwd", "/etc/passwd", "/file:///etc/passwd",
     "/files/", "/files/..%2f..%2fetc%2fpasswd", "/people", "/PEOPLE/", "/-/", "/-/overlay.html",
     "/-/..%2fbase.html", "/index.html/", "/people/index.html/index.html", "/~root", "/robots.txt",
     "/?/../x/"],
)  # fmt: skip
def test_an_address_is_looked_up_and_never_a_path(server: Server, path: str) -> None:
    found = server.get(path)
    if path == "/?/../x/":
        assert found.status == 200  # what comes after the question mark is no address
        return
    assert found.status == 404
    assert SECRET not in found.text


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/a%00.html",
        "/%ff%fe",
        "/%c3%28",
        "/%0a",
        "/%ed%a0%80",
        "/%1b[2J",
        "/map%0d%0a/",
        "/a%0ab",
        "/%0a/",
        "*",
    ],
)
def test_an_address_that_is_no_text_is_refused(server: Server, path: str) -> None:
    found = server.get(path)
    assert found.status == 400
    assert "Traceback" not in found.text


def test_an_index_is_its_folder(server: Server) -> None:
    assert server.page("/people/index.html") == server.page("/people/")
    assert server.page("/index.html") == server.page("/")
