"""Front matter and body to a typed note, by the vocabulary."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from journal.body.contents import BodyContents
from journal.body.extract import extract_contents
from journal.characters import quoted
from journal.findings import Mistake
from journal.folding import folded
from journal.frontmatter import Document, ListNode, Node, Scalar
from journal.notes.consistency import contradictions
from journal.notes.field_nodes import node_text
from journal.notes.kinds import FOLDERS, Kind
from journal.notes.note_fields import NoteFields, fields_by_key
from journal.notes.private_spellings import PRIVATE_KEY, mark_private
from journal.notes.records import AnyNote, Person, Touchpoint, Trip
from journal.notes.value_reader import ValueReader
from journal.settings import DEFAULT_LAYOUT, Layout
from journal.values import Unreadable, read_date
from journal.vocabulary.choices import MUTUAL_CHANNELS

_LEADING_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])[ _-]*")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S+$", re.IGNORECASE)


class Parsed(NamedTuple):
    """What one file became: a note, or None where it had to be left out.

    `private` holds for both, and `names` are what a private one that is left out could be linked
    by, folded; `far_dates` are the days named in it that another day puts out of reason.
    """

    note: AnyNote | None
    mistakes: tuple[Mistake, ...]
    private: bool = False
    names: tuple[str, ...] = ()
    far_dates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A note while it is put together: what was typed, and the values of its keys so far."""

    note_id: str
    kind: Kind
    notes_root: str
    document: Document
    body: BodyContents
    reader: ValueReader
    fields: NoteFields
    values: dict[str, Any]

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return self.note_id.rpartition("/")[2]


def parse_note(
    note_id: str,
    document: Document,
    last: date = date.max,
    layout: Layout = DEFAULT_LAYOUT,
) -> Parsed:
    """Return the typed note of `document`; `note_id` begins with the folder of a kind.

    A key that names a day after `last` has a mistake.
    """
    draft = _draft(note_id, document, ValueReader(last), layout)
    _add_defaults(draft)
    _check_file_date(draft)
    mark_private(draft.values, draft.fields, document, draft.body.tags, draft.reader)
    _check_address(draft)
    draft.reader.mistakes += contradictions(draft.values, draft.fields)
    _add_last_day(draft)
    return _parsed(draft)


def _draft(note_id: str, document: Document, reader: ValueReader, layout: Layout) -> _Draft:
    kind = FOLDERS[layout.kind_folder(note_id)]
    body = extract_contents(document.body, document.body_line)
    fields = fields_by_key(kind, document.fields, reader)
    found = {name: reader.value(key, field.value) for name, (key, field) in fields.known.items()}
    values = {name: value for name, value in found.items() if value is not None}
    if document.title:
        values["title"] = reader.read_text("title", node_text(Scalar(document.title, 1, 1)))
    return _Draft(note_id, kind, layout.notes_root, document, body, reader, fields, values)


def _parsed(draft: _Draft) -> Parsed:
    values, reader = draft.values, draft.reader
    mistakes = [*draft.document.mistakes, *reader.mistakes, *draft.body.mistakes]
    if not draft.document.unread:
        mistakes += _missing(draft)
    is_left_out = any(name not in values for name in _required(draft.kind))
    private = bool(values.get(PRIVATE_KEY))
    names = _names(draft) if private and is_left_out else ()
    note = None if is_left_out else _record(draft)
    return Parsed(note, tuple(mistakes), private, names, tuple(sorted(reader.far_dates)))


def _required(kind: Kind) -> list[str]:
    return [key.name for key in kind.keys.values() if key.required]


def _missing(draft: _Draft) -> Iterator[Mistake]:
    """Yield a finding for each required key not written; a mistake in it is one already."""
    kind = draft.kind
    for name in _required(kind):
        field = draft.fields.written.get(name)
        if name in draft.values or (field and node_text(field.value)):
            continue
        at = (field.line, field.column) if field else (1, 1)
        message = f"`{name}` is missing: {kind.keys[name].help}"
        yield Mistake(*at, "F05", message, f"notes in {kind.folder}/ need it; left out now")


def _add_defaults(draft: _Draft) -> None:
    """Add what is worked out from the file's name and the body where nothing was written."""
    values, kind = draft.values, draft.kind
    stem = unicodedata.normalize("NFC", draft.stem)
    if "date" not in values and (day := _date_in_stem(stem)):
        _add_date_of_file(draft, day)
    if not values.get("title"):
        heading = draft.reader.read_segments("title", draft.body.heading)
        values["title"] = heading or _title_from_stem(stem, kind)
    if kind.record is Person:
        values.setdefault("roles", (kind.role,))
    if kind.record is Touchpoint and values.get("channel") in MUTUAL_CHANNELS:
        values.setdefault("direction", "both")
    if kind.record is Touchpoint and "time" not in draft.fields.written:
        _add_time_of_date(draft)


def _add_time_of_date(draft: _Draft) -> None:
    """A time behind the day of a touchpoint is the time of it."""
    if clock := draft.reader.times.get("date"):
        draft.values["time"] = clock


def _date_in_stem(stem: str) -> date | None:
    match = _LEADING_DATE.match(stem)
    try:
        return read_date(match[1]) if match else None
    except Unreadable:
        return None


def _add_date_of_file(draft: _Draft, day: date) -> None:
    try:
        draft.values["date"] = draft.reader.in_range(day)
    except Unreadable as error:
        message = f"the file's name begins with {day}, expected {error.expected}"
        draft.reader.mistakes.append(Mistake(1, 1, "F03", message, error.hint))


def _title_from_stem(stem: str, kind: Kind) -> str:
    if kind.record is not Person:
        return _LEADING_DATE.sub("", stem, count=1) or stem
    if " " in stem:
        return stem
    words = stem.replace("_", "-").split("-")
    return " ".join(word[:1].upper() + word[1:] for word in words if word) or stem


def _add_last_day(draft: _Draft) -> None:
    """A trip without an end, or with one before its start, lasts a day."""
    if draft.kind.record is Trip and "start" in draft.values:
        draft.values.setdefault("end", draft.values["start"])


def _check_file_date(draft: _Draft) -> None:
    values, known = draft.values, draft.fields.known
    day = _date_in_stem(draft.stem)
    if day and "date" in known and values.get("date", day) != day:
        node = known["date"][1].value
        message = f"`date` is {values['date']}, the file's name says {day}"
        hint = "`date` counts; rename the file or mend the key"
        draft.reader.mistakes.append(Mistake(node.line, node.column, "F12", message, hint))


def _check_address(draft: _Draft) -> None:
    if "link" in draft.values and not _ADDRESS.match(draft.values["link"]):
        node = draft.fields.known["link"][1].value
        del draft.values["link"]
        message = f"`link` is {quoted(node_text(node))}, which is no address that may be shown"
        hint = "begin it with https://, http://, mailto: or tel:"
        draft.reader.mistakes.append(Mistake(node.line, node.column, "M02", message, hint))


def _record(draft: _Draft) -> AnyNote:
    body, keys = draft.body, draft.kind.keys
    values = {keys[name].attribute: value for name, value in draft.values.items()}
    values["tags"] = _all_tags(values.get("tags", ()), body.tags)
    return draft.kind.record(  # type: ignore[return-value]
        id=draft.note_id,
        notes_root=draft.notes_root,
        kind_folder=_other_folder(draft),
        extra=tuple(draft.fields.extra),
        links=body.links,
        embeds=body.embeds,
        inner_links=body.inner_links,
        anchors=body.anchors,
        inactive_targets=body.inactive_targets,
        tasks=body.tasks,
        texts=tuple(draft.reader.texts),
        emoji=body.emoji,
        body_line=draft.document.body_line,
        names=_names(draft),
        key_positions="|".join(_key_positions(draft)),
        unread=draft.document.unread,
        **values,
    )


def _other_folder(draft: _Draft) -> str:
    """Return the folder that the note's kind has by default, where its own is another."""
    folder = draft.kind.folder
    return "" if draft.note_id.startswith(f"{folder}/") else folder


def _all_tags(written: tuple[str, ...], in_body: tuple[str, ...]) -> tuple[str, ...]:
    """Return each tag once, whatever its case, as it is written first."""
    tags = (*(tag.lstrip("#") for tag in written), *in_body)
    return tuple({tag.casefold(): tag for tag in reversed(tags) if tag}.values())[::-1]


def _names(draft: _Draft) -> tuple[str, ...]:
    aliases = draft.values.get("aliases", ())
    return tuple(map(folded, (draft.stem, draft.values["title"], *aliases)))


def _key_positions(draft: _Draft) -> Iterator[str]:
    """Yield where each key stands, and `!key` for each that has a mistake."""
    for name, (_, field) in draft.fields.known.items():
        yield _key_position(name, field.value)
    for name, field in draft.fields.written.items():
        if name in draft.kind.keys and name not in draft.values and node_text(field.value):
            yield f"!{name}"


def _key_position(name: str, node: Node) -> str:
    nodes = node.items if isinstance(node, ListNode) and node.items else (node,)
    return " ".join([name, *(f"{item.line} {item.column}" for item in nodes)])
