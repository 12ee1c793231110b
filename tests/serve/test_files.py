"""Files that are served: only regular ones that the site has, and never by way of a link."""

import os
import re
from pathlib import Path

import pytest

from tests.support.banners import BANNER
from tests.support.journal import trust
from tests.support.server import Server, Start, wait_for

pytestmark = pytest.mark.long

SECRET = "outside of the journal"
NOTE = "---\ntitle: Amara\n---\n![a](photos/a.png) ![b](photos/b.png)\n"


@pytest.fixture
def server(start: Start, tmp_path: Path) -> Server:
    """A server of a journal with two pictures and a script, and a file that is none of its own."""
    root = tmp_path / "journal"
    photos = root / "content" / "mentors" / "photos"
    photos.mkdir(parents=True)
    (photos.parent / "amara.md").write_text(NOTE)
    (photos / "a.png").write_bytes(b"\x89PNG a")
    (photos / "b.png").write_bytes(b"\x89PNG b")
    (root / "templates" / "static").mkdir(parents=True)
    (root / "templates" / "static" / "own.js").write_text("// mine")
    trust(root)
    (tmp_path / "outside").mkdir()
    for name in ("a.png", "b.png", "own.js"):
        (tmp_path / "outside" / name).write_text(SECRET)
    return start(root)


def files(server: Server) -> list[str]:
    """The addresses of the pictures on the page."""
    found = re.findall(r'src="(?:\.\./)*(files/[^"]+)"', server.page("/people/amara/"))
    return [f"/{name}" for name in found]


def test_a_picture_that_became_a_link_is_not_followed(server: Server, tmp_path: Path) -> None:
    first, second = files(server)
    assert server.get(first).body == b"\x89PNG a"
    picture = server.root / "content" / "mentors" / "photos" / "a.png"
    picture.unlink()
    os.symlink(tmp_path / "outside" / "a.png", picture)
    assert SECRET not in server.get(first).text, "before anybody has looked at the files"
    wait_for(lambda: files(server) == [second], "the page without it")
    assert server.get(first).status == 404
    assert server.get(second).body == b"\x89PNG b"


def test_a_folder_that_became_a_link_is_not_followed(server: Server, tmp_path: Path) -> None:
    both = files(server)
    assert len(both) == 2
    photos = server.root / "content" / "mentors" / "photos"
    photos.rename(tmp_path / "away")
    os.symlink(tmp_path / "outside", photos)
    for address in both:
        assert SECRET not in server.get(address).text
    wait_for(lambda: not files(server), "the page without them")
    assert {server.get(address).status for address in both} == {404}


def test_a_script_of_one_s_own_that_is_a_link_is_not_followed(
    server: Server, tmp_path: Path
) -> None:
    assert server.get("/static/own.js").text == "// mine"
    script = server.root / "templates" / "static" / "own.js"
    script.unlink()
    os.symlink(tmp_path / "outside" / "own.js", script)
    for _ in range(2):
        assert SECRET not in server.get("/static/own.js").text
        wait_for(lambda: server.get("/static/own.js").status == 404, "the script to go")


@pytest.mark.parametrize("path", ["/", "/people/amara/", "/about/", "/-/log", "/-/plan"])
def test_no_script_and_no_style_stands_in_a_page(server: Server, path: str) -> None:
    (server.root / "content" / "mentors" / "bad.md").write_text("---\nsince: <b>\n---\n")
    banner = server.sees("/", BANNER)
    for page in (banner, server.page(path)):
        scripts = re.findall(r"<script\b[^>]*>(.*?)</script>", page, re.DOTALL)
        assert scripts
        assert not [script for script in scripts if script]
        assert not re.search(r"<style\b|<[^>]+\s(?:style|on\w+)=", page)
