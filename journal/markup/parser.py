"""Python-Markdown, with the processors that a body needs and no others.

Raw HTML is not parsed at all, so it is shown as typed. Most bodies use little of Markdown: which
processors look at one depends on the characters that are in it, which changes nothing but time.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import (
    BACKTICK_RE,
    ESCAPE_RE,
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINE_BREAK_RE,
    LINK_RE,
    REFERENCE_RE,
    BacktickInlineProcessor,
    EscapeInlineProcessor,
    Pattern,
    SubstituteTagInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor as InlineTree
from markdown.util import Registry

from journal.body.lines import Kind
from journal.markup import brackets
from journal.markup.blocks import Fences, Headings, PlainParagraphs, Quotes
from journal.markup.boxes import put_boxes
from journal.markup.tidy import Tidied
from journal.markup.webaddresses import WebAddresses
from journal.markup.wikilinks import Wikilinks

T = TypeVar("T")
_MORE_ESCAPED = "~=|<\"':;,/?@$%^"
"""CommonMark lets all of ASCII's punctuation be escaped; the parser knows the rest."""

_NOWHERE = "\x02footnotes\x03"
_ROOT = "div"
_EMPHASIS = ("*", "_", "~~", "==")
_UNDERLINE = re.compile(r"\n[ >]*[=-]")
_FOOTNOTE = "[^"
_DEFINITION = "]:"


class Chosen(Registry[T]):
    """A fixed choice of processors, in order."""

    def __init__(self, processors: list[T]) -> None:
        super().__init__()
        self.processors = processors

    def __iter__(self) -> Iterator[T]:
        return iter(self.processors)

    def __getitem__(self, key: Any) -> Any:
        return super().__getitem__(key) if isinstance(key, str) else self.processors[key]

    def __len__(self) -> int:
        return len(self.processors)


class Parser:
    """One parser for many bodies. After an exception it is to be thrown away."""

    def __init__(self) -> None:
        footnotes = FootnoteExtension(PLACE_MARKER=_NOWHERE, USE_DEFINITION_ORDER=False)
        tables = TableExtension(use_align_attribute=True)
        extensions = [footnotes, tables, SaneListExtension()]
        self.markdown = Markdown(extensions=extensions, output_format="html")
        self.fences = Fences(self.markdown.parser)
        self.blocks = dict(self._block_processors())
        self.inline = InlineTree(self.markdown)
        self.markdown.treeprocessors.register(self.inline, "inline", 20)
        self.patterns = list(self._patterns())

    def _block_processors(self) -> Iterator[tuple[str, BlockProcessor]]:
        parser = self.markdown.parser
        theirs = parser.blockprocessors
        yield "empty", theirs["empty"]
        yield "plain", PlainParagraphs(parser)
        for name in ("indent", "code", "table"):
            yield name, theirs[name]
        yield "heading", Headings(parser)
        for name in ("setextheader", "hr", "olist", "ulist"):
            yield name, theirs[name]
        yield "fence", self.fences
        yield "quote", Quotes(parser)
        for name in ("footnote", "reference", "paragraph"):
            yield name, theirs[name]

    def _patterns(self) -> Iterator[tuple[tuple[str, ...], Pattern]]:
        """Yield what a text must have for a pattern to apply, and the pattern."""
        md = self.markdown
        emphasis = brackets.Emphasis("*", "strong,em", md)
        emphasis.add("_", "strong,em", smart=True)
        emphasis.add("~", "del", double=True)
        emphasis.add("=", "mark", double=True)
        md.ESCAPED_CHARS += _MORE_ESCAPED
        yield ("`",), BacktickInlineProcessor(BACKTICK_RE)
        yield ("[[",), Wikilinks()
        yield ("\\",), EscapeInlineProcessor(ESCAPE_RE, md)
        yield (_FOOTNOTE,), md.inlinePatterns["footnote"]
        yield (_DEFINITION,), brackets.Reference(REFERENCE_RE, md)
        yield ("](",), brackets.Link(LINK_RE, md)
        yield ("](",), brackets.Image(IMAGE_LINK_RE, md)
        yield (_DEFINITION,), brackets.ImageReference(IMAGE_REFERENCE_RE, md)
        yield (_DEFINITION,), brackets.ShortReference(REFERENCE_RE, md)
        yield (_DEFINITION,), brackets.ShortImageReference(IMAGE_REFERENCE_RE, md)
        yield ("://", "www."), WebAddresses()
        yield ("  \n",), SubstituteTagInlineProcessor(LINE_BREAK_RE, "br")
        yield _EMPHASIS, emphasis

    def html(self, tidied: Tidied, finish: Callable[[Element], None]) -> str:
        """Return HTML; `finish` gets the tree before it is written."""
        self.markdown.reset()
        text = tidied.text
        self.fences.fences = tidied.fences
        self.markdown.parser.blockprocessors = Chosen(list(self._choose_blocks(tidied)))
        patterns: list[Any] = [
            p for signs, p in self.patterns if any(map(partial(_has, text), signs))
        ]
        self.inline.inlinePatterns = Chosen(patterns)
        self.markdown.parser.parseDocument([text])
        root = self.markdown.parser.root
        self._over_the_tree(root, tidied)
        finish(root)
        html = self.markdown.serializer(root)
        if _FOOTNOTE in text and _DEFINITION in text:
            html = self.markdown.postprocessors["footnote"].run(html)
        return html[len(f"<{_ROOT}>") : -len(f"</{_ROOT}>\n")]

    def _over_the_tree(self, root: Element, tidied: Tidied) -> None:
        tree = self.markdown.treeprocessors
        footnotes = _FOOTNOTE in tidied.text and _DEFINITION in tidied.text
        if footnotes:
            tree["footnote"].run(root)
        self.inline.run(root)
        if footnotes:
            tree["footnote-reorder"].run(root)
            tree["footnote-duplicate"].run(root)
        if Kind.ITEM in tidied.kinds:
            put_boxes(root)
        if "\\" in tidied.text:
            tree["unescape"].run(root)

    def _choose_blocks(self, tidied: Tidied) -> Iterator[BlockProcessor]:
        text, kinds = tidied.text, tidied.kinds
        lists = Kind.ITEM in kinds
        footnotes = _FOOTNOTE in text and _DEFINITION in text
        needed = {
            "indent": lists or footnotes,
            "code": Kind.CODE in kinds,
            "table": "|" in text,
            "heading": Kind.HEADING in kinds,
            "setextheader": _UNDERLINE.search(text) is not None,
            "hr": Kind.RULE in kinds,
            "olist": lists,
            "ulist": lists,
            "fence": bool(tidied.fences),
            "quote": Kind.QUOTE in kinds,
            "footnote": footnotes,
            "reference": _DEFINITION in text,
        }
        for name, processor in self.blocks.items():
            if needed.get(name, True):
                yield processor


def _has(text: str, sign: str) -> bool:
    return sign in text
