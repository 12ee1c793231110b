"""What all pages share, in a real browser: the sheet, the menu, the keyboard, light and dark."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.browser import Watched, needs_browser
from tests.support.built_sites import kinds

pytestmark = needs_browser()

Open = Callable[..., Watched]


def test_the_stylesheet_is_applied_from_the_disk(sample: Path, opened: Open) -> None:
    page = opened().page
    page.goto((sample / "index.html").as_uri())
    sheets = page.evaluate("[...document.styleSheets].map(s => s.href)")
    assert [Path(href).name for href in sheets] == ["journal.css"]
    family = page.evaluate("getComputedStyle(document.body).fontFamily")
    assert "Times" not in family.split(",")[0]


def test_the_first_key_leads_to_the_skip_link(sample: Path, opened: Open) -> None:
    page = opened().page
    page.goto((sample / "reach-out" / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"


FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return [one === document.body, seen, one.outerHTML.slice(0, 80)];
}"""


def test_every_stop_of_the_keyboard_can_be_seen(sample: Path, opened: Open) -> None:
    page = opened().page
    unseen = []
    for path in kinds(sample):
        page.goto(path.as_uri())
        for _ in range(40):
            page.keyboard.press("Tab")
            is_over, is_seen, what = page.evaluate(FOCUSED)
            if is_over:
                break
            if not is_seen:
                unseen.append((path.parent.name, what))
    assert unseen == []


def test_the_menu_opens_by_keyboard(sample: Path, opened: Open) -> None:
    page = opened().page
    page.goto((sample / "index.html").as_uri())
    page.locator(".more summary").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="Months").is_visible()


def test_light_or_dark_is_remembered_from_page_to_page(sample: Path, opened: Open) -> None:
    page = opened(color_scheme="light").page
    page.goto((sample / "index.html").as_uri())
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Colours").click()
    page.get_by_role("button", name="Colours: light").click()
    dark = page.evaluate(ground)
    assert dark != light
    page.goto((sample / "news" / "index.html").as_uri())
    assert page.evaluate(ground) == dark


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(sample: Path, opened: Open, scheme: str) -> None:
    page = opened(color_scheme=scheme).page
    page.goto((sample / "index.html").as_uri())
    ink, ground = page.evaluate(
        "(() => { const c = document.createElement('canvas').getContext('2d', {});"
        "return [getComputedStyle(document.body).color, getComputedStyle(document.body)"
        ".backgroundColor].map(v => { c.fillStyle = v; c.fillRect(0, 0, 1, 1);"
        "return [...c.getImageData(0, 0, 1, 1).data].slice(0, 3); }); })()"
    )
    assert contrast(ink, ground) >= 7


def contrast(one: list[int], other: list[int]) -> float:
    """The ratio of WCAG 2.2."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: list[int]) -> float:
    """The relative luminance of WCAG 2.2, of 0 to 255 for red, green and blue."""
    parts = [c / 255 for c in colour]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
