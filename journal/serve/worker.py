"""The one thread that owns the journal: it follows the files, and makes the pages."""

import gc
import time
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple, TypeVar

from journal.serve.changes import ChangeKind, PendingChanges, git_lock
from journal.serve.state import ServerState

Result = TypeVar("Result")

# in seconds
_CLOCK = 1.0  # between two looks at the clock on the wall
_LOOK = 3.0  # between two looks at all files
_PAUSE = 80  # so many times as long as a look takes is the pause until the next
_POLL, _POLL_PAUSE = 1.0, 10  # the same, where changes are never reported
_GIT = 0.03  # between two looks at whether git has ended
_IDLE, _SAVE = 1.0, 60.0  # without work: garbage is collected; the cache is written


class _Request(NamedTuple):
    """What is to be made, and the future that waits for it."""

    make: Callable[[ServerState], Any]
    result: "Future[Any]"


class _Change(NamedTuple):
    """A change of the note at `path` (relative to content/), or (None) of anything."""

    path: str | None
    kind: ChangeKind


class Worker:
    """Runs in the main thread; `ask`, `report_change` and `close` may be called from any.

    `tell` is called after each change of what is shown.
    """

    def __init__(self, state: ServerState, tell: Callable[[ServerState], None]) -> None:
        self.state = state
        self._look, self._pause = _LOOK, _PAUSE
        self._tell = tell
        self._jobs: SimpleQueue[_Request | _Change] = SimpleQueue()
        self._is_closed = False
        self._changes = PendingChanges(git_lock(state.options.root.resolve()))
        self._last_work = time.monotonic()
        self._next_look = self._last_work + self._look
        self._garbage = _Garbage()
        self._is_saved = False

    def poll(self) -> None:
        """Scan the files more often, as changes are not reported. Called before `run`."""
        self._look, self._pause = _POLL, _POLL_PAUSE

    def ask(self, make: Callable[[ServerState], Result]) -> "Future[Result]":
        """Have something made from the state, and return its future result."""
        request = _Request(make, Future())
        if self._is_closed:
            request.result.cancel()
        else:
            self._jobs.put(request)
        return request.result

    def report_change(self, path: str | None, kind: ChangeKind = ChangeKind.OTHER) -> None:
        """Report a change of a note that was there before, or (None) of anything."""
        self._jobs.put(_Change(path, kind))

    def close(self) -> None:
        """Cancel all requests."""
        self._is_closed = True
        while True:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return
            if isinstance(job, _Request):
                job.result.cancel()

    def run(self) -> None:
        """Work until interrupted."""
        while True:
            try:
                job = self._jobs.get(timeout=self._wait())
            except Empty:
                self._use_idle_time()
            else:
                self._do(job)
            self._follow_files()

    def _wait(self) -> float:
        """Return for how many seconds there is nothing to do."""
        now = time.monotonic()
        if (due := self._changes.due) is not None:
            return max(0.0, due - now)
        dues = (self._next_look, now + _CLOCK, self.state.due)
        soonest = _GIT if self._changes.is_git_busy else 0.0
        return max(soonest, min(due for due in dues if due is not None) - now)

    def _do(self, job: _Request | _Change) -> None:
        self._last_work = time.monotonic()
        if isinstance(job, _Change):
            self._changes.add(job.path, job.kind)
        elif job.result.set_running_or_notify_cancel():
            self._answer(job)

    def _answer(self, request: _Request) -> None:
        self._garbage.after_page()
        before = self.state.counters
        try:
            request.result.set_result(request.make(self.state))
        except Exception as error:  # whoever asked is told
            request.result.set_exception(error)
        if self.state.counters != before:
            self._tell(self.state)

    def _follow_files(self) -> None:
        now = time.monotonic()
        due, unsettled = self._changes.due, self.state.due
        if due is not None:  # earlier, half of a change would be shown
            if now >= due:
                self._refresh(self._changes.take())
        elif now >= min(unsettled or now + 1, self._next_look) or self.state.is_another_day:
            if self._changes.is_git_busy:
                self._next_look = now + _CLOCK
            else:
                self._refresh(None)

    def _refresh(self, paths: set[str] | None) -> None:
        began = time.monotonic()
        if self.state.refresh(paths):
            self._is_saved = False
            self._last_work = time.monotonic()
            self._tell(self.state)
            self._garbage.after_change()
        if paths is None:
            ended = time.monotonic()
            self._next_look = ended + max(self._look, self._pause * (ended - began))

    def _use_idle_time(self) -> None:
        """Do what can wait until nobody waits for a page."""
        idle = time.monotonic() - self._last_work
        if idle > _IDLE:
            self._garbage.when_idle()
        if idle > _SAVE and not self._is_saved:
            self.state.notes.save()
            self._is_saved = True


_PAGES, _CHANGES = 50, 20  # since the last collection: then garbage is collected again


class _Garbage:
    """Collects garbage at times when nobody waits; commands have automatic collection off.

    Otherwise Python would search the whole journal in the middle of making a page.
    """

    def __init__(self) -> None:
        self._pages, self._changes = 0, 0
        self._is_collected = False

    def after_page(self) -> None:
        """Collect new objects every so many pages, which takes a millisecond."""
        self._is_collected = False
        self._pages += 1
        if self._pages % _PAGES == 0:
            gc.collect(0)

    def after_change(self) -> None:
        """Collect everything after many changes without an idle moment."""
        self._is_collected = False
        self._changes += 1
        if self._changes >= _CHANGES:
            self._collect()

    def when_idle(self) -> None:
        """Collect everything, unless that was just done."""
        if not self._is_collected:
            self._collect()

    def _collect(self) -> None:
        gc.collect()
        if not gc.get_freeze_count():
            gc.freeze()  # what was read at the start is not searched again
        self._is_collected, self._changes, self._pages = True, 0, 0
