"""Build, serve and check open nothing below content/ for writing, nor change it otherwise."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journal.serve.verb_forms import VERBS
from tests.support.audit_hook import Audit
from tests.support.banners import BANNER
from tests.support.built_sites import DAY, copy_sample
from tests.support.command import process
from tests.support.server import Start

pytestmark = pytest.mark.long

State = dict[Path, tuple[int, ...]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample journal."""
    return copy_sample(tmp_path / "journal")


@pytest.fixture
def audit(tmp_path: Path) -> Audit:
    """A record of what is changed."""
    return Audit(tmp_path / "audit")


def state(root: Path) -> State:
    """What the system knows of every file and folder; any change of them sets a new time."""
    paths = [root / "content", *(root / "content").rglob("*")]
    found = {path: os.lstat(path) for path in paths}
    return {
        path: (one.st_ino, one.st_mode, one.st_size, one.st_mtime_ns, one.st_ctime_ns)
        for path, one in found.items()
    }


@pytest.mark.parametrize("command", [["build"], ["build", "--private", "--drafts"], ["check"]])
def test_build_and_check_write_nothing_below_content_nor_outside_of_the_journal(
    root: Path, audit: Audit, account: Path, command: list[str]
) -> None:
    before = state(root)
    assert process(root, *command, "--today", DAY, **audit.env).status in (0, 1)
    assert audit.below(root / "content") == []
    assert audit.outside(root, account) == []
    assert state(root) == before
    assert any(".journal-cache" in line for line in audit.lines)


def test_serving_writes_nothing_below_content_nor_outside_of_the_journal(
    root: Path, audit: Audit, account: Path, start: Start
) -> None:
    server = start(root, "--today", DAY, **audit.env)
    note = next((root / "content" / "mentors").glob("*.md"))
    note.write_text(note.read_text() + "\nSaved just now.\n")
    server.sees(f"/people/{note.stem}/", "Saved just now.")
    note.write_text("---\n[\n---\n")
    server.sees("/", BANNER)
    before = state(root)
    for path in (
        "/",
        "/reach-out/",
        "/people/",
        "/journal.json",
        "/-/log",
        *(f"/-/{name}" for name in VERBS),
        "/nothing/",
    ):
        server.get(path)
    server.stop()
    assert audit.below(root / "content") == []
    assert audit.outside(root, account) == []
    assert state(root) == before
    assert any(".tmp" in line for line in audit.lines)


def test_the_record_and_the_times_would_show_a_note_that_is_written(
    root: Path, audit: Audit
) -> None:
    before = state(root)
    assert process(root, "new", "mentor", "Jonas Weber", **audit.env).status == 0
    assert [line for line in audit.below(root / "content") if "jonas-weber.md" in line]
    changed = {path.name for path, now in state(root).items() if before.get(path) != now}
    assert changed == {"mentors", "jonas-weber.md"}


def test_the_record_would_show_a_note_that_is_opened_for_writing(root: Path, audit: Audit) -> None:
    note = next((root / "content" / "mentors").glob("*.md"))
    script = "import os, sys; os.utime(sys.argv[1]); open(sys.argv[1], 'r+').close()"
    environment = {**os.environ, **audit.env}
    subprocess.run([sys.executable, "-c", script, str(note)], check=True, env=environment)
    assert audit.below(root / "content") == [f"os.utime {str(note)!r}", f"open {str(note)!r}"]
