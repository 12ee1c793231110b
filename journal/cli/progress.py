"""A bar for what takes over a second, on a terminal."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 1.0  # seconds before there is a bar
_PAUSE = 0.1  # seconds between two looks of it


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to call with how many are done, of how many; the bar goes at the end."""
    bar = _Bar(what)
    try:
        yield bar.step
    finally:
        bar.close()


class _Bar:
    """Drawn by whoever works: a thread of its own and the forks of reading do not go together."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.due = time.monotonic() + _PATIENCE if sys.stderr.isatty() else float("inf")
        self.drawn: Progress | None = None

    def step(self, done: int, total: int) -> None:
        """Show how far it is, if it is time to look."""
        now = time.monotonic()
        if now < self.due:
            return
        self.due = now + _PAUSE
        if self.drawn is None:
            self.drawn = _drawn(self.what, total)
        self.drawn.update(self.drawn.task_ids[0], completed=done, total=total, refresh=True)

    def close(self) -> None:
        """Take the bar away."""
        if self.drawn is not None:
            self.drawn.stop()


def _drawn(what: str, total: int) -> "Progress":
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    bar.add_task(what, total=total)
    bar.start()
    return bar
