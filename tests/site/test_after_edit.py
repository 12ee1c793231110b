"""A site after an edit has the pages of one that is made afresh."""

import pytest

from journal.library.opening import open_journal
from journal.reading.folder import ReadOptions
from journal.site.parts.all_findings import Findings
from journal.site.site import Site
from tests.support.findings import note
from tests.support.journal import TODAY, Writer
from tests.support.site import site_of

MENTOR, MET = "mentors/ada", "touchpoints/2026-05-01 tea"
BEFORE = {
    MENTOR: note("title: Ada", "since: 2015", "tags: [rivers]"),
    "mentors/bo": note("since: 2015", body="See [[ada]]."),
    MET: note("people: ada", "channel: coffee", body="About #bridges."),
}
#: What is edited -> the note, and how it reads then.
EDITS = {
    "a tag": (MENTOR, note("title: Ada", "since: 2015", "tags: [lakes]")),
    "a tag in the text": (MET, note("people: ada", "channel: coffee", body="About #dams.")),
    "the title": (MENTOR, note("title: Ada Lovelace", "since: 2015", "tags: [rivers]")),
    "the day": (MET, note("people: ada", "channel: coffee", "date: 2025-12-31")),
    "private": (MET, note("people: ada", "channel: coffee", "private: yes")),
    "a draft": (MET, note("people: ada", "channel: coffee", "draft: yes")),
    "a death": (MENTOR, note("title: Ada", "since: 2015", "died: 2026-01-01")),
}


def _after_edit(site: Site, notes: Writer) -> Site:
    """The site of what the folder holds now, as a server makes it out of the last one."""
    opened = open_journal(notes.root, lambda _: TODAY, ReadOptions(bodies=True))
    return site.after_edit(opened, Findings(opened, lambda: ()))


def _pages(site: Site) -> dict[str, bytes]:
    return {address: site.page(address) for address in site.addresses()}


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_pages_come_and_go_and_say_what_is_so_now(notes: Writer, edit: str) -> None:
    known = site_of(notes.write(BEFORE).root)
    before = _pages(known)
    changed, text = EDITS[edit]
    now = _pages(_after_edit(known, notes.write({changed: text})))
    fresh = site_of(notes.root).with_templates(known.templates)
    assert now == _pages(fresh)
    assert now != before
