"""The blocks that the next line may go on with, while a body is read."""

from journal.body.blocks import Block, Kind, Piece
from journal.body.definitions import take_definitions


class OpenBlocks:
    """The root, the block open in it and so on; `leaf` is the one that takes lines, if any does.

    `depth` counts how many of the open blocks a line goes on with; `row` is its number, from 0.
    """

    def __init__(self) -> None:
        self.root = Block(Kind.ROOT)
        self.open = [self.root]
        self.leaf: Block | None = None
        self.row = -1
        self.blank = -1
        """How many quotes the empty line before stood in; -1 where there was none."""

    def __len__(self) -> int:
        return len(self.open)

    @property
    def paragraph(self) -> Block | None:
        """The paragraph that the next line may go on with."""
        return self.leaf if self.leaf and self.leaf.kind is Kind.PARAGRAPH else None

    def add(self, block: Block, depth: int) -> Block:
        """End what is open beyond `depth`, and put a block there."""
        self.close(depth)
        block.after_blank = self.blank == self.quotes(depth)
        self.open[-1].children.append(block)
        return block

    def enter(self, block: Block, depth: int) -> None:
        """Add a block that holds others."""
        self.add(block, depth)
        self.open.append(block)

    def enter_item(self, item: Block, sign: str, number: int, depth: int) -> None:
        """Add an item to the list before it, or to a new one."""
        self.close(depth)
        around = self.open[-1].children
        if around and around[-1].kind is Kind.LIST and around[-1].mark == sign[-1]:
            held_by = around[-1]
        else:
            held_by = self.add(Block(Kind.LIST, mark=sign[-1], number=number), depth)
        item.after_blank = self.blank == self.quotes(depth)
        held_by.children.append(item)
        self.open.append(item)

    def text(self, piece: Piece, depth: int) -> None:
        """Add a line of text, which goes on with any paragraph."""
        paragraph = self.paragraph
        if paragraph is None:
            paragraph = self.leaf = self.add(Block(Kind.PARAGRAPH), depth)
        paragraph.pieces.append(piece)
        self.blank = -1

    def code(self, block: Block, depth: int) -> Block:
        """Add code, which begins in this row."""
        block.first = block.last = self.row
        self.leaf = self.add(block, depth)
        return block

    def replace(self, paragraph: Block, table: Block) -> None:
        """Put a table in place of a paragraph, or below what is left of it."""
        around = self.open[-1].children
        if paragraph.pieces:
            self.define(paragraph)
        else:
            table.after_blank = paragraph.after_blank
            around.pop()
        around.append(table)
        self.leaf = table

    def close(self, depth: int = 1) -> None:
        """End the blocks beyond the first `depth`, and the one that lines were added to."""
        leaf, self.leaf = self.leaf, None
        if leaf and leaf.kind is Kind.PARAGRAPH:
            self.define(leaf)
        elif leaf and leaf.kind is Kind.CODE and not leaf.mark:
            _trim(leaf)
        del self.open[depth:]

    def define(self, paragraph: Block) -> None:
        """Put the definitions that a paragraph begins with before it."""
        if not (found := take_definitions(paragraph)):
            return
        around = self.open[-1].children
        at = len(around) - 1
        found[0].after_blank, paragraph.after_blank = paragraph.after_blank, False
        around[at : at + (not paragraph.pieces)] = found

    def quotes(self, depth: int) -> int:
        """Return how many of the first `depth` open blocks are quotes."""
        if depth == 1:
            return 0
        return sum(block.kind is Kind.QUOTE for block in self.open[:depth])


def _trim(code: Block) -> None:
    while len(code.pieces) > 1 and not code.pieces[-1].text.strip():
        code.pieces.pop()
        code.last -= 1
