"""A note's bytes to fields and body."""

import re
from typing import Any, NamedTuple

import frontmatter
from frontmatter.default_handlers import BaseHandler

from journal.findings import Mistake
from journal.frontmatter.fields import Field, Refused, read_fields

MAX_FRONT_MATTER = 64 * 1024  # UTF-8 bytes

_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_PRIVATE = re.compile(rb"^\s*private\s*:", re.MULTILINE | re.IGNORECASE)
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
_LATE_FENCE = re.compile(r"\s*\n---[ \t]*\n[^\n:]{1,40}:")
_JSON = re.compile(r"\{\s*\n\s*\"[^\n]*:")


class Document(NamedTuple):
    """What a file holds. `body_line` is the file's line on which the body begins."""

    fields: tuple[Field, ...]
    body: str
    body_line: int
    mistakes: tuple[Mistake, ...] = ()
    #: nothing could be read: what the note says of itself is unknown
    unread: bool = False
    #: it could not be read, but there is a line in it that asks to keep it private
    private: bool = False


class NoteHandler(BaseHandler):
    """Front matter as notes write it: a fence on line 1, `---` or `...` to close, text scalars."""

    FM_BOUNDARY = _FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def detect(self, text: str) -> bool:
        """Whether front matter opens on the first line."""
        return text.startswith("---") and not text[3 : (text + "\n").index("\n")].strip()

    def split(self, text: str) -> tuple[str, str]:
        """Return the YAML and the body, the body to the letter. Raises `Refused`."""
        begin = text.find("\n") + 1
        end = _FENCE.search(text, begin) if begin else None
        if end is None:
            hint = "end it with a line that is just ---"
            raise Refused(Mistake(1, 1, "F08", "the front matter never closes", hint))
        return text[begin : end.start()], text[end.end() + 1 :]

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Return the fields. Raises `Refused`."""
        _guard(fm)
        return {"fields": read_fields(fm, first_line=2)}


def _guard(fm: str) -> None:
    if len(fm) > MAX_FRONT_MATTER // 4 and len(fm.encode()) > MAX_FRONT_MATTER:
        raise Refused(Mistake(1, 1, "F01", "the front matter is over 64 KiB", "move text below it"))
    if conflict := _CONFLICT.search(fm):
        raise Refused(_at(fm, conflict.start(), "F01", "git's conflict markers", _CONFLICT_HINT))
    if control := _CONTROL.search(fm):
        name = f"the control character U+{ord(control[0]):04X}"
        raise Refused(_at(fm, control.start(), "F01", name, "delete it"))


_CONFLICT_HINT = "keep one side and delete the lines <<<<<<<, ======= and >>>>>>>"


def _at(fm: str, index: int, code: str, message: str, hint: str) -> Mistake:
    line = fm.count("\n", 0, index) + 2
    return Mistake(line, index - fm.rfind("\n", 0, index), code, message, hint)


_HANDLER = NoteHandler()


def read_document(raw: bytes) -> Document:
    """Read a file's bytes: UTF-8 with or without BOM, LF or CRLF. Never raises."""
    try:
        document = _parse(_decode(raw))
    except Refused as refused:
        document = Document((), "", 1, (refused.mistake,), unread=True)
    return document._replace(private=document.unread and bool(_PRIVATE.search(raw)))


def _parse(text: str) -> Document:
    if not _HANDLER.detect(text):
        mistakes = _foreign(text)
        return Document((), text, 1, mistakes, unread=bool(mistakes))
    yaml_text, body = _HANDLER.split(text)
    body_line = yaml_text.count("\n") + 3
    try:
        # the library strips what it is given, so the body is taken from `split` alone
        metadata, _ = frontmatter.parse(text[: len(text) - len(body)], handler=_HANDLER)
    except Refused as refused:
        return Document((), body, body_line, (refused.mistake,), unread=True)
    return Document(metadata["fields"], body, body_line)  # type: ignore[arg-type]


def _foreign(text: str) -> tuple[Mistake, ...]:
    """Front matter that somebody meant to write, but in another form."""
    if text.startswith("+++\n"):
        return (Mistake(1, 1, "F01", "front matter in TOML", "write YAML between lines of ---"),)
    if _JSON.match(text):
        return (Mistake(1, 1, "F01", "front matter in JSON", "write YAML between lines of ---"),)
    if text.startswith("<<<<<<< "):
        return (Mistake(1, 1, "F01", "git's conflict markers", _CONFLICT_HINT),)
    if late := _LATE_FENCE.match("\n" + text):
        line = text[: late.end() - 1].count("\n")
        message = "the front matter does not begin on the first line"
        return (Mistake(line, 1, "F01", message, "delete the empty lines above ---"),)
    return ()


def _decode(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(Mistake(1, 1, "F08", "the file is UTF-16", "save it as UTF-8"))
    if b"\0" in raw:
        line = raw.count(b"\n", 0, raw.index(b"\0")) + 1
        raise Refused(Mistake(line, 1, "F08", "the file has NUL bytes", "restore it from git"))
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Refused(_not_utf8(error)) from None


def _not_utf8(error: UnicodeDecodeError) -> Mistake:
    before = error.object[: error.start]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    cut = error.end == len(error.object) and error.reason == "unexpected end of data"
    message = "cut in the middle of a character" if cut else "not UTF-8"
    hint = "restore the end of the file" if cut else "save it as UTF-8 in your editor"
    return Mistake(before.count(b"\n") + 1, column, "F08", f"the file is {message}", hint)
