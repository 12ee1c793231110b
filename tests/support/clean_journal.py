"""A small journal that is built, and left alone for a while."""

import os
import time
from pathlib import Path

import pytest

from tests.support.journal import Writer

FINE = "---\nsince: 2015\nprefs_asked: 2026-01-01\nprefers: email\n---\n"


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal without a finding, saved a while ago."""
    (notes.root / "content").chmod(0o700)
    notes.write({"mentors/amara": FINE, "news/2026-06-01-prize": "![[plot.png]]\n"})
    notes.write({"content/news/plot.png": b"PNG"})
    settle(notes.root)
    return notes


def settle(root: Path) -> None:
    """Let the notes be older than the moment in which two saves share a time."""
    for path in (root / "content").rglob("*.md"):
        os.utime(path, (1_780_000_000, 1_780_000_000))
    time.sleep(0.06)


def bytes_of(site: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }
