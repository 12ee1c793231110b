"""The site as a whole: every address, every link, every byte."""

from pathlib import Path

import pytest

from journal.site.all_files import all_files
from journal.site.site import Site
from tests.support.journal import Writer
from tests.support.paths import REPO
from tests.support.site import SAMPLE_DAY, page, pages, site_of


def test_the_navigation_marks_where_one_is(sample_site: Site) -> None:
    def current(address: str) -> list[tuple[str, str]]:
        found = page(sample_site, address)
        marked = [e for e in found.all("a") if e.get("aria-current")]
        return [(found.text(e), e.get("aria-current") or "") for e in marked]

    assert current("people/") == [("People", "page")]
    assert current("people/amara-okoye/") == [("People", "true")]
    assert current("") == [("Today", "page")]


def test_the_same_journal_gives_the_same_bytes(sample_site: Site) -> None:
    again = site_of(REPO, SAMPLE_DAY)
    assert again.addresses() == sample_site.addresses()
    for address in sample_site.addresses():
        assert again.page(address) == sample_site.page(address)


def test_a_page_asked_for_alone_is_the_page_that_is_built(notes: Writer) -> None:
    notes.write(
        {"mentors/amara-okoye": "", "touchpoints/2026-06-01 hello": "---\npeople: amara-okoye\n"
         "channel: email\n---\nHello"}
    )  # fmt: skip
    built = dict(all_files(site_of(notes.root)))
    assert built["people/amara-okoye/index.html"] == site_of(notes.root).page("people/amara-okoye/")


def test_an_address_that_is_no_page_is_a_key_error(sample_site: Site) -> None:
    for address in ("people/nobody/", "../journal.toml", "people", "people/../"):
        with pytest.raises(KeyError):
            sample_site.page(address)


def test_static_files_and_embedded_attachments_are_part_of_the_site(sample_site: Site) -> None:
    files = dict(all_files(sample_site))
    assert files["static/journal.css"] == sample_site.file("static/journal.css")
    gertrude = files["files/news/gertrude.png"]
    assert isinstance(gertrude, Path)
    assert gertrude.read_bytes().startswith(b"\x89PNG")
    assert sample_site.file("files/news/gertrude.png") == gertrude
    assert sample_site.file("static/../journal.css") is None


def test_attachments_that_no_note_shows_stay_where_they_are(notes: Writer) -> None:
    notes.write(
        {
            "content/news/shown.png": b"\x89PNG",
            "content/news/linked.pdf": b"%PDF",
            "content/news/alone.png": b"\x89PNG",
            "news/2026-06-01 x": "![[shown.png]] and [the paper](linked.pdf)",
        }
    )
    site = site_of(notes.root)
    files = [path for path, _ in all_files(site) if path.startswith("files/")]
    assert files == ["files/news/linked.pdf", "files/news/shown.png"]


def test_an_empty_journal_has_a_site_that_says_how_to_begin(notes: Writer) -> None:
    site = site_of(notes.root)
    found = pages(site)
    assert "journal new mentor" in found["index.html"].text()
    assert "journal new mentor" in found["reach-out/index.html"].text()
    assert len(found["people/index.html"].all("table")) == 0
