"""What the cache keeps: there again, or not believed; never something else."""

import os
import sqlite3
import tempfile
import warnings
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.account import Seal
from journal.file_names import CACHE_FOLDER
from journal.reading.cache import Cache, CachedBody
from journal.reading.cache_file import FILE_NAME

BODY = CachedBody("mentors/amara.md", b"digest", "<p>One</p>")


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
