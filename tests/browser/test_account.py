"""Another account takes the port while the server is away: it gets and leaves nothing."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from threading import Thread

import pytest
from playwright.sync_api import Error, Page

from tests.support.browser import Watched, needs_browser
from tests.support.journal import Writer
from tests.support.served_note import LONG, NOTE, enter, save
from tests.support.server import Start, wait_for

pytestmark = needs_browser()

#: Answers everything as it likes, and prints each path with the cookie it was sent.
THIEF = """
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
PAGE = b"<script>navigator.serviceWorker.register('/deep/in/worker.js', {scope: '/'})</script>"
WORKER = b"addEventListener('install', () => skipWaiting());" \\
    b"addEventListener('fetch', (e) => e.respondWith(fetch(e.request)));"
class Thief(BaseHTTPRequestHandler):
    def do_GET(self):
        print(self.path, self.headers.get("Cookie", "-"), flush=True)
        is_worker = self.path.endswith(".js")
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if is_worker else "text/html")
        self.send_header("Service-Worker-Allowed", "/")
        self.end_headers()
        self.wfile.write(WORKER if is_worker else PAGE)
    do_HEAD = do_POST = do_GET
    def log_message(self, *_): pass
ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Thief).serve_forever()
"""
_AS_NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "python3"]


class Thief:
    """A server of another account, and what it was asked."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self._lines: list[str] = []
        self._reader = Thread(target=self._listen, daemon=True)
        self._reader.start()

    def _listen(self) -> None:
        assert self._process.stdout
        with self._process.stdout as said:
            for line in said:
                self._lines.append(line.strip())

    def end(self) -> None:
        """Be gone."""
        self._process.kill()
        self._process.wait()
        self._reader.join()

    def asked(self, count: int) -> list[str]:
        """Return the requests, once there are so many: path and cookie."""
        wait_for(lambda: len(self._lines) >= count, "requests")
        return self._lines


@contextmanager
def thief(port: int) -> Iterator[Thief]:
    """Run one at a port that is free."""
    python = _AS_NOBODY if os.geteuid() == 0 else [sys.executable]
    command = [*python, "-c", THIEF, str(port)]
    found = Thief(subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd="/"))
    try:
        yield found
    finally:
        found.end()


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with one long note."""
    return notes.write({"mentors/amara-okoye": NOTE + LONG})


def test_a_tab_sends_who_took_the_port_no_cookie_and_finds_its_own_server_again(
    journal: Writer, opened: Callable[..., Watched], start: Start
) -> None:
    first = start(journal.root)
    page = enter(first, opened())
    first.stop()
    with thief(first.port) as other:
        asked = other.asked(3)
    assert all(line.startswith("/-/proof?") for line in asked), asked
    assert all(line.endswith(" -") for line in asked), "a cookie was sent"
    save(journal, "Written while it was down.")
    time.sleep(1.1)  # numbers begin with the second of the start
    again = start(journal.root, "--port", str(first.port))
    page.wait_for_timeout(1500)
    assert page.get_by_text("Written while it was down.").count() == 0, "let in by an old cookie"
    page.context.new_page().goto(again.way_in())
    page.get_by_text("Written while it was down.").wait_for(timeout=10_000)


def test_a_form_is_sent_to_its_own_server_and_to_nobody_else(
    journal: Writer, opened: Callable[..., Watched], start: Start
) -> None:
    first = start(journal.root)
    page = opened().page
    page.goto(first.way_in())
    page.goto(f"{first.home}-/log?who=mentors/amara-okoye")
    page.get_by_label("What was said").fill("In confidence.")
    first.stop()
    send = page.get_by_role("button", name="Write it down")
    with thief(first.port) as other:
        wait_for(lambda: _listens(first.port), "the other server")
        send.click()
        page.get_by_role("alert").wait_for(timeout=10_000)
        assert all(line.startswith("/-/proof?") and line.endswith(" -") for line in other.asked(1))
    assert page.get_by_label("What was said").input_value() == "In confidence."
    again = start(journal.root, "--port", str(first.port))
    send.click()
    page.get_by_text("The server was started anew.").wait_for(timeout=10_000)
    page.context.new_page().goto(again.way_in())
    send.click()
    page.get_by_text("In confidence.").wait_for(timeout=10_000)
    assert page.url.startswith(f"{again.home}months/"), "it is written down"


def _listens(port: int) -> bool:
    with closing(socket.socket()) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def registrations(page: Page) -> int:
    """How many workers watch over what the browser asks of this server."""
    found: int = page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((found) => found.length)"
    )
    return found


def test_a_worker_that_was_left_in_the_browser_is_taken_away(
    journal: Writer, opened: Callable[..., Watched], start: Start
) -> None:
    first = start(journal.root)
    port = first.port
    first.stop()
    page = opened().page
    with thief(port):
        other_home = f"http://127.0.0.1:{port}/"
        wait_for(lambda: _answers(page, other_home), "the other server")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        assert registrations(page) == 1
    again = start(journal.root, "--port", str(port))
    page.goto(again.way_in())

    def is_gone() -> bool:
        page.goto(f"{again.home}people/")
        page.wait_for_timeout(2000)  # browsers look for a new worker when they rest
        return registrations(page) == 0

    wait_for(is_gone, "the worker to go")
    page.goto(again.home)
    assert page.evaluate("navigator.serviceWorker.controller") is None


def _answers(page: Page, address: str) -> bool:
    try:
        page.goto(address)
    except Error:  # it is not there yet
        return False
    return True
