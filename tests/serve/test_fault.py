"""Where the program itself has a fault, one request is answered so; no word of the journal is."""

import os
import shutil
from pathlib import Path

import pytest

from tests.support.hostile_requests import ALWAYS, SECRET
from tests.support.paths import REPO
from tests.support.server import Server, Start


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program whose template of the page About cannot work."""
    found = tmp_path_factory.mktemp("program")
    for name in ("journal", "templates"):
        shutil.copytree(REPO / name, found / name)
    (found / "templates" / "about.html").write_text("{{ 1 + layout.title }}")
    return found


@pytest.fixture(scope="module")
def server(
    program: Path, start_for_module: Start, tmp_path_factory: pytest.TempPathFactory
) -> Server:
    """A server by that program."""
    root = tmp_path_factory.mktemp("faulty")
    (root / "content" / "mentors").mkdir(parents=True)
    (root / "content" / "mentors" / "amara-okoye.md").write_text("---\ntitle: Amara Okoye\n---\n")
    (root / "journal.toml").write_text(f'title = "{SECRET}"\n')
    return start_for_module(root, PYTHONPATH=os.fspath(program))


def test_the_page_says_so_and_nothing_else(server: Server) -> None:
    found = server.get("/about/")
    assert found.status == 500
    assert "This page could not be made" in found.text
    assert "fault of the program" in found.text
    assert "All other pages" in found.text
    assert 'src="/-/live.js"' in found.text, "it is loaded anew when a note is mended"
    assert {name: found.header(name) for name in ALWAYS} == ALWAYS
    assert "about/index.html could not be made" in server.page("/check/")
    assert "templates" not in server.page("/").partition("<main")[0], "the journal has none"


def test_nothing_is_printed_and_other_pages_are_served(server: Server) -> None:
    server.get("/about/")
    assert SECRET in server.page("/")
    assert len(server.said) <= 3
    assert not [line for line in server.said if "Traceback" in line or SECRET in line]


def test_who_asks_for_it_is_shown_where_it_is(server: Server, program: Path, start: Start) -> None:
    asked = start(server.root, PYTHONPATH=os.fspath(program), JOURNAL_DEBUG="1")
    assert asked.get("/about/").status == 500
    said = "".join(asked.said)
    assert "journal.site: about/index.html could not be made" in said
    assert "Traceback" in said
    assert "about.html" in said
    assert asked.post("/-/log", "form_token=%ff").status == 400
