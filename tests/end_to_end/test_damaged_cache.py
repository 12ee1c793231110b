"""The cache is only a cache: whatever is done to it costs time, and never a command."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

import journal.reading.cache_file
from journal.errors import Exit
from journal.file_names import CACHE_FOLDER
from journal.reading.cache_file import FILE_NAME
from tests.support.clean_journal import bytes_of
from tests.support.command import environment, process, run
from tests.support.journal import Writer
from tests.support.publication import ordinary

FINE = "---\nsince: 2015\nprefs_asked: 2026-01-01\nprefers: email\n---\n"
COMMANDS = (["next"], ["check"], ["build"], ["export", "json"])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of some notes, built once; tests work on copies."""
    root = tmp_path_factory.mktemp("built")
    notes = Writer(root)
    notes.write({f"mentors/m{n}": f"{FINE}Text number {n}. {'More. ' * 400}" for n in range(12)})
    notes.write({"mentors/amara": f"{FINE}We met.\n"})
    assert run(root, "build").status == Exit.FINE
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """A copy of it, with a site of its own."""
    copied = tmp_path / "journal"
    shutil.copytree(built, copied, ignore=shutil.ignore_patterns("site"))
    assert run(copied, "build").status == Exit.FINE
    return copied


def file_of(root: Path) -> Path:
    return root / CACHE_FOLDER / FILE_NAME


@pytest.mark.parametrize("page", [1, 2, 4, 7])
def test_a_damaged_page_costs_no_command_and_is_replaced(root: Path, page: int) -> None:
    before = bytes_of(root / "site")
    raw = bytearray(file_of(root).read_bytes())
    raw[page * 4096 : page * 4096 + 64] = os.urandom(64)
    file_of(root).write_bytes(raw)
    for command in COMMANDS:
        assert run(root, *command).status == Exit.FINE
    pages = bytes_of(root / "site")
    assert {n: t for n, t in pages.items() if n != ".journal-site"} == {
        n: t for n, t in before.items() if n != ".journal-site"
    }
    assert b"ok" in _checked(file_of(root))


def _checked(file: Path) -> bytes:
    with closing(sqlite3.connect(file)) as db:
        return str(db.execute("pragma integrity_check").fetchone()[0]).encode()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_locked_cache_costs_no_command(
    root: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal.reading.cache_file, "_TIMEOUT", 0.2)
    (root / "content/mentors/new.md").write_text(f"{FINE}New.\n")
    with closing(sqlite3.connect(file_of(root), isolation_level=None)) as other:
        for how in ("begin immediate", "begin exclusive"):
            other.execute(how)
            started = time.monotonic()
            ran = run(root, *command)
            assert (ran.status, ran.err.count("fault")) == (Exit.FINE, 0), ran.err
            assert time.monotonic() - started < 5
            other.execute("rollback")
    assert file_of(root).exists()


@pytest.mark.slow
@pytest.mark.parametrize("sealed", ["notes.sqlite", ".", "notes.sqlite and ."])
def test_a_cache_that_may_not_be_written_costs_no_command(root: Path, sealed: str) -> None:
    (root / "content/mentors/new.md").write_text(f"{FINE}New.\n")
    paths = [root / CACHE_FOLDER / name for name in sealed.split(" and ")]
    for path in paths:
        path.chmod(0o500 if path.is_dir() else 0o400)
    script = "import sys; from journal.cli import main; sys.exit(main(sys.argv[1:]))"
    for command in COMMANDS:
        ran = subprocess.run(
            [*ordinary(), sys.executable, "-c", script, *command],
            cwd=root, env=environment(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == Exit.FINE, (command, ran.stderr)
    if sealed == "notes.sqlite":
        assert file_of(root).stat().st_mode & 0o777 == 0o600  # it was replaced
    for path in paths:
        path.chmod(0o700)


@pytest.mark.slow
@pytest.mark.parametrize("what", ["folder", "link", "pipe", "file for the folder"])
def test_something_else_in_its_place_costs_no_command(root: Path, what: str) -> None:
    file_of(root).unlink()
    if what == "folder":
        file_of(root).mkdir()
    elif what == "link":
        (root / "thesis").write_text("ten years")
        file_of(root).symlink_to(root / "thesis")
    elif what == "pipe":
        os.mkfifo(file_of(root))
    else:
        shutil.rmtree(root / CACHE_FOLDER)
        (root / CACHE_FOLDER).write_text("mine")
    for command in (["next"], ["check"], ["export", "json"]):
        assert process(root, *command).status == Exit.FINE
    if what == "link":
        assert (root / "thesis").read_text() == "ten years"
        assert not file_of(root).is_symlink()


def test_a_folder_that_is_a_link_is_neither_followed_nor_filled(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (root / CACHE_FOLDER).rename(elsewhere)
    before = bytes_of(elsewhere)
    (root / CACHE_FOLDER).symlink_to(elsewhere)
    for command in (["next"], ["check"], ["export", "json"]):
        assert run(root, *command).status == Exit.FINE
    ran = run(root, "build")
    assert ran.status == Exit.NOT_RUN
    assert "“.journal-cache” is a link, which is never followed" in ran.err
    assert bytes_of(elsewhere) == before


def test_a_journal_of_sqlite_beside_it_removes_no_file(root: Path) -> None:
    thesis = root / "thesis.txt"
    thesis.write_bytes(b"ten years\0")
    _hot_journal(file_of(root), thesis)
    assert run(root, "next").status == Exit.FINE
    assert thesis.exists()
    assert not file_of(root).with_name(f"{FILE_NAME}-journal").exists()


def _hot_journal(file: Path, named: Path) -> None:
    """Write what SQLite takes for a transaction that was cut off, of which `named` is a part."""
    magic = bytes.fromhex("d9d505f920a163d7")
    page, pages = 4096, file.stat().st_size // 4096
    name = os.fsencode(named)
    head = magic + b"".join(n.to_bytes(4, "big") for n in (0, 1, pages, 512, page))
    pointer = (0x40000000 // page + 1).to_bytes(4, "big") + name
    tail = len(name).to_bytes(4, "big") + sum(name).to_bytes(4, "big") + magic
    file.with_name(f"{FILE_NAME}-journal").write_bytes(head.ljust(512, b"\0") + pointer + tail)


def test_a_brought_along_page_is_not_shown(root: Path) -> None:
    with closing(sqlite3.connect(file_of(root))) as db, db:
        db.execute("update body set html = '<meta http-equiv=refresh>' || html")
    (root / "content/mentors/m1.md").write_text(f"{FINE}Changed.\n")
    run(root, "next")
    assert run(root, "build").status == Exit.FINE
    pages = bytes_of(root / "site").values()
    assert not any(b"http-equiv=refresh>" in page for page in pages)


def test_what_lies_outside_the_journal_holds_no_word_of_a_note(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "account/state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "account/cache"))
    (root / "content/mentors/zenobia.md").write_text(f"{FINE}Zenobiatext.\n")
    for command in COMMANDS:
        run(root, *command)
    kept = bytes_of(tmp_path / "account")
    assert kept
    assert not any(b"enobia" in raw or "enobia" in name for name, raw in kept.items())
