"""The cache's file: tables that cost time when they fail, and nothing else.

The file lies in the journal's folder, which somebody else may have made. So what could lead SQLite
elsewhere is taken away before SQLite looks, and only a file with exactly our tables is asked.
"""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

FILE = "notes.sqlite"
#: As SQLite gives them back; each row has a mark by which it is known again.
_TABLES = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT, mark BLOB) WITHOUT ROWID",
    "CREATE TABLE body (path TEXT PRIMARY KEY, hash BLOB, html TEXT, mark BLOB) WITHOUT ROWID",
    "CREATE TABLE notes (data BLOB, mark BLOB)",
)
_PRAGMAS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    # None beside the file: one that was brought along names a file for SQLite to remove. What a
    # kill leaves half written is told by its marks.
    "PRAGMA journal_mode = MEMORY",
    "PRAGMA synchronous = OFF",
)
_SIDE_FILES = ("-journal", "-wal", "-shm")
#: The file may be sound, and cannot be had: it stays as it is.
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
#: ValueError: a message about what is damaged, quoted from it, need not be text.
_ERRORS = (sqlite3.Error, ValueError, OverflowError, MemoryError)
_Result = TypeVar("_Result")
Rows = list[tuple[Any, ...]]
#: A statement, and the rows to do it with.
Statement = tuple[str, Iterable[tuple[Any, ...]]]


class CacheFile:
    """The file in a folder. Whatever is wrong with it, there is less to be had, and no exception.

    After a failure it is not used again; a damaged file is replaced by an empty one at once.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._db: sqlite3.Connection | None = None
        if _is_real_folder(folder):
            self._open(_connected)

    def close(self) -> None:
        """Let go of the file."""
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
        """Put an empty file in the place of what is there, and take away what lies beside it."""
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
    """Whether an error says nothing against what is in the file."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return code & 0xFF in _TEMPORARY


def _is_real_folder(folder: Path) -> bool:
    """Make sure of a folder that only its owner can look into; false for a link, or without one."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        return stat.S_ISDIR(folder.lstat().st_mode)
    except OSError:
        return False


def _connected(folder: Path) -> sqlite3.Connection:
    """Return the file that is there. Raises OSError, and sqlite3.Error where it is not ours."""
    path = folder / FILE
    for end in _SIDE_FILES:
        path.with_name(FILE + end).unlink(missing_ok=True)
    is_file = stat.S_ISREG(path.lstat().st_mode)
    can_be_mended = not os.access(path, os.W_OK) and os.access(folder, os.W_OK | os.X_OK)
    if can_be_mended or not is_file:
        raise sqlite3.DatabaseError
    return _opened(path, _check)


def _created(folder: Path) -> sqlite3.Connection:
    path = folder / FILE
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_NOFOLLOW, 0o600))
    path.chmod(0o600)
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
    """Raise DatabaseError unless the file has the tables made here, and nothing else."""
    said = db.execute("select sql from sqlite_master").fetchall()
    if {text for (text,) in said} != set(_TABLES):
        raise sqlite3.DatabaseError


def _make_tables(db: sqlite3.Connection) -> None:
    with db:
        db.execute("begin immediate")
        for table in _TABLES:
            db.execute(table)


def _remove(folder: Path) -> None:
    """Remove a file that is not to be used, and what older programs kept beside it."""
    for name in (FILE, *(FILE + end for end in _SIDE_FILES), "serve-token"):
        (folder / name).unlink(missing_ok=True)
    compiled = folder / "templates"
    if compiled.is_symlink() or not compiled.is_dir():
        return
    for path in compiled.glob("__jinja2_*.cache"):
        path.unlink()
    with suppress(OSError):  # something of another's is in it
        compiled.rmdir()
