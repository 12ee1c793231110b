"""A journal with a long note, served, and a browser that was let in."""

import itertools
import os

import pytest
from playwright.sync_api import Page, Response

from tests.support.banners import BANNER
from tests.support.browser import Watched
from tests.support.journal import Writer
from tests.support.server import Server, Start

LONG = "\n\n".join(f"Paragraph {number}." for number in range(200))
NOTE = "---\ntitle: Amara Okoye\nsince: 2015\nprefers: email\nprefs_asked: 2026-01-01\n---\n"
_TIMES = itertools.count(1)


def save(notes: Writer, text: str) -> None:
    """Save the note as most editors do."""
    path = notes.root / "content/mentors/amara-okoye.md"
    draft = path.with_name(".amara-okoye.md.tmp")
    draft.write_text(NOTE + text)
    os.replace(draft, path)


@pytest.fixture(scope="module")
def shared(
    start_for_module: Start, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Server, Writer]:
    """A server of a journal with a long note, and its writer."""
    notes = Writer(tmp_path_factory.mktemp("open"))
    notes.write({"mentors/amara-okoye": NOTE + LONG})
    notes.write({"journal.toml": '[editor]\nurl = "vscode://file/{path}:{line}"\n'})
    return start_for_module(notes.root), notes


def as_it_was(server: Server, writer: Writer) -> Writer:
    """Give the note its long text back, wait until just that is shown, and return the writer."""
    told = f"Written anew, time {next(_TIMES)}."  # the page before may end in the same text
    save(writer, f"{LONG}\n\n{told}")
    server.sees("/people/amara-okoye/", told)
    server.sees("/people/amara-okoye/", BANNER, there=False)
    return writer


@pytest.fixture
def notes(shared: tuple[Server, Writer]) -> Writer:
    """The writer, after the note has become what it was."""
    return as_it_was(*shared)


@pytest.fixture
def server(shared: tuple[Server, Writer], notes: Writer) -> Server:
    """The server, when it shows that."""
    return shared[0]


def enter(server: Server, watched: Watched, path: str = "people/amara-okoye/") -> Page:
    """Open the printed address, then a page, and wait until it listens."""
    watched.page.goto(server.way_in())
    assert "token" not in watched.page.url
    here = server.home + path

    def listens(found: Response) -> bool:
        return found.url == f"{server.home}-/events" and found.frame.url == here

    with watched.page.expect_response(listens):
        watched.page.goto(here)
    return watched.page
