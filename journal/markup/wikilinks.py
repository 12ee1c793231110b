"""Wikilinks and embeds as HTML, with an address that a later step fills in.

A body is rendered once and stands on many pages, so its links name what they lead to: `note:` and
what was typed, `note-path:` or `file:` and an address relative to the note, percent-encoded.
"""

from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote
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
