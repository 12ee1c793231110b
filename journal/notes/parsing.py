"""Front matter and body to a typed note, by the vocabulary."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any, NamedTuple

from journal.body.facts import facts
from journal.body.records import BodyFacts
from journal.findings import Mistake, shown
from journal.frontmatter import Document, Field, Items, Node
from journal.notes.identity import folded
from journal.notes.order import consistent
from journal.notes.records import RECORDS, AnyNote
from journal.notes.values import Reading, as_text, unquoted_links
from journal.values import Unreadable, read_date
from journal.vocabulary import FOLDERS, Key, Kind, Type
from journal.vocabulary.choices import MUTUAL

_LEADING_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])[ _-]*")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S+$", re.IGNORECASE)
#: Types that take `[[…]]`; in any other it is a mistake of its own.
_BRACKETED = frozenset({Type.LINKS, Type.LIST, Type.TEXT})
_ROLE_BY_FOLDER = {"mentors": "mentor", "proteges": "protege", "people": "associate"}


class Parsed(NamedTuple):
    """What one file became: a note, or None where it had to be left out."""

    note: AnyNote | None
    mistakes: tuple[Mistake, ...]


def parse_note(note_id: str, document: Document) -> Parsed:
    """Return the typed note of `document`; `note_id` begins with one of the nine folders."""
    kind = FOLDERS[note_id.partition("/")[0]]
    body = facts(document.body, document.body_line)
    reading = Reading()
    fields = _by_name(kind, document.fields, reading)
    values = _values(fields, reading)
    _fill(values, note_id, kind, body, reading)
    _check_file_date(values, fields, note_id, reading)
    if document.private or ("private" in fields.written and "private" not in values):
        values["private"] = _is_meant(fields.written.get("private"))
    _check_address(values, fields, reading)
    reading.mistakes += consistent(values, fields)
    if kind.record == "trip" and "start" in values:
        values.setdefault("end", values["start"])
    mistakes = [*document.mistakes, *reading.mistakes, *body.mistakes]
    if not document.unread:
        mistakes += _missing(kind, values, fields)
    if any(name not in values for name in _required(kind)):
        return Parsed(None, tuple(mistakes))
    values["texts"] = tuple(reading.texts)
    note = _record(kind, note_id, document, body, values, fields)
    return Parsed(note, tuple(mistakes))


class _Known(NamedTuple):
    """The fields of one note, sorted out; `written` has the first of each name, known or not."""

    written: dict[str, Field]
    known: dict[str, tuple[Key, Field]]
    extra: list[tuple[str, str]]


def _by_name(kind: Kind, fields: tuple[Field, ...], reading: Reading) -> _Known:
    first: dict[str, Field] = {}
    twice: set[str] = set()
    result = _Known(first, {}, [])
    for field in fields:
        name = kind.plain(field.key)
        if name in first:
            twice.add(name)
            reading.mistakes.append(_duplicate(field, first[name]))
            continue
        first[name] = field
    for name, field in first.items():
        key = kind.keys.get(name)
        if key is None or key.type in _BRACKETED:
            reading.mistakes += _unquoted(field)
        if key is None:
            reading.mistakes += _near_miss(kind, name, field)
            said = reading.words("extra", as_text(field.value))
            result.extra.append((reading.words("extra", shown(field.key, 1024)[1:-1]), said))
        elif name not in twice:
            result.known[name] = (key, field)
    return result


def _named(field: Field) -> str:
    """The key as written, in a form that a message may hold."""
    return f"`{shown(field.key)[1:-1]}`"


def _duplicate(field: Field, first: Field) -> Mistake:
    also = "" if field.key == first.key else f", there as {_named(first)}"
    message = f"{_named(field)} is here and on line {first.line}{also}"
    return Mistake(field.line, field.column, "F02", message, "keep one; neither counts now")


def _unquoted(field: Field) -> Iterator[Mistake]:
    for node in unquoted_links(field.value):
        message = f"{_named(field)} has a link without quotes"
        hint = 'it is understood; quoted, "[[…]]", other programs understand it too'
        yield Mistake(node.line, node.column, "F07", message, hint)


def _near_miss(kind: Kind, name: str, field: Field) -> Iterator[Mistake]:
    seen = _INVISIBLE.sub("", field.key)
    if seen != field.key:
        message = f"the key {shown(seen)} has an invisible character in it"
        yield Mistake(field.line, field.column, "F06", message, "type it anew")
    elif near := get_close_matches(name, kind.keys, 1, cutoff=0.8):
        message = f"{_named(field)} is no key of notes in {kind.folder}/; kept, but it does nothing"
        yield Mistake(field.line, field.column, "F06", message, f"did you mean `{near[0]}`?")
    elif not name:
        message = "a key without a name; kept, but it does nothing"
        yield Mistake(field.line, field.column, "F06", message, "write `key: value`")


def _values(fields: _Known, reading: Reading) -> dict[str, Any]:
    found = {name: reading.value(key, field.value) for name, (key, field) in fields.known.items()}
    return {name: value for name, value in found.items() if value is not None}


def _required(kind: Kind) -> list[str]:
    return [key.name for key in kind.keys.values() if key.required]


def _missing(kind: Kind, values: dict[str, Any], fields: _Known) -> Iterator[Mistake]:
    """Yield a finding for each required key not written; a mistake in it is one already."""
    for name in _required(kind):
        field = fields.written.get(name)
        if name in values or (field and as_text(field.value)):
            continue
        at = (field.line, field.column) if field else (1, 1)
        message = f"`{name}` is missing: {kind.keys[name].help}"
        yield Mistake(*at, "F05", message, f"notes in {kind.folder}/ need it; left out now")


def _is_meant(field: Field | None) -> bool:
    """Whether a note is to be kept private although that could not be read: better so."""
    return field is None or bool(as_text(field.value))


def _fill(
    values: dict[str, Any], note_id: str, kind: Kind, body: BodyFacts, reading: Reading
) -> None:
    """Add what is worked out from the file's name and the body where nothing was written."""
    stem = unicodedata.normalize("NFC", note_id.rpartition("/")[2])
    if day := _file_date(stem):
        values.setdefault("date", day)
    if not values.get("title"):
        values["title"] = reading.read("title", body.heading) or _spelt(stem, kind)
    if kind.record == "person":
        values.setdefault("roles", (_ROLE_BY_FOLDER[kind.folder],))
    if kind.record == "touchpoint" and values.get("channel") in MUTUAL:
        values.setdefault("direction", "both")
    if "country" in values and len(values["country"]) == 2 and values["country"].isascii():
        values["country"] = values["country"].upper()


def _file_date(stem: str) -> date | None:
    match = _LEADING_DATE.match(stem)
    try:
        return read_date(match[1]) if match else None
    except Unreadable:
        return None


def _spelt(stem: str, kind: Kind) -> str:
    if kind.record != "person":
        return _LEADING_DATE.sub("", stem, count=1) or stem
    if " " in stem:
        return stem
    words = stem.replace("_", "-").split("-")
    return " ".join(word[:1].upper() + word[1:] for word in words if word) or stem


def _check_file_date(
    values: dict[str, Any], fields: _Known, note_id: str, reading: Reading
) -> None:
    day = _file_date(note_id.rpartition("/")[2])
    if day and "date" in fields.known and values["date"] != day:
        node = fields.known["date"][1].value
        message = f"`date` is {values['date']}, the file's name says {day}"
        hint = "`date` counts; rename the file or mend the key"
        reading.mistakes.append(Mistake(node.line, node.column, "F12", message, hint))


def _check_address(values: dict[str, Any], fields: _Known, reading: Reading) -> None:
    if "link" in values and not _ADDRESS.match(values["link"]):
        node = fields.known["link"][1].value
        del values["link"]
        message = f"`link` is {shown(as_text(node))}, which is no address that may be shown"
        hint = "begin it with https://, http://, mailto: or tel:"
        reading.mistakes.append(Mistake(node.line, node.column, "M02", message, hint))


def _record(
    kind: Kind,
    note_id: str,
    document: Document,
    body: BodyFacts,
    values: dict[str, Any],
    fields: _Known,
) -> AnyNote:
    tags = (*(tag.lstrip("#") for tag in values.pop("tags", ())), *body.tags)
    keys = kind.keys
    named = {keys[i].attribute if i in keys else i: value for i, value in values.items()}
    return RECORDS[kind.record](  # type: ignore[return-value]
        id=note_id,
        tags=tuple({tag.casefold(): tag for tag in reversed(tags) if tag}.values())[::-1],
        extra=tuple(fields.extra),
        links=body.links,
        embeds=body.embeds,
        typed=body.typed,
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


def _places(kind: Kind, values: dict[str, Any], fields: _Known) -> Iterator[str]:
    """Yield where each key stands, and `!key` for each that has a mistake."""
    for name, (_, field) in fields.known.items():
        yield _place(name, field.value)
    for name, field in fields.written.items():
        if name in kind.keys and name not in values and as_text(field.value):
            yield f"!{name}"


def _place(name: str, node: Node) -> str:
    nodes = node.items if isinstance(node, Items) and node.items else (node,)
    return " ".join([name, *(f"{item.line} {item.column}" for item in nodes)])
