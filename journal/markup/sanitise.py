"""The second layer of safety: whatever the parser gives, only this leaves the room."""

import re
from functools import cache
from html import escape

import nh3

_CLASSES = ("a", "code", "div", "details", "li", "p", "pre", "span", "summary", "td", "th")
_HEADINGS = ("h3", "h4", "h5", "h6")
_TABLE = ("table", "thead", "tbody", "tr", "th", "td")
_BLOCKS = ("blockquote", "div", "details", "hr", "input", "li", "ol", "p", "pre", "summary", "ul")
_INLINE = ("a", "br", "code", "del", "em", "img", "mark", "span", "strong", "sup")
_TAGS = frozenset({*_HEADINGS, *_TABLE, *_BLOCKS, *_INLINE})
_NAMED = ("sup", "li", "p", "table", "blockquote", "div", "details", "pre", "ul", "hr")
_SCHEMES = frozenset({"http", "https", "mailto", "tel", "note", "note-path", "file"})
_PLAIN = re.compile(r"(?:https?://[a-z][a-z0-9.-]*[a-z](?:[/?#][!-~]*)?|mailto:[!-~]+)")
_AND, _MANY = "&amp;", 1000
"""The sanitiser takes time with the square of these; where there are many, a sign that no body can
have goes through it in their place, and comes out as the same five letters."""

_STAND_IN = "\x01"
_ATTRIBUTES = {
    "a": {"href", "rel", "title"},
    "details": {"open", "id"},
    "span": {"title"},
    "img": {"src", "alt", "title", "loading", "width"},
    "input": {"type", "disabled", "checked", "aria-label"},
    "ol": {"start", "id"},
    **{tag: {"id"} for tag in (*_HEADINGS, *_NAMED) if tag != "details"},
}


@cache
def _cleaner() -> nh3.Cleaner:
    attributes = {tag: set(_ATTRIBUTES.get(tag, ())) for tag in (*_ATTRIBUTES, *_CLASSES)}
    for tag in _CLASSES:
        attributes[tag].add("class")
    return nh3.Cleaner(
        tags=set(_TAGS), attributes=attributes, url_schemes=set(_SCHEMES), link_rel=None
    )


def keeps(address: str) -> bool:
    """Say whether a link may have that address, which a browser has to be able to read."""
    if _PLAIN.fullmatch(address):
        return True
    return "href=" in clean(f'<a href="{escape(address)}"></a>')


def clean(html: str) -> str:
    """Return balanced HTML that has nothing but what a body may have."""
    if html.count(_AND) < _MANY or _STAND_IN in html:
        return _cleaner().clean(html)
    return _cleaner().clean(html.replace(_AND, _STAND_IN)).replace(_STAND_IN, _AND)
