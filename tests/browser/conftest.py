"""A real browser, and the pages that are opened in it, from the disk or over http."""

from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.support.browser import CHROMIUM, FLAGS, Watched
from tests.support.built_sites import generated, sample
from tests.support.server import start, start_for_module

__all__ = ["generated", "sample", "start", "start_for_module"]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A headless Chromium, closed with its thread before tests of work that is shared by fork."""
    assert CHROMIUM, "chromium is required here: apt-get install chromium"
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS) as chromium,
    ):
        yield chromium


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Open a page in a context of its own, made with the given options of Playwright."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> Watched:
        contexts.append(browser.new_context(**options))  # type: ignore[arg-type]
        return Watched(contexts[-1].new_page())

    yield make
    for context in contexts:
        context.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def served() -> Iterator[Callable[[Path], str]]:
    """Serve a folder over http, and return its address."""
    servers: list[ThreadingHTTPServer] = []

    def make(folder: Path) -> str:
        handler = partial(_Quiet, directory=str(folder))
        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), handler))
        Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}/"

    yield make
    for server in servers:
        server.shutdown()
        server.server_close()
