"""The steps that are measured, each with what has to be done before it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import LAST_DAY
from benchmarks.hugo_site import HugoSite, remove

SENTENCE = "\nOne more sentence was written here afterwards.\n"


@dataclass(frozen=True)
class Step:
    """A command that is measured."""

    name: str
    command: list[str | Path]
    before: Callable[[], None]
    accept: tuple[int, ...] = (0,)
    output: Path | None = None
    """The folder that the command fills, where it builds everything."""


class Journal:
    """A generated journal, and the steps of the program that builds it."""

    def __init__(self, python: Path, root: Path) -> None:
        """Run the program with `python` on the journal at `root`."""
        self.python = python
        self.root = root
        self.touchpoints = sorted((root / "content" / "touchpoints").rglob("*.md"))
        self.edits = 0

    def steps(self) -> list[Step]:
        """Return the steps in the order in which they lean on one another."""
        check = self._command("check")
        # `check` ends with 1 where it finds an error in a note: that is a run as good as another.
        return [
            Step("build, cold", self._command("build"), self._forget, output=self.root / "site"),
            Step("build, unchanged", self._command("build"), _nothing),
            Step("build, one edit", self._command("build"), self._edit),
            Step("next", self._command("next"), _nothing),
            Step("check, warm", check, _nothing, accept=(0, 1)),
            Step("check, cold", check, self._forget, accept=(0, 1)),
            Step("--help", [self.python, "-m", "journal", "--help"], _nothing),
        ]

    def _command(self, name: str) -> list[str | Path]:
        given: list[str | Path] = ["-C", self.root, name, "--today", str(LAST_DAY)]
        return [self.python, "-m", "journal", *given]

    def _forget(self) -> None:
        remove(self.root / "site")
        remove(self.root / ".journal-cache")

    def _edit(self) -> None:
        """Append a sentence to a touchpoint, each time to another."""
        self.edits += 1
        note = self.touchpoints[self.edits * 7919 % len(self.touchpoints)]
        with note.open("a", encoding="utf-8") as file:
            file.write(SENTENCE)


def hugo_steps(site: HugoSite) -> list[Step]:
    """Return the one step that is measured of Hugo."""
    return [Step("Hugo, cold", site.command, site.clean, output=site.output)]


def _nothing() -> None:
    pass
