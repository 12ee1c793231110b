"""The cache is only a cache: whatever is done to it costs time, and never a command or a truth."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import warnings
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journal.reading.cache_file
from journal.account import Seal
from journal.errors import Exit
from journal.file_names import CACHE_FOLDER
from journal.reading.cache import Cache, CachedBody
from journal.reading.cache_file import FILE_NAME
from tests.support.clean_journal import bytes_of
from tests.support.command import environment, process, run
from tests.support.journal import Writer
from tests.support.publication import ordinary

FINE = "---\nsince: 2015\nprefs_asked: 2026-01-01\nprefers: email\n---\n"
COMMANDS = (["next"], ["check"], ["build"], ["export", "json"])
BODY = CachedBody("mentors/amara.md", b"digest", "<p>One</p>")


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


def opened(root: Path, version: str = "1") -> "closing[Cache]":
    return closing(Cache(root, version))


def kept(root: Path) -> tuple[bytes, dict[str, str], str]:
    with opened(root) as cache:
        return cache.notes(), cache.bodies(), cache.meta("site")


def save(root: Path) -> None:
    with opened(root) as cache:
        cache.save(b"held", [BODY], ())
        cache.set_meta("site", "built")


WHOLE = (b"held", {BODY.path: BODY.html}, "built")
NOTHING: tuple[bytes, dict[str, str], str] = (b"", {}, "")


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    save(tmp_path)
    assert kept(tmp_path) == WHOLE


def test_another_version_of_the_program_believes_nothing_of_it(tmp_path: Path) -> None:
    save(tmp_path)
    with opened(tmp_path, "2") as cache:
        assert (cache.notes(), cache.bodies(), cache.meta("site")) == NOTHING


def test_another_account_believes_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another"))
    assert kept(tmp_path) == NOTHING
    save(tmp_path)
    assert kept(tmp_path) == WHOLE


@pytest.mark.parametrize(
    "change",
    [
        "update body set html = '<script>'",
        "update body set path = 'mentors/bo.md'",
        "update body set hash = x'00'",
        "update body set mark = x''",
        "insert into body select 'x.md', hash, html, mark from body",
        "update notes set data = x'00'",
        "update meta set value = 'other'",
        "update meta set name = 'other'",
        "insert into body select name, value, value, mark from meta",
        "create view v as select 1",
        "create trigger t after delete on notes begin delete from meta; end",
        "create table more (x)",
        "drop table meta",
    ],
)
def test_what_somebody_else_changed_is_not_believed_and_goes(tmp_path: Path, change: str) -> None:
    save(tmp_path)
    with closing(sqlite3.connect(file_of(tmp_path))) as db, db:
        db.execute(change)
    found = kept(tmp_path)
    assert all(one in pair for one, *pair in zip(found, WHOLE, NOTHING, strict=True))
    assert found != NOTHING or change
    save(tmp_path)
    assert kept(tmp_path) == WHOLE


@given(st.lists(st.text() | st.binary()), st.lists(st.text() | st.binary()))
def test_no_two_lists_of_values_have_one_mark(
    one: list[str | bytes], other: list[str | bytes]
) -> None:
    seal = Seal(b"k" * 32)
    assert (seal.of(*one) == seal.of(*other)) == (one == other)
    assert seal.is_on(seal.of(*one), one)
    assert not Seal(b"l" * 32).is_on(seal.of(*one), one)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A cache's file of many pages."""
    root = tmp_path_factory.mktemp("sound")
    with opened(root) as cache:
        cache.save(
            b"held" * 5000, [CachedBody(f"m/{n}", b"x", f"{n}" * 900) for n in range(30)], ()
        )
        cache.set_meta("site", "built")
    return file_of(root).read_bytes()


@settings(max_examples=150, deadline=None)
@given(at=st.integers(0, 1 << 20) | st.integers(0, 120), junk=st.binary(max_size=64))
def test_of_a_file_damaged_anywhere_all_that_is_believed_is_true(
    sound: bytes, at: int, junk: bytes
) -> None:
    at %= len(sound)
    rest = sound[at + len(junk) :] if junk else b""  # or cut there
    raw = sound[:at] + junk + rest
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / CACHE_FOLDER).mkdir()
        file_of(root).write_bytes(raw)
        notes, html, meta = kept(root)
        assert notes in (b"", b"held" * 5000)
        assert all(text == path[2:] * 900 for path, text in html.items())
        assert meta in ("", "built")
        save(root)
        assert kept(root)[0] == b"held"


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


def test_what_older_programs_kept_beside_it_is_taken_away(tmp_path: Path) -> None:
    old = tmp_path / CACHE_FOLDER
    (old / "templates").mkdir(parents=True)
    (old / "templates/__jinja2_1.cache").write_bytes(b"pickled")
    (old / "templates/mine.txt").write_text("mine")
    (old / "serve-token").write_text("known to somebody else")
    with closing(sqlite3.connect(old / FILE_NAME)) as db, db:
        db.execute("create table meta (name text primary key, value text) without rowid")
    save(tmp_path)
    assert sorted(path.name for path in old.rglob("*")) == ["mine.txt", FILE_NAME, "templates"]


def test_a_file_that_is_closed_leaves_no_connection_behind(tmp_path: Path) -> None:
    (tmp_path / CACHE_FOLDER).mkdir()
    file_of(tmp_path).write_bytes(b"x" * 5000)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert kept(tmp_path) == NOTHING
    descriptors = [os.readlink(f"/proc/self/fd/{fd}") for fd in _descriptors()]
    assert str(file_of(tmp_path)) not in descriptors


def _descriptors() -> list[str]:
    return [fd for fd in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{fd}")]


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
