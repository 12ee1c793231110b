"""Texts as other programs may have them: plain, and nothing in them that a screen would obey."""

import re
from html import unescape

#: A tag of rendered HTML, in whose attributes there may be a `>`.
_TAG = re.compile(r'<[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_BOX = re.compile(r'<input aria-label="([^"]*)"[^<>]*>')
_BOXES = {"done": "[x]", "dropped": "[-]"}
#: Controls and marks that turn the direction of a line; joiners are part of letters and emoji.
_OBEYED = "\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
_IN_TEXT = re.compile(f"[\x00-\x08\x0b-\x1f{_OBEYED}\ud800-\udfff]")
_IN_JSON = re.compile(f"[{_OBEYED}]")


def plain(html: str) -> str:
    """Return the text of a rendered body: a line a block, list items after `-`."""
    if "<li" in html:
        html = _BOX.sub(_box, html.replace("<li", "- <li"))
    text = _TAG.sub("", html.replace("</p>\n", "</p>\n\n"))
    return (unescape(text) if "&" in text else text).strip()


def _box(found: re.Match[str]) -> str:
    return _BOXES.get(found[1], "[ ]")


def harmless(text: str) -> str:
    """Return `text` with every character that a screen would obey made visible."""
    if text.isascii() and text.isprintable():
        return text
    return _IN_TEXT.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))


def escaped_json(text: str) -> str:
    """Return JSON with the same values, in which such characters are escaped."""
    return _IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
