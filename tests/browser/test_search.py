"""The search page in a real browser, from the disk: what is typed, and what is found."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import Watched, needs_browser
from tests.support.built_sites import build

pytestmark = needs_browser()

DATA = re.compile(r"/search-[\w-]{22}\.js$")
Open = Callable[..., Watched]
EMAIL = "---\npeople: [{}]\nchannel: email\n---\n{}"
NOTES = {
    "mentors/ines-barroso": "---\ntitle: Inês Barroso\norg: Tidal Institute\n---\n",
    "mentors/amara-okoye": "filler words " * 40 + "She likes lighthouses on the estuary.",
    "touchpoints/2026-03-01 slides": EMAIL.format("ines-barroso", "About the estuary."),
    "touchpoints/2026-04-01 plots": EMAIL.format("amara-okoye", "About the estuary."),
    "touchpoints/2026-05-01 estuary": EMAIL.format("amara-okoye", "In the title, <b>not</b> here."),
    "news/2026-05-02-grant": "---\ntitle: A prize\nkind: grant\n---\n",
    "mentors/soren-baek": "---\ntitle: Søren Bæk\ncity: パリ\n---\n",
    "proteges/isil": "---\ntitle: Işıl Strauß\n---\n",
    "lessons/secret": "---\nprivate: true\n---\nzanzibar",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("searched")
    for name, text in NOTES.items():
        path = root / "content" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return build(root)


@pytest.fixture
def watched(site: Path, opened: Open) -> Watched:
    found = opened()
    found.page.goto((site / "search" / "index.html").as_uri())
    return found


def asked(page: Page, query: str) -> list[str]:
    """Type, wait until the page says how many there are, and return their titles."""
    page.locator("#search-field").focus()
    expect(page.locator("#search-status")).to_have_text("Ready.")
    page.keyboard.type(query)
    expect(page.locator("#search-status")).to_have_text(re.compile("found"))
    return page.locator("#search-results h2").all_inner_texts()


def loaded(watched: Watched) -> list[str]:
    return [Path(url).name for url in watched.asked if DATA.search(url)]


def test_the_notes_are_loaded_when_the_field_is_used_and_not_before(watched: Watched) -> None:
    assert loaded(watched) == []
    asked(watched.page, "amara")
    assert len(loaded(watched)) == 1


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Barroso", "Inês Barroso"),
        ("barr", "Inês Barroso"),
        ("ines", "Inês Barroso"),
        ("INÊS", "Inês Barroso"),
        ("barrosso", "Inês Barroso"),
        ("in", "Inês Barroso"),
        ("tidal", "Inês Barroso"),
        ("lighth", "Amara Okoye"),
        ("estuary", "estuary"),
        ("estuary ines", "slides"),
        ("about t", "plots"),
        ("about", "plots"),
        ("grant", "A prize"),
        ("soren baek", "Søren Bæk"),
        ("SØREN", "Søren Bæk"),
        ("ISIL", "Işıl Strauß"),
        ("ışıl strauss", "Işıl Strauß"),
        ("パリ", "Søren Bæk"),
    ],
)
def test_what_is_typed_finds_the_note_that_is_meant(
    watched: Watched, query: str, first: str
) -> None:
    assert asked(watched.page, query)[:1] == [first]


def test_a_person_comes_before_what_passed_between_you(watched: Watched) -> None:
    assert asked(watched.page, "amara") == ["Amara Okoye", "estuary", "plots"]


@pytest.mark.parametrize("query", ["zanzibar", "qqqqqq", "バリ", "ハリ"])
def test_nothing_private_or_unwritten_is_found(watched: Watched, query: str) -> None:
    assert asked(watched.page, query) == []
    expect(watched.page.locator("#search-status")).to_contain_text("Nothing found")


def test_a_result_leads_to_the_note_and_the_way_back_to_the_results(watched: Watched) -> None:
    page = watched.page
    asked(page, "slides")
    page.locator("#search-results a").first.click()
    page.wait_for_url(re.compile("months/2026-03/index.html#"))
    assert page.locator(":target h3").inner_text() == "slides"
    page.go_back()
    expect(page.locator("#search-results h2").first).to_have_text("slides")
    expect(page.locator("#search-field")).to_have_value("slides")


def test_what_was_found_is_marked_as_text(watched: Watched) -> None:
    asked(watched.page, "not")
    (snippet,) = watched.page.locator(".snippet").all()
    assert snippet.inner_text() == "In the title, <b>not</b> here."
    assert snippet.locator("mark").all_inner_texts() == ["<b>not</b>"]
    assert snippet.locator("b").count() == 0


def test_a_long_text_is_shown_from_where_it_was_found(watched: Watched) -> None:
    asked(watched.page, "lighthouses estuary")
    said = watched.page.locator(".snippet").first.inner_text()
    assert said.startswith("…")
    assert said.endswith("estuary.")


def test_down_goes_to_the_results_and_escape_empties_the_field(watched: Watched) -> None:
    page = watched.page
    titles = asked(page, "estuary")
    for key, title in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == titles[title]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id + document.activeElement.value") == (
        "search-field"
    )
    assert page.locator("#search-results li").count() == 0


def test_it_says_nothing_to_the_console_and_asks_nobody_else(site: Path, watched: Watched) -> None:
    asked(watched.page, "estuary")
    watched.page.keyboard.press("Escape")
    assert watched.said == []
    assert watched.foreign(site.as_uri()) == []


def test_it_works_over_http_as_well(
    site: Path, opened: Open, served: Callable[[Path], str]
) -> None:
    found, home = opened(), served(site)
    found.page.goto(f"{home}search/index.html")
    assert asked(found.page, "barr") == ["Inês Barroso", "slides"]
    assert found.said == []


def test_without_script_it_names_the_other_ways(site: Path, opened: Open) -> None:
    page = opened(java_script_enabled=False).page
    page.goto((site / "search" / "index.html").as_uri())
    assert not page.locator("#search-field").is_visible()
    page.locator("main").get_by_role("link", name="tags").click()
    page.wait_for_url(re.compile("tags/index.html"))


def test_a_thousand_results_are_shown_by_and_by(generated: Path, opened: Open) -> None:
    page = opened().page
    page.goto((generated / "search" / "index.html").as_uri())
    assert len(asked(page, "email")) == 25
    page.get_by_role("button", name="Show more").click()
    assert page.locator("#search-results li").count() == 50
    assert page.evaluate("document.activeElement.closest('li:nth-child(26)') !== null")
