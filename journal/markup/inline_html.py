"""Inlines as elements of HTML, put together by Python-Markdown.

The inline parser says which parts of a text are code, links and so on, so that a link that counts
is always a link that is shown; Python-Markdown adds emphasis and line breaks.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Any, ClassVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTree
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import ETX, STX, AtomicString

from journal.body.inline_parser import MAY_HAVE_INLINES, Inline, InlineKind
from journal.body.links import split_wikilink
from journal.body.syntax_tree import SyntaxTree
from journal.markup.inline_patterns import MARKS, Emphasis, WebAddresses
from journal.markup.link_placeholders import embed_element, link_element

FOOTNOTE = "note"
"""The attribute of a `sup` that names the footnote it refers to."""

INLINE_FOOTNOTE = "inline-note"
"""The attribute of a `sup` that has the text of a footnote typed in place."""

TYPED = "typed"
"""The attribute that has an address as typed, where it means another."""


class InlineRenderer:
    """Marks up the texts of one body."""

    def __init__(self, tree: SyntaxTree, text: str) -> None:
        """`text` is what was typed: a pattern that nothing in it can match is left out."""
        self.processor = InlineTree(_MARKDOWN)
        self.escaped = "\\" in text or "&" in text
        self.processor.inlinePatterns = list(self._patterns(tree, text))  # type: ignore[assignment]

    def _patterns(self, tree: SyntaxTree, text: str) -> Iterator[InlineProcessor]:
        if MAY_HAVE_INLINES.search(text):
            yield InlinePattern(tree, self.processor)
            yield LinkTextPattern(tree, self.processor)
        if "://" in text or "www." in text or "@" in text:
            yield WebAddresses()
        if "  \n" in text:
            yield SubstituteTagInlineProcessor(_LINE_BREAK, "br")
        if any(mark in text for mark in MARKS):
            yield Emphasis(_MARKDOWN)

    def run(self, root: Element) -> None:
        """Mark up the texts below `root`."""
        if self.processor.inlinePatterns:
            self.processor.run(root)

    def unescape(self, root: Element) -> None:
        """Put back the characters that were kept from meaning anything; the last step."""
        if self.escaped:
            UnescapeTreeprocessor(_MARKDOWN).run(root)


_CELLS = frozenset({"td", "th"})
_LINE_BREAK = r" {2,}\n"
_MARKDOWN = Markdown()
"""Only what its parts hold on to; no text goes through it."""


class _InlineMatch:
    """An inline where it stands now: what stood before it may have been replaced."""

    def __init__(self, inline: Inline, shift: int) -> None:
        self.inline = inline
        self.shift = shift


class InlinePattern(InlineProcessor):
    """Code, escapes, links and footnotes."""

    ANCESTOR_EXCLUDES: ClassVar[Collection[str]] = ("a", "em", "strong", "del", "mark")

    def __init__(self, tree: SyntaxTree, processor: InlineTree) -> None:
        super().__init__("")
        self.tree = tree
        self.processor = processor
        self.waiting: Iterator[Inline] = iter(())
        self.length = 0

    def getCompiledRegExp(self) -> Any:  # noqa: N802 - its name
        """Return what is asked for matches in place of a regular expression."""
        return self

    def finditer(self, data: str, start: int) -> Iterator[_InlineMatch]:
        """Yield the inlines of a text, of which those before `start` have been replaced."""
        if not start:
            self.waiting = iter(self.tree.inlines(data))
            self.length = len(data)
        for inline in self.waiting:
            yield _InlineMatch(inline, len(data) - self.length)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - its name
        self,
        m: _InlineMatch,
        data: str,  # noqa: ARG002 - the parser gives it
    ) -> tuple[Element | str | None, int, int]:
        """Return the element of an inline, and its extent."""
        inline = m.inline
        if inline.kind is InlineKind.CODE and not _CELLS.isdisjoint(self.processor.ancestors):
            inline = inline._replace(inner=inline.inner.replace("\\|", "|"))
        return _element(inline, self.tree), inline.start + m.shift, inline.end + m.shift


class LinkTextPattern(InlinePattern):
    """What stands in the text of a link."""

    ANCESTOR_EXCLUDES: ClassVar[Collection[str]] = ()

    def finditer(self, data: str, start: int) -> Iterator[_InlineMatch]:
        """Yield the inlines of a link's text."""
        return super().finditer(data, start) if self.processor.ancestors[-1:] == ["a"] else iter(())


def _element(inline: Inline, tree: SyntaxTree) -> Element | str:
    if inline.kind is InlineKind.CHARACTER:
        return "".join(f"{STX}{ord(character)}{ETX}" for character in inline.inner)
    return _ELEMENTS[inline.kind](inline, tree)


def _image(inline: Inline, tree: SyntaxTree) -> Element:
    alt = {"alt": _image_text(inline.inner, tree)}
    return Element("img", alt | _address_attributes("src", inline, tree))


def _image_text(text: str, tree: SyntaxTree) -> str:
    """Return what an image's text says: nothing in it leads anywhere."""
    parts, end = [], 0
    for inline in tree.inlines(text):
        parts += [text[end : inline.start], inline.inner]
        end = inline.end
    return "".join([*parts, text[end:]])


def _link(inline: Inline, tree: SyntaxTree) -> Element:
    element = Element("a", _address_attributes("href", inline, tree))
    element.text = inline.inner
    return element


def _address_attributes(attribute: str, inline: Inline, tree: SyntaxTree) -> dict[str, str]:
    address, typed = tree.address(inline), tree.typed_address(inline)
    attributes = {attribute: address}
    if title := tree.title(inline):
        attributes["title"] = title
    if typed != address:
        attributes[TYPED] = typed
    return attributes


def _with_text(tag: str, attributes: dict[str, str], text: str) -> Element:
    element = Element(tag, attributes)
    element.text = AtomicString(text)
    return element


_ELEMENTS: dict[InlineKind, Callable[[Inline, SyntaxTree], Element]] = {
    InlineKind.BREAK: lambda _inline, _: Element("br"),
    InlineKind.CODE: lambda inline, _: _with_text("code", {}, inline.inner),
    InlineKind.WIKILINK: lambda inline, _: link_element(split_wikilink(inline.inner)),
    InlineKind.EMBED: lambda inline, _: embed_element(split_wikilink(inline.inner)),
    InlineKind.LINK: _link,
    InlineKind.IMAGE: _image,
    InlineKind.ADDRESS: lambda inline, _: _with_text("a", {"href": inline.address}, inline.inner),
    InlineKind.MAIL: lambda inline, _: _with_text(
        "a", {"href": f"mailto:{inline.address}"}, inline.inner
    ),
    InlineKind.FOOTNOTE: lambda inline, _: Element("sup", {FOOTNOTE: inline.inner}),
    InlineKind.INLINE_FOOTNOTE: lambda inline, _: Element("sup", {INLINE_FOOTNOTE: inline.inner}),
}
