"""The last pass over a body's elements: addresses of links and images, ids of headings."""

import re
from collections.abc import Callable
from typing import ClassVar
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from journal.body.links import RelativeAddress, is_note, relative_address, split_width
from journal.body.slugs import heading_slug
from journal.characters import quoted
from journal.findings import Mistake
from journal.markup.block_html import HEADING_OFFSET
from journal.markup.inline_html import TYPED
from journal.markup.link_placeholders import (
    PATH,
    file_link_attributes,
    image_attributes,
    is_image,
    reference,
)
from journal.markup.sanitise import is_safe_address

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_WEB = ("http", "https")
_ALLOWED = (*_WEB, "mailto", "tel")
_OWN_CLASSES = frozenset({"wikilink", "attachment", "footnote-ref", "footnote-backref"})
_BLANKS = re.compile(r"\s+")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TABLE = ("table", "thead", "tbody", "tr", "th", "td")
_BLOCKS = ("blockquote", "div", "details", "summary", "hr", "p", "pre", "ul", "ol", "li")
_ON_OWN_LINE = frozenset({*_HEADINGS, *_TABLE, *_BLOCKS})
_WITH_ID = ("li", "sup", "p", "table", "blockquote", "div", "details", "pre", "ul", "ol", "hr")
_REL_ELSEWHERE = "noreferrer noopener"
_NO_ALT_TEXT = "an image"
_LOWEST = 6


class TreeProcessor:
    """Changes the elements of one body; `anchor` begins each id, as bodies share pages."""

    def __init__(self, body: str, first_line: int, anchor: str) -> None:
        """`body` is what was typed; it begins on `first_line` of its file."""
        self.body = body
        self.first_line = first_line
        self.anchor = anchor
        self.mistakes: list[Mistake] = []
        self.searched_to: dict[str, int] = {}
        self.id_counts: dict[str, int] = {}

    def run(self, root: Element) -> None:
        """Change the tree."""
        for element in root.iter():
            tag = element.tag
            if process := self._PROCESS.get(tag):
                process(self, element)
            element.attrib.pop(TYPED, None)
            if len(element.attrib) > 1:
                element.attrib = dict(sorted(element.attrib.items()))
            if tag in _ON_OWN_LINE and not (element.tail and element.tail.strip()):
                element.tail = "\n"

    def _heading(self, element: Element) -> None:
        level = min(int(element.tag[1]) + HEADING_OFFSET, _LOWEST)
        slug = heading_slug("".join(element.itertext()))
        element.tag = f"h{level}"
        self._set_unique_id(element, slug)

    def _element_with_id(self, element: Element) -> None:
        if slug := element.get("id"):
            self._set_unique_id(element, _BLANKS.sub("-", slug))

    def _set_unique_id(self, element: Element, slug: str) -> None:
        """Give an id that nothing else in the body has."""
        count = self.id_counts[slug] = self.id_counts.get(slug, 0) + 1
        element.set("id", f"{self.anchor}-{slug}-{count}" if count > 1 else f"{self.anchor}-{slug}")

    def _break(self, element: Element) -> None:
        element.tail = f"\n{element.tail or ''}"

    def _link(self, element: Element) -> None:
        for inner in element.iter():
            if inner is not element and inner.tag == "a":
                _unlink(inner)
            elif inner.tag == "img" and (text := self._text_for_foreign_image(inner)) is not None:
                _replace(inner, "span", {}, text)
        address = element.get("href", "")
        if element.get("class") in _OWN_CLASSES:
            if address.startswith("#"):
                element.set("href", f"#{self.anchor}-{_BLANKS.sub('-', address[1:])}")
            return
        self._address(element, address)

    def _address(self, element: Element, typed: str) -> None:
        address = _as_browser_reads(typed)
        scheme = _scheme(address)
        if address.startswith("#") and len(address) > 1:
            element.set("href", f"#{self.anchor}-{heading_slug(unquote(address[1:]))}")
        elif scheme in _ALLOWED and is_safe_address(address):
            element.set("href", address)
            if scheme in _WEB:
                element.set("rel", _REL_ELSEWHERE)
        elif relative := _address_in_journal(typed):
            element.attrib.update(_link_attributes(relative))
            self._check_query(element, typed)
        else:
            self._report_refused(element, typed)
            _unlink(element)

    def _image(self, element: Element) -> None:
        if _is_embed(element):
            return
        text = self._text_for_foreign_image(element)
        typed, alt = element.get("src", ""), element.get("alt", "")
        relative = _address_in_journal(typed)
        if text is not None or not relative:
            address = _as_browser_reads(typed)
            link = {"href": address, "rel": _REL_ELSEWHERE} if _scheme(address) in _WEB else {}
            _replace(element, "a" if link else "span", link, text or _NO_ALT_TEXT)
        elif is_image(relative.path):
            element.attrib.update(image_attributes(relative.path, *split_width(alt)))
        else:
            _replace(element, "a", _link_attributes(relative), split_width(alt)[0] or relative.path)

    def _text_for_foreign_image(self, element: Element) -> str | None:
        """Return the text to show for an image from elsewhere; None for one of the journal."""
        typed = element.get("src", "")
        if _is_embed(element) or _address_in_journal(typed):
            return None
        address = _as_browser_reads(typed)
        self._report_refused(element, typed, image=True)
        alt, _ = split_width(element.get("alt", ""))
        return alt or (address if _scheme(address) in _WEB else _NO_ALT_TEXT)

    def _report_refused(self, element: Element, typed: str, image: bool = False) -> None:
        """Add a finding; an address too long for its sentence becomes the element's title."""
        address = _as_browser_reads(typed)
        if not address:
            return
        if address not in quoted(address):
            element.set("title", f"{element.get('title', '')} ({address})".lstrip())
        if image and _scheme(address) in _WEB:
            message = f"the image {quoted(address)} is on another host; shown as a link"
            hint = "keep the image beside the note and embed it from there"
        else:
            message = f"the address {quoted(address)} is not allowed; shown without it"
            hint = "write http, https, mailto or tel, or a path relative to the note"
        self._report(element, typed, message, hint)

    def _check_query(self, element: Element, typed: str) -> None:
        """Say that a question mark in an address is no part of a file's name."""
        path, question_mark, query = typed.partition("#")[0].partition("?")
        if question_mark and query:
            message = f"the address {quoted(typed)} leads to {quoted(path)}; the rest is left out"
            hint = "write ? as %3F where it is part of a file's name"
            self._report(element, typed, message, hint)

    def _report(self, element: Element, address: str, message: str, hint: str) -> None:
        position = self._position(element.get(TYPED, address))
        self.mistakes.append(Mistake(*position, "M02", message, hint))

    def _position(self, typed: str) -> tuple[int, int]:
        """Return line and column of an address: the next place where the body has it."""
        start = self.body.find(typed, self.searched_to.get(typed, 0))
        if start < 0:
            return self.first_line, 1
        self.searched_to[typed] = start + len(typed)
        line = self.body.count("\n", 0, start) + self.first_line
        return line, start - self.body.rfind("\n", 0, start)

    _PROCESS: ClassVar[dict[str, Callable[["TreeProcessor", Element], None]]] = {
        **dict.fromkeys(_HEADINGS, _heading),
        **dict.fromkeys(_WITH_ID, _element_with_id),
        "br": _break,
        "a": _link,
        "img": _image,
    }


def _as_browser_reads(typed: str) -> str:
    """Return an address as a browser reads it, without what cannot be seen."""
    address = _IGNORED.sub("", typed).strip()
    return f"https:{address}" if address.startswith("//") else address


def _address_in_journal(typed: str) -> RelativeAddress | None:
    """Return an address relative to the note, or nothing for one with a scheme."""
    return None if _scheme(_as_browser_reads(typed)) else relative_address(typed.strip())


def _is_embed(element: Element) -> bool:
    return "loading" in element.attrib


def _scheme(address: str) -> str:
    match = _SCHEME.match(address)
    return match[1].lower() if match else ""


def _link_attributes(address: RelativeAddress) -> dict[str, str]:
    if is_note(address.path):
        return {"class": "wikilink", "href": reference(PATH, *address)}
    return file_link_attributes(*address)


def _unlink(element: Element) -> None:
    title = _title_attribute(element)
    element.tag = "span"
    element.attrib.clear()
    element.attrib.update({"class": "unlinked"} | title)


def _replace(element: Element, tag: str, attributes: dict[str, str], text: str) -> None:
    tail, title = element.tail, _title_attribute(element)
    element.clear()
    element.tag, element.text, element.tail = tag, AtomicString(text), tail
    element.attrib.update(attributes | title)


def _title_attribute(element: Element) -> dict[str, str]:
    title = element.get("title", "")
    return {"title": title} if title else {}
