"""One file read safely, parsed, and its body rendered where asked for."""

import os
import stat
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from journal.findings import Mistake
from journal.frontmatter import Document, read_document
from journal.notes.identity import note_key
from journal.notes.parsing import parse_note
from journal.reading.cache import Body, Entry
from journal.reading.scan import CONTENT, MAX_FILE, Found


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
ENCODER = msgspec.msgpack.Encoder()


class Read(NamedTuple):
    """What became of one file."""

    path: str
    entry: Entry
    body: Body | None


def read_note(root: Path, found: Found, render: Renderer | None, known: Entry | None) -> Read:
    """Read one note; parsing is spared when its content is that of `known`. Never raises."""
    raw = _bytes(root / CONTENT / found.path, found.stamp.size)
    document = raw if isinstance(raw, Document) else None
    content = b"" if isinstance(raw, Document) else raw
    digest = blake2b(content, digest_size=16).digest() if document is None else b""
    same = known if known and digest and known.hash == digest else None
    if same and render is None:
        return Read(found.path, same._replace(stamp=found.stamp), None)
    document = document or read_document(content)
    entry = same._replace(stamp=found.stamp) if same else _entry(found, document, digest)
    body = _body(document, found.note_id, render) if render and entry.record else None
    return Read(found.path, entry, body)


def _entry(found: Found, document: Document, digest: bytes) -> Entry:
    parsed = parse_note(found.note_id, document)
    record = ENCODER.encode(parsed.note) if parsed.note else b""
    return Entry(found.stamp, digest, record, ENCODER.encode(parsed.mistakes))


def _body(document: Document, note_id: str, render: Renderer) -> Body:
    rendered = render(document.body, document.body_line, note_key(note_id))
    return Body(rendered.html, ENCODER.encode(tuple(rendered.mistakes)))


def _bytes(path: Path, size: int) -> bytes | Document:
    """Return the file's bytes, or a document that only says why they could not be read."""
    if size > MAX_FILE:
        return _unread(f"the file has {size} bytes, more than 4 MiB", "split it up")
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        return _unread(f"the file cannot be read: {error.strerror}", "look at its permissions")
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return _unread("not a regular file", "put the file itself here")
        return file.read(MAX_FILE + 1)


def _unread(message: str, hint: str) -> Document:
    return Document((), "", 1, (Mistake(1, 1, "F08", message, hint),), unread=True)
