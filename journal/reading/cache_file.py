"""The cache's SQLite file. When it fails, that costs time and nothing else.

The file lies in the journal's folder, which somebody else may have made. So whatever could lead
SQLite to other files is removed before it opens this one, and a file with other tables than ours
is not used.
"""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from journal.atomic_file import write_file

FILE_NAME = "notes.sqlite"
#: As SQLite gives them back. Each row ends with a mark that shows that we wrote it.
_TABLES = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT, mark BLOB) WITHOUT ROWID",
    "CREATE TABLE body (path TEXT PRIMARY KEY, hash BLOB, html TEXT, mark BLOB) WITHOUT ROWID",
    "CREATE TABLE notes (data BLOB, mark BLOB)",
)
_PRAGMAS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    # No journal file: one that came with the folder could name another file for SQLite to delete.
    # What is half written when the program is killed is told by its marks.
    "PRAGMA journal_mode = MEMORY",
    "PRAGMA synchronous = OFF",
)
_SIDE_FILES = ("-journal", "-wal", "-shm")
#: With these, the file may be sound, and only cannot be used now: it stays as it is.
_TEMPORARY = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_NOMEM,
    }
)
_TIMEOUT = 5  # seconds, while another command writes
#: ValueError: SQLite's message may quote damaged bytes that are no text.
_ERRORS = (sqlite3.Error, ValueError, OverflowError, MemoryError)
_Result = TypeVar("_Result")
Rows = list[tuple[Any, ...]]
#: A statement, and the rows to execute it with.
Statement = tuple[str, Iterable[tuple[Any, ...]]]


class CacheFile:
    """The cache's file in a folder. It never raises: without it, there are no rows.

    After a failure it is not used again; a damaged file is replaced by an empty one at once.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._db: sqlite3.Connection | None = None
        if _is_real_folder(folder):
            self._open(_connected)

    def close(self) -> None:
        """Close the file."""
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
        self._db = None

    def query(self, sql: str, *values: str) -> Rows:
        """Return the rows that a query gives, or none."""
        return self._attempt(lambda db: db.execute(sql, values).fetchall(), [])

    def write(self, *statements: Statement) -> bool:
        """Execute statements, all or none, if need be in a new file; whether that was done."""
        changes = [(sql, list(rows)) for sql, rows in statements]

        def step(db: sqlite3.Connection) -> bool:
            with db:
                db.execute("begin immediate")
                for sql, rows in changes:
                    db.executemany(sql, rows)
            return True

        return self._attempt(step, False) or self._attempt(step, False)

    def recreate(self) -> None:
        """Replace the file by an empty one, and delete what SQLite left beside it."""
        self.close()
        try:
            _remove(self._folder)
        except OSError:
            return
        self._open(_created)

    def _open(self, connect: Callable[[Path], sqlite3.Connection]) -> None:
        try:
            self._db = connect(self._folder)
        except FileNotFoundError:
            if connect is not _created:
                self.recreate()
        except OSError:
            pass
        except _ERRORS as error:
            if not _is_temporary(error) and connect is not _created:
                self.recreate()

    def _attempt(self, step: Callable[[sqlite3.Connection], _Result], default: _Result) -> _Result:
        if self._db is None:
            return default
        try:
            return step(self._db)
        except _ERRORS as error:
            self.close()
            if not _is_temporary(error):
                self.recreate()
        return default


def _is_temporary(error: BaseException) -> bool:
    """Whether an error may pass, and says nothing about what is in the file."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return code & 0xFF in _TEMPORARY


def _is_real_folder(folder: Path) -> bool:
    """Make the folder, for its owner only, if there is none; false for a link, and on failure."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        return stat.S_ISDIR(folder.lstat().st_mode)
    except OSError:
        return False


def _connected(folder: Path) -> sqlite3.Connection:
    """Open the file that is there. Raises OSError, and sqlite3.Error if it is not one of ours."""
    path = folder / FILE_NAME
    for end in _SIDE_FILES:
        path.with_name(FILE_NAME + end).unlink(missing_ok=True)
    is_file = stat.S_ISREG(path.lstat().st_mode)
    can_be_mended = not os.access(path, os.W_OK) and os.access(folder, os.W_OK | os.X_OK)
    if can_be_mended or not is_file:
        raise sqlite3.DatabaseError
    return _opened(path, _check)


def _created(folder: Path) -> sqlite3.Connection:
    path = folder / FILE_NAME
    write_file(str(path), [], flush=False)
    return _opened(path, _make_tables)


def _opened(path: Path, begin: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=_TIMEOUT, isolation_level=None)
    try:
        for pragma in _PRAGMAS:
            db.execute(pragma)
        begin(db)
    except BaseException:
        db.close()
        raise
    return db


def _check(db: sqlite3.Connection) -> None:
    """Raise DatabaseError unless the file has exactly the tables that are made here."""
    said = db.execute("select sql from sqlite_master").fetchall()
    if {text for (text,) in said} != set(_TABLES):
        raise sqlite3.DatabaseError


def _make_tables(db: sqlite3.Connection) -> None:
    with db:
        db.execute("begin immediate")
        for table in _TABLES:
            db.execute(table)


def _remove(folder: Path) -> None:
    """Delete the file, and what SQLite or an older version of the program left beside it."""
    for name in (FILE_NAME, *(FILE_NAME + end for end in _SIDE_FILES), "serve-token"):
        (folder / name).unlink(missing_ok=True)
    compiled = folder / "templates"
    if compiled.is_symlink() or not compiled.is_dir():
        return
    for path in compiled.glob("__jinja2_*.cache"):
        path.unlink()
    with suppress(OSError):  # something of another's is in it
        compiled.rmdir()
