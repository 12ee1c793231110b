"""A build does nothing where nothing has changed, and everything where anything has."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import Exit
from journal.program import LIBRARIES
from tests.support.clean_journal import FINE, bytes_of, journal, settle
from tests.support.command import environment, run
from tests.support.hostile_repository import git
from tests.support.journal import Writer, trust
from tests.support.paths import REPO

__all__ = ["journal"]

pytestmark = pytest.mark.long


def test_an_unchanged_journal_is_left_alone(journal: Writer) -> None:
    run(journal.root, "build")
    before = (journal.root / "site/index.html").stat()
    ran = run(journal.root, "build")
    assert ran.out.startswith("Nothing has changed: ")
    assert (journal.root / "site/index.html").stat().st_ino == before.st_ino


def test_an_unchanged_journal_has_the_same_status_and_counts(journal: Writer) -> None:
    journal.write({"mentors/bo": "---\nprefers: emial\n---\n"})
    settle(journal.root)
    first, second = run(journal.root, "build"), run(journal.root, "build")
    assert (first.status, second.status) == (Exit.FINDINGS, Exit.FINDINGS)
    assert first.out.splitlines()[0] == second.out.splitlines()[0]
    assert first.out.startswith("1 error, 1 warning, 1 hint; “journal check” lists them.")
    assert "Nothing has changed" in second.out


def test_an_unchanged_journal_is_not_read(journal: Writer) -> None:
    run(journal.root, "build")
    code = (
        "import sys; from journal.cli import main; main(['build']);"
        "print([name for name in sys.modules if name in ('jinja2', 'nh3', 'yaml',"
        " 'holidays', 'journal.library', 'journal.advice', 'journal.site.site')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=journal.root,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Nothing has changed" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


Change = Callable[[Path], object]
CHANGES: dict[str, Change] = {
    "a note": lambda root: (root / "content/mentors/amara.md").write_text(FINE + "More.\n"),
    "a new note": lambda root: (root / "content/mentors/bo.md").write_text(FINE),
    "a note gone": lambda root: (root / "content/mentors/amara.md").unlink(),
    "the settings": lambda root: (root / "journal.toml").write_text('title = "Other"\n'),
    "a picture": lambda root: (root / "content/news/plot.png").write_bytes(b"PNG 2"),
    "a template": lambda root: shutil.copytree(_shipped(), root / "templates"),
    "a picture of the same size and time": lambda root: _same_stamp(root / "content/news/plot.png"),
    "a template of the same size and time": lambda root: _same_stamp(root / "templates/about.html"),
    "a page of the site": lambda root: (root / "site/index.html").write_text(""),
    "a page gone": lambda root: (root / "site/index.html").unlink(),
    "the site gone": lambda root: shutil.rmtree(root / "site"),
    "the cache gone": lambda root: shutil.rmtree(root / ".journal-cache"),
    "the cache damaged": lambda root: (root / ".journal-cache/notes.sqlite").write_bytes(b"x" * 99),
}


def _same_stamp(path: Path) -> None:
    """Change a file as `cp -p` and tools for pictures do."""
    status, raw = path.stat(), path.read_bytes()
    path.write_bytes(raw[:-2] + bytes([raw[-2] ^ 1]) + raw[-1:])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    if path.suffix == ".html":
        trust(path.parents[1])


def _shipped() -> Path:
    return REPO / "templates"


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_any_change_makes_it_anew(journal: Writer, change: Change) -> None:
    if change is CHANGES["a template of the same size and time"]:
        journal.write({"templates/about.html": '{% extends "base.html" %} \n'})
    run(journal.root, "build")
    change(journal.root)
    ran = run(journal.root, "build")
    assert ran.status == Exit.FINE, ran.err
    assert "Built in" in ran.out


def test_git_that_comes_to_track_the_site_is_a_change(journal: Writer) -> None:
    git(journal.root, "init", "--quiet", ".")
    journal.write({".gitignore": "/site/\n/.journal-cache/\n"})
    run(journal.root, "build")
    assert "Nothing has changed" in run(journal.root, "build").out
    git(journal.root, "add", "--force", "site/index.html")
    assert "1 warning" in run(journal.root, "build").out
    assert "G01" in run(journal.root, "check").out


@pytest.mark.parametrize("name", ["nh3", "dateutil", "yaml", "jinja2"])
def test_a_library_that_was_replaced_is_another_program(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.py").write_text("version = 1\n")
    replaced = digest_elsewhere(tmp_path)
    assert replaced != digest_elsewhere()
    (tmp_path / f"{LIBRARIES[name]}-9.dist-info").mkdir()
    newer = digest_elsewhere(tmp_path)
    _same_stamp(tmp_path / f"{name}.py")
    assert len({replaced, newer, digest_elsewhere(tmp_path)}) == 3


def digest_elsewhere(*places: Path) -> str:
    """Return the digest as a process finds it that looks in these places first."""
    path = os.pathsep.join(map(str, (*places, REPO)))
    code = "from journal.program import program_digest; print(program_digest())"
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd="/",
        env=environment(PYTHONPATH=path),
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_a_program_with_one_file_changed_is_another(tmp_path: Path) -> None:
    shutil.copytree(REPO / "journal", tmp_path / "journal")
    before = digest_elsewhere(tmp_path)
    assert before == digest_elsewhere(tmp_path)
    (tmp_path / "journal/markup/safe.py").touch()
    assert before != digest_elsewhere(tmp_path)


@pytest.mark.parametrize(
    "args", [["--private"], ["--drafts"], ["--today", "2026-06-16"], ["--clean"], ["--site", "b"]]
)
def test_other_options_make_it_anew(journal: Writer, args: list[str]) -> None:
    run(journal.root, "build")
    assert "Built in" in run(journal.root, "build", *args).out


def test_a_note_saved_just_now_is_not_trusted(journal: Writer) -> None:
    run(journal.root, "build")
    path = journal.root / "content/mentors/amara.md"
    path.write_text(FINE + "1\n")
    ran = run(journal.root, "build")
    path.write_text(FINE + "2\n")
    assert "Built in" in ran.out
    run(journal.root, "build")
    assert ">2<" in (journal.root / "site/people/amara/index.html").read_text(encoding="utf-8")


def test_a_picture_is_copied_and_replaced(journal: Writer) -> None:
    run(journal.root, "build")
    (journal.root / "content/news/plot.png").write_bytes(b"other")
    run(journal.root, "build")
    copies = list((journal.root / "site").rglob("*plot.png"))
    assert [copy.read_bytes() for copy in copies] == [b"other"]


def test_clean_and_cached_builds_are_the_samebytes_of(journal: Writer) -> None:
    run(journal.root, "build")
    cached = bytes_of(journal.root / "site")
    run(journal.root, "build", "--clean")
    assert bytes_of(journal.root / "site") == cached


def _picture(root: Path) -> bytes:
    (copy,) = (root / "site").rglob("*plot.png")
    return copy.read_bytes()


def test_a_picture_of_the_same_size_and_time_is_another_one_all_the_same(journal: Writer) -> None:
    run(journal.root, "build")
    path = journal.root / "content/news/plot.png"
    status = path.stat()
    path.write_bytes(b"GNP")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    run(journal.root, "build")
    assert _picture(journal.root) == b"GNP"


def test_a_picture_saved_just_now_is_not_trusted(journal: Writer) -> None:
    """A whole second lies near enough: where stamps are coarse, a second save would leave it."""
    path = journal.root / "content/news/plot.png"
    soon = (time.time_ns() // 10**9 + 1) * 10**9
    os.utime(path, ns=(soon, soon))
    assert "Built in" in run(journal.root, "build").out
    assert "Built in" in run(journal.root, "build").out
    os.utime(path, ns=(soon - 10**10, soon - 10**10))
    time.sleep(0.06)
    run(journal.root, "build")
    assert "Nothing has changed" in run(journal.root, "build").out
