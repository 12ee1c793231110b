"""The sanitiser: whatever was rendered, only the elements and addresses allowed here are left."""

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
_WITH_ID = ("sup", "li", "p", "table", "blockquote", "div", "details", "pre", "ul", "hr")
_SCHEMES = frozenset({"http", "https", "mailto", "tel", "note", "note-path", "file"})
_SAFE_ADDRESS = re.compile(r"(?:https?://[a-z][a-z0-9.-]*[a-z](?:[/?#][!-~]*)?|mailto:[!-~]+)")
_AMPERSAND, _MANY = "&amp;", 1000
"""The sanitiser takes time with the square of these; where there are many, a sign that no body can
have goes through it in their place, and comes out as the same five letters."""

_STAND_IN = "\x01"
_ATTRIBUTES = {
    "a": {"href", "rel", "title"},
    "details": {"open", "id"},
    "span": {"title", "id"},
    "img": {"src", "alt", "title", "loading", "width"},
    "input": {"type", "disabled", "checked", "aria-label"},
    "ol": {"start", "id"},
    **{tag: {"id"} for tag in (*_HEADINGS, *_WITH_ID) if tag != "details"},
}


@cache
def _sanitiser() -> nh3.Cleaner:
    attributes = {tag: set(_ATTRIBUTES.get(tag, ())) for tag in (*_ATTRIBUTES, *_CLASSES)}
    for tag in _CLASSES:
        attributes[tag].add("class")
    return nh3.Cleaner(
        tags=set(_TAGS), attributes=attributes, url_schemes=set(_SCHEMES), link_rel=None
    )


def is_safe_address(address: str) -> bool:
    """Say whether the sanitiser lets a link have that address."""
    if _SAFE_ADDRESS.fullmatch(address):
        return True
    return "href=" in sanitise(f'<a href="{escape(address)}"></a>')


def sanitise(html: str) -> str:
    """Return balanced HTML in which nothing is left but what a body may have."""
    if html.count(_AMPERSAND) < _MANY or _STAND_IN in html:
        return _sanitiser().clean(html)
    return _sanitiser().clean(html.replace(_AMPERSAND, _STAND_IN)).replace(_STAND_IN, _AMPERSAND)
