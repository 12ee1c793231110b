"""Where the program itself has a fault, one request is answered so; no word of the journal is."""

import os
import shutil
from collections.abc import Iterator

import pytest

from tests.browsing import REPO
from tests.guarding import ALWAYS, SECRET
from tests.serving import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a program whose template of the page About cannot work."""
    program = tmp_path_factory.mktemp("program")
    for name in ("journal", "templates"):
        shutil.copytree(REPO / name, program / name)
    about = program / "templates" / "about.html"
    about.write_text("{{ 1 + frame.title }}")
    root = tmp_path_factory.mktemp("faulty")
    (root / "content" / "mentors").mkdir(parents=True)
    (root / "content" / "mentors" / "amara-okoye.md").write_text("---\ntitle: Amara Okoye\n---\n")
    (root / "journal.toml").write_text(f'title = "{SECRET}"\n')
    found = Server(root, PYTHONPATH=os.fspath(program))
    yield found
    found.kill()


def test_the_answer_names_the_kind_of_fault_and_nothing_else(server: Server) -> None:
    found = server.get("/about/")
    assert found.status == 500
    assert "fault of the program" in found.text
    assert SECRET not in found.text
    assert {name: found.header(name) for name in ALWAYS} == ALWAYS


def test_nothing_is_printed_and_other_pages_are_served(server: Server) -> None:
    server.get("/about/")
    assert SECRET in server.page("/")
    assert len(server.said) <= 2
    assert not [line for line in server.said if "Traceback" in line or SECRET in line]
