"""Names for new notes: from a title, not yet taken, and readable on every system."""

import itertools
import os
import re
import unicodedata
from contextlib import suppress
from pathlib import Path

from journal.characters import is_name, is_windows_device, path_problem, quoted
from journal.errors import NotWritten

_CUT = 120  # bytes of a name made from a title: leaves room on every system, and in a list
_JOINERS, _SOFT_HYPHEN = "\u200c\u200d", "\u00ad"
_REFUSED = re.compile(r'[<>:"/\\|?*#^\[\]]')  # by Windows in a file name, or by Obsidian in a link


def safe_stem(title: str, ending: str = "") -> str:
    """Return a file name (without `.md`) that says `title`: printable, at most 120 UTF-8 bytes.

    What Windows or Obsidian refuse in a name becomes a space; never empty. Of a long title, so
    much is kept that there is room for `ending`.
    """
    stem, end = _printable(title) or "Untitled", _printable(ending)
    stem = f"Note {stem}" if is_windows_device(stem) else stem
    room = _CUT - len(f" {end}".encode()) if end else _CUT
    return " ".join(filter(None, (_trimmed(_cut(stem, room)), end)))


def _printable(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return _trimmed("".join(map(_kept, _REFUSED.sub(" ", composed))))


def free_note_id(content: Path, folder: str, stem: str) -> str:
    """Return the id of a note not there yet: `folder/stem`, else with ` 2`, ` 3` … at its end.

    Names are compared as macOS and Windows do, without case. Raises NotWritten for an id that
    is none.
    """
    id_parts(f"{folder}/{stem}")
    taken: set[str] = set()
    with suppress(OSError):  # a folder that is not there has no names
        taken = {without_case(name) for name in os.listdir(content / folder)}  # noqa: PTH208 - names only
    names = itertools.chain([stem], (f"{stem} {number}" for number in itertools.count(2)))
    return next(f"{folder}/{name}" for name in names if without_case(f"{name}.md") not in taken)


def without_case(name: str) -> str:
    """Return what a name is compared by: without case, letters composed (NFC)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def id_parts(note_id: str) -> tuple[str, ...]:
    """Split an id at its slashes; raises NotWritten for one that would leave content/."""
    parts = tuple(note_id.split("/"))
    if reason := _unsafe(parts):
        raise NotWritten(f"The name {quoted(note_id, limit=120)} {reason}: choose another name.")
    return parts


def _unsafe(parts: tuple[str, ...]) -> str:
    if any(part[:1] in (".", "_") for part in parts):
        return "has a part that begins with “.” or “_”, and such are never read"
    if any("\\" in part or not is_name(part) for part in parts):
        return "has a backslash, a control character or one that turns letters around in it"
    return path_problem(parts, ending=".md")


def _kept(character: str) -> str:
    """Return a character of a title as a name has it: joiners are part of letters and emoji."""
    if character.isprintable() or character in _JOINERS:
        return character
    return "" if character == _SOFT_HYPHEN else " "


def _trimmed(text: str) -> str:
    return " ".join(text.split()).lstrip("._ ").rstrip(". ")


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore")
