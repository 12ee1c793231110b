"""The cache of what was read from the notes: one file, which can be deleted at any time."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from journal.account import Seal, account_key
from journal.file_names import CACHE_FOLDER
from journal.reading.cache_file import CacheFile, Rows


class CachedBody(NamedTuple):
    """One note's body as rendered, and the digest of the file that it was rendered from."""

    path: str
    hash: bytes
    html: str


class Cache:
    """The cache of one journal. If nothing can be written to disk, it lasts for one run.

    Only rows that this account and this version of the program wrote are believed.
    """

    def __init__(self, root: Path, version: str) -> None:
        self._seal = Seal(account_key(f"notes {version}"))
        self._file = CacheFile(root / CACHE_FOLDER)
        self._bodies: dict[str, CachedBody] | None = None

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def meta(self, name: str) -> str:
        """Return the text stored under a name, or an empty string."""
        rows = self._verified(
            self._file.query("select name, value, mark from meta where name = ?", name)
        )
        return str(rows[0][1]) if rows else ""

    def set_meta(self, name: str, value: str) -> None:
        """Store a text under a name."""
        row = (name, value, self._seal.of(name, value))
        self._file.write(("insert or replace into meta values (?, ?, ?)", [row]))

    def notes(self) -> bytes:
        """Return all notes as they were saved last (msgpack), or nothing."""
        rows = self._verified(self._file.query("select data, mark from notes"))
        return bytes(rows[0][0]) if rows else b""

    def body_digests(self) -> dict[str, bytes]:
        """Return the digests of the files that the bodies were rendered from, by path."""
        return {path: body.hash for path, body in self._all_bodies().items()}

    def bodies(self) -> dict[str, str]:
        """Return every rendered body, by path."""
        return {path: body.html for path, body in self._all_bodies().items()}

    def save(self, notes: bytes, bodies: Iterable[CachedBody], removed: Iterable[str]) -> None:
        """Replace the saved notes, add new bodies, and delete the bodies of removed notes."""
        bodies, removed = list(bodies), list(removed)
        if self._bodies is not None:
            self._bodies.update((body.path, body) for body in bodies)
            for path in removed:
                self._bodies.pop(path, None)
        self._file.write(
            ("delete from notes", [()]),
            ("insert into notes values (?, ?)", [(notes, self._seal.of(notes))]),
            (
                "insert or replace into body values (?, ?, ?, ?)",
                ((*body, self._seal.of(*body)) for body in bodies),
            ),
            ("delete from body where path = ?", ((path,) for path in removed)),
        )

    def clear(self) -> None:
        """Forget everything."""
        self._file.recreate()
        self._bodies = {}

    def _all_bodies(self) -> dict[str, CachedBody]:
        """Return every body, reading the file the first time only."""
        if self._bodies is None:
            rows = self._verified(self._file.query("select path, hash, html, mark from body"))
            self._bodies = {row[0]: CachedBody(*row[:3]) for row in rows}
        return self._bodies

    def _verified(self, rows: Rows) -> Rows:
        """Return the rows if the mark at the end of each is ours; else empty the cache."""
        if all(self._seal.is_on(row[-1], row[:-1]) for row in rows):
            return rows
        self._file.recreate()
        return []
