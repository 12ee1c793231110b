"""Wikilinks and embeds as HTML: placeholders, and the addresses put in their place for one page."""

import re
from collections.abc import Callable
from html import escape, unescape
from pathlib import PurePosixPath
from typing import Final, NamedTuple
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from journal.body.links import Wikilink, width_in

NOTE: Final = "note"
PATH: Final = "note-path"
FILE: Final = "file"
#: A file that is shown in the page.
IMAGE: Final = "image"

_IMAGES = frozenset(
    {".png", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".avif", ".svg", ".bmp", ".apng", ".ico"}
)


def is_image(address: str) -> bool:
    """Say whether a browser shows a file of that name as an image."""
    return PurePosixPath(address).suffix.casefold() in _IMAGES


def reference(kind: str, target: str, heading: str = "") -> str:
    """Return the address that stands for a link until its page is known."""
    fragment = f"#{quote(heading, safe='')}" if heading else ""
    return f"{kind}:{quote(target)}{fragment}"


def note_link(kind: str, target: str, heading: str, text: str) -> Element:
    """Return a link to a note; `kind` is NOTE or PATH."""
    link = Element("a", {"class": "wikilink", "href": reference(kind, target, heading)})
    link.text = AtomicString(text)
    return link


def file_link(path: str, heading: str = "") -> dict[str, str]:
    """Return the attributes of a link to a file that is no note."""
    return {"class": "attachment", "href": reference(FILE, path, heading)}


def image(path: str, shown: str) -> dict[str, str]:
    """Return the attributes of an image; `shown` is its text and, behind a bar, its width."""
    text, width = width_in(shown)
    attributes = {"src": reference(FILE, path), "alt": text, "loading": "lazy"}
    return attributes | {"width": str(width)} if width else attributes


def link_to(link: Wikilink) -> Element:
    """Return `[[target#heading|shown]]` as a link."""
    if link.target:
        text = " > ".join(part for part in (link.target, link.heading) if part)
        return note_link(NOTE, link.target, link.heading, link.shown or text)
    here = Element("a", {"href": f"#{link.heading}"})
    here.text = AtomicString(link.shown or link.heading)
    return here


def embed(link: Wikilink) -> Element:
    """Return `![[image.png|300]]`; what is no image becomes a link."""
    if link.target and is_image(link.target):
        text, width = width_in(link.shown)
        shown = f"{text or link.target}|{width}" if width else text or link.target
        return Element("img", image(link.target, shown))
    if not PurePosixPath(link.target).suffix:
        return link_to(link)
    file = Element("a", file_link(link.target, link.heading))
    file.text = AtomicString(link.shown or link.target)
    return file


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
"""Finds (kind, target, heading): kind is NOTE, PATH, FILE or IMAGE."""


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
