"""What was gone for a while and comes back as it was is shown again, while serving."""

import time
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from journal.reading.folder import open_cache
from journal.serve.state import ServerState
from journal.site.parts.site_data import SiteOptions
from tests.support.journal import Writer

NOTE = "---\nsince: 2020\n---\nWho knows rivers.\n"


@pytest.fixture
def state(notes: Writer) -> Iterator[ServerState]:
    notes.write({"mentors/ada": NOTE, "mentors/Zo\u00eb": NOTE, "people/bo": "---\n---\n"})
    time.sleep(0.1)  # for as long, what was saved is not trusted to be known
    with closing(open_cache(notes.root)) as cache:
        yield ServerState(SiteOptions(notes.root), cache, lambda _: date(2026, 6, 15))


def settled(state: ServerState) -> set[str]:
    """Return the ids of the notes that are shown once every doubt is settled."""
    state.refresh()
    while state.due is not None:
        time.sleep(max(0.0, state.due - time.monotonic()))
        state.refresh()
    return set(state.site.data.journal.notes)


def test_a_folder_moved_away_and_back_is_shown_again(state: ServerState, notes: Writer) -> None:
    mentors = notes.root / "content/mentors"
    mentors.rename(notes.root / "elsewhere")
    assert settled(state) == {"people/bo"}
    (notes.root / "elsewhere").rename(mentors)
    assert settled(state) == {"people/bo", "mentors/ada", "mentors/Zo\u00eb"}
    assert b"Who knows rivers" in state.site.page("people/ada/")


def test_a_note_beside_its_twin_of_another_spelling_keeps_its_text(
    state: ServerState, notes: Writer
) -> None:
    twin = notes.root / "content/mentors" / unicodedata.normalize("NFD", "Zo\u00eb.md")
    twin.write_text(NOTE.replace("rivers", "the sea"))
    settled(state)
    assert b"Who knows the sea" in state.site.page("people/zoe/")
    twin.unlink()
    settled(state)
    assert b"Who knows rivers" in state.site.page("people/zoe/")


def test_the_sheets_of_somebody_who_died_are_gone(state: ServerState, notes: Writer) -> None:
    assert "people/ada/prep/" in state.site
    notes.write({"mentors/ada": NOTE.replace("since: 2020", "died: 2026-06-01")})
    settled(state)
    assert "people/ada/prep/" not in state.site
