"""Python-Markdown for what stands inside a line.

Which parts of a text are code, links and the like, the body's own grammar says, so that what counts
and what is shown are the same; Python-Markdown puts them together, finds emphasis and line breaks.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Any, ClassVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTree
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import ETX, STX, AtomicString

from journal.body.inline_parser import FIRST, Sort, Span
from journal.body.links import split_wikilink
from journal.body.syntax_tree import Document
from journal.markup.inline_patterns import MARKS, Emphasis, WebAddresses
from journal.markup.link_placeholders import embed, link_to

NOTE = "note"
"""The attribute of a `sup` that says which footnote it refers to, or `INLINE` what it says."""

INLINE = "inline-note"

TYPED = "typed"
"""The attribute that has an address as typed, where it means another."""


class Inline:
    """Marks up the texts of one body."""

    def __init__(self, document: Document, text: str) -> None:
        """`text` is what was typed: a pattern that nothing in it can match is left out."""
        self.tree = InlineTree(_MARKDOWN)
        self.escaped = "\\" in text or "&" in text
        self.tree.inlinePatterns = list(self._patterns(document, text))  # type: ignore[assignment]

    def _patterns(self, document: Document, text: str) -> Iterator[InlineProcessor]:
        if FIRST.search(text):
            yield Spans(document, self.tree)
            yield SpansInLinks(document, self.tree)
        if "://" in text or "www." in text or "@" in text:
            yield WebAddresses()
        if "  \n" in text:
            yield SubstituteTagInlineProcessor(_LINE_BREAK, "br")
        if any(mark in text for mark in MARKS):
            yield Emphasis(_MARKDOWN)

    def run(self, root: Element) -> None:
        """Mark up the texts below `root`."""
        if self.tree.inlinePatterns:
            self.tree.run(root)

    def unescape(self, root: Element) -> None:
        """Put back the characters that were kept from meaning anything; the last step."""
        if self.escaped:
            UnescapeTreeprocessor(_MARKDOWN).run(root)


_CELLS = frozenset({"td", "th"})
_LINE_BREAK = r" {2,}\n"
_MARKDOWN = Markdown()
"""Only what its parts hold on to; no text goes through it."""


class _Found:
    """A span where it stands now: what stood before it may have been replaced."""

    def __init__(self, span: Span, shift: int) -> None:
        self.span = span
        self.shift = shift


class Spans(InlineProcessor):
    """Code, escapes, links and footnotes."""

    ANCESTOR_EXCLUDES: ClassVar[Collection[str]] = ("a", "em", "strong", "del", "mark")

    def __init__(self, document: Document, tree: InlineTree) -> None:
        super().__init__("")
        self.document = document
        self.tree = tree
        self.waiting: Iterator[Span] = iter(())
        self.length = 0

    def getCompiledRegExp(self) -> Any:  # noqa: N802 - its name
        """Return what is asked for matches in place of a regular expression."""
        return self

    def finditer(self, data: str, start: int) -> Iterator[_Found]:
        """Yield the spans of a text, of which those before `start` have been replaced."""
        if not start:
            self.waiting = iter(self.document.spans(data))
            self.length = len(data)
        for span in self.waiting:
            yield _Found(span, len(data) - self.length)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - its name
        self,
        m: _Found,
        data: str,  # noqa: ARG002 - the parser gives it
    ) -> tuple[Element | str | None, int, int]:
        """Return the element of a span, and its extent."""
        span = m.span
        if span.sort is Sort.CODE and not _CELLS.isdisjoint(self.tree.ancestors):
            span = span._replace(inner=span.inner.replace("\\|", "|"))
        return _made(span, self.document), span.start + m.shift, span.end + m.shift


class SpansInLinks(Spans):
    """What stands in the text of a link."""

    ANCESTOR_EXCLUDES: ClassVar[Collection[str]] = ()

    def finditer(self, data: str, start: int) -> Iterator[_Found]:
        """Yield the spans of a link's text."""
        return super().finditer(data, start) if self.tree.ancestors[-1:] == ["a"] else iter(())


def _made(span: Span, document: Document) -> Element | str:
    if span.sort is Sort.CHARACTER:
        return "".join(f"{STX}{ord(sign)}{ETX}" for sign in span.inner)
    return _ELEMENTS[span.sort](span, document)


def _image(span: Span, document: Document) -> Element:
    shown = {"alt": _shown(span.inner, document)}
    return Element("img", shown | _leading("src", span, document))


def _shown(text: str, document: Document) -> str:
    """Return what an image's text says: nothing in it leads anywhere."""
    shown, end = [], 0
    for span in document.spans(text):
        shown += [text[end : span.start], span.inner]
        end = span.end
    return "".join([*shown, text[end:]])


def _link(span: Span, document: Document) -> Element:
    element = Element("a", _leading("href", span, document))
    element.text = span.inner
    return element


def _leading(attribute: str, span: Span, document: Document) -> dict[str, str]:
    address, typed = document.address(span), document.typed_address(span)
    attributes = {attribute: address}
    if title := document.title(span):
        attributes["title"] = title
    if typed != address:
        attributes[TYPED] = typed
    return attributes


def _holding(tag: str, attributes: dict[str, str], text: str) -> Element:
    element = Element(tag, attributes)
    element.text = AtomicString(text)
    return element


_ELEMENTS: dict[Sort, Callable[[Span, Document], Element]] = {
    Sort.BREAK: lambda _span, _: Element("br"),
    Sort.CODE: lambda span, _: _holding("code", {}, span.inner),
    Sort.WIKILINK: lambda span, _: link_to(split_wikilink(span.inner)),
    Sort.EMBED: lambda span, _: embed(split_wikilink(span.inner)),
    Sort.LINK: _link,
    Sort.IMAGE: _image,
    Sort.ADDRESS: lambda span, _: _holding("a", {"href": span.address}, span.inner),
    Sort.MAIL: lambda span, _: _holding("a", {"href": f"mailto:{span.address}"}, span.inner),
    Sort.NOTE: lambda span, _: Element("sup", {NOTE: span.inner}),
    Sort.INLINE_NOTE: lambda span, _: Element("sup", {INLINE: span.inner}),
}
