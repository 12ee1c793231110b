"""Markdown as plain text: escapes and entities put back, marks taken off."""

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


CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
"""Control characters (Unicode's Cc), except tab, newline, form feed and carriage return."""

BEGINS, ENDS = "\x02", "\x03"
"""They stand around the words of a link while the marks of Markdown are taken away."""

_WIKILINK = re.compile(r"\[\[([^\[\]\n]+)\]\]")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]*\]")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)")
_EMPHASIS = re.compile(r"[*_]+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK_MARKS, _NEAR = BEGINS + ENDS, 4
_SIMPLE_MARKS = ("~~", "==", "`")


def shown_of(inner: str) -> str:
    """Return what a wikilink's inside is shown as."""
    target, _, shown = inner.replace("\\|", "|").partition("|")
    return (shown or target).strip()


def plain(text: str) -> str:
    """Return a piece of Markdown, without control characters but these two, as one plain line."""
    if "[" in text:
        text = _without_brackets(text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(_unless_it_emphasises, text)
    for mark in _SIMPLE_MARKS:
        if mark in text:
            text = text.replace(mark, "")
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return " ".join(text.split())


def _without_brackets(text: str) -> str:
    if "[[" in text:
        text = _WIKILINK.sub(lambda found: shown_of(found[1]), text)
    if "[^" in text:
        text = _FOOTNOTE.sub("", text)
    return _LINK.sub(r"\1", text) if "](" in text else text


def _unless_it_emphasises(found: re.Match[str]) -> str:
    """Stars and underscores between letters or between blanks are text."""
    start, end = found.span()
    before = found.string[max(0, start - _NEAR) : start].rstrip(_LINK_MARKS)[-1:] or " "
    after = found.string[end : end + _NEAR].lstrip(_LINK_MARKS)[:1] or " "
    alike = before.isspace() == after.isspace() and before.isalnum() == after.isalnum()
    return found[0] if alike or before == "\\" else ""
