"""A page from elsewhere on the disk, whoever wrote it, gets nothing of the journal."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page

from tests.support.browser import Watched, needs_browser
from tests.support.built_sites import build
from tests.support.journal import Writer

pytestmark = needs_browser()

#: Loads what it knows of, and tells what it got: names that scripts set, and what they hold.
SAVED = """<!doctype html><title>An invoice</title><script>
const before = new Set(Object.getOwnPropertyNames(window)); window.got = {{}};
const tell = () => Object.getOwnPropertyNames(window).filter((name) => !before.has(name))
  .forEach((name) => {{ try {{ got[name] = JSON.stringify(window[name]) ?? "" }} catch {{}} }});
</script>
{scripts}
<script>addEventListener("load", () => {{ tell(); window.done = true }})</script>"""
EVIL = (
    '<script>document.title = "it ran"; new Image().src = "http://127.0.0.1:9/" + location</script>'
)
EVIL_SVG = f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">{EVIL}</svg>'
SECRET = "zanzibar"
FILES = {
    "page.html": EVIL,
    "old.HTM": EVIL,
    "strict.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml">{EVIL}</html>',
    "feed.xml": f'<html xmlns="http://www.w3.org/1999/xhtml">{EVIL}</html>',
    "picture.svg": EVIL_SVG,
    "noend": f"<!doctype html><html>{EVIL}</html>",
    "odd.end": f"<!doctype html><html>{EVIL}</html>",
}


def journal(root: Path) -> Path:
    """Build a journal whose note links to files that run, and return its site."""
    root.mkdir()
    links = " ".join(f"[{name}]({name})" for name in FILES)
    notes = Writer(root).write({"mentors/p": f"{SECRET}\n\n{links}\n\n![shown](picture.svg)"})
    for name, text in FILES.items():
        (notes.root / "content/mentors" / name).write_text(text)
    return build(root)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return journal(tmp_path_factory.mktemp("disk") / "mine")


def got(page: Page, folder: Path, scripts: list[Path]) -> dict[str, str]:
    """Open a saved page that loads these as scripts, and return what it has got by them."""
    folder.mkdir()
    tags = "".join(f'<script src="{path.as_uri()}"></script>' for path in scripts)
    saved = folder / "invoice.html"
    saved.write_text(SAVED.format(scripts=tags))
    page.goto(saved.as_uri())
    page.wait_for_function("window.done")
    found: dict[str, str] = page.evaluate("window.got")
    return found


def test_a_saved_page_gets_nothing_by_any_name_that_it_can_know(
    site: Path, tmp_path: Path, opened: Callable[..., Watched]
) -> None:
    other = journal(tmp_path / "theirs")
    names = {path.relative_to(other) for path in other.rglob("*") if path.is_file()}
    mine = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    assert len(mine - names) == 2, "the search data, and the picture"
    guesses = [*names, Path("static/search-data.js"), Path("static/search.json"), Path("search.js")]
    found = got(opened().page, tmp_path / "Downloads", [site / name for name in guesses])
    assert SECRET not in json.dumps(found)
    assert "journalSearch" not in found


def test_it_would_get_all_if_it_knew_the_name(
    site: Path, tmp_path: Path, opened: Callable[..., Watched]
) -> None:
    (data,) = site.glob("static/search-*.js")
    assert len(got(opened().page, tmp_path / "Downloads", [data])["journalSearch"]) > 100


def test_a_click_on_an_attachment_opens_nothing_that_runs(
    site: Path, opened: Callable[..., Watched]
) -> None:
    watched = opened()
    page = watched.page
    address = (site / "people/p/index.html").as_uri()
    for name in FILES:
        page.goto(address)
        page.get_by_role("link", name=name, exact=True).click()
        page.wait_for_url("**/files/**")
        assert unquote(urlsplit(page.url).path).endswith(f"/{name}.txt")
        assert page.evaluate("document.contentType") == "text/plain"
        assert page.evaluate("document.title") != "it ran"
    assert watched.foreign("file://") == []


def test_a_picture_that_could_run_is_shown_and_a_click_on_it_opens_nothing(
    site: Path, opened: Callable[..., Watched]
) -> None:
    watched = opened()
    page = watched.page
    page.goto((site / "people/p/index.html").as_uri())
    picture = page.get_by_role("img", name="shown")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("(one) => one.naturalWidth === 40", arg=picture.element_handle())
    picture.click()
    page.wait_for_timeout(200)
    assert page.url.endswith("people/p/index.html")
    assert page.title() != "it ran"
    assert watched.foreign("file://") == []


def test_the_search_page_finds_it_all_the_same(site: Path, opened: Callable[..., Watched]) -> None:
    page = opened().page
    page.goto((site / "search/index.html").as_uri())
    page.locator("#search-field").fill(SECRET)
    page.locator("#search-results a").wait_for()
