"""What holds of every page of the sample: its links, its head, its headings."""

from collections import Counter

import pytest

from journal.feeds.site_files import FEEDS
from journal.site.all_files import all_files
from journal.site.site import Site
from tests.support.site import Parsed, inside, pages, target

pytestmark = pytest.mark.slow
OUTSIDE = ("http://", "https://", "mailto:", "tel:", "vscode://")


@pytest.fixture(scope="module")
def sample_pages(sample_site: Site) -> dict[str, Parsed]:
    return pages(sample_site)


def test_every_link_and_fragment_leads_somewhere(
    sample_site: Site, sample_pages: dict[str, Parsed]
) -> None:
    files = {path for path, _ in all_files(sample_site)} | set(FEEDS)
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
        tables = found.all("table")
        assert tables, file
        assert all(table.find("caption") is not None for table in tables), file
        assert found.all("th"), file
        assert all(cell.get("scope") for cell in found.all("th")), file
