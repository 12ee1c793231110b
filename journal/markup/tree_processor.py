"""The last pass over a body's elements: addresses of links and images, ids of headings."""

import re
from collections.abc import Callable, Sequence
from typing import ClassVar
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from journal.body.contents import Anchor
from journal.body.fragments import anchor_of
from journal.body.images import WEB_SCHEMES, image_words, split_width
from journal.body.link_addresses import (
    RelativeAddress,
    address_in_journal,
    as_browser_reads,
    is_note,
    scheme_of,
)
from journal.body.outline import unique_id
from journal.characters import quoted
from journal.findings import Mistake
from journal.markup.block_html import HEADING_OFFSET
from journal.markup.inline_html import TYPED
from journal.markup.link_placeholders import (
    PATH,
    file_link_attributes,
    image_attributes,
    reference,
)
from journal.markup.sanitise import is_safe_address

_ALLOWED = (*WEB_SCHEMES, "mailto", "tel")
_OWN_CLASSES = frozenset({"wikilink", "attachment", "footnote-ref", "footnote-backref"})
_BLANKS = re.compile(r"\s+")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TABLE = ("table", "thead", "tbody", "tr", "th", "td")
_BLOCKS = ("blockquote", "div", "details", "summary", "hr", "p", "pre", "ul", "ol", "li")
_ON_OWN_LINE = frozenset({*_HEADINGS, *_TABLE, *_BLOCKS})
_WITH_ID = (
    "li",
    "sup",
    "span",
    "p",
    "table",
    "blockquote",
    "div",
    "details",
    "pre",
    "ul",
    "ol",
    "hr",
)
_REL_ELSEWHERE = "noreferrer noopener"
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
        self.taken: dict[str, int] = {}
        self.anchors: Sequence[Anchor] = ()

    def run(self, root: Element, anchors: Sequence[Anchor]) -> None:
        """Change the tree; `anchors` is what links in it may lead to."""
        self.anchors = anchors
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
        element.tag = f"h{level}"
        self._set_unique_id(element, element.get("id", ""))

    def _element_with_id(self, element: Element) -> None:
        if slug := element.get("id"):
            self._set_unique_id(element, _BLANKS.sub("-", slug))

    def _set_unique_id(self, element: Element, slug: str) -> None:
        """Give an id that nothing else in the body has."""
        element.set("id", f"{self.anchor}-{unique_id(slug, self.taken)}")

    def _break(self, element: Element) -> None:
        element.tail = f"\n{element.tail or ''}"

    def _link(self, element: Element) -> None:
        for inner in element.iter():
            if inner is not element and inner.tag == "a":
                _unlink(inner)
            elif inner.tag == "img" and not _is_embed(inner):
                self._image_in_link(inner)
        address = element.get("href", "")
        if element.get("class") in _OWN_CLASSES:
            if address.startswith("#"):
                element.set("href", f"#{self.anchor}-{_BLANKS.sub('-', address[1:])}")
            return
        self._address(element, address)

    def _address(self, element: Element, typed: str) -> None:
        address = as_browser_reads(typed)
        scheme = scheme_of(address)
        if address.startswith("#") and len(address) > 1:
            self._inner_link(element, unquote(address[1:]))
        elif scheme in _ALLOWED and is_safe_address(address):
            element.set("href", address)
            if scheme in WEB_SCHEMES:
                element.set("rel", _REL_ELSEWHERE)
        elif relative := address_in_journal(typed):
            element.attrib.update(_link_attributes(relative))
            self._check_query(element, typed)
        else:
            self._report_refused(element, typed)
            _unlink(element)

    def _inner_link(self, element: Element, fragment: str) -> None:
        """Lead to another part of the body; where there is none, only name it in a title."""
        if found := anchor_of(self.anchors, fragment):
            element.set("href", f"#{self.anchor}-{found.id}")
        else:
            title = f"{element.get('title', '')} (#{fragment})".lstrip()
            element.tag, element.attrib = "span", {"title": title}

    def _image_in_link(self, element: Element) -> None:
        """Show an image from elsewhere as its words, as no link can be inside another."""
        typed, alt = element.get("src", ""), element.get("alt", "")
        if not address_in_journal(typed):
            self._report_refused(element, typed, image=True)
            _replace(element, "span", {}, image_words(alt, typed))

    def _image(self, element: Element) -> None:
        if _is_embed(element):
            return
        typed, alt = element.get("src", ""), element.get("alt", "")
        words = image_words(alt, typed)
        relative = address_in_journal(typed)
        if not relative:
            self._report_refused(element, typed, image=True)
            address = as_browser_reads(typed)
            is_web = scheme_of(address) in WEB_SCHEMES
            link = {"href": address, "rel": _REL_ELSEWHERE} if is_web else {}
            _replace(element, "a" if link else "span", link, words)
        elif not words:
            element.attrib.update(image_attributes(relative.path, *split_width(alt)))
        else:
            _replace(element, "a", _link_attributes(relative), words)

    def _report_refused(self, element: Element, typed: str, image: bool = False) -> None:
        """Add a finding; an address too long for its sentence becomes the element's title."""
        address = as_browser_reads(typed)
        if not address:
            return
        if address not in quoted(address):
            element.set("title", f"{element.get('title', '')} ({address})".lstrip())
        if image and scheme_of(address) in WEB_SCHEMES:
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


def _is_embed(element: Element) -> bool:
    return "loading" in element.attrib


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
    element.tag, element.text, element.tail = tag, text, tail
    element.attrib.update(attributes | title)


def _title_attribute(element: Element) -> dict[str, str]:
    title = element.get("title", "")
    return {"title": title} if title else {}
