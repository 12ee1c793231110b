"""Reads notes' files safely, parses them, and renders their bodies if asked to."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from hashlib import blake2b
from html import escape
from io import FileIO
from pathlib import Path
from typing import NamedTuple

import msgspec

from journal.findings import Mistake
from journal.frontmatter import Document, asks_for_privacy_anywhere, read_document
from journal.notes.identity import note_anchor
from journal.notes.kinds import KEY_NAMES
from journal.notes.parsing import Parsed, parse_note
from journal.parallel import Work, spread
from journal.reading.cache import CachedBody
from journal.reading.cached_note import CachedNote, ReadingBefore, ReadResult, Renderer
from journal.reading.safe_open import open_file
from journal.reading.scan import MAX_FILE, FileStamp, NoteFile
from journal.settings import DEFAULT_LAYOUT, Layout
from journal.values import add_days

#: Fewer notes than this are read here: a process takes as long to start as some 150 to read.
WORTH_A_PROCESS = 200
_DECODER = msgspec.msgpack.Decoder(ReadResult)
#: A file, and what was read from it last time.
Known = tuple[NoteFile, CachedNote | None]


class Source(NamedTuple):
    """Where notes are read from, and what renders their bodies, if anything is to."""

    root: Path
    layout: Layout
    render: Renderer | None


def read_notes(source: Source, files: Sequence[Known]) -> Iterator[ReadResult]:
    """Yield the result for each file, in no order. Never raises for a note.

    A body whose rendering kills its process is shown as it was typed.
    """
    if len(files) < WORTH_A_PROCESS:
        yield from (_read(source, item) for item in files)
        return
    work = Work(
        partial(_read_packed, source),
        lambda item, _: _packed(_read(source._replace(render=_as_typed), (item[0], None))),
        WORTH_A_PROCESS,
        can_be_pickled=True,
        can_kill=True,
    )
    for _, packed in spread(work, files):
        yield _DECODER.decode(packed)


def _read_packed(source: Source, item: Known) -> bytes:
    return _packed(_read(source, item))


def _read(source: Source, item: Known) -> ReadResult:
    return read_note(source.root, item[0], source.render, item[1], source.layout)


def _packed(result: ReadResult) -> bytes:
    return msgspec.msgpack.encode(result)  # a quarter of the time that pickling takes


class _Typed(NamedTuple):
    html: str
    mistakes: tuple[Mistake, ...]


def _as_typed(body: str, first_line: int, _: str) -> _Typed:
    mistake = Mistake(first_line, 1, "M01", "the text could not be rendered", "simplify its markup")
    return _Typed(f'<pre class="as-typed">{escape(body)}</pre>', (mistake,))


def read_note(
    root: Path,
    file: NoteFile,
    render: Renderer | None,
    known: CachedNote | None,
    layout: Layout = DEFAULT_LAYOUT,
) -> ReadResult:
    """Read one note, without parsing it if its content is that of `known`. Never raises."""
    try:
        raw = _bytes(f"{root}/.", layout.path(file.path))
    except FileNotFoundError:
        return ReadResult(_gone(file), None)
    document = _as_before(raw, known) if isinstance(raw, Document) else None
    content = b"" if isinstance(raw, Document) else raw
    digest = blake2b(content, digest_size=16).digest() if document is None else b""
    same = known if known and digest and known.hash == digest else None
    if same and render is None:
        return ReadResult(msgspec.structs.replace(same, stamp=file.stamp), None)
    document = document or read_document(content, KEY_NAMES)
    note = _parsed(file, document, digest, layout)
    return _rendered(note, document, render) if render and note.note else ReadResult(note, None)


def _gone(file: NoteFile) -> CachedNote:
    """Return what to remember of a file that has gone since it was found."""
    return CachedNote(file.path, FileStamp(0, 0, 0), b"", None, ())


def _as_before(document: Document, known: CachedNote | None) -> Document:
    """Return the document of a file that cannot be read; if it was private, it stays so."""
    was_private = known is not None and known.private
    return document._replace(private=document.private or was_private)


def _parsed(file: NoteFile, document: Document, digest: bytes, layout: Layout) -> CachedNote:
    parse = partial(parse_note, file.note_id, document, layout=layout)
    parsed = parse()
    return CachedNote(
        path=file.path,
        stamp=file.stamp,
        hash=digest,
        note=parsed.note,
        mistakes=parsed.mistakes,
        private=parsed.private,
        names=parsed.names,
        readings_before=tuple(_before(parse, day) for day in parsed.far_dates),
    )


def _before(parse: Callable[..., Parsed], day: date) -> ReadingBefore:
    parsed = parse(last=add_days(day, -1))
    return ReadingBefore(day, parsed.note, parsed.mistakes)


def _rendered(note: CachedNote, document: Document, render: Renderer) -> ReadResult:
    note_id = note.note.id if note.note else ""
    rendered = render(document.body, document.body_line, note_anchor(note_id))
    body = CachedBody(note.path, note.hash, rendered.html)
    mistakes = tuple(rendered.mistakes)
    return ReadResult(msgspec.structs.replace(note, body_mistakes=mistakes), body)


def _bytes(top: str, path: str) -> bytes | Document:
    """Return the file's bytes, or a document that says why they could not be read.

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
    is_private = asks_for_privacy_anywhere(file.read(MAX_FILE))
    return _unread(message, "split it up")._replace(private=is_private)


def _unread(message: str, hint: str) -> Document:
    return Document((), "", 1, (Mistake(1, 1, "F08", message, hint),), unread=True)
