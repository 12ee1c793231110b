"""Chromium: whether it is there, how it is started, and what a page in it says and asks for."""

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support.web_tools import REQUIRED

if TYPE_CHECKING:  # what needs no browser runs without Playwright
    from playwright.sync_api import Page

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no page reaches anybody else
]


def needs_browser() -> list[pytest.MarkDecorator]:
    """Return the marks of a test module that needs a browser."""
    if CHROMIUM or REQUIRED:
        return [pytest.mark.browser]
    return [pytest.mark.browser, pytest.mark.skip(reason="no chromium: apt-get install chromium")]


class Watched:
    """A page that keeps what it says and asks for."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"{page.url}: {error}"))
        page.on("request", lambda request: self.asked.append(request.url))

    def foreign(self, homes: str | tuple[str, ...]) -> list[str]:
        """Return what was asked of anybody but `homes`."""
        return [url for url in self.asked if not url.startswith(homes)]
