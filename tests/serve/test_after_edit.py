"""What of a site is kept after an edit, and what is made again. Today is 15 June 2026."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from journal.reading.folder import open_cache
from journal.serve.state import ServerState
from journal.site.parts.site_data import SiteOptions
from tests.support.journal import Writer

MONTH = "months/2026-06/"
TEA = "---\npeople: Ada\nchannel: call\n---\nWe had tea. #tea\n"
NOTES = {
    "mentors/Ada": "",
    "touchpoints/2026-06-01 tea": TEA,
    "touchpoints/2026-06-02 walk": TEA.replace("had tea", "walked"),
}
#: What is edited -> the ids of the entries that may be kept; None: no page is surely the same.
EDITS = {
    "the text of one": (TEA.replace("tea.", "coffee."), {"touchpoints/2026-06-02 walk"}),
    "its title": (TEA.replace("people", "title: Coffee\npeople"), None),
    "its day": (TEA.replace("people", "date: 2026-06-03\npeople"), None),
    "its tags": (TEA.replace("#tea", "#coffee"), None),
    "that it is private": (TEA.replace("people", "private: true\npeople"), None),
}


@pytest.fixture
def state(notes: Writer) -> Iterator[ServerState]:
    """A journal as the server holds it, with the page of a month made."""
    notes.write(NOTES)
    with closing(open_cache(notes.root)) as cache:
        state = ServerState(SiteOptions(notes.root), cache, lambda _: date(2026, 6, 15))
        state.site.page(MONTH)
        yield state


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_certainly_the_same_is_kept(state: ServerState, notes: Writer, edit: str) -> None:
    before = state.site
    text, kept = EDITS[edit]
    notes.write({"touchpoints/2026-06-01 tea": text})
    assert state.refresh()
    after = state.site
    assert after is not before
    assert (after.data.site_addresses is before.data.site_addresses) is (kept is not None)
    assert set(after.context(MONTH).shared.entries) == (kept or set())


def test_where_nothing_is_edited_the_site_is_the_same(state: ServerState) -> None:
    before = state.site
    assert not state.refresh()
    assert state.site is before
