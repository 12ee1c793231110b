"""A bar for what takes over a second, on a terminal."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import click

_DELAY = 1.0  # seconds before there is a bar
_INTERVAL = 0.1  # seconds between two looks of it
_CLEAR_LINE = "\x1b[A\x1b[2K"  # back up to the bar's line, and empty it


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to call with how many are done, of how many; the bar goes at the end."""
    with ExitStack() as shown:
        yield _Bar(what, shown).step


class _Bar:
    """Drawn by whoever works: a thread of its own and the forks of reading do not go together."""

    def __init__(self, what: str, shown: ExitStack) -> None:
        self.what, self.shown = what, shown
        self.due = time.monotonic() + _DELAY if sys.stderr.isatty() else float("inf")
        self.done = 0
        self.advance: Callable[[int], None] | None = None

    def step(self, done: int, total: int) -> None:
        """Show how far it is, if it is time to look."""
        now = time.monotonic()
        if now < self.due:
            return
        self.due = now + _INTERVAL
        if self.advance is None:
            self.shown.callback(click.echo, _CLEAR_LINE, nl=False, err=True)
            bar = click.progressbar(length=total, label=self.what, file=sys.stderr)
            self.advance = self.shown.enter_context(bar).update
        self.advance(done - self.done)
        self.done = done
