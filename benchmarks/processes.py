"""What a running process and its children take: processor time and memory, out of /proc."""

import os
from pathlib import Path
from typing import NamedTuple

TICKS = os.sysconf("SC_CLK_TCK")
MEGABYTE = 1_000_000
_TIMES = slice(11, 15)
"""Where /proc/PID/stat, behind the name, has the ticks of a process and of its ended children."""


class Memory(NamedTuple):
    """Megabytes that a process and its children have resident."""

    now: float
    """VmRSS, all of them together; shared pages are counted in each."""
    most: float
    """VmHWM of the first process: the most that it ever had."""


def memory(pid: int) -> Memory:
    """Return the memory of `pid` and its descendants."""
    now = sum(_kilobytes(one, "VmRSS") for one in family(pid))
    return Memory(now * 1024 / MEGABYTE, _kilobytes(pid, "VmHWM") * 1024 / MEGABYTE)


def processor_seconds(pid: int) -> float:
    """Return user and system time of `pid`, of its threads and of its children, also ended ones."""
    return sum(_ticks(one) for one in family(pid)) / TICKS


def family(pid: int) -> list[int]:
    """Return `pid` and its descendants."""
    found = [pid]
    for one in found:  # grows while it is gone through
        for thread in _threads(one):
            found += [int(child) for child in _text(thread / "children").split()]
    return found


def _threads(pid: int) -> list[Path]:
    try:
        return list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return []


def _ticks(pid: int) -> int:
    fields = _text(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return sum(int(field) for field in fields[_TIMES])


def _kilobytes(pid: int, name: str) -> int:
    for line in _text(Path(f"/proc/{pid}/status")).splitlines():
        key, _, value = line.partition(":")
        if key == name:
            return int(value.split()[0])
    return 0


def _text(path: Path) -> str:
    """Return what a file of /proc says; nothing where its process is gone."""
    try:
        return path.read_text()
    except OSError:
        return ""
