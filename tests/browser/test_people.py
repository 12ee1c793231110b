"""The table of people in a browser: sorted, narrowed down, on a phone, and without script."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.browser import needs_browser
from tests.support.dated_pages import BUILT, Opened, build_as_of, go

pytestmark = needs_browser()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_as_of(tmp_path_factory.mktemp("built"), BUILT)


def _names(page: Page) -> list[str]:
    return page.locator("tbody tr:visible th").all_inner_texts()


def test_people_are_sorted_by_any_column_both_ways(site: Path, opened: Opened) -> None:
    page = go(opened(), site / "people" / "index.html")
    names = _names(page)
    assert names == sorted(names)
    header = page.get_by_role("columnheader", name="City")
    header.get_by_role("button").click()
    assert _names(page)[:3] == ["Bo", "Cy", "Ada"]
    assert header.get_attribute("aria-sort") == "ascending"
    header.get_by_role("button").press("Enter")
    assert _names(page)[:3] == ["Ada", "Bo", "Cy"]
    assert header.get_attribute("aria-sort") == "descending"
    assert page.locator("[aria-sort]").count() == 1


def test_people_are_narrowed_by_role(site: Path, opened: Opened) -> None:
    page = go(opened(), site / "people" / "index.html")
    page.get_by_label("Role").select_option("protégé")
    assert _names(page) == ["Gus"]
    assert page.get_by_role("status").inner_text() == "1 of 11 people shown"


@pytest.mark.parametrize("width", [320, 700, 1100])
def test_nothing_in_the_table_is_cut(site: Path, opened: Opened, width: int) -> None:
    page = go(opened(viewport={"width": width, "height": 800}), site / "people" / "index.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    frame = page.locator(".people")
    assert frame.evaluate("e => e.scrollWidth <= e.clientWidth")
    if width < 800:
        label = (
            "getComputedStyle(document.querySelector('td[data-label=City]'), '::before').content"
        )
        assert page.evaluate(label) == '"City"'


def test_with_script_off_the_table_is_by_name_and_whole(site: Path, opened: Opened) -> None:
    page = go(opened(java_script_enabled=False), site / "people" / "index.html")
    assert len(_names(page)) == 11
    assert page.locator("main :is(select, button):visible").count() == 0
