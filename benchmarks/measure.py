"""What a command takes: seconds, processor seconds, memory."""

import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import STDOUT, Popen

SAMPLE_EVERY = 0.02
"""Seconds between two looks at the memory of the running processes."""
PAGE = os.sysconf("SC_PAGE_SIZE")
MEGABYTE = 1_000_000


class CommandError(Exception):
    """A measured command ended with a status that was not expected."""


@dataclass(frozen=True)
class Measured:
    """One run of a command and of all processes that it started."""

    wall: float
    """Seconds from start to end."""
    processor: float
    """Seconds of processor time, user and system, children included."""
    largest: float
    """Megabytes: the most that any one of the processes had resident."""
    together: float
    """Megabytes: the most that all had resident at once, shared pages counted in each of them.

    Sampled from /proc, so a peak of some milliseconds is missed; 0 where there is no /proc.
    """


def measure(
    command: Sequence[str | Path], folder: Path, log: Path, accept: Sequence[int] = (0,)
) -> Measured:
    """Run `command` in `folder` and write what it prints to `log`.

    Raise CommandError where its exit status is not one of `accept`.
    """
    with log.open("wb") as output:
        start = time.perf_counter()
        process = Popen(command, cwd=folder, stdout=output, stderr=STDOUT)
        sampler = _Sampler(process.pid)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    sampler.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accept:
        said = log.read_text("utf-8", errors="replace")[-2000:]
        words = " ".join(str(word) for word in command)
        raise CommandError(f"{words}\nended with status {process.returncode}:\n{said}")
    largest = usage.ru_maxrss * 1024 / MEGABYTE
    return Measured(wall, usage.ru_utime + usage.ru_stime, largest, sampler.most / MEGABYTE)


class _Sampler(threading.Thread):
    """Keeps the most bytes that a process and its descendants had resident together."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.most = 0
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(SAMPLE_EVERY):
            self.most = max(self.most, _resident(self.pid))

    def stop(self) -> None:
        self.ended.set()
        self.join()


def _resident(pid: int) -> int:
    """Return the resident bytes of `pid` and its descendants; those that are gone count nothing."""
    process = Path("/proc") / str(pid)
    try:
        pages = int((process / "statm").read_text().split()[1])
        threads = list((process / "task").iterdir())
        children = [
            child for thread in threads for child in (thread / "children").read_text().split()
        ]
    except (OSError, IndexError):
        return 0
    return pages * PAGE + sum(_resident(int(child)) for child in children)
