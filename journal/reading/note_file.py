"""One file read safely and parsed, its body rendered where asked for; and what is kept of it."""

import os
import stat
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from hashlib import blake2b
from io import FileIO
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from journal.findings import Mistake
from journal.frontmatter import Document, asks_somewhere, read_document
from journal.notes.identity import note_key
from journal.notes.parsing import parse_note
from journal.notes.records import AnyNote
from journal.reading.cache import Body
from journal.reading.safe_open import open_file
from journal.reading.scan import CONTENT, MAX_FILE, Found, Stamp
from journal.values import add_days, horizon


class Nearer(msgspec.Struct, frozen=True, array_like=True):
    """What a file says as long as days from `day` on are too far from today to be meant."""

    day: date
    note: AnyNote | None
    mistakes: tuple[Mistake, ...]


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of one file: `note` is None for one that is left out.

    `unshown` is what was wrong with the body, None as long as it was not rendered. `private` holds
    for a file that is left out, too; `names` are what such a one could be linked by. `nearer` is
    in the order of days; nearly always empty.
    """

    path: str
    stamp: Stamp
    hash: bytes
    note: AnyNote | None
    mistakes: tuple[Mistake, ...]
    unshown: tuple[Mistake, ...] | None = None
    private: bool = False
    nearer: tuple[Nearer, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def is_gone(self) -> bool:
        """Whether the file went after it was found."""
        return not (self.hash or self.note or self.mistakes)

    def as_of(self, today: date) -> "Kept":
        """Return what is kept, without the days that are out of reason as of `today`."""
        last = horizon(today)
        for each in self.nearer:
            if each.day > last:
                return msgspec.structs.replace(self, note=each.note, mistakes=each.mistakes)
        return self


def pack(kept: Iterable[Kept]) -> bytes:
    """Return what is kept as msgpack."""
    return msgspec.msgpack.encode(list(kept))


def unpack(data: bytes) -> list[Kept]:
    """Return what is kept; nothing for data that is damaged or not ours."""
    try:
        return msgspec.msgpack.decode(data, type=list[Kept]) if data else []
    except msgspec.DecodeError:
        return []


class Rendered(Protocol):
    """A body as HTML that is safe to show, and what was wrong with it."""

    @property
    def html(self) -> str:
        """The HTML."""

    @property
    def mistakes(self) -> Sequence[Mistake]:
        """What was wrong."""


#: (body, the file's line on which it begins, the note's key) -> HTML
Renderer = Callable[[str, int, str], Rendered]


class Read(NamedTuple):
    """What became of one file."""

    kept: Kept
    body: Body | None


def read_note(root: Path, found: Found, render: Renderer | None, known: Kept | None) -> Read:
    """Read one note; parsing is spared when its content is that of `known`. Never raises."""
    try:
        raw = _bytes(f"{root}/{CONTENT}", found.path)
    except FileNotFoundError:
        return Read(_gone(found), None)
    document = _as_before(raw, known) if isinstance(raw, Document) else None
    content = b"" if isinstance(raw, Document) else raw
    digest = blake2b(content, digest_size=16).digest() if document is None else b""
    same = known if known and digest and known.hash == digest else None
    if same and render is None:
        return Read(msgspec.structs.replace(same, stamp=found.stamp), None)
    document = document or read_document(content)
    kept = _kept(found, document, digest)
    return _shown(kept, document, render) if render and kept.note else Read(kept, None)


def _gone(found: Found) -> Kept:
    """Return what is kept of a file that went after it was found: nothing, until it is back."""
    return Kept(found.path, Stamp(0, 0, 0), b"", None, ())


def _as_before(document: Document, known: Kept | None) -> Document:
    """Return what is known of a file whose bytes cannot be had; what was private stays so."""
    was_private = known is not None and known.private
    return document._replace(private=document.private or was_private)


def _kept(found: Found, document: Document, digest: bytes) -> Kept:
    parsed = parse_note(found.note_id, document)
    return Kept(
        path=found.path,
        stamp=found.stamp,
        hash=digest,
        note=parsed.note,
        mistakes=parsed.mistakes,
        private=parsed.private,
        names=parsed.names,
        nearer=tuple(_nearer(found.note_id, document, day) for day in parsed.far),
    )


def _nearer(note_id: str, document: Document, day: date) -> Nearer:
    parsed = parse_note(note_id, document, last=add_days(day, -1))
    return Nearer(day, parsed.note, parsed.mistakes)


def _shown(kept: Kept, document: Document, render: Renderer) -> Read:
    note_id = kept.note.id if kept.note else ""
    rendered = render(document.body, document.body_line, note_key(note_id))
    unshown = tuple(rendered.mistakes)
    body = Body(kept.path, kept.hash, rendered.html)
    return Read(msgspec.structs.replace(kept, unshown=unshown), body)


def _bytes(top: str, path: str) -> bytes | Document:
    """Return the file's bytes, or a document that only says why they could not be read.

    Raises FileNotFoundError.
    """
    try:
        handle = open_file(top, path)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            return _unread("not a regular file", "put the file itself here")
        with FileIO(handle) as file:
            return _limited(file)
    except FileNotFoundError:
        raise
    except OSError as error:
        return _unread(f"the file cannot be read: {error.strerror}", "look at its permissions")


def _limited(file: FileIO) -> bytes | Document:
    size = os.fstat(file.fileno()).st_size
    if size <= MAX_FILE:
        return file.readall()
    message = f"the file has {size} bytes, more than 4 MiB"
    is_private = asks_somewhere(file.read(MAX_FILE))
    return _unread(message, "split it up")._replace(private=is_private)


def _unread(message: str, hint: str) -> Document:
    return Document((), "", 1, (Mistake(1, 1, "F08", message, hint),), unread=True)
