"""The sample's pages in a real browser, opened from the disk as a reader would."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium")
REPO = Path(__file__).parent.parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

pytestmark = [pytest.mark.browser]
if not CHROMIUM and not os.environ.get("JOURNAL_BROWSER_REQUIRED"):
    pytestmark = [
        pytest.mark.browser,
        pytest.mark.skip(reason="no chromium here: apt-get install chromium"),
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(REPO / "content", root / "content")
    shutil.copy(REPO / "journal.toml", root)
    command = [sys.executable, "-m", "journal", "-C", str(root), "build", "--today", "2026-11-20"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=REPO)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "chromium is required here: apt-get install chromium"
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS) as chromium,
    ):
        yield chromium


class Watched:
    """A page that keeps what it says and asks for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Watched]:
    with browser.new_context(viewport={"width": 320, "height": 800}) as context:
        yield Watched(context.new_page())


def pages(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.html"))
    assert len(found) > 100
    return found


def test_no_page_says_anything_or_asks_another_host(site: Path, narrow: Watched) -> None:
    for path in pages(site):
        narrow.page.goto(path.as_uri())
    assert narrow.said == []
    assert [url for url in narrow.asked if not url.startswith(site.as_uri())] == []


def test_no_page_scrolls_sideways_on_a_narrow_phone(site: Path, narrow: Watched) -> None:
    wide = {}
    for path in pages(site):
        narrow.page.goto(path.as_uri())
        width = narrow.page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[str(path.relative_to(site))] = width
    assert wide == {}


def test_the_stylesheet_is_applied_from_the_disk(site: Path, narrow: Watched) -> None:
    narrow.page.goto((site / "index.html").as_uri())
    sheets = narrow.page.evaluate("[...document.styleSheets].map(s => s.href)")
    assert [Path(href).name for href in sheets] == ["journal.css"]
    family = narrow.page.evaluate("getComputedStyle(document.body).fontFamily")
    assert "Times" not in family.split(",")[0]


def test_the_first_key_leads_to_the_skip_link(site: Path, narrow: Watched) -> None:
    narrow.page.goto((site / "next" / "index.html").as_uri())
    narrow.page.keyboard.press("Tab")
    focused = narrow.page.evaluate("document.activeElement.getAttribute('href')")
    assert focused == "#main"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(site: Path, browser: Browser, scheme: str) -> None:
    with browser.new_context(color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto((site / "index.html").as_uri())
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
    parts = [c / 255 for c in colour]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
