"""Front matter and body to a typed note, by the vocabulary."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from journal.body.contents import BodyContents
from journal.body.extract import extract_contents
from journal.characters import quoted
from journal.findings import Mistake
from journal.frontmatter import Document, ListNode, Node, Scalar
from journal.notes.consistency import contradictions
from journal.notes.conversion import ValueReader
from journal.notes.field_nodes import node_text
from journal.notes.identity import folded
from journal.notes.kinds import FOLDERS, Kind
from journal.notes.note_fields import NoteFields, fields_by_key
from journal.notes.private_spellings import KEY, mark_private
from journal.notes.records import AnyNote, Person, Touchpoint, Trip
from journal.values import Unreadable, read_date
from journal.vocabulary.choices import MUTUAL

_LEADING_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])[ _-]*")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S+$", re.IGNORECASE)


class Parsed(NamedTuple):
    """What one file became: a note, or None where it had to be left out.

    `private` holds for both, and `names` are what a private one that is left out could be linked
    by, folded; `far` are the days named in it that another day puts out of reason.
    """

    note: AnyNote | None
    mistakes: tuple[Mistake, ...]
    private: bool = False
    names: tuple[str, ...] = ()
    far: tuple[date, ...] = ()


def parse_note(note_id: str, document: Document, last: date = date.max) -> Parsed:
    """Return the typed note of `document`; `note_id` begins with one of the nine folders.

    A key that names a day after `last` has a mistake.
    """
    kind = FOLDERS[note_id.partition("/")[0]]
    body = extract_contents(document.body, document.body_line)
    reader = ValueReader(last)
    fields = fields_by_key(kind, document.fields, reader)
    values = _values(fields, reader)
    if document.title:
        values["title"] = reader.words("title", node_text(Scalar(document.title, 1, 1)))
    _fill(values, note_id, kind, body, reader)
    _check_file_date(values, fields, note_id, reader)
    mark_private(values, fields, document, body.tags, reader)
    _check_address(values, fields, reader)
    reader.mistakes += contradictions(values, fields)
    if kind.record is Trip and "start" in values:
        values.setdefault("end", values["start"])
    mistakes = [*document.mistakes, *reader.mistakes, *body.mistakes]
    if not document.unread:
        mistakes += _missing(kind, values, fields)
    missing = any(name not in values for name in _required(kind))
    values["texts"] = tuple(reader.texts)
    note = None if missing else _record(kind, note_id, document, body, values, fields)
    private = bool(values.get(KEY)) if note is None else note.private
    names = _names(note_id, values) if private and note is None else ()
    return Parsed(note, tuple(mistakes), private, names, tuple(sorted(reader.far)))


def _values(fields: NoteFields, reader: ValueReader) -> dict[str, Any]:
    found = {name: reader.value(key, field.value) for name, (key, field) in fields.known.items()}
    return {name: value for name, value in found.items() if value is not None}


def _required(kind: Kind) -> list[str]:
    return [key.name for key in kind.keys.values() if key.required]


def _missing(kind: Kind, values: dict[str, Any], fields: NoteFields) -> Iterator[Mistake]:
    """Yield a finding for each required key not written; a mistake in it is one already."""
    for name in _required(kind):
        field = fields.written.get(name)
        if name in values or (field and node_text(field.value)):
            continue
        at = (field.line, field.column) if field else (1, 1)
        message = f"`{name}` is missing: {kind.keys[name].help}"
        yield Mistake(*at, "F05", message, f"notes in {kind.folder}/ need it; left out now")


def _fill(
    values: dict[str, Any], note_id: str, kind: Kind, body: BodyContents, reader: ValueReader
) -> None:
    """Add what is worked out from the file's name and the body where nothing was written."""
    stem = unicodedata.normalize("NFC", note_id.rpartition("/")[2])
    if "date" not in values and (day := _file_date(stem)):
        _date_by_file(values, day, reader)
    if not values.get("title"):
        values["title"] = reader.read("title", body.heading) or _spelt(stem, kind)
    if kind.record is Person:
        values.setdefault("roles", (kind.role,))
    if kind.record is Touchpoint and values.get("channel") in MUTUAL:
        values.setdefault("direction", "both")
    if "country" in values and len(values["country"]) == 2 and values["country"].isascii():
        values["country"] = values["country"].upper()


def _file_date(stem: str) -> date | None:
    match = _LEADING_DATE.match(stem)
    try:
        return read_date(match[1]) if match else None
    except Unreadable:
        return None


def _date_by_file(values: dict[str, Any], day: date, reader: ValueReader) -> None:
    try:
        values["date"] = reader.in_reason(day)
    except Unreadable as error:
        message = f"the file's name begins with {day}, expected {error.expected}"
        reader.mistakes.append(Mistake(1, 1, "F03", message, error.hint))


def _spelt(stem: str, kind: Kind) -> str:
    if kind.record is not Person:
        return _LEADING_DATE.sub("", stem, count=1) or stem
    if " " in stem:
        return stem
    words = stem.replace("_", "-").split("-")
    return " ".join(word[:1].upper() + word[1:] for word in words if word) or stem


def _check_file_date(
    values: dict[str, Any], fields: NoteFields, note_id: str, reader: ValueReader
) -> None:
    day = _file_date(note_id.rpartition("/")[2])
    if day and "date" in fields.known and values.get("date", day) != day:
        node = fields.known["date"][1].value
        message = f"`date` is {values['date']}, the file's name says {day}"
        hint = "`date` counts; rename the file or mend the key"
        reader.mistakes.append(Mistake(node.line, node.column, "F12", message, hint))


def _check_address(values: dict[str, Any], fields: NoteFields, reader: ValueReader) -> None:
    if "link" in values and not _ADDRESS.match(values["link"]):
        node = fields.known["link"][1].value
        del values["link"]
        message = f"`link` is {quoted(node_text(node))}, which is no address that may be shown"
        hint = "begin it with https://, http://, mailto: or tel:"
        reader.mistakes.append(Mistake(node.line, node.column, "M02", message, hint))


def _record(
    kind: Kind,
    note_id: str,
    document: Document,
    body: BodyContents,
    values: dict[str, Any],
    fields: NoteFields,
) -> AnyNote:
    tags = (*(tag.lstrip("#") for tag in values.pop("tags", ())), *body.tags)
    keys = kind.keys
    named = {keys[i].attribute if i in keys else i: value for i, value in values.items()}
    return kind.record(  # type: ignore[return-value]
        id=note_id,
        tags=tuple({tag.casefold(): tag for tag in reversed(tags) if tag}.values())[::-1],
        extra=tuple(fields.extra),
        links=body.links,
        embeds=body.embeds,
        inactive_targets=body.inactive_targets,
        tasks=body.tasks,
        emoji=body.emoji,
        body_line=document.body_line,
        names=_names(note_id, values),
        places="|".join(_places(kind, values, fields)),
        unread=document.unread,
        **named,
    )


def _names(note_id: str, values: dict[str, Any]) -> tuple[str, ...]:
    stem = note_id.rpartition("/")[2]
    names = (note_id, stem, values["title"], *values.get("aliases", ()))
    return tuple(dict.fromkeys(folded(name) for name in names))


def _places(kind: Kind, values: dict[str, Any], fields: NoteFields) -> Iterator[str]:
    """Yield where each key stands, and `!key` for each that has a mistake."""
    for name, (_, field) in fields.known.items():
        yield _place(name, field.value)
    for name, field in fields.written.items():
        if name in kind.keys and name not in values and node_text(field.value):
            yield f"!{name}"


def _place(name: str, node: Node) -> str:
    nodes = node.items if isinstance(node, ListNode) and node.items else (node,)
    return " ".join([name, *(f"{item.line} {item.column}" for item in nodes)])
