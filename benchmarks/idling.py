"""What servers take while nothing happens."""

import time
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from benchmarks.figures import IDLE, Figures
from benchmarks.processes import processor_seconds
from benchmarks.running import Running, started
from benchmarks.servers import Server

REST = 3.0
"""Seconds from the last first page until one looks."""


def idle(
    servers: Iterable[tuple[int, Server]], seconds: float, figures: Figures, folder: Path
) -> None:
    """Let all `servers`, each with its size, stand idle at once with a page open in each."""
    with ExitStack() as stack:
        running: list[tuple[int, Running]] = []
        for size, server in servers:
            one = stack.enter_context(started(server, folder / f"{size}-{server.name}.log"))
            if one.first_page(figures.limit):
                stack.enter_context(one.open_page(figures.limit))
                running.append((size, one))
        time.sleep(REST)
        spent = _spent_in(seconds, [one.process.pid for _, one in running])
        for (size, one), share in zip(running, spent, strict=True):
            figures.values[size, IDLE, one.server.name].append(share * 100)


def _spent_in(seconds: float, pids: list[int]) -> list[float]:
    """Return what share of one core each process takes."""
    began, before = time.perf_counter(), [processor_seconds(pid) for pid in pids]
    time.sleep(seconds)
    after, took = [processor_seconds(pid) for pid in pids], time.perf_counter() - began
    return [(late - early) / took for early, late in zip(before, after, strict=True)]
