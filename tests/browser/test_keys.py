"""What buttons do, done by keyboard alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import needs_browser
from tests.support.page_checks import Open

pytestmark = needs_browser()

PRESSES = ["Enter", "Space"]


def _at(page: Page, site: Path, folder: str) -> Page:
    page.goto((site / folder / "index.html").as_uri())
    return page


@pytest.mark.parametrize("key", PRESSES)
def test_the_command_for_afterwards_is_copied(sample: Path, opened: Open, key: str) -> None:
    page = _at(opened(permissions=["clipboard-read", "clipboard-write"]).page, sample, "reach-out")
    button = page.locator("[data-copy$='-log']").first
    button.press(key)
    expect(button).to_contain_text("copied")
    command = page.locator(f"[id='{button.get_attribute('data-copy')}']").inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == command


@pytest.mark.parametrize("key", PRESSES)
def test_light_or_dark_is_chosen(sample: Path, opened: Open, key: str) -> None:
    page = _at(opened(color_scheme="light").page, sample, "")
    for scheme in ("light", "dark"):
        page.locator("[data-theme-switch]").press(key)
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == scheme


@pytest.mark.parametrize("folder", ["reach-out", "people/amara-okoye", "timeline", "news"])
def test_all_that_folds_is_unfolded(sample: Path, opened: Open, folder: str) -> None:
    page = _at(opened().page, sample, folder)
    summaries = page.locator("main summary:visible")
    assert summaries.count() > 0
    for summary in summaries.all():
        summary.press("Enter")
    assert page.locator("main details:not([open]) > summary:visible").count() == 0


def test_a_wide_table_is_scrolled(sample: Path, opened: Open) -> None:
    page = _at(opened(viewport={"width": 390, "height": 800}).page, sample, "quarters")
    frame = page.locator(".wide")
    frame.press("ArrowRight")
    page.wait_for_function("document.querySelector('.wide').scrollLeft > 0")
