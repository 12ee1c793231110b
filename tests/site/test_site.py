"""The site as a whole: every address, every link, every byte."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from journal.feeds.site_files import FEEDS
from journal.site.all_files import all_files
from journal.site.site import Site
from tests.support.journal import Writer
from tests.support.site import REPO, Parsed, inside, page, pages, site_of, target

SAMPLE_DAY = date(2026, 11, 20)
OUTSIDE = ("http://", "https://", "mailto:", "tel:", "vscode://")


@pytest.fixture(scope="module")
def sample() -> Site:
    return site_of(REPO, SAMPLE_DAY)


@pytest.fixture(scope="module")
def sample_pages(sample: Site) -> dict[str, Parsed]:
    return pages(sample)


def test_every_link_and_fragment_leads_somewhere(
    sample: Site, sample_pages: dict[str, Parsed]
) -> None:
    files = {path for path, _ in all_files(sample)} | set(FEEDS)
    ids = {file: set(found.ids) for file, found in sample_pages.items()}
    broken = []
    for file, found in sample_pages.items():
        for address in filter(inside, found.addresses()):
            path, fragment = target(file, address)
            if path not in files or (fragment and fragment not in ids.get(path, ())):
                broken.append(f"{file}: {address}")
    assert broken == []


def test_links_name_index_html_so_that_pages_open_from_the_disk(
    sample_pages: dict[str, Parsed],
) -> None:
    for file, found in sample_pages.items():
        for address in filter(inside, found.addresses()):
            path, _ = target(file, address)
            assert not address.startswith("/")
            assert "." in path.rpartition("/")[2], f"{file}: {address}"


def test_no_id_stands_twice_on_a_page(sample_pages: dict[str, Parsed]) -> None:
    for file, found in sample_pages.items():
        twice = [name for name, count in Counter(found.ids).items() if count > 1]
        assert twice == [], file


def test_nothing_is_loaded_from_elsewhere_and_links_outside_tell_no_referrer(
    sample_pages: dict[str, Parsed],
) -> None:
    for file, found in sample_pages.items():
        for element in found.root.iter():
            assert inside(element.get("src") or ""), file
            href = element.get("href") or ""
            if not inside(href):
                assert element.tag == "a", file
                assert href.startswith(OUTSIDE), f"{file}: {href}"
            if href.startswith("http"):
                assert element.get("rel") == "noreferrer noopener", f"{file}: {href}"


def test_no_page_has_a_script_or_style_of_its_own(sample_pages: dict[str, Parsed]) -> None:
    for file, found in sample_pages.items():
        for element in found.root.iter():
            handlers = [name for name in element.attrib if str(name).startswith("on")]
            assert handlers == [], file
            assert element.get("style") is None, file
            assert element.tag not in ("style", "iframe", "object", "embed", "form"), file
            if element.tag == "script":
                assert element.get("src"), file
                assert not found.text(element), file


def test_every_page_says_what_it_is_and_forbids_everything_else(
    sample_pages: dict[str, Parsed],
) -> None:
    for found in sample_pages.values():
        meta = {e.get("name") or e.get("http-equiv"): e.get("content") for e in found.all("meta")}
        assert meta["robots"] == "noindex"
        assert meta["referrer"] == "no-referrer"
        assert meta["color-scheme"] == "light dark"
        policy = meta["Content-Security-Policy"] or ""
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "unsafe" not in policy
        assert found.all("html")[0].get("lang") == "en"
        assert found.text(found.all("title")[0])
        assert [len(found.all(tag)) for tag in ("h1", "main", "footer")] == [1, 1, 1]
        assert "As of 20 November 2026" in found.text(found.all("footer")[0])


def test_headings_skip_no_level(sample_pages: dict[str, Parsed]) -> None:
    for file, found in sample_pages.items():
        levels = [level for level, _ in found.headings]
        assert levels[0] == 1, file
        skipped = [
            found.headings[at + 1]
            for at, level in enumerate(levels[:-1])
            if levels[at + 1] > level + 1
        ]
        assert skipped == [], file


def test_tables_have_a_caption_and_headers_with_a_scope(sample_pages: dict[str, Parsed]) -> None:
    for file in ("people/index.html", "months/index.html"):
        found = sample_pages[file]
        for table in found.all("table"):
            assert table.find("caption") is not None, file
        assert found.all("th"), file
        assert all(cell.get("scope") for cell in found.all("th")), file


def test_the_navigation_marks_where_one_is(sample: Site) -> None:
    def current(address: str) -> list[tuple[str, str]]:
        found = page(sample, address)
        marked = [e for e in found.all("a") if e.get("aria-current")]
        return [(found.text(e), e.get("aria-current") or "") for e in marked]

    assert current("people/") == [("People", "page")]
    assert current("people/amara-okoye/") == [("People", "true")]
    assert current("") == [("Today", "page")]


def test_the_same_journal_gives_the_same_bytes(sample: Site) -> None:
    again = site_of(REPO, SAMPLE_DAY)
    assert again.addresses() == sample.addresses()
    for address in sample.addresses():
        assert again.page(address) == sample.page(address)


def test_a_page_asked_for_alone_is_the_page_that_is_built(notes: Writer) -> None:
    notes.write(
        {"mentors/amara-okoye": "", "touchpoints/2026-06-01 hello": "---\npeople: amara-okoye\n"
         "channel: email\n---\nHello"}
    )  # fmt: skip
    built = dict(all_files(site_of(notes.root)))
    assert built["people/amara-okoye/index.html"] == site_of(notes.root).page("people/amara-okoye/")


def test_an_address_that_is_no_page_is_a_key_error(sample: Site) -> None:
    for address in ("people/nobody/", "../journal.toml", "people", "people/../"):
        with pytest.raises(KeyError):
            sample.page(address)


def test_static_files_and_embedded_attachments_are_part_of_the_site(sample: Site) -> None:
    files = dict(all_files(sample))
    assert files["static/journal.css"] == sample.file("static/journal.css")
    gertrude = files["files/news/gertrude.png"]
    assert isinstance(gertrude, Path)
    assert gertrude.read_bytes().startswith(b"\x89PNG")
    assert sample.file("files/news/gertrude.png") == gertrude
    assert sample.file("static/../journal.css") is None


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
