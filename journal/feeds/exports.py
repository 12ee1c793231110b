"""All notes and the advice as one JSON text; the notes of one kind as a table (CSV, RFC 4180)."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from journal.characters import escaped_json, without_controls
from journal.feeds.serialise import COLUMNS, NoteSerialiser
from journal.feeds.source import FeedSource
from journal.library.journal import ME
from journal.notes.kinds import FOLDERS
from journal.notes.records import AnyNote

#: Raised when something that is there is called otherwise, or is gone.
_FORMAT = 1


def json_export(source: FeedSource) -> bytes:
    """Return everything as UTF-8 JSON: notes by folder, in the order of ids; then the advice."""
    serialiser = NoteSerialiser(source)
    found = {
        "format": _FORMAT,
        "title": source.journal.settings.title,
        "as_of": source.today,
        "notes": {
            folder: [_raw(serialiser.note_object(note)) for note in serialiser.notes(folder)]
            for folder in FOLDERS
        },
        "advice": _raw(source.advice),
    }
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def _raw(value: object) -> msgspec.Raw:
    """Return a part of the JSON as it is written; one by one, many are never held as objects."""
    json = msgspec.json.encode(value)
    return msgspec.Raw(
        json if json.isascii() and b"\x7f" not in json else escaped_json(json.decode()).encode()
    )


#: Name of a table -> the folders whose notes are its rows.
TABLES: Mapping[str, tuple[str, ...]] = {
    "touchpoints": ("touchpoints",),
    "people": ("mentors", "proteges", "people"),
    "news": ("news",),
    "opportunities": ("opportunities",),
    "trips": ("trips",),
    "goals": ("goals",),
    "lessons": ("lessons",),
}
_TOUCHPOINTS = (
    "id", "date", "time", "people", "people_ids", "channel", "direction", "kind", "state", "title",
    "about", "question", "answered_on", "followup_on", "gave", "got", "minutes", "place", "text",
)  # fmt: skip
#: A cell that begins so would be worked out by a spreadsheet instead of shown; OWASP's list of
#: them has a carriage return, too, which `without_controls` has made visible by then.
_FORMULAS = ("=", "+", "-", "@", "\t", "\n")
#: Ends the name of a column that has the ids of what the column before names.
_IDS = "_ids"


def csv_table(source: FeedSource, name: str) -> bytes:
    """Return a table as UTF-8 CSV with BOM and CRLF; several values of a cell are parted by `; `.

    Raises KeyError for a name that is not among TABLES.
    """
    folders = TABLES[name]
    columns = _TOUCHPOINTS if name == "touchpoints" else tuple(_columns(folders[0]))
    serialiser, file = NoteSerialiser(source), io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    for folder in folders:
        for note in serialiser.notes(folder):
            row = _row(source, serialiser, note)
            writer.writerow([_cell(row.get(column)) for column in columns])
    return codecs.BOM_UTF8 + file.getvalue().encode()  # or Excel shows “ZoÃ«”


def _columns(folder: str) -> Iterator[str]:
    yield "id"
    for name, links in COLUMNS[folder]:
        yield name
        if links:
            yield f"{name}{_IDS}"
    yield "text"


def _row(source: FeedSource, serialiser: NoteSerialiser, note: AnyNote) -> dict[str, Any]:
    row = {"id": note.id, "text": serialiser.text(note), **serialiser.values(note)}
    for name, links in COLUMNS[note.folder]:
        if links and (ids := row.get(name)):
            row[name] = [_name(source, note_id) for note_id in ids]
            row[f"{name}{_IDS}"] = ids
    return row


def _name(source: FeedSource, note_id: str) -> str:
    note = source.journal.notes.get(note_id)
    return note.title if note else source.journal.settings.me.name or ME


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = value if isinstance(value, str) else str(value)
    if isinstance(value, (tuple, list)):
        text = "; ".join(value)
    text = without_controls(text)
    return f"'{text}" if text.startswith(_FORMULAS) else text
