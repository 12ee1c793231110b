"""A body as a tree of blocks, with the definitions and footnotes that it refers to."""

from collections.abc import Iterator

from journal.body.block_parser import parse_blocks
from journal.body.blocks import BLOCKS_WITH_INLINES, Block, BlockKind, leaf_blocks
from journal.body.destinations import label_key
from journal.body.inline_parser import INLINES_WITH_INLINES, Inline, parse_inlines
from journal.body.plain_text import unescaped


class SyntaxTree:
    """The blocks of a body from which the comments have been taken out.

    `definitions` and `footnotes` are by label; of two with the same label the first counts. A
    definition that nothing refers to is a paragraph, because its words would not be seen otherwise.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = parse_blocks(text.split("\n"))
        self.definitions: dict[str, Block] = {}
        self.footnotes: dict[str, Block] = {}
        self.all_footnotes: list[Block] = []
        self._inlines_by_text: dict[str, list[Inline]] = {}
        if "]:" in text:
            self._collect_definitions(self.root)
            if self.definitions:
                self._drop_unused_definitions()

    def inlines(self, text: str) -> list[Inline]:
        """Return the inlines in the text of a block, or of an inline."""
        if text not in self._inlines_by_text:
            inlines = parse_inlines(text, self.definitions, self.footnotes)
            self._inlines_by_text[text] = inlines
        return self._inlines_by_text[text]

    def typed_address(self, inline: Inline) -> str:
        """Return the address of a link or image as typed."""
        return self.definitions[inline.reference].address if inline.reference else inline.address

    def address(self, inline: Inline) -> str:
        """Return the address of a link or image without escapes and entities."""
        return unescaped(self.typed_address(inline))

    def title(self, inline: Inline) -> str:
        """Return the title of a link or image."""
        return self.definitions[inline.reference].title if inline.reference else inline.title

    def image_text(self, text: str) -> str:
        """Return what an image's text says: nothing in it leads anywhere."""
        parts, end = [], 0
        for inline in self.inlines(text):
            parts += [text[end : inline.start], inline.inner]
            end = inline.end
        return "".join([*parts, text[end:]])

    def _collect_definitions(self, around: Block) -> None:
        for block in around.children:
            if block.kind is BlockKind.DEFINITION:
                self.definitions.setdefault(block.label, block)
            elif block.kind is BlockKind.FOOTNOTE:
                self.footnotes.setdefault(label_key(block.label), block)
                self.all_footnotes.append(block)
            self._collect_definitions(block)

    def _drop_unused_definitions(self) -> None:
        used: set[str] = set()
        for leaf in leaf_blocks(self.root):
            if leaf.kind in BLOCKS_WITH_INLINES:
                used.update(self._references(leaf.text))
        if unused := self.definitions.keys() - used:
            self.definitions = {label: self.definitions[label] for label in used}
            self._inlines_by_text.clear()
        _turn_into_paragraphs(self.root, unused, set())

    def _references(self, text: str) -> Iterator[str]:
        for inline in self.inlines(text):
            if inline.reference:
                yield inline.reference
            if inline.kind in INLINES_WITH_INLINES:
                yield from self._references(inline.inner)


def _turn_into_paragraphs(around: Block, unused: set[str], seen: set[str]) -> None:
    """Turn unused definitions into paragraphs, joined with those right before and after."""
    children: list[Block] = []
    for block in around.children:
        if block.kind is BlockKind.DEFINITION:
            if block.label not in unused and block.label not in seen:
                seen.add(block.label)
                children.append(block)
                continue
            block.kind = BlockKind.PARAGRAPH
        elif block.kind is not BlockKind.PARAGRAPH:
            _turn_into_paragraphs(block, unused, seen)
        if children and _continues(children[-1], block):
            children[-1].lines += block.lines
        else:
            children.append(block)
    around.children = children


def _continues(before: Block, block: Block) -> bool:
    both_paragraphs = before.kind is block.kind is BlockKind.PARAGRAPH
    return both_paragraphs and before.lines[-1].row + 1 == block.lines[0].row
