"""Markdown as plain text: for a task, a heading, the beginning of a note."""

import re
from collections.abc import Iterator

from journal.body.hidden import FILLER
from journal.body.lines import MARKER, Kind, scan, unquote

CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
"""Control characters (Unicode's Cc), except tab, newline, form feed and carriage return."""

OPENING = 200
"""Characters of a body that stand for it in a list."""

_EMBED = re.compile(r"!\[\[[^\[\]\n]*\]\]")
_WIKILINK = re.compile(r"\[\[([^\[\]\n]+)\]\]")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]*\]")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)")
_EMPHASIS = re.compile(r"[*_]+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIMPLE_MARKS = ("~~", "==", "`")
_TASK = re.compile(r"\[[ xX-]\](?:[ \t]|$)")
_CALLOUT = re.compile(r"\[!\w+\][+-]?[ \t]*")
_DEFINITION = re.compile(r"\[[^\]]*\]:")
_TABLE_RULE = re.compile(r"[|:\- \t]+$")
_ENOUGH = 2 * OPENING


def shown_of(inner: str) -> str:
    """Return what a wikilink's inside is shown as."""
    target, _, shown = inner.replace("\\|", "|").partition("|")
    return (shown or target).strip()


def plain(text: str) -> str:
    """Return a piece of Markdown as one line of plain text."""
    if FILLER in text:
        text = text.replace(FILLER, "")
    if "[" in text:
        text = _without_brackets(text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(_unless_it_emphasises, text)
    for mark in _SIMPLE_MARKS:
        if mark in text:
            text = text.replace(mark, "")
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    text = " ".join(text.split())
    return text if text.isprintable() else CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _without_brackets(text: str) -> str:
    if "![[" in text:
        text = _EMBED.sub("", text)
    if "[[" in text:
        text = _WIKILINK.sub(lambda found: shown_of(found[1]), text)
    if "[^" in text:
        text = _FOOTNOTE.sub("", text)
    return _LINK.sub(r"\1", text) if "](" in text else text


def _unless_it_emphasises(found: re.Match[str]) -> str:
    """Stars and underscores between letters or between blanks are text."""
    before = found.string[found.start() - 1 : found.start()] or " "
    after = found.string[found.end() : found.end() + 1] or " "
    alike = before.isspace() == after.isspace() and before.isalnum() == after.isalnum()
    return found[0] if alike or before == "\\" else ""


def opening(typed: str) -> str:
    """Return the first characters of a body that are neither heading, code nor task."""
    pieces: list[str] = []
    length = 0
    for piece in _said(typed[: 20 * OPENING].replace(FILLER, "")):
        pieces.append(piece)
        length += len(piece)
        if length > _ENOUGH:
            break
    text = plain(" ".join(pieces))
    if len(text) <= OPENING:
        return text
    cut = text[: OPENING + 1].rpartition(" ")[0] or text[:OPENING]
    return cut.rstrip(" ,;:–—-") + "…"


def _said(typed: str) -> Iterator[str]:
    lines = typed.split("\n")
    for line, (kind, _, start, _) in zip(lines, scan(lines), strict=True):
        if kind is Kind.TEXT:
            text = line[start:]
        elif kind is Kind.ITEM or kind is Kind.QUOTE:
            text = _inside(line[start:])
        else:
            continue
        if text and not (_DEFINITION.match(text) or _TABLE_RULE.match(text)):
            yield text


def _inside(text: str) -> str:
    """Return what a list item or a quoted line says; a task says nothing here."""
    while text[:1] == ">":
        text = unquote(text)[0].lstrip()
    if marker := MARKER.match(text):
        text = text[marker.end() :]
        return "" if _TASK.match(text) else text
    return _CALLOUT.sub("", text, count=1)
