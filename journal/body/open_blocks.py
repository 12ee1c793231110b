"""The state of the block parser: a cursor in the line, and the blocks that are still open."""

from journal.body.blocks import TAB_STOP, Block, BlockKind, BlockLine
from journal.body.destinations import cut_off_definitions


class LineCursor:
    """Passes the blanks and marks that a line begins with. A tab ends at the next fourth column.

    `indent` is the columns of blanks from here to `first`, the next character that is none.
    """

    __slots__ = ("column", "first", "indent", "line", "position")

    def __init__(self, line: str) -> None:
        self.line = line
        self.position = 0
        self.column = 0
        self._find_first()

    def _find_first(self) -> None:
        line, first, column = self.line, self.position, self.column
        length = len(line)
        while first < length and (mark := line[first]) in " \t":
            column += 1 if mark == " " else TAB_STOP - column % TAB_STOP
            first += 1
        self.first = first
        self.indent = column - self.column

    @property
    def rest(self) -> str:
        """The line from the next character that is not blank."""
        return self.line[self.first :]

    @property
    def is_blank(self) -> bool:
        """Whether nothing is left."""
        return self.first == len(self.line) or self.line[self.first :].isspace()

    def skip_columns(self, columns: int) -> None:
        """Pass so many columns of blanks, perhaps half a tab."""
        columns = min(columns, self.indent)
        while columns > 0:
            step = 1 if self.line[self.position] == " " else TAB_STOP - self.column % TAB_STOP
            self.column += min(step, columns)
            self.position += step <= columns
            columns -= step
        self._find_first()

    def skip_characters(self, characters: int) -> None:
        """Pass the blanks and so many characters behind them."""
        self.column += self.indent + characters
        self.position = self.first + characters
        self._find_first()

    @property
    def remaining(self) -> str:
        """The line from here, what is left of a tab as blanks."""
        if self.line[self.position : self.position + 1] == "\t" and self.column % TAB_STOP:
            left = TAB_STOP - self.column % TAB_STOP
            return " " * left + self.line[self.position + 1 :]
        return self.line[self.position :]


class OpenBlocks:
    """The root, the block open in it and so on; `leaf` is the one that takes lines, if any does.

    `depth` counts how many of the open blocks a line goes on with; `row` is its number, from 0.
    """

    def __init__(self) -> None:
        self.root = Block(BlockKind.ROOT)
        self.open = [self.root]
        self.leaf: Block | None = None
        self.row = -1
        self.blank_depth = -1
        """How many quotes the empty line before stood in; -1 where there was none."""

    def __len__(self) -> int:
        return len(self.open)

    @property
    def paragraph(self) -> Block | None:
        """The paragraph that the next line may go on with."""
        return self.leaf if self.leaf and self.leaf.kind is BlockKind.PARAGRAPH else None

    def add(self, block: Block, depth: int) -> Block:
        """End what is open beyond `depth`, and put a block there."""
        self.close(depth)
        block.after_blank = self.blank_depth == self.count_quotes(depth)
        self.open[-1].children.append(block)
        return block

    def add_container(self, block: Block, depth: int) -> None:
        """Add a block that holds others."""
        self.add(block, depth)
        self.open.append(block)

    def add_item(self, item: Block, mark: str, number: int, depth: int) -> None:
        """Add an item to the list before it, or to a new one."""
        self.close(depth)
        around = self.open[-1].children
        if around and around[-1].kind is BlockKind.LIST and around[-1].mark == mark[-1]:
            list_block = around[-1]
        else:
            list_block = self.add(Block(BlockKind.LIST, mark=mark[-1], start=number), depth)
        item.after_blank = self.blank_depth == self.count_quotes(depth)
        list_block.children.append(item)
        self.open.append(item)

    def add_text(self, line: BlockLine, depth: int) -> None:
        """Add a line of text, which goes on with any paragraph."""
        paragraph = self.paragraph
        if paragraph is None:
            paragraph = self.leaf = self.add(Block(BlockKind.PARAGRAPH), depth)
        paragraph.lines.append(line)
        self.blank_depth = -1

    def add_code(self, block: Block, depth: int) -> Block:
        """Add code, which begins in this row."""
        block.first = block.last = self.row
        self.leaf = self.add(block, depth)
        return block

    def replace_with_table(self, paragraph: Block, table: Block) -> None:
        """Put a table in place of a paragraph, or below what is left of it."""
        around = self.open[-1].children
        if paragraph.lines:
            self.split_off_definitions(paragraph)
        else:
            table.after_blank = paragraph.after_blank
            around.pop()
        around.append(table)
        self.leaf = table

    def close(self, depth: int = 1) -> None:
        """End the blocks beyond the first `depth`, and the one that lines were added to."""
        leaf, self.leaf = self.leaf, None
        if leaf and leaf.kind is BlockKind.PARAGRAPH:
            self.split_off_definitions(leaf)
        elif leaf and leaf.kind is BlockKind.CODE and not leaf.mark:
            _drop_blank_end(leaf)
        del self.open[depth:]

    def split_off_definitions(self, paragraph: Block) -> None:
        """Put the definitions that a paragraph begins with before it."""
        if not (found := cut_off_definitions(paragraph)):
            return
        around = self.open[-1].children
        at = len(around) - 1
        found[0].after_blank, paragraph.after_blank = paragraph.after_blank, False
        around[at : at + (not paragraph.lines)] = found

    def count_quotes(self, depth: int) -> int:
        """Return how many of the first `depth` open blocks are quotes."""
        if depth == 1:
            return 0
        return sum(block.kind is BlockKind.QUOTE for block in self.open[:depth])


def _drop_blank_end(code: Block) -> None:
    while len(code.lines) > 1 and not code.lines[-1].text.strip():
        code.lines.pop()
        code.last -= 1
