"""A message that follows its ticks, and the sheet for a meeting on paper, in a real browser."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.support.browser import Watched, needs_browser

pytestmark = needs_browser()

Opened = Callable[..., Watched]
AMARA = "people/amara-okoye"


def _write(site: Path, page: Page) -> Page:
    page.goto((site / AMARA / "write" / "index.html").as_uri())
    return page


def _text(page: Page, name: str) -> str:
    return page.locator(f"#{name}").text_content() or ""


def _mail(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.locator("#mail").get_attribute("href") or "").query)


def test_the_message_its_address_and_the_command_follow_the_ticks(
    sample: Path, opened: Opened
) -> None:
    watched = opened()
    page = _write(sample, watched.page)
    first = [_text(page, name) for name in ("subject", "message", "log")]
    assert "A quick question" not in first[1]
    page.get_by_label("News from you").uncheck()
    page.get_by_label("A quick question").check()
    assert _text(page, "subject") == "A quick question"
    assert _text(page, "message") == (
        "Hi Amara Okoye,\n\nA quick question: Which bridge on the Thames is the loudest at night?"
        "\n\nAll the best,\nNoor Haddad\n"
    )
    assert _mail(page) == {
        "subject": ["A quick question"],
        "body": [_text(page, "message").replace("\n", "\r\n")],
    }
    assert "--about" not in _text(page, "log")
    page.get_by_label("A quick question").uncheck()
    assert "I was thinking of you" in _text(page, "message")
    page.get_by_label("News from you").check()
    assert [_text(page, name) for name in ("subject", "message", "log")] == first
    page.get_by_label("Something for them").check()
    assert "--about" in _text(page, "log")
    assert watched.said == []


def test_the_ticks_are_reached_and_changed_by_keyboard(sample: Path, opened: Opened) -> None:
    page = _write(sample, opened().page)
    page.get_by_role("link", name="Prepare a meeting").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert not page.get_by_label("News from you").is_checked()
    assert "News from me" not in _text(page, "message")


def test_without_scripts_no_box_pretends_to_do_something(sample: Path, opened: Opened) -> None:
    page = _write(sample, opened(java_script_enabled=False).page)
    assert [box.is_visible() for box in page.locator("input[type=checkbox]").all()] == [False] * 3
    assert page.locator("#say-question").is_visible()
    assert "News from me" in _mail(page)["body"][0]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_sheet_for_a_meeting_is_one_page_for_everybody(
    sample: Path, opened: Opened, paper: str
) -> None:
    page, counts = opened().page, {}
    sheets = sorted(sample.glob("people/*/prep/index.html"))
    assert len(sheets) > 20
    for path in sheets:
        page.goto(path.as_uri())
        pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
        if pages != 1:
            counts[path.parts[-3]] = pages
    assert counts == {}


def test_printed_the_sheet_has_room_to_write(sample: Path, opened: Opened) -> None:
    page = opened(viewport={"width": 658, "height": 987}).page  # A4 within its margins
    page.emulate_media(media="print")
    page.goto((sample / AMARA / "prep" / "index.html").as_uri())
    room = page.locator(".ruled").bounding_box()
    assert room
    assert room["height"] > 200
    assert room["y"] + room["height"] <= 987
