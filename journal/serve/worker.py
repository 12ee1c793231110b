"""The one thread that owns the journal: it follows the files, and makes what is asked for."""

import gc
import time
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple, TypeVar

from journal.serve.changes import Doing, Hints, git_lock
from journal.serve.state import Live

Made = TypeVar("Made")

# in seconds
_TICK = 1.0  # between two looks at the clock on the wall
_LOOK = 3.0  # between two looks at all files
_SHARE = 80  # so many times as long as a look takes is the pause until the next
_POLL, _POLL_SHARE = 1.0, 10  # the same, where no event ever comes
_GIT = 0.03  # between two looks at whether git has ended
_IDLE, _SAVED = 1.0, 60.0  # without work: memory is tidied up; the cache is written
_UNTIDY = 20  # changes after which memory is tidied up all the same
_LITTER = 50  # pages after which what is left over from making them is let go of


class _Work(NamedTuple):
    """What is to be made, and where it is waited for."""

    make: Callable[[Live], Any]
    made: "Future[Any]"


class _Hint(NamedTuple):
    """That something is done to the note at `path` (relative to content/), or anywhere."""

    path: str | None
    doing: Doing


class Desk:
    """Runs in the main thread; `ask`, `hint` and `close` may be called from any."""

    def __init__(self, live: Live, tell: Callable[[Live], None]) -> None:
        self.live = live
        self._look, self._share = _LOOK, _SHARE
        self._tell = tell
        self._jobs: SimpleQueue[_Work | _Hint] = SimpleQueue()
        self._is_closed = False
        self._hints = Hints(git_lock(live.options.root.resolve()))
        self._worked = time.monotonic()
        self._next_look = self._worked + self._look
        self._is_tidy, self._is_saved = False, False
        self._untidy = 0  # changes since memory was tidied up
        self._litter = 0  # pages made since then

    def poll(self) -> None:
        """Look at the files more often, as nobody will say when they change; before it runs."""
        self._look, self._share = _POLL, _POLL_SHARE

    def ask(self, make: Callable[[Live], Made]) -> "Future[Made]":
        """Have something made from the journal as it is then."""
        work = _Work(make, Future())
        if self._is_closed:
            work.made.cancel()
        else:
            self._jobs.put(work)
        return work.made

    def hint(self, path: str | None, doing: Doing = Doing.OTHER) -> None:
        """Say that something is done to a note in place, or (None) to anything."""
        self._jobs.put(_Hint(path, doing))

    def close(self) -> None:
        """Leave undone what is still asked for."""
        self._is_closed = True
        while True:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return
            if isinstance(job, _Work):
                job.made.cancel()

    def run(self) -> None:
        """Work until interrupted."""
        while True:
            try:
                job = self._jobs.get(timeout=self._wait())
            except Empty:
                self._rest()
            else:
                self._do(job)
            self._keep_up()

    def _do(self, job: _Work | _Hint) -> None:
        self._worked = time.monotonic()
        self._is_tidy = False
        if isinstance(job, _Hint):
            self._hints.add(job.path, job.doing)
            return
        if not job.made.set_running_or_notify_cancel():
            return
        self._litter += 1
        if self._litter % _LITTER == 0:
            gc.collect(0)  # what is new only: a matter of a millisecond
        before = self.live.counters
        try:
            job.made.set_result(job.make(self.live))
        except Exception as error:  # it is told to whoever asked
            job.made.set_exception(error)
        if self.live.counters != before:
            self._tell(self.live)

    def _wait(self) -> float:
        """Return how long there is nothing to do, in seconds."""
        now = time.monotonic()
        if (hinted := self._hints.due) is not None:
            return max(0.0, hinted - now)
        dues = (self._next_look, now + _TICK, self.live.due)
        soonest = _GIT if self._hints.is_git_busy else 0.0
        return max(soonest, min(due for due in dues if due is not None) - now)

    def _keep_up(self) -> None:
        now = time.monotonic()
        hinted, doubt = self._hints.due, self.live.due
        if hinted is not None:  # a look in the middle would show half of what is being done
            if now >= hinted:
                self._refresh(self._hints.take())
        elif now >= min(doubt or now + 1, self._next_look) or self.live.is_another_day:
            if self._hints.is_git_busy:
                self._next_look = now + _TICK
            else:
                self._refresh(None)

    def _refresh(self, paths: set[str] | None) -> None:
        began = time.monotonic()
        if self.live.refresh(paths):
            self._is_tidy = self._is_saved = False
            self._worked = time.monotonic()
            self._tell(self.live)
            self._untidy += 1
            if self._untidy >= _UNTIDY:  # nobody rests for long enough
                self._tidy()
        if paths is None:
            ended = time.monotonic()
            self._next_look = ended + max(self._look, self._share * (ended - began))

    def _rest(self) -> None:
        """Do what can wait: nobody is to wait for it."""
        idle = time.monotonic() - self._worked
        if idle > _IDLE and not self._is_tidy:
            self._tidy()
        if idle > _SAVED and not self._is_saved:
            self.live.notes.save()
            self._is_saved = True

    def _tidy(self) -> None:
        gc.collect()
        if not gc.get_freeze_count():
            gc.freeze()  # what was read at the start stays: it is not looked through every time
        self._is_tidy, self._untidy, self._litter = True, 0, 0
