"""What was read of each note, kept between runs in one file that can be deleted at any time."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from journal.account import Seal, account_key
from journal.reading.cache_file import Rows, Store

CACHE_FOLDER = ".journal-cache"


class Body(NamedTuple):
    """One note's body as rendered, and the digest of the file that it was rendered from."""

    path: str
    hash: bytes
    html: str


class Cache:
    """The cache of one journal; where it cannot be kept, it lives in memory for one run.

    What it holds was written by this account and this version of the program, or is not believed.
    """

    def __init__(self, root: Path, version: str) -> None:
        self._seal = Seal(account_key(f"notes {version}"))
        self._store = Store(root / CACHE_FOLDER)
        self._bodies: dict[str, Body] | None = None

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def meta(self, name: str) -> str:
        """Return a remembered text, or an empty one."""
        rows = self._believed(
            self._store.ask("select name, value, mark from meta where name = ?", name)
        )
        return str(rows[0][1]) if rows else ""

    def remember(self, name: str, value: str) -> None:
        """Keep a text until it is replaced."""
        row = (name, value, self._seal.of(name, value))
        self._store.write(("insert or replace into meta values (?, ?, ?)", [row]))

    def held(self) -> bytes:
        """Return all that was read last, in one piece, or nothing."""
        rows = self._believed(self._store.ask("select data, mark from held"))
        return bytes(rows[0][0]) if rows else b""

    def rendered(self) -> dict[str, bytes]:
        """Return what each rendered body was rendered from: digests of files, by path."""
        return {path: body.hash for path, body in self._known().items()}

    def all_html(self) -> dict[str, str]:
        """Return every rendered body, by path."""
        return {path: body.html for path, body in self._known().items()}

    def keep(self, held: bytes, bodies: Iterable[Body], gone: Iterable[str]) -> None:
        """Keep all that was read, in place of what was kept; forget the bodies that are gone."""
        bodies, gone = list(bodies), list(gone)
        if self._bodies is not None:
            self._bodies.update((body.path, body) for body in bodies)
            for path in gone:
                self._bodies.pop(path, None)
        self._store.write(
            ("delete from held", [()]),
            ("insert into held values (?, ?)", [(held, self._seal.of(held))]),
            (
                "insert or replace into body values (?, ?, ?, ?)",
                ((*body, self._seal.of(*body)) for body in bodies),
            ),
            ("delete from body where path = ?", ((path,) for path in gone)),
        )

    def forget(self) -> None:
        """Forget all that was read."""
        self._store.make_anew()
        self._bodies = {}

    def _known(self) -> dict[str, Body]:
        """Return every body; they are looked up once, and from then on known here."""
        if self._bodies is None:
            rows = self._believed(self._store.ask("select path, hash, html, mark from body"))
            self._bodies = {row[0]: Body(*row[:3]) for row in rows}
        return self._bodies

    def _believed(self, rows: Rows) -> Rows:
        """Return rows if the mark that ends each is ours; else all that is kept is made anew."""
        if all(self._seal.is_on(row[-1], row[:-1]) for row in rows):
            return rows
        self._store.make_anew()
        return []
