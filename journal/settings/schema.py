"""What `journal.toml` may say: names of settings, and how each value is read."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from journal.characters import CONTROLS, is_name
from journal.durations import read_duration
from journal.file_names import KIND_FOLDERS, SITE, TEMPLATES
from journal.regions import similar_time_zone
from journal.settings.model import CALENDAR_NAMES, GIT_SAVES, PHASE_CADENCE
from journal.values import (
    Birthday,
    Unreadable,
    read_birthday,
    read_date,
    read_hours,
    read_partial_date,
)

#: What opens an editor, and nothing in the browser itself or on another host.
EDITORS = (
    "vscode", "vscode-insiders", "vscodium", "cursor", "windsurf", "zed", "obsidian", "subl",
    "sublime", "txmt", "mvim", "vim", "nvim", "emacs", "org-protocol", "editor", "idea", "pycharm",
    "phpstorm", "webstorm", "jetbrains", "nova", "bbedit", "x-bbedit", "coteditor", "atom", "kate",
    "typora", "ia-writer", "x-devonthink", "logseq", "zettlr", "marktext", "textmate",
)  # fmt: skip
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_CONTROL = re.compile(f"[{CONTROLS}]")

Reader = Callable[[Any], Any]
Schema = Mapping[str, "Reader | Schema | list[Schema]"]


def text(value: Any) -> str:
    """Read a text. Raises `Unreadable`."""
    if not isinstance(value, str):
        raise Unreadable("a text in quotes", 'like "…"')
    if _CONTROL.search(value):
        raise Unreadable("a text without control characters", "delete it, or type it anew")
    return value


def texts(value: Any) -> tuple[str, ...]:
    """Read a list of texts. Raises `Unreadable`."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Unreadable('a list of texts, ["…", "…"]', "one text stands in brackets, too")
    return tuple(text(item) for item in value)


def folder_names(value: Any) -> tuple[str, ...]:
    """Read names of folders below that of the notes, one or several. Raises `Unreadable`."""
    names = texts([value] if isinstance(value, str) else value)
    return tuple(_folder(name) for name in names)


def notes_root(value: Any) -> str:
    """Read the folder that holds the notes; empty for the journal's own. Raises `Unreadable`."""
    name = text(value).strip()
    return "" if name in (".", "./") else _folder(name)


def _folder(name: str) -> str:
    """Return a path of folders that stays inside the journal, and is read. Raises `Unreadable`."""
    path = unicodedata.normalize("NFC", name).strip().removeprefix("./").rstrip("/")
    parts = path.split("/")
    if not all(parts) or any(
        part[0] in "._" or "\\" in part or not is_name(part) for part in parts
    ):
        hint = "a plain name, like People; none that begins with “.” or “_” is read"
        raise Unreadable("a folder inside the journal", hint)
    if parts[0].casefold() in (SITE, TEMPLATES):
        raise Unreadable("a folder of notes", f"{parts[0]}/ is for something else")
    return path


def boolean(value: Any) -> bool:
    """Read true or false. Raises `Unreadable`."""
    if not isinstance(value, bool):
        raise Unreadable("true or false", "without quotes")
    return value


def positive_number(value: Any) -> int:
    """Read a whole number, 1 or more. Raises `Unreadable`."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise Unreadable("a whole number, 1 or more", "like 2, without quotes")
    return value


def one_of(*words: str) -> Reader:
    """Return a reader of one of these words."""

    def read(value: Any) -> str:
        if value not in words:
            raise Unreadable(" or ".join(f'"{word}"' for word in words), "in quotes")
        return text(value)

    return read


def editor_url(value: Any) -> str:
    """Read an address that opens an editor: a scheme of EDITORS, and then `://`.

    Browsers leave blanks and tabs in an address out, so there are none. Raises `Unreadable`.
    """
    url = text(value)
    scheme = _SCHEME.match(url)
    if url and (scheme is None or scheme[1].lower() not in EDITORS):
        hint = f"one of {', '.join(EDITORS)}"
        raise Unreadable('an editor\'s address, like "vscode://file/{path}:{line}"', hint)
    if not url.isprintable() or " " in url:
        raise Unreadable("an address without blanks", "delete them, or write %20")
    return url


def time_zone(value: Any) -> str:
    """Read the IANA name of a time zone. Raises `Unreadable`."""
    name = text(value)
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        raise Unreadable("an IANA time zone", similar_time_zone(name)) from None
    return name


def holiday_dates(value: Any) -> tuple[date | Birthday, ...]:
    """Read days, `YYYY-MM-DD` for one year or `MM-DD` for every year. Raises `Unreadable`."""
    items = value if isinstance(value, list) else [value]
    return tuple(_holiday_date(_words(item)) for item in items)


def _holiday_date(words: str) -> date | Birthday:
    return read_birthday(words) if len(words) == 5 else read_date(words)


def _words(value: Any) -> str:
    """TOML has dates of its own; they are as good as quoted ones."""
    return value.isoformat() if isinstance(value, date) else text(value)


def from_words(reader: Callable[[str], Any]) -> Reader:
    """Return a reader of a text (or of TOML's own date) from a reader of the words in it."""
    return lambda value: reader(_words(value))


CHAPTER: Schema = {"from": from_words(read_partial_date), "name": text}
HOLIDAY: Schema = {"name": text, "dates": holiday_dates, "for_all": boolean}
SCHEMA: Schema = {
    "title": text,
    "lang": text,
    "me": {
        "name": text,
        "email": text,
        "tz": time_zone,
        "city": text,
        "org": text,
        "can_offer": texts,
        "chapter": [CHAPTER],
    },
    "defaults": {
        "quiet_hours": from_words(read_hours),
        "fresh": from_words(read_duration),
        "dormant": from_words(read_duration),
        "rest_after": positive_number,
    },
    "cadence": {phase: from_words(read_duration) for phase in PHASE_CADENCE},
    "holiday": [HOLIDAY],
    "places": {"*": text},
    "editor": {"url": editor_url},
    "calendar": {"names": one_of(*CALENDAR_NAMES)},
    "git": {"save": one_of(*GIT_SAVES)},
    "folders": dict.fromkeys(KIND_FOLDERS, folder_names),
    "notes": {"root": notes_root, "ignore": texts},
}
