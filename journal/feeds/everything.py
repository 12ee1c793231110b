"""All notes and the advice as one JSON text, for other programs."""

import msgspec

from journal.feeds.harmless import escaped_json
from journal.feeds.records import Records
from journal.feeds.shown import Shown
from journal.vocabulary import FOLDERS

#: Raised when something that is there is called otherwise, or is gone.
_FORMAT = 1


def everything(shown: Shown) -> bytes:
    """Return everything as UTF-8 JSON: notes by folder, in the order of ids; then the advice."""
    records = Records(shown)
    found = {
        "format": _FORMAT,
        "title": shown.journal.settings.title,
        "as_of": shown.today,
        "notes": {
            folder: [_raw(records.record(note)) for note in records.notes(folder)]
            for folder in FOLDERS
        },
        "advice": _raw(shown.advice),
    }
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def _raw(value: object) -> msgspec.Raw:
    """Return a part of the JSON as it is written; one by one, many are never held as objects."""
    json = msgspec.json.encode(value)
    return msgspec.Raw(
        json if json.isascii() and b"\x7f" not in json else escaped_json(json.decode()).encode()
    )
