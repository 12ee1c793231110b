"""What `journal.toml` may say: names of settings, and how each value is read."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from journal.characters import CONTROLS
from journal.durations import read_duration
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
}
