"""Wikilinks and embeds as HTML, with an address that a later step fills in.

A body is rendered once and stands on many pages, so its links name what they lead to: `note:` and
what was typed, `note-path:` or `file:` and an address relative to the note, percent-encoded.
"""

import re
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from journal.body.links import Wikilink, split_wikilink, width_in

NOTE: Final = "note"
PATH: Final = "note-path"
FILE: Final = "file"

_PATTERN = r"(?<!\\)(!?)\[\[([^\[\]\n\x02\x03]+)\]\]"
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


class Wikilinks(InlineProcessor):
    """`[[target#heading|shown]]` and `![[image.png|300]]`."""

    def __init__(self) -> None:
        super().__init__(_PATTERN)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the parser names it
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - as above
    ) -> tuple[Element | None, int, int]:
        """Return the link or embed, and its extent."""
        link = split_wikilink(m[2])
        return (_embed(link) if m[1] else _link(link)), m.start(), m.end()


def _link(link: Wikilink) -> Element | None:
    if link.target:
        text = " > ".join(part for part in (link.target, link.heading) if part)
        return note_link(NOTE, link.target, link.heading, link.shown or text)
    if not link.heading:
        return None
    here = Element("a", {"href": f"#{link.heading}"})
    here.text = AtomicString(link.shown or link.heading)
    return here


def _embed(link: Wikilink) -> Element | None:
    if not link.target:
        return None
    if is_image(link.target):
        text, width = width_in(link.shown)
        shown = f"{text or link.target}|{width}" if width else text or link.target
        return Element("img", image(link.target, shown))
    if not PurePosixPath(link.target).suffix:
        return _link(link)
    file = Element("a", file_link(link.target, link.heading))
    file.text = AtomicString(link.shown or link.target)
    return file
