"""The last pass over the parsed body: where links lead, what headings are called."""

import re
from collections.abc import Callable
from typing import ClassVar
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from journal.body.links import is_note, relative_address, split_width
from journal.body.slugs import heading_slug
from journal.characters import quoted
from journal.findings import Mistake
from journal.markup.inline_html import TYPED
from journal.markup.link_placeholders import PATH, file_link, image, is_image, reference
from journal.markup.sanitise import keeps

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_WEB = ("http", "https")
_ALLOWED = (*_WEB, "mailto", "tel")
_OURS = frozenset({"wikilink", "attachment", "footnote-ref", "footnote-backref"})
_BLANKS = re.compile(r"\s+")
_TYPED_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TABLE = ("table", "thead", "tbody", "tr", "th", "td")
_BOXES = ("blockquote", "div", "details", "summary", "hr", "p", "pre", "ul", "ol", "li")
_ON_A_LINE = frozenset({*_TYPED_HEADINGS, *_TABLE, *_BOXES})
_NAMED = ("li", "sup", "p", "table", "blockquote", "div", "details", "pre", "ul", "ol", "hr")
_OUTSIDE = "noreferrer noopener"
_NAMELESS = "an image"
_HEADINGS_DOWN = 2
_LOWEST = 6


class Finish:
    """Goes over the tree of one body. `anchor` begins every id, so that bodies can share a page."""

    def __init__(self, body: str, first_line: int, anchor: str) -> None:
        """`body` is what was typed; it begins on `first_line` of its file."""
        self.body = body
        self.first_line = first_line
        self.anchor = anchor
        self.mistakes: list[Mistake] = []
        self.searched: dict[str, int] = {}
        self.names: dict[str, int] = {}

    def run(self, root: Element) -> None:
        """Change the tree."""
        for element in root.iter():
            tag = element.tag
            if do := self._DO.get(tag):
                do(self, element)
            element.attrib.pop(TYPED, None)
            if len(element.attrib) > 1:
                element.attrib = dict(sorted(element.attrib.items()))
            if tag in _ON_A_LINE and not (element.tail and element.tail.strip()):
                element.tail = "\n"

    def _heading(self, element: Element) -> None:
        level = min(int(element.tag[1]) + _HEADINGS_DOWN, _LOWEST)
        name = heading_slug("".join(element.itertext()))
        element.tag = f"h{level}"
        self._call(element, name)

    def _named(self, element: Element) -> None:
        if name := element.get("id"):
            self._call(element, _BLANKS.sub("-", name))

    def _call(self, element: Element, name: str) -> None:
        """Give an id that nothing else in the body has."""
        count = self.names[name] = self.names.get(name, 0) + 1
        element.set("id", f"{self.anchor}-{name}-{count}" if count > 1 else f"{self.anchor}-{name}")

    def _break(self, element: Element) -> None:
        element.tail = f"\n{element.tail or ''}"

    def _link(self, element: Element) -> None:
        for inner in element.iter():
            if inner is not element and inner.tag == "a":
                _unlink(inner)
            elif inner.tag == "img" and (text := self._image_elsewhere(inner)) is not None:
                _replace(inner, "span", {}, text)
        address = element.get("href", "")
        if element.get("class") in _OURS:
            if address.startswith("#"):
                element.set("href", f"#{self.anchor}-{_BLANKS.sub('-', address[1:])}")
            return
        self._address(element, address)

    def _address(self, element: Element, typed: str) -> None:
        address = _seen(typed)
        scheme = _scheme(address)
        if address.startswith("#") and len(address) > 1:
            element.set("href", f"#{self.anchor}-{heading_slug(unquote(address[1:]))}")
        elif scheme in _ALLOWED and keeps(address):
            element.set("href", address)
            if scheme in _WEB:
                element.set("rel", _OUTSIDE)
        elif place := _place_in_journal(typed):
            element.attrib.update(_relative(*place))
            self._doubt_question(element, typed)
        else:
            self._refuse(element, typed)
            _unlink(element)

    def _image(self, element: Element) -> None:
        if _is_embed(element):
            return
        text = self._image_elsewhere(element)
        typed, shown_as = element.get("src", ""), element.get("alt", "")
        place = _place_in_journal(typed)
        if text is not None or not place:
            address = _seen(typed)
            link = {"href": address, "rel": _OUTSIDE} if _scheme(address) in _WEB else {}
            _replace(element, "a" if link else "span", link, text or _NAMELESS)
        elif is_image(place[0]):
            element.attrib.update(image(place[0], shown_as))
        else:
            _replace(element, "a", _relative(*place), split_width(shown_as)[0] or place[0])

    def _image_elsewhere(self, element: Element) -> str | None:
        """Return the text in place of an image that is not the journal's own, if it is none."""
        typed = element.get("src", "")
        if _is_embed(element) or _place_in_journal(typed):
            return None
        address = _seen(typed)
        self._refuse(element, typed, image=True)
        alt, _ = split_width(element.get("alt", ""))
        return alt or (address if _scheme(address) in _WEB else _NAMELESS)

    def _refuse(self, element: Element, typed: str, image: bool = False) -> None:
        """Add a finding; what of the address is too long for it becomes a title."""
        address = _seen(typed)
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
        self._add(element, typed, message, hint)

    def _doubt_question(self, element: Element, typed: str) -> None:
        """Say that a question mark in an address is no part of a file's name."""
        path, sign, behind = typed.partition("#")[0].partition("?")
        if sign and behind:
            message = f"the address {quoted(typed)} leads to {quoted(path)}; the rest is left out"
            hint = "write ? as %3F where it is part of a file's name"
            self._add(element, typed, message, hint)

    def _add(self, element: Element, address: str, message: str, hint: str) -> None:
        place = self._place(element.get(TYPED, address))
        self.mistakes.append(Mistake(*place, "M02", message, hint))

    def _place(self, typed: str) -> tuple[int, int]:
        """Return line and column of an address: the next place where the body has it."""
        start = self.body.find(typed, self.searched.get(typed, 0))
        if start < 0:
            return self.first_line, 1
        self.searched[typed] = start + len(typed)
        line = self.body.count("\n", 0, start) + self.first_line
        return line, start - self.body.rfind("\n", 0, start)

    _DO: ClassVar[dict[str, Callable[["Finish", Element], None]]] = {
        **dict.fromkeys(_TYPED_HEADINGS, _heading),
        **dict.fromkeys(_NAMED, _named),
        "br": _break,
        "a": _link,
        "img": _image,
    }


def _seen(typed: str) -> str:
    """Return an address as a browser reads it: what is not seen left out."""
    address = _IGNORED.sub("", typed).strip()
    return f"https:{address}" if address.startswith("//") else address


def _place_in_journal(typed: str) -> tuple[str, str] | None:
    """Return path and heading of an address relative to the note."""
    return None if _scheme(_seen(typed)) else relative_address(typed.strip())


def _is_embed(element: Element) -> bool:
    return "loading" in element.attrib


def _scheme(address: str) -> str:
    match = _SCHEME.match(address)
    return match[1].lower() if match else ""


def _relative(path: str, heading: str) -> dict[str, str]:
    if is_note(path):
        return {"class": "wikilink", "href": reference(PATH, path, heading)}
    return file_link(path, heading)


def _unlink(element: Element) -> None:
    title = _title(element)
    element.tag = "span"
    element.attrib.clear()
    element.attrib.update({"class": "unlinked"} | title)


def _replace(element: Element, tag: str, attributes: dict[str, str], text: str) -> None:
    tail, title = element.tail, _title(element)
    element.clear()
    element.tag, element.text, element.tail = tag, AtomicString(text), tail
    element.attrib.update(attributes | title)


def _title(element: Element) -> dict[str, str]:
    title = element.get("title", "")
    return {"title": title} if title else {}
