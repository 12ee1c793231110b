"""A journal after an edit is what a fresh reading of its folder gives."""

from collections.abc import Iterator
from contextlib import closing

import msgspec
import pytest

from journal.library.assemble import build_journal
from journal.library.incremental import update_journal
from journal.library.journal import Journal
from journal.reading.cache import Cache
from journal.reading.folder import JournalFolder, load_settings, open_cache
from journal.reading.note_store import NoteStore
from journal.reading.scan import scan_content
from tests.support.findings import note
from tests.support.journal import TODAY, Files, Writer

CALL = "touchpoints/2026-05-01 call"
#: A touchpoint without a channel is no part of the journal; the others link to it.
COMPLETE, INCOMPLETE = note("people: ada", "channel: call"), note("people: ada")
OTHERS = {
    "mentors/ada": note("since: 2015"),
    "touchpoints/2026-05-02 mail": note("people: ada", "channel: email", "about: 2026-05-01 call"),
    "lessons/by-name": note(body="As in [[2026-05-01 call]]."),
    "lessons/by-path": note(body="As [there](../touchpoints/2026-05-01%20call.md)."),
}


@pytest.fixture
def cache(notes: Writer) -> Iterator[Cache]:
    with closing(open_cache(notes.root)) as opened:
        yield opened


def _folder(notes: Writer, store: NoteStore) -> JournalFolder:
    """The folder as it is now; notes that are as they were are the same objects."""
    scan = scan_content(notes.root)
    return JournalFolder(notes.root, scan, store.update(scan), load_settings(notes.root))


def _said(journal: Journal) -> dict[str, object]:
    """All that a journal says, but the index of names."""
    return {
        name: value for name, value in msgspec.structs.asdict(journal).items() if name != "names"
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [(INCOMPLETE, COMPLETE), (COMPLETE, INCOMPLETE)],
    ids=["completed", "no longer complete"],
)
def test_links_lead_to_a_touchpoint_once_it_is_complete_and_no_longer_than_that(
    notes: Writer, cache: Cache, before: str, after: str
) -> None:
    store = NoteStore(notes.root, cache)
    known = build_journal(_folder(notes.write({**OTHERS, CALL: before}), store), TODAY)
    folder = _folder(notes.write({CALL: after}), store)
    updated = update_journal(known, folder, TODAY)
    assert _said(updated) == _said(build_journal(folder, TODAY))
    linked = ["lessons/by-name", "lessons/by-path", "touchpoints/2026-05-02 mail"]
    assert list(updated.backlinks.get(CALL, ())) == (linked if after is COMPLETE else [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"lessons/x": "## One"}, {"lessons/x": "## Two"}),
        ({"lessons/x": "## Two"}, {"lessons/x": "## One"}),
        ({"lessons/x": "text ^one"}, {"lessons/x": "text"}),
        ({"lessons/x": "## One"}, {"content/goals/a.pdf": b"%PDF"}),
    ],
    ids=["heading gone", "heading there", "block gone", "file there"],
)
def test_a_link_knows_when_what_it_leads_to_comes_or_goes(
    notes: Writer, cache: Cache, before: Files, after: Files
) -> None:
    store = NoteStore(notes.root, cache)
    linking = {"goals/g": "[[x#One]]", "mentors/m": "[[x#^one]]", "people/t": "![[a.pdf]]"}
    known = build_journal(_folder(notes.write({**linking, **before}), store), TODAY)
    folder = _folder(notes.write(after), store)
    updated = update_journal(known, folder, TODAY)
    assert _said(updated) == _said(build_journal(folder, TODAY))
    assert updated.findings != known.findings
