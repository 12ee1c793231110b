"""What was gone for a while and comes back as it was is shown again, while serving."""

import time
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from journal.reading.folder import open_cache
from journal.serve.state import Live, Wanted
from tests.support.journal import Writer

NOTE = "---\nsince: 2020\n---\nWho knows rivers.\n"


@pytest.fixture
def live(notes: Writer) -> Iterator[Live]:
    notes.write({"mentors/ada": NOTE, "mentors/Zo\u00eb": NOTE, "people/bo": "---\n---\n"})
    time.sleep(0.1)  # for as long, what was saved is not trusted to be known
    with closing(open_cache(notes.root)) as cache:
        yield Live(Wanted(notes.root), cache, lambda _: date(2026, 6, 15))


def settled(live: Live) -> set[str]:
    """Return the ids of the notes that are shown once every doubt is settled."""
    live.refresh()
    while live.due is not None:
        time.sleep(max(0.0, live.due - time.monotonic()))
        live.refresh()
    return set(live.site.data.journal.notes)


def test_a_folder_moved_away_and_back_is_shown_again(live: Live, notes: Writer) -> None:
    mentors = notes.root / "content/mentors"
    mentors.rename(notes.root / "elsewhere")
    assert settled(live) == {"people/bo"}
    (notes.root / "elsewhere").rename(mentors)
    assert settled(live) == {"people/bo", "mentors/ada", "mentors/Zo\u00eb"}
    assert b"Who knows rivers" in live.site.page("people/ada/")


def test_a_note_beside_its_twin_of_another_spelling_keeps_its_text(
    live: Live, notes: Writer
) -> None:
    twin = notes.root / "content/mentors" / unicodedata.normalize("NFD", "Zo\u00eb.md")
    twin.write_text(NOTE.replace("rivers", "the sea"))
    settled(live)
    assert b"Who knows the sea" in live.site.page("people/zoe/")
    twin.unlink()
    settled(live)
    assert b"Who knows rivers" in live.site.page("people/zoe/")


def test_the_sheets_of_somebody_who_died_are_gone(live: Live, notes: Writer) -> None:
    assert "people/ada/prep/" in live.site
    notes.write({"mentors/ada": NOTE.replace("since: 2020", "died: 2026-06-01")})
    settled(live)
    assert "people/ada/prep/" not in live.site
