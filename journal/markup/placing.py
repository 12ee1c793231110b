"""The last step of a body: its placeholders become addresses, seen from one page."""

import re
from collections.abc import Callable
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import unquote

from journal.markup.wikilinks import FILE, IMAGE, NOTE, PATH

#: A link or an embed whose address is filled in for each page.
PLACEHOLDER = re.compile(
    rf'<a class="(wikilink|attachment)" href="({NOTE}|{PATH}|{FILE}):([^"#]*)(?:#([^"]*))?"'
    r"([^>]*)>(.*?)</a>"
    rf'|<img alt="([^"]*)" loading="lazy" src="{FILE}:([^"#]*)"([^>]*)>',
    re.DOTALL,
)


_NO_TITLE = re.compile(r' (?!title)[a-z]+="[^"]*"')
"""The attributes that are no title."""


class Place(NamedTuple):
    """Where a link leads from the page it is on, or what is said in its stead.

    With an `href` it is a link. Without one, `instead` (“a private note”) takes the place of what
    was typed, which vanishes from the page; `kind` is then a class for the style sheet.
    """

    href: str = ""
    instead: str = ""
    kind: str = "private"


Find = Callable[[str, str, str], Place | None]
"""Finds (kind, target, heading): kind is NOTE, PATH, FILE or IMAGE, as in `journal.markup`."""


def place(html: str, find: Find) -> str:
    """Fill in the placeholders of a rendered body for one page.

    `find` is asked for each link and embed. What it does not find (None) is shown as typed, an
    image as its text, without a link. Takes time in proportion to the HTML.
    """
    return PLACEHOLDER.sub(lambda found: _fill(found, find), html)


def _fill(found: re.Match[str], find: Find) -> str:
    name, kind, target, heading, more, shown, alt, source, rest = found.groups()
    if name is None:
        return _image(alt, find(IMAGE, typed_part(source), ""), rest)
    where = find(kind, typed_part(target), typed_part(heading or ""))
    if "<img" in shown:
        shown = place(shown, find)
    if where is None:
        return f'<span class="unlinked"{_NO_TITLE.sub("", more)}>{shown}</span>'
    if not where.href:
        return _instead(where, shown)
    return f'<a class="{name}" href="{escape(where.href)}"{more}>{shown}</a>'


def _image(alt: str, place: Place | None, rest: str) -> str:
    if place is None:
        return f'<span class="unlinked"{_NO_TITLE.sub("", rest)}>{alt}</span>'
    if not place.href:
        return _instead(place, alt)
    return f'<img alt="{alt}" loading="lazy" src="{escape(place.href)}"{rest}>'


def _instead(place: Place, shown: str) -> str:
    return f'<span class="{escape(place.kind)}">{escape(place.instead) or shown}</span>'


def typed_part(part: str) -> str:
    """Return a part of a placeholder as it was typed."""
    return unquote(unescape(part))
