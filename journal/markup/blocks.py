"""Blocks that Python-Markdown does not have, or has differently: code, headings, callouts."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, BlockQuoteProcessor, HashHeaderProcessor
from markdown.util import AtomicString, code_escape

from journal.markup.tidy import Fence

FENCE = "fence"
"""Tag of fenced code while parsing: the parser adds to a `code` that it finds before it."""

_LANGUAGE = re.compile(r"[\w+#.-]+")
_CALLOUT = re.compile(r"\[!([\w-]+)\]([+-]?)[ ]*(.*)")


class Fences(BlockProcessor):
    """Code that was taken out before parsing."""

    MARK = re.compile(r"(?:^|\n)[ ]*\x02f([0-9]+)\x03[ ]*(?:\n|$)")

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.fences: list[Fence] = []

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the parser gives it
        """Say whether code was taken out of this block."""
        return self.MARK.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put the code back, and leave what stands around it to the parser."""
        block = blocks.pop(0)
        mark = self.MARK.search(block)
        if not mark:
            return
        if before := block[: mark.start()]:
            self.parser.parseBlocks(parent, [before])
        fence = self.fences[int(mark[1])]
        language = _LANGUAGE.match(fence.language)
        attributes = {"class": f"language-{language[0]}"} if language else {}
        code = SubElement(SubElement(parent, "pre"), FENCE, attributes)
        code.text = AtomicString(code_escape(fence.code) + "\n")
        if after := block[mark.end() :]:
            blocks.insert(0, after)


class Headings(HashHeaderProcessor):
    """`# heading`, with a blank behind the signs: `#tag` is none (CommonMark)."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?:[ ]+(?P<header>[^\n]*))?(?:\n|$)")

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the heading, without the signs that may close it."""
        block = blocks.pop(0)
        match = self.RE.search(block)
        if not match:
            return
        if before := block[: match.start()]:
            self.parser.parseBlocks(parent, [before])
        text = (match["header"] or "").rstrip()
        bare = text.rstrip("#")
        closed = bare != text and (not bare or bare.endswith(" "))
        SubElement(parent, f"h{len(match['level'])}").text = (bare if closed else text).strip()
        if after := block[match.end() :]:
            blocks.insert(0, after)


class Quotes(BlockQuoteProcessor):
    """Quotes, and callouts: `> [!tip]- Title` is a box that opens and shuts."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the quote; its inside is parsed as a text of its own."""
        block = blocks.pop(0)
        match = self.RE.search(block)
        if not match:
            return
        if before := block[: match.start()]:
            self.parser.parseBlocks(parent, [before])
        lines = block[match.start() :].lstrip("\n").split("\n")
        text = "\n".join(self.clean(line) for line in lines)
        box = self._callout(parent, text) if text.startswith("[!") else None
        inner, text = box or (SubElement(parent, "blockquote"), text)
        self.parser.state.set("blockquote")
        self.parser.parseChunk(inner, text)
        self.parser.state.reset()

    def _callout(self, parent: Element, text: str) -> tuple[Element, str] | None:
        first, _, rest = text.partition("\n")
        match = _CALLOUT.fullmatch(first)
        if not match:
            return None
        kind, fold, title = match[1].lower(), match[2], match[3].strip()
        box = SubElement(parent, "details" if fold else "div")
        box.set("class", f"callout callout-{kind}")
        if fold == "+":
            box.set("open", "open")
        heading = SubElement(box, "summary" if fold else "p", {"class": "callout-title"})
        heading.text = title or match[1].replace("-", " ").capitalize()
        return box, rest


class PlainParagraphs(BlockProcessor):
    """Paragraphs in which nothing is marked up: no other processor needs to look at them."""

    PLAIN = re.compile(r"[^\W\d_][^\n`\\\[*_~=&\x02]*(?:\n[^\W\d_][^\n`\\\[*_~=&\x02]*)*")

    def test(self, parent: Element, block: str) -> bool:
        """Say whether the block is a paragraph of the body itself, and plain."""
        return (
            parent is self.parser.root
            and not self.parser.state
            and self.PLAIN.fullmatch(block) is not None
            and "  \n" not in block
            and "://" not in block
            and "www." not in block
        )

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the paragraph."""
        SubElement(parent, "p").text = AtomicString(blocks.pop(0))
