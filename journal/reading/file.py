"""One file read safely, parsed, and its body rendered where asked for."""

import os
import stat
from collections.abc import Callable, Sequence
from datetime import date
from hashlib import blake2b
from io import FileIO
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from journal.findings import Mistake
from journal.frontmatter import Document, read_document
from journal.notes.identity import note_key
from journal.notes.parsing import parse_note
from journal.reading.cache import Body
from journal.reading.kept import Kept, Nearer
from journal.reading.scan import CONTENT, MAX_FILE, Found
from journal.values import add_days


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
    raw = _bytes(f"{root}/{CONTENT}/{found.path}", found.stamp.size)
    document = raw if isinstance(raw, Document) else None
    content = b"" if isinstance(raw, Document) else raw
    digest = blake2b(content, digest_size=16).digest() if document is None else b""
    same = known if known and digest and known.hash == digest else None
    if same and render is None:
        return Read(msgspec.structs.replace(same, stamp=found.stamp), None)
    document = document or read_document(content)
    kept = _kept(found, document, digest)
    return _shown(kept, document, render) if render and kept.note else Read(kept, None)


def _kept(found: Found, document: Document, digest: bytes) -> Kept:
    parsed = parse_note(found.note_id, document)
    return Kept(
        path=found.path,
        stamp=found.stamp,
        hash=digest,
        note=parsed.note,
        mistakes=parsed.mistakes,
        private=parsed.private,
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


def _bytes(path: str, size: int) -> bytes | Document:
    """Return the file's bytes, or a document that only says why they could not be read."""
    if size > MAX_FILE:
        return _unread(f"the file has {size} bytes, more than 4 MiB", "split it up")
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        return _unread(f"the file cannot be read: {error.strerror}", "look at its permissions")
    with FileIO(handle) as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return _unread("not a regular file", "put the file itself here")
        return file.readall()


def _unread(message: str, hint: str) -> Document:
    return Document((), "", 1, (Mistake(1, 1, "F08", message, hint),), unread=True)
