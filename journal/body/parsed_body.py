"""A body as it is read for what counts: its code and comments masked, its blocks, its lines."""

from collections.abc import Iterator
from functools import cached_property

from journal.body.blocks import Block, BlockKind
from journal.body.code_and_comments import MASK, mask_code_and_comments
from journal.body.plain_text import CONTROL
from journal.body.positions import Positions
from journal.body.syntax_tree import SyntaxTree
from journal.body.task_boxes import task_box

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""Stands for a control character, as on the page."""


class ParsedBody:
    """One body; `tree` has no comments in it, and is made when it is asked for."""

    def __init__(self, body: str, first_line: int) -> None:
        """`first_line` is the line of the file that the body begins on."""
        self.typed = body
        self.prose, self.markdown = mask_code_and_comments(body)
        self.positions = Positions(self.prose, first_line)
        self._columns: dict[int, list[int]] = {}

    @cached_property
    def tree(self) -> SyntaxTree:
        """The blocks of the body without its comments."""
        text = self.markdown.replace(MASK, "").replace("\r\n", "\n")
        return SyntaxTree(CONTROL.sub(UNKNOWN, text))

    @cached_property
    def _lines(self) -> list[str]:
        return self.markdown.split("\n")

    def line(self, row: int) -> str:
        """Return a line (from 0) of the text that `tree` was made of."""
        return self._lines[row].replace(MASK, "")

    def offset(self, row: int, column: int) -> int:
        """Return the offset in the body of a position in the text that `tree` was made of."""
        if row not in self._columns:
            self._columns[row] = _columns_without_comments(self._lines[row])
        columns = self._columns[row]
        if columns:
            column = columns[min(column, len(columns) - 1)]
        return self.positions.starts[row] + column

    def place(self, block: Block, offset: int) -> tuple[int, int]:
        """Return line and column in the file of a character of a block's text."""
        return self.positions.at(self.offset(*block.position(offset)))

    def leaves(self) -> Iterator[tuple[Block, bool]]:
        """Yield the blocks with text, and whether a link there has told somebody.

        Not in a quote, and not in a task that is not done.
        """
        return self._leaves(self.tree.root, quoted=False, tells=True)

    def _leaves(self, around: Block, *, quoted: bool, tells: bool) -> Iterator[tuple[Block, bool]]:
        for block in around.children:
            if block.kind is BlockKind.ITEM and (box := task_box(block, self.tree.definitions)):
                yield from self._leaves(block, quoted=quoted, tells=box.state == "done")
            elif block.children:
                inside = quoted or block.kind is BlockKind.QUOTE
                yield from self._leaves(block, quoted=inside, tells=tells)
            elif block.lines or block.kind is BlockKind.CODE:
                yield block, tells and not quoted


def _columns_without_comments(line: str) -> list[int]:
    """Return where each character stands, and the end; nothing for a line without comments."""
    if MASK not in line:
        return []
    return [*(at for at, character in enumerate(line) if character != MASK), len(line)]
