"""What a rendered body says, without its marks."""

import re
from html import unescape

#: A tag of rendered HTML, in whose attributes there may be a `>`.
_TAG = re.compile(r'<[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_BOX = re.compile(r'<input aria-label="([^"]*)"[^<>]*>')
_BOXES = {"done": "[x]", "dropped": "[-]"}
#: What the beginning of a note leaves out: headings, code, tasks, footnotes and their marks.
_NOT_SAID = re.compile(
    r"<(h[1-6]|pre|sup)\b[^>]*>.*?(?:</\1>|\Z)"
    r'|<(\w+) class="callout-title">.*?</\2>'
    r'|<li class="task[^>]*>(?:(?!<li\b|</?[uo]l\b|</li>).)*'
    r'|<div class="footnote">.*',
    re.DOTALL,
)
_BLOCK_ENDS = re.compile(r"</(?:p|li|summary|t[dh]|dt|dd)>|<br ?/?>")
_OPENING = 200  # characters
_LOOKED_AT = 12 * _OPENING  # characters of HTML


def words_of(html: str) -> str:
    """Return the text of rendered HTML as it is."""
    text = _TAG.sub("", html)
    return unescape(text) if "&" in text else text


def plain_text(html: str) -> str:
    """Return the text of a rendered body: a line a block, list items after `-`."""
    if "<li" in html:
        html = _BOX.sub(_box, html.replace("<li", "- <li"))
    return words_of(html.replace("</p>\n", "</p>\n\n")).strip()


def opening_of(html: str) -> str:
    """Return the first 200 characters that a body says in its paragraphs and lists, in one line."""
    said = _NOT_SAID.sub("", _beginning(html))
    text = " ".join(words_of(_BLOCK_ENDS.sub(" ", said)).split())
    if len(text) <= _OPENING:
        return text
    cut = text[: _OPENING + 1].rpartition(" ")[0] or text[:_OPENING]
    return cut.rstrip(" ,;:–—-") + "…"


def _beginning(html: str) -> str:
    """Return about as much HTML as an opening needs, not cut inside a tag or a word."""
    if len(html) <= _LOOKED_AT:
        return html
    begin = html[: html.rfind(" ", 0, _LOOKED_AT)]
    tag = begin.rfind("<")
    return begin if begin.rfind(">") > tag else begin[:tag]


def _box(found: re.Match[str]) -> str:
    return _BOXES.get(found[1], "[ ]")
