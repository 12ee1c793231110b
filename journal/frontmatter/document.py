"""A note's bytes to fields and body."""

import re
from typing import Any, NamedTuple

import frontmatter
from frontmatter.default_handlers import BaseHandler

from journal.findings import Mistake
from journal.frontmatter.fields import CONTROL, Field, Malformed, read_fields
from journal.frontmatter.malformed import (
    CONFLICT_HINT,
    Keys,
    asks_for_privacy_anywhere,
    misplaced_front_matter,
    second_front_matter,
    title_on_a_line,
)

MAX_FRONT_MATTER = 64 * 1024  # UTF-8 bytes

_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
#: YAML takes these for the ends of lines; who pasted them did not.
LINE_SEPARATORS = {0x2028: " ", 0x2029: " "}
_DIRECTIVE = re.compile(r"^%(?:YAML|TAG)\b", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)


class Document(NamedTuple):
    """What a file holds. `body_line` is the file's line on which the body begins."""

    fields: tuple[Field, ...]
    body: str
    body_line: int
    mistakes: tuple[Mistake, ...] = ()
    #: nothing could be read: what the note says of itself is unknown
    unread: bool = False
    #: not all could be read, and there is a line in it that asks to keep it private
    private: bool = False
    #: a name in what could not be read
    title: str = ""


class NoteHandler(BaseHandler):
    """Front matter as notes write it: a fence on line 1, `---` or `...` to close, text scalars."""

    FM_BOUNDARY = _FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def detect(self, text: str) -> bool:
        """Whether front matter opens on the first line."""
        return text.startswith("---") and not text[3 : (text + "\n").index("\n")].strip()

    def split(self, text: str) -> tuple[str, str]:
        """Return the YAML and the body, the body to the letter. Raises `Malformed`."""
        begin = text.find("\n") + 1
        end = _FENCE.search(text, begin) if begin else None
        if end is None:
            hint = "end it with a line that is just ---"
            raise Malformed(Mistake(1, 1, "F08", "the front matter never closes", hint))
        return text[begin : end.start()], text[end.end() + 1 :]

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Return the fields. Raises `Malformed`."""
        _check_text(fm)
        return {"fields": read_fields(fm.translate(LINE_SEPARATORS), first_line=2)}


def _check_text(fm: str) -> None:
    if len(fm) > MAX_FRONT_MATTER // 4 and len(fm.encode()) > MAX_FRONT_MATTER:
        raise Malformed(
            Mistake(1, 1, "F01", "the front matter is over 64 KiB", "move text below it")
        )
    if conflict := _CONFLICT.search(fm):
        raise Malformed(_at(fm, conflict.start(), "F01", "git's conflict markers", CONFLICT_HINT))
    if directive := _DIRECTIVE.search(fm):
        raise Malformed(
            _at(fm, directive.start(), "F01", "a YAML directive (%)", "delete this line")
        )
    if control := CONTROL.search(fm):
        name = "invisible" if control[0] == "\ufeff" else "control"
        message = f"the {name} character U+{ord(control[0]):04X}"
        raise Malformed(_at(fm, control.start(), "F01", message, "delete it"))


def _at(fm: str, index: int, code: str, message: str, hint: str) -> Mistake:
    line = fm.count("\n", 0, index) + 2
    return Mistake(line, index - fm.rfind("\n", 0, index), code, message, hint)


_HANDLER = NoteHandler()


def read_document(raw: bytes, keys: Keys) -> Document:
    """Read a file's bytes: UTF-8 with or without BOM, LF or CRLF. Never raises.

    By the names of `keys`, front matter in another place is known for such.
    """
    try:
        document = _parse(_decode(raw), keys)
    except Malformed as refused:
        document = Document((), "", 1, (refused.mistake,), unread=True)
    if not document.mistakes:
        return document
    return document._replace(private=asks_for_privacy_anywhere(raw))


def _parse(text: str, keys: Keys) -> Document:
    if not _HANDLER.detect(text):
        mistakes = misplaced_front_matter(text, keys)
        return Document((), text, 1, mistakes, unread=bool(mistakes))
    yaml_text, body = _HANDLER.split(text)
    body_line = yaml_text.count("\n") + 3
    try:
        # the library strips what it is given, so the body is taken from `split` alone
        metadata, _ = frontmatter.parse(text[: len(text) - len(body)], handler=_HANDLER)
    except Malformed as refused:
        title = title_on_a_line(yaml_text)
        return Document((), body, body_line, (refused.mistake,), unread=True, title=title)
    return Document(metadata["fields"], body, body_line, second_front_matter(body, body_line, keys))  # type: ignore[arg-type]


def _decode(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or _every_other_is_nul(raw):
        raise Malformed(Mistake(1, 1, "F08", "the file is UTF-16", "save it as UTF-8"))
    if raw.startswith(b"{\\rtf"):
        raise Malformed(Mistake(1, 1, "F08", "the file is RTF", "save it as plain text, in UTF-8"))
    if b"\0" in raw:
        at = _position(raw, raw.index(b"\0"))
        raise Malformed(Mistake(*at, "F08", "the file has NUL bytes", "restore it from git"))
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Malformed(_not_utf8(error)) from None


def _every_other_is_nul(raw: bytes) -> bool:
    """Whether this is plain text in UTF-16 that does not say so."""
    start = raw[:64]
    one, other = start[::2].count(0), start[1::2].count(0)
    return len(start) > 3 and abs(one - other) > len(start) // 3 and not (one and other)


def _position(raw: bytes, index: int) -> tuple[int, int]:
    begin = raw.rfind(b"\n", 0, index) + 1
    column = len(raw[begin:index].decode("utf-8-sig" if not begin else "utf-8", "replace")) + 1
    return raw.count(b"\n", 0, index) + 1, column


def _not_utf8(error: UnicodeDecodeError) -> Mistake:
    cut = error.end == len(error.object) and error.reason == "unexpected end of data"
    message = "cut in the middle of a character" if cut else "not UTF-8"
    hint = "restore the end of the file" if cut else "save it as UTF-8 in your editor"
    at = _position(error.object, error.start)
    return Mistake(*at, "F08", f"the file is {message}", hint)
