"""What was read of each note, kept between runs in one file that can be deleted at any time."""

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from journal.reading.scan import Stamp

CACHE_FOLDER = ".journal-cache"
_FILE = "notes.sqlite"
_TABLES = """
create table meta (name text primary key, value text) without rowid;
create table note (path text primary key, size int, mtime int, ctime int, hash blob,
                   record blob, mistakes blob) without rowid;
create table body (path text primary key, hash blob, html text, mistakes blob) without rowid;
create table held (signature text primary key, data blob);
"""
_VALID = "from body join note using (path) where body.hash = note.hash"


class Entry(NamedTuple):
    """One note as read: `record` and `mistakes` are msgpack, `record` empty when left out."""

    stamp: Stamp
    hash: bytes
    record: bytes
    mistakes: bytes


class Body(NamedTuple):
    """One note's body as rendered."""

    html: str
    mistakes: bytes


class Cache:
    """The cache of one journal; where it cannot be kept, it lives in memory for one run."""

    def __init__(self, root: Path, version: str) -> None:
        self.db = _open(root / CACHE_FOLDER, version)

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

    def entries(self) -> dict[str, Entry]:
        """Return all notes as read last, by path relative to content/."""
        rows = self.db.execute("select path, size, mtime, ctime, hash, record, mistakes from note")
        return {row[0]: Entry(Stamp(*row[1:4]), *row[4:]) for row in rows}

    def rendered(self) -> dict[str, bytes]:
        """Return the mistakes of each body that is rendered as it stands now, by path."""
        return dict(self.db.execute(f"select path, body.mistakes {_VALID}"))

    def html(self, path: str) -> str:
        """Return a rendered body, or an empty text."""
        row = self.db.execute("select html from body where path = ?", (path,)).fetchone()
        return row[0] if row else ""

    def all_html(self) -> dict[str, str]:
        """Return every rendered body, by path."""
        return dict(self.db.execute(f"select path, html {_VALID}"))

    def held(self, signature: str) -> bytes:
        """Return all that was read of the folder with that signature in one piece, or nothing."""
        query = "select data from held where signature = ?"
        row = self.db.execute(query, (signature,)).fetchone()
        return row[0] if row else b""

    def hold(self, signature: str, data: bytes) -> None:
        """Keep all that was read of the folder with that signature, in place of another."""
        with self._write():
            self.db.execute("delete from held")
            self.db.execute("insert into held values (?, ?)", (signature, data))

    def store(self, entries: Iterable[tuple[str, Entry, Body | None]], gone: Iterable[str]) -> None:
        """Keep what was read, and forget what is gone."""
        with self._write():
            for path, entry, body in entries:
                row = (path, *entry.stamp, *entry[1:])
                self.db.execute("insert or replace into note values (?, ?, ?, ?, ?, ?, ?)", row)
                if body:
                    shown = (path, entry.hash, *body)
                    self.db.execute("insert or replace into body values (?, ?, ?, ?)", shown)
            for path in gone:
                self.db.execute("delete from note where path = ?", (path,))
                self.db.execute("delete from body where path = ?", (path,))

    @contextlib.contextmanager
    def _write(self) -> Iterator[None]:
        """One transaction; a full or locked disk only costs the cache."""
        try:
            with self.db:
                self.db.execute("begin immediate")
                yield
        except sqlite3.OperationalError:
            pass


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
    db = sqlite3.connect(path, timeout=5, isolation_level=None)
    known = db.execute("select name from sqlite_master where name = 'meta'").fetchone()
    if known:
        row = db.execute("select value from meta where name = 'version'").fetchone()
        if row and row[0] == version:
            return db
    db.executescript(
        "begin immediate;"
        + "".join(f"drop table if exists {table};" for table in ("meta", "note", "body", "held"))
        + _TABLES
    )
    db.execute("insert into meta values ('version', ?)", (version,))
    db.execute("commit")
    return db
