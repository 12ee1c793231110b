"""While a journal is served, its settings may come to name other folders of notes."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from journal.reading.folder import open_cache
from journal.serve.changes import ChangeKind
from journal.serve.state import ServerState
from journal.serve.watcher import Watcher
from journal.settings import Layout
from journal.site.parts.site_data import SiteOptions
from tests.support.journal import TODAY, Writer

NOTE = "---\nsince: 2020\n---\n"


@pytest.fixture
def state(notes: Writer) -> Iterator[ServerState]:
    notes.write({"mentors/ada": NOTE, "Leute/bo": NOTE})
    with closing(open_cache(notes.root)) as cache:
        served = ServerState(SiteOptions(notes.root), cache, lambda _: TODAY)
        yield served
        served.notes.close()


def people(state: ServerState) -> list[str]:
    return [person.id for person in state.opened.journal.people]


def test_a_folder_that_is_named_is_read_and_then_followed(
    notes: Writer, state: ServerState
) -> None:
    assert people(state) == ["mentors/ada"]
    notes.write({"journal.toml": '[folders]\npeople = ["Leute"]\n'})
    assert state.refresh()
    assert people(state) == ["Leute/bo", "mentors/ada"]
    notes.write({"Leute/cy": NOTE})
    assert state.refresh()
    assert people(state) == ["Leute/bo", "Leute/cy", "mentors/ada"]
    assert "people/bo/" in state.site


def test_a_whole_vault_is_read_once_the_settings_say_so(notes: Writer, state: ServerState) -> None:
    (notes.root / "Contacts").mkdir()
    (notes.root / "Contacts/dee.md").write_text(NOTE)
    notes.write({"journal.toml": '[notes]\nroot = "."\n'})
    assert state.refresh()
    assert people(state) == ["Contacts/dee"]


def test_in_a_vault_notes_are_watched_and_the_site_is_not(notes: Writer) -> None:
    heard: list[str | None] = []

    def report(path: str | None, _: ChangeKind) -> None:
        heard.append(path)

    watcher = Watcher(notes.root, report, Layout(""))
    relevant = watcher._is_relevant
    assert relevant(notes.root / "People/ada.md")
    assert not relevant(notes.root / "site/people/ada/index.html")
    assert not relevant(notes.root / ".obsidian/workspace.json")
    assert heard == []


def test_of_caches_that_were_opened_for_other_folders_none_stays_open(
    notes: Writer, state: ServerState
) -> None:
    before = state.notes.store.cache
    notes.write({"journal.toml": '[folders]\npeople = ["Leute"]\n'})
    assert state.refresh()
    assert state.notes.store.cache is not before
    assert before._file._db is None
