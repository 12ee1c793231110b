"""The text of a rendered body: all of it, as plain text, or its first 200 characters."""

import re
from html import unescape

#: A tag of rendered HTML, in whose attributes there may be a `>`.
_TAG = re.compile(r'<[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_CHECKBOX = re.compile(
    r'<input aria-label="([^"]*)"[^<>]*>(?: <span class="task-sign">(&?[^<]*)</span>)?'
)
_CHECKBOX_MARKS = {"done": "[x]", "dropped": "[-]"}
#: What the beginning of a note leaves out: headings, code, tasks, footnotes and their marks.
_NOT_IN_OPENING = re.compile(
    r"<(h[1-6]|pre|sup)\b[^>]*>.*?(?:</\1>|\Z)"
    r'|<(\w+) class="callout-title">.*?</\2>'
    r'|<li class="task[^>]*>(?:(?!<li\b|</?[uo]l\b|</li>).)*'
    r'|<div class="footnote">.*',
    re.DOTALL,
)
_BLOCK_ENDS = re.compile(r"</(?:p|li|summary|t[dh]|dt|dd)>|<br ?/?>")
_MAX_OPENING = 200  # characters
_MAX_HTML = 12 * _MAX_OPENING  # characters of HTML


def text_of_html(html: str) -> str:
    """Return the text of rendered HTML as it is."""
    text = _TAG.sub("", html)
    return unescape(text) if "&" in text else text


def plain_text(html: str) -> str:
    """Return the text of a rendered body: a line a block, list items after `-`."""
    if "<li" in html:
        html = _CHECKBOX.sub(_checkbox_mark, html.replace("<li", "- <li"))
    return text_of_html(html.replace("</p>\n", "</p>\n\n")).strip()


def opening_of(html: str) -> str:
    """Return the first 200 characters that a body says in its paragraphs and lists, in one line."""
    said = _NOT_IN_OPENING.sub("", _beginning(html))
    text = " ".join(text_of_html(_BLOCK_ENDS.sub(" ", said)).split())
    if len(text) <= _MAX_OPENING:
        return text
    cut = text[: _MAX_OPENING + 1].rpartition(" ")[0] or text[:_MAX_OPENING]
    return cut.rstrip(" ,;:–—-") + "…"


def _beginning(html: str) -> str:
    """Return about as much HTML as an opening needs, not cut inside a tag or a word."""
    if len(html) <= _MAX_HTML:
        return html
    begin = html[: html.rfind(" ", 0, _MAX_HTML)]
    tag = begin.rfind("<")
    return begin if begin.rfind(">") > tag else begin[:tag]


def _checkbox_mark(found: re.Match[str]) -> str:
    return f"[{found[2]}]" if found[2] else _CHECKBOX_MARKS.get(found[1], "[ ]")
