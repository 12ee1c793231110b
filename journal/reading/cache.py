"""What was read of each note, kept between runs in one file that can be deleted at any time."""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

CACHE_FOLDER = ".journal-cache"
_FILE = "notes.sqlite"
_TABLES = """
create table meta (name text primary key, value text) without rowid;
create table body (path text primary key, hash blob, html text) without rowid;
create table held (data blob);
"""


class Body(NamedTuple):
    """One note's body as rendered, and the digest of the file that it was rendered from."""

    path: str
    hash: bytes
    html: str


class Cache:
    """The cache of one journal; where it cannot be kept, it lives in memory for one run."""

    def __init__(self, root: Path, version: str) -> None:
        self.db = _open(root / CACHE_FOLDER, version)
        #: whether all that was to be kept is kept
        self.is_whole = True

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    def meta(self, name: str) -> str:
        """Return a remembered text, or an empty one."""
        row = self.db.execute("select value from meta where name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def remember(self, name: str, value: str) -> None:
        """Keep a text until it is replaced."""
        with self._write():
            self.db.execute("insert or replace into meta values (?, ?)", (name, value))

    def held(self) -> bytes:
        """Return all that was read last, in one piece, or nothing."""
        row = self.db.execute("select data from held").fetchone()
        return row[0] if row else b""

    def rendered(self) -> dict[str, bytes]:
        """Return what each rendered body was rendered from: digests of files, by path."""
        return dict(self.db.execute("select path, hash from body"))

    def all_html(self) -> dict[str, str]:
        """Return every rendered body, by path."""
        return dict(self.db.execute("select path, html from body"))

    def keep(self, held: bytes, bodies: Iterable[Body], gone: Iterable[str]) -> None:
        """Keep all that was read, in place of what was kept; forget the bodies that are gone."""
        with self._write():
            self.db.execute("delete from held")
            self.db.execute("insert into held values (?)", (held,))
            self.db.executemany("insert or replace into body values (?, ?, ?)", bodies)
            self.db.executemany("delete from body where path = ?", ((path,) for path in gone))

    def forget(self) -> None:
        """Forget all that was read."""
        self.keep(b"", (), self.rendered())

    @contextlib.contextmanager
    def _write(self) -> Iterator[None]:
        """One transaction; a full or locked disk only costs the cache."""
        try:
            with self.db:
                self.db.execute("begin immediate")
                yield
        except sqlite3.OperationalError:
            self.is_whole = False


def _open(folder: Path, version: str) -> sqlite3.Connection:
    try:
        return _prepared(_private_file(folder), version)
    except sqlite3.OperationalError:
        return _prepared(":memory:", version)
    except OSError:
        return _prepared(":memory:", version)
    except sqlite3.DatabaseError:  # damaged, or not ours
        (folder / _FILE).unlink(missing_ok=True)
        return _prepared(_private_file(folder), version)


def _private_file(folder: Path) -> str:
    """Make sure of a file that only its owner can read; its folder likewise. Raises `OSError`."""
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / _FILE
    flags = os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW
    if folder.is_symlink():
        raise OSError("the cache folder is a link")
    os.close(os.open(path, flags, 0o600))
    return os.fspath(path)


def _prepared(path: str, version: str) -> sqlite3.Connection:
    """Return a connection that can be used; it is closed where its file turns out not to be."""
    db = sqlite3.connect(path, timeout=5, isolation_level=None)
    try:
        if not _is_current(db, version):
            _begin_anew(db, version)
    except BaseException:
        db.close()
        raise
    return db


def _is_current(db: sqlite3.Connection, version: str) -> bool:
    known = db.execute("select name from sqlite_master where name = 'meta'").fetchone()
    if not known:
        return False
    row = db.execute("select value from meta where name = 'version'").fetchone()
    return bool(row) and row[0] == version


def _begin_anew(db: sqlite3.Connection, version: str) -> None:
    db.executescript(
        "begin immediate;"
        + "".join(f"drop table if exists {table};" for table in ("meta", "note", "body", "held"))
        + _TABLES
    )
    db.execute("insert into meta values ('version', ?)", (version,))
    db.execute("commit")
