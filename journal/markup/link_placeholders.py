"""Wikilinks and embeds as HTML: placeholders, which each page fills in with its own addresses."""

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Final
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from journal.body.images import is_image, split_width
from journal.body.wikilinks import Wikilink

NOTE: Final = "note"
PATH: Final = "note-path"
FILE: Final = "file"
#: A file that is shown in the page.
IMAGE: Final = "image"


def reference(kind: str, target: str, heading: str = "") -> str:
    """Return the address that stands for a link until its page is known."""
    fragment = f"#{quote(heading, safe='')}" if heading else ""
    return f"{kind}:{quote(target)}{fragment}"


def note_link(kind: str, target: str, heading: str, text: str) -> Element:
    """Return a link to a note; `kind` is NOTE or PATH."""
    link = Element("a", {"class": "wikilink", "href": reference(kind, target, heading)})
    link.text = text
    return link


def file_link_attributes(path: str, heading: str = "") -> dict[str, str]:
    """Return the attributes of a link to a file that is no note."""
    return {"class": "attachment", "href": reference(FILE, path, heading)}


def image_attributes(path: str, text: str, width: int | None) -> dict[str, str]:
    """Return the attributes of an image, whose alternative text is `text`."""
    attributes = {"src": reference(FILE, path), "alt": text, "loading": "lazy"}
    return attributes | {"width": str(width)} if width else attributes


def link_element(link: Wikilink) -> Element:
    """Return `[[target#heading|text]]` as a link, to a note or, where there is none, to a file."""
    if link.target:
        return note_link(NOTE, link.target, link.heading, link.shown)
    here = Element("a", {"href": f"#{quote(link.heading)}"})
    here.text = link.shown
    return here


def embed_element(link: Wikilink) -> Element:
    """Return `![[image.png|300]]`; what is no image becomes a link."""
    if not is_image(link.target):
        return link_element(link)
    text, width = split_width(link.text)
    return Element("img", image_attributes(link.target, text or link.target, width))


#: A link or an embed whose address is filled in for each page.
PLACEHOLDER = re.compile(
    rf'<a class="(wikilink|attachment)" href="({NOTE}|{PATH}|{FILE}):([^"#]*)(?:#([^"]*))?"'
    r"([^>]*)>(.*?)</a>"
    rf'|<img alt="([^"]*)" loading="lazy" src="{FILE}:([^"#]*)"([^>]*)>',
    re.DOTALL,
)
_ALL_BUT_TITLE = re.compile(r' (?!title)[a-z]+="[^"]*"')


ResolveLink = Callable[[str, str, str], str]
"""Returns the address of (kind, target, heading), empty where there is none.

The kind is NOTE, PATH, FILE or IMAGE.
"""


def fill_placeholders(html: str, resolve: ResolveLink) -> str:
    """Fill in the placeholders of a rendered body for one page.

    `resolve` is asked for each link and embed. A link without an address is shown as its text, an
    image as its alternative text. Takes time in proportion to the HTML.
    """
    return PLACEHOLDER.sub(lambda found: _fill(found, resolve), html)


def _fill(found: re.Match[str], resolve: ResolveLink) -> str:
    css_class, kind, target, heading, attributes, text, alt, source, rest = found.groups()
    if css_class is None:
        return _image(alt, resolve(IMAGE, decoded_part(source), ""), rest)
    address = resolve(kind, decoded_part(target), decoded_part(heading or ""))
    if "<img" in text:
        text = fill_placeholders(text, resolve)
    if not address:
        return _unlinked(text, attributes)
    return f'<a class="{css_class}" href="{escape(address)}"{attributes}>{text}</a>'


def _image(alt: str, address: str, attributes: str) -> str:
    if not address:
        return _unlinked(alt, attributes)
    return f'<img alt="{alt}" loading="lazy" src="{escape(address)}"{attributes}>'


def _unlinked(text: str, attributes: str) -> str:
    return f'<span class="unlinked"{_ALL_BUT_TITLE.sub("", attributes)}>{text}</span>'


def decoded_part(part: str) -> str:
    """Return a part of a placeholder, decoded to what was typed."""
    return unquote(unescape(part))
