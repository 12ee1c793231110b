"""Touchpoints that are edited, and the ways in which an editor saves them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from time import time

from benchmarks.generate import LAST_DAY

SENTENCE = "This is what number-{:06} of the saves had to say."
_STRIDE = 7919
"""A prime: neighbours in time are edited far from one another."""
_PEOPLE = re.compile(r"^people: \[?([\w-]+)", re.MULTILINE)


@dataclass(frozen=True)
class Touchpoint:
    """A touchpoint as it is on the disk."""

    path: str
    """Of its file, below the folder of the notes."""
    person: str
    """The name of the file of the first of its people, without `.md`."""

    @property
    def month(self) -> str:
        """The month, as in 2026-03."""
        return Path(self.path).name[:7]


def touchpoints(content: Path) -> Iterator[Touchpoint]:
    """Yield the touchpoints that have taken place as they are to be edited, again and again."""
    files = sorted((content / "touchpoints").rglob("*.md"))
    past = [path for path in files if path.name[:10] <= str(LAST_DAY)]
    order = sorted(range(len(past)), key=lambda place: place * _STRIDE % len(past))
    return cycle(_read(past[place], content) for place in order)


def _read(path: Path, content: Path) -> Touchpoint:
    found = _PEOPLE.search(path.read_text("utf-8"))
    assert found, f"{path} names nobody"
    return Touchpoint(path.relative_to(content).as_posix(), found[1])


Save = Callable[[Path, str], float]
"""Adds a text to the end of a file, and returns when that was done (seconds since 1970)."""


def in_place(path: Path, text: str) -> float:
    """Write to the file itself."""
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
    return time()


def by_rename(path: Path, text: str) -> float:
    """Write another file, and give it the first one's name."""
    other = path.with_name(f".{path.name}.tmp")
    other.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")
    other.replace(path)
    return time()
