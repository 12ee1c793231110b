"""A body as a tree of blocks, with the definitions and footnotes that it refers to."""

from collections.abc import Iterator

from journal.body.block_parser import parse_blocks
from journal.body.blocks import BLOCKS_WITH_INLINES, Block, BlockKind, leaf_blocks
from journal.body.destinations import label_key
from journal.body.inline_parser import INLINES_WITH_INLINES, Inline, parse_inlines
from journal.body.plain_text import unescaped


class SyntaxTree:
    """The blocks of a body without comments.

    `definitions` and `footnotes` are by label; of two with one label the first holds. A definition
    that nothing refers to is a paragraph, because its words would be seen nowhere.
    """

    def __init__(self, text: str) -> None:
        self.root = parse_blocks(text.split("\n"))
        self.definitions: dict[str, Block] = {}
        self.footnotes: dict[str, Block] = {}
        self.all_footnotes: list[Block] = []
        self._inlines: dict[str, list[Inline]] = {}
        if "]:" in text:
            self._collect(self.root)
            if self.definitions:
                self._keep_used()

    def inlines(self, text: str) -> list[Inline]:
        """Return what stands in the text of one of the blocks."""
        found = self._inlines.get(text)
        if found is None:
            found = self._inlines[text] = parse_inlines(text, self.definitions, self.footnotes)
        return found

    def typed_address(self, inline: Inline) -> str:
        """Return the address of a link or image as typed."""
        return self.definitions[inline.reference].address if inline.reference else inline.address

    def address(self, inline: Inline) -> str:
        """Return the address of a link or image as it is meant."""
        return unescaped(self.typed_address(inline))

    def title(self, inline: Inline) -> str:
        """Return the title of a link or image."""
        return self.definitions[inline.reference].title if inline.reference else inline.title

    def _collect(self, around: Block) -> None:
        for block in around.children:
            if block.kind is BlockKind.DEFINITION:
                self.definitions.setdefault(block.label, block)
            elif block.kind is BlockKind.FOOTNOTE:
                self.footnotes.setdefault(label_key(block.label), block)
                self.all_footnotes.append(block)
            self._collect(block)

    def _keep_used(self) -> None:
        used: set[str] = set()
        for leaf, _ in leaf_blocks(self.root):
            if leaf.kind in BLOCKS_WITH_INLINES:
                used.update(self._references(leaf.text))
        if unused := self.definitions.keys() - used:
            self.definitions = {name: self.definitions[name] for name in used}
            self._inlines.clear()
        _show_definitions(self.root, unused, set())

    def _references(self, text: str) -> Iterator[str]:
        for inline in self.inlines(text):
            if inline.reference:
                yield inline.reference
            if inline.kind in INLINES_WITH_INLINES:
                yield from self._references(inline.inner)


def _show_definitions(around: Block, unused: set[str], seen: set[str]) -> None:
    """Make paragraphs of the definitions that nothing refers to, joined with what they stand at."""
    children: list[Block] = []
    for block in around.children:
        if block.kind is BlockKind.DEFINITION:
            if block.label not in unused and block.label not in seen:
                seen.add(block.label)
                children.append(block)
                continue
            block.kind = BlockKind.PARAGRAPH
        elif block.kind is not BlockKind.PARAGRAPH:
            _show_definitions(block, unused, seen)
        before = children[-1] if children else None
        if _goes_on(before, block):
            assert before
            before.lines += block.lines
        else:
            children.append(block)
    around.children = children


def _goes_on(before: Block | None, block: Block) -> bool:
    return (
        before is not None
        and before.kind is block.kind is BlockKind.PARAGRAPH
        and before.lines[-1].row + 1 == block.lines[0].row
    )
