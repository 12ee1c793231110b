"""What escapes, entities and code mean, as plain text."""

import re
from html.entities import html5

ENTITY = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
"""As in CommonMark, only with its semicolon: `&region=` in an address is no `®`."""

WIKILINK = r"\[\[([^\[\]\n\0]+)\]\]"
"""The pattern of a wikilink, which CommonMark has not: as in Obsidian, on one line, no brackets."""

ESCAPE = r"\\([!-/:-@\[-`{-~])"
"""The pattern of an escape: a backslash before ASCII punctuation."""

_ESCAPE_OR_ENTITY = re.compile(rf"{ESCAPE}|{ENTITY.pattern}")
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_LAST = 0x10FFFF


def character(decimal: str | None, hexadecimal: str | None, name: str | None) -> str:
    """Return what the parts of an ENTITY stand for, or nothing where there is no such entity."""
    if name:
        return html5.get(f"{name};", "")
    number = int(decimal) if decimal else int(hexadecimal or "", 16)
    if number > _LAST or 0xD800 <= number < 0xE000:
        return _UNKNOWN
    meant = chr(number)
    return meant if number >= 0xA0 or meant.isprintable() or meant in "\t\n" else _UNKNOWN


def unescaped(text: str) -> str:
    r"""Return `text` with `\*` as `*`, and its entities as characters."""
    if "\\" not in text and "&" not in text:
        return text
    return _ESCAPE_OR_ENTITY.sub(_character_meant, text)


def _character_meant(match: re.Match[str]) -> str:
    escaped, *entity = match.groups()
    return escaped or character(*entity) or match[0]


_BACKTICKS = re.compile(r"`+")


def closing_backticks(text: str) -> dict[int, int]:
    """Map the start of each run of backticks to the end of the next one as long.

    A run behind a backslash begins one character later. Takes time in proportion to the text.
    """
    found: dict[int, int] = {}
    following: dict[int, int] = {}
    for run in reversed(list(_BACKTICKS.finditer(text))):
        start, end = run.span()
        for cut in (0, 1):
            if end - start - cut in following:
                found[start + cut] = following[end - start - cut]
        following[end - start] = end
    return found


def code_text(inside: str) -> str:
    """Return what code between backticks is shown as: on one line, a blank at each end less."""
    text = inside.replace("\n", " ")
    if text[:1] == " " == text[-1:] and text.strip():
        return text[1:-1]
    return text


CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
"""Control characters (Unicode's Cc), except tab, newline, form feed and carriage return."""
