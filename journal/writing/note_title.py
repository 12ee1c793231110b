"""A note called otherwise: where its name is written, there it is changed."""

import re

from journal.frontmatter import read_document
from journal.notes.kinds import KEY_NAMES, Kind
from journal.notes.parsing import parse_note
from journal.settings import Layout
from journal.writing.front_matter_edit import with_value
from journal.writing.note_edit import Edit

_HEADING = re.compile(r"^( {0,3}#[ \t]+)([^\r\n]+?)(?=[ \t]*#*[ \t]*\r?$)", re.MULTILINE)


def titled(note_id: str, title: str, layout: Layout) -> Edit:
    """Return the edit that gives a note, whose id is `note_id` then, its title.

    It is written into `title`, or the heading that says it; where its file's name says it as well,
    nothing changes.
    """

    def with_title(raw: bytes, kind: Kind) -> bytes:
        for made in (raw, _with_heading(raw, title)):
            if not _has_key(raw, kind) and _title(note_id, made, layout) == title:
                return made
        return with_value(raw, kind, "title", title)

    return with_title


def _has_key(raw: bytes, kind: Kind) -> bool:
    fields = read_document(raw, KEY_NAMES).fields
    return any(kind.canonical(field.key) == "title" for field in fields)


def _title(note_id: str, raw: bytes, layout: Layout) -> str:
    note = parse_note(note_id, read_document(raw, KEY_NAMES), layout=layout).note
    return note.title if note else ""


def _with_heading(raw: bytes, title: str) -> bytes:
    """Return a note with another text in the first heading of its body."""
    body = read_document(raw, KEY_NAMES).body
    text = raw.decode()
    begin = len(text) - len(body) if text.endswith(body) else len(text)
    found = _HEADING.search(text, begin)
    return (text[: found.start(2)] + title + text[found.end(2) :]).encode() if found else raw
