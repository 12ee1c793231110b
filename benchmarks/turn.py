"""A server's turn in a round: it is started, saved to, and looked at."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from random import Random
from typing import NamedTuple

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from benchmarks import figures as of
from benchmarks.chromium import seen, tab
from benchmarks.figures import Figures, What
from benchmarks.processes import memory
from benchmarks.running import Client, Running, ServerError, started
from benchmarks.servers import Server
from benchmarks.touched import SENTENCE, Save, Touchpoint, by_rename, in_place

RESTS = (0.2, 0.5)
"""Seconds between two saves: at least, at most."""
SEEING = 60.0
"""Seconds within which a text that was saved has to be seen."""


class Plan(NamedTuple):
    """How much is measured."""

    rounds: int
    edits: int
    """Of each kind, in all rounds together; half as many by rename and in the browser."""
    limit: float
    """Seconds that a first page may take."""
    patience: float
    """Seconds after which a turn's edits of one kind are ended, however many were wanted."""


class Saving(NamedTuple):
    """A kind of saves, and where they are looked for."""

    what: What
    again: What | None
    """What it is to ask for the page once more without a change."""
    save: Save
    page: Callable[[Touchpoint], str | None]
    times: int


class Turns:
    """The turns of one server on a journal of one size."""

    def __init__(self, server: Server, size: int, plan: Plan, figures: Figures) -> None:
        """Put what is measured into `figures`."""
        self.server = server
        self.size = size
        self.plan = plan
        self.figures = figures
        self.saves = 0
        self.random = Random(size)

    @property
    def savings(self) -> list[Saving]:
        """What is saved in a turn."""
        count = ceil(self.plan.edits / (self.plan.rounds if self.server.every_round else 1))
        month, person = self.server.month_page, self.server.person_page
        return [
            Saving(of.MONTH, of.MONTH_AGAIN, in_place, month, count),
            Saving(of.PERSON, of.PERSON_AGAIN, in_place, person, count),
            Saving(of.RENAME, None, by_rename, month, ceil(count / 2)),
        ]

    def take(self, browser: Browser | None, folder: Path) -> None:
        """Take a turn; logs and what the server leaves go to `folder`."""
        self.server.forget()
        with self._noting("start"), started(self.server, folder / "log") as running:
            if not self._begin(running, of.COLD):
                return
            self._add(of.COLD_PEAK, memory(running.process.pid).most)
            if not self.server.has_cache:
                self._use(running, browser)
        if self.server.has_cache:
            with self._noting("start"), started(self.server, folder / "log") as running:
                if self._begin(running, of.WARM):
                    self._use(running, browser)

    def _begin(self, running: Running, what: What) -> bool:
        took = running.first_page(self.plan.limit)
        if took is None:
            self.figures.over.add((self.size, self.server.name))
            return False
        self._add(what, took)
        return True

    def _use(self, running: Running, browser: Browser | None) -> None:
        self._add(of.STARTED, memory(running.process.pid).now)
        client = running.client(SEEING)
        for saving in self.savings:
            self._save_all(client, saving)
        if browser:
            with tab(browser, running) as page:
                self._see_all(page)
        self._add(of.EDITED, memory(running.process.pid).now)
        self._add(of.PEAK, memory(running.process.pid).most)

    @contextmanager
    def _noting(self, what: str) -> Iterator[None]:
        """Go on where something did not come about, and keep that."""
        try:
            yield
        except (ServerError, BrowserError) as failure:
            self.figures.missed.append(f"{self.size:,}, {self.server.name}, {what}: {failure}")

    def _save_all(self, client: Client, saving: Saving) -> None:
        end = time.monotonic() + self.plan.patience
        for _ in range(saving.times):
            touchpoint = next(self.server.touchpoints)
            address = saving.page(touchpoint)
            if address is None or time.monotonic() > end:
                return
            self._ask_again(client, address, saving.again)
            time.sleep(self.random.uniform(*RESTS))
            text = self._sentence()
            with self._noting(saving.what.label):
                saved = saving.save(self.server.content / touchpoint.path, text)
                self._add(saving.what, (client.sees(address, text, SEEING) - saved) * 1000)

    def _ask_again(self, client: Client, address: str, again: What | None) -> None:
        client.page(address)
        began = time.perf_counter()
        client.page(address)
        if again:
            self._add(again, (time.perf_counter() - began) * 1000)

    def _see_all(self, page: Page) -> None:
        end = time.monotonic() + self.plan.patience
        for _ in range(self.savings[-1].times):
            touchpoint = next(self.server.touchpoints)
            path = self.server.content / touchpoint.path
            with self._noting(of.BROWSER.label):
                page.goto(self.server.month_page(touchpoint), timeout=SEEING * 1000)
                self._add(of.BROWSER, seen(page, path, self._sentence(), SEEING) * 1000)
            if time.monotonic() > end:
                return

    def _sentence(self) -> str:
        self.saves += 1
        return SENTENCE.format(self.saves)

    def _add(self, what: What, value: float) -> None:
        self.figures.values[self.size, what, self.server.name].append(value)
