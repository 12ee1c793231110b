"""Pages in Debian's chromium."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.running import Running
from benchmarks.servers import LOOPBACK
from benchmarks.touched import in_place

CHROMIUM = shutil.which("chromium")
SETTLE = 0.5
"""Seconds from a page's being loaded to the save: it has asked to be told of changes by then."""
LOOK_EVERY = 5
"""Milliseconds between two looks at the page's text."""
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_FLAGS += ["--disable-component-update", "--disable-sync", "--no-first-run"]
_IS_SEEN = "text => document.body?.textContent.includes(text) && Date.now()"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a chromium without a window."""
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS) as browser,
    ):
        yield browser


@contextmanager
def tab(browser: Browser, running: Running) -> Iterator[Page]:
    """Open a tab that the server lets in."""
    home = f"http://{LOOPBACK}:{running.port}/"
    context = browser.new_context(base_url=home, bypass_csp=True)
    try:
        if cookie := running.headers.get("Cookie"):
            name, _, value = cookie.partition("=")
            context.add_cookies([{"name": name, "value": value, "url": home}])
        yield context.new_page()
    finally:
        context.close()


def seen(page: Page, path: Path, text: str, patience: float) -> float:
    """Save `text` to a file while a page is open; return the seconds until the page has it."""
    page.wait_for_timeout(SETTLE * 1000)
    saved = in_place(path, text)
    found = page.wait_for_function(_IS_SEEN, arg=text, polling=LOOK_EVERY, timeout=patience * 1000)
    milliseconds: float = found.json_value()
    return milliseconds / 1000 - saved
