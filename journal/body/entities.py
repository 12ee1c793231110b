"""Text as it is meant: escapes and entities put back, and nothing else touched."""

import re
from html.entities import html5

ENTITY = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
"""As in CommonMark, only with its semicolon: `&region=` in an address is no `®`."""

_ESCAPE = re.compile(rf"\\([!-/:-@\[-`{{-~])|{ENTITY.pattern}")
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_LAST = 0x10FFFF


def character(decimal: str | None, hexadecimal: str | None, name: str | None) -> str:
    """Return what the parts of an ENTITY stand for, or nothing where there is no such entity."""
    if name:
        return html5.get(f"{name};", "")
    number = int(decimal) if decimal else int(hexadecimal or "", 16)
    if number > _LAST or 0xD800 <= number < 0xE000:
        return _UNKNOWN
    shown = chr(number)
    return shown if number >= 0xA0 or shown.isprintable() or shown in "\t\n" else _UNKNOWN


def unescaped(text: str) -> str:
    r"""Return `text` with `\*` as `*`, and its entities as characters."""
    if "\\" not in text and "&" not in text:
        return text
    return _ESCAPE.sub(_meant, text)


def _meant(match: re.Match[str]) -> str:
    escaped, *entity = match.groups()
    return escaped or character(*entity) or match[0]
