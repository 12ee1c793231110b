"""Killed (-9) at every stage, a build leaves a whole site and the notes, and nothing in the way."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.publish import published_id
from journal.publish.marker import MARKER
from tests.support.killed_command import Builder, Moment, builder, files_below

pytestmark = pytest.mark.long

SWAP = "ctypes.dlsym renameat2"
STAGES = (
    "fcntl.lockf the lock",
    "os.scandir by its descriptor",
    "sql COMMIT",
    "os.remove in an open folder",
    "os.mkdir .site.staging",
    "open .site.staging/a page",
    "open .site.staging/.journal-site",
    "os.rename .site.staging/.journal-site.new",
    "ctypes.dlsym syncfs",
    SWAP,
    "open the root",
    "os.rmdir in an open folder",
    "os.rmdir .site.staging",
)


class Journal:
    """A journal with a site, edited since, beside what an earlier killed build has left."""

    def __init__(self, folder: Path, build: Builder) -> None:
        self.root, self.kept, self.builder = folder / "journal", folder / "kept", build
        assert build.build().status == 0
        self.old = self.site
        _write(self.root, "The new one.")
        self._keep()
        assert build.build().status == 0
        self.new = self.site
        self.restore()
        assert build.build(Moment(SWAP)).status == -9
        (self.root / ".journal-cache/notes.sqlite").unlink()
        self._keep()
        self.moments = build.build().moments
        self.notes, self.names = files_below(self.root / "content"), self.listing

    def _keep(self) -> None:
        shutil.rmtree(self.kept, ignore_errors=True)
        shutil.copytree(self.root, self.kept)

    def restore(self) -> None:
        """Put all back as it was before the build."""
        shutil.rmtree(self.root)
        shutil.copytree(self.kept, self.root)

    def is_swapped(self, moment: Moment) -> bool:
        """Whether the new site is in its place at a moment."""
        at = [number for number, what in enumerate(self.moments) if what == moment.what]
        return at[moment.before] > self.moments.index(SWAP)

    @property
    def site(self) -> dict[str, bytes]:
        """The site as it is now, whole; its marker tells builds apart by the times of the notes."""
        assert published_id(self.root / "site", self.root)
        found = files_below(self.root / "site")
        del found[MARKER]
        return found

    @property
    def listing(self) -> set[str]:
        """What is there beside notes and site."""
        found = {path for path in files_below(self.root) if not path.startswith("site/")}
        return {path for path in found if not path.startswith("content/")}


def _write(root: Path, text: str) -> None:
    files = {
        "mentors/amara.md": f"---\nsince: 2015\n---\n{text} ![[plot.png]]\n",
        "mentors/plot.png": "PNG",
        "news/2026-06-01 prize.md": f"---\nkind: award\n---\n{text}\n",
    }
    for name, content in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        os.utime(path, (1_780_000_000, 1_780_000_000))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    _write(tmp_path / "journal", "The old one.")
    with builder(tmp_path / "journal") as build:
        yield Journal(tmp_path, build)


def _first_and_last(moments: list[str]) -> list[Moment]:
    """Return two moments of every kind, in their order."""
    times = Counter(moments)
    return [Moment(what, at) for what in times for at in sorted({0, times[what] - 1})]


def test_killed_at_every_stage_a_build_leaves_a_whole_site_and_the_next_one_cleans_up(
    journal: Journal,
) -> None:
    assert {*STAGES} <= {*journal.moments}
    for moment in _first_and_last(journal.moments):
        journal.restore()
        assert journal.builder.build(moment).status == -9, moment
        assert journal.site == (journal.new if journal.is_swapped(moment) else journal.old), moment
        assert files_below(journal.root / "content") == journal.notes, moment
        assert journal.builder.build().status == 0, moment
        assert journal.site == journal.new, moment
        assert journal.listing == journal.names, moment


@pytest.mark.parametrize(
    ("stage", "is_there"),
    [("ctypes.dlsym syncfs", False), ("os.rename .site.staging", False), ("open the root", True)],
)
def test_killed_in_the_very_first_build_there_is_no_site_or_a_whole_one(
    journal: Journal, stage: str, is_there: bool
) -> None:
    shutil.rmtree(journal.root / "site")
    assert journal.builder.build(Moment(stage)).status == -9
    assert (journal.root / "site").exists() is is_there
    assert journal.builder.build().status == 0
    assert journal.site == journal.new
    assert journal.listing == journal.names
