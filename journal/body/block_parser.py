"""Parses a body line by line into its blocks, by the rules of CommonMark.

There are three exceptions: two columns are enough to nest in a list, a table may follow right below
a line of text, and beyond `MAX_DEPTH` a mark is only text.
"""

import re
from collections.abc import Iterable

from journal.body.blocks import (
    LIST_MARKER,
    TAB_STOP,
    THEMATIC_BREAK,
    Block,
    BlockKind,
    BlockLine,
    opens_fence,
)
from journal.body.open_blocks import LineCursor, OpenBlocks
from journal.body.pipe_tables import table_below, table_row
from journal.body.plain_text import unescaped

MAX_DEPTH = 50
"""How deep quotes and lists may nest; more than that no reader can follow."""

_ITEM_INDENT = 2
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
_HEADING_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\n]*[^\[\]\s][^\[\]\n]*)\]:[ \t]*")
_BULLETS = "-*+"


def parse_blocks(lines: Iterable[str]) -> Block:
    """Return the root of the tree of blocks. Takes time in proportion to the text."""
    parser = _BlockParser()
    for parser.blocks.row, line in enumerate(lines):
        parser.add_line(line)
    parser.blocks.close()
    return parser.blocks.root


class _BlockParser:
    def __init__(self) -> None:
        self.blocks = OpenBlocks()

    def add_line(self, line: str) -> None:
        """Read the next line."""
        blocks = self.blocks
        leaf = blocks.leaf
        if len(blocks) == 1 and line[:1].isalpha() and (not leaf or blocks.paragraph):
            blocks.add_text(BlockLine(blocks.row, 0, line), 1)
            return
        cursor = LineCursor(line)
        depth = self._continue_containers(cursor)
        code = leaf if leaf and leaf.kind is BlockKind.CODE and depth == len(blocks) else None
        if code and self._continue_code(code, cursor):
            return
        if cursor.is_blank:
            blocks.close(depth)
            blocks.blank_depth = blocks.count_quotes(depth)
            return
        self._begin(cursor, depth)
        blocks.blank_depth = -1

    def _continue_containers(self, cursor: LineCursor) -> int:
        """Pass the marks of the open blocks at the start of the line; return how many go on."""
        for depth, block in enumerate(self.blocks.open[1:], 1):
            if block.kind is BlockKind.QUOTE:
                if cursor.indent >= TAB_STOP or cursor.rest[:1] != ">":
                    return depth
                _skip_quote_mark(cursor)
            elif not self._continue_indented(cursor, block):
                return depth
        return len(self.blocks)

    def _continue_indented(self, cursor: LineCursor, block: Block) -> bool:
        """Pass the indentation of a list item or footnote; an empty line is inside, too."""
        if cursor.is_blank:
            return bool(block.children)
        is_item = block.kind is BlockKind.ITEM
        if cursor.indent < (block.indent + _ITEM_INDENT if is_item else TAB_STOP):
            return False
        cursor.skip_columns(block.width)
        return True

    def _continue_code(self, code: Block, cursor: LineCursor) -> bool:
        blank = cursor.is_blank
        if not code.mark:
            if cursor.indent < TAB_STOP and not blank:
                self.blocks.close(len(self.blocks))
                return False
            cursor.skip_columns(TAB_STOP)
        elif cursor.indent < TAB_STOP and _closes_fence(cursor.rest, code.mark):
            self.blocks.leaf = None
        else:
            cursor.skip_columns(code.indent)
        code.last = self.blocks.row
        if self.blocks.leaf:
            code.lines.append(BlockLine(self.blocks.row, cursor.position, cursor.remaining))
        empty = blank and not code.mark
        self.blocks.blank_depth = self.blocks.count_quotes(len(self.blocks)) if empty else -1
        return True

    def _begin(self, cursor: LineCursor, depth: int) -> None:
        """Begin what the line begins, or add it as text."""
        blocks = self.blocks
        while cursor.indent < TAB_STOP and self._begin_container(cursor, depth):
            depth = len(blocks)
            if cursor.is_blank:
                return
        if cursor.indent < TAB_STOP:
            if self._begin_leaf(cursor, depth):
                return
        elif not blocks.paragraph:
            cursor.skip_columns(TAB_STOP)
            code = blocks.add_code(Block(BlockKind.CODE), depth)
            code.lines.append(BlockLine(blocks.row, cursor.position, cursor.remaining))
            return
        blocks.add_text(BlockLine(blocks.row, cursor.first, cursor.rest), depth)

    def _begin_container(self, cursor: LineCursor, depth: int) -> bool:
        """Begin a quote, list item or footnote, but not too deep inside others."""
        if len(self.blocks) > MAX_DEPTH:
            return False
        text = cursor.rest
        mark = text[0]
        if mark == ">":
            self.blocks.add_container(Block(BlockKind.QUOTE), depth)
            _skip_quote_mark(cursor)
            return True
        if mark == "[" and (footnote := _FOOTNOTE.match(text)):
            block = Block(BlockKind.FOOTNOTE, label=footnote[1], width=TAB_STOP)
            self.blocks.add_container(block, depth)
            cursor.skip_characters(len(footnote[0]))
            return True
        if (mark in _BULLETS or mark.isdecimal()) and (marker := LIST_MARKER.match(text)):
            return self._begin_item(cursor, marker, depth)
        return False

    def _begin_item(self, cursor: LineCursor, marker: re.Match[str], depth: int) -> bool:
        """Begin an item; only a first one that is not empty interrupts a paragraph."""
        text, mark = marker.string, marker[1]
        bullet = mark in _BULLETS
        if bullet and THEMATIC_BREAK.match(text):
            return False
        number = 1 if bullet else int(mark[:-1])
        interrupts = self.blocks.paragraph and depth == len(self.blocks)
        if interrupts and (number != 1 or not text[marker.end() :].strip()):
            return False
        item = Block(BlockKind.ITEM, indent=cursor.indent, first=self.blocks.row)
        cursor.skip_characters(len(mark))
        gap = cursor.indent if not cursor.is_blank and cursor.indent <= TAB_STOP else 1
        item.width = item.indent + len(mark) + gap
        self.blocks.add_item(item, mark, number, depth)
        cursor.skip_columns(gap)
        return True

    def _begin_leaf(self, cursor: LineCursor, depth: int) -> bool:
        """Begin a heading, fenced code or a thematic break, or go on with the block before."""
        text, blocks = cursor.rest, self.blocks
        mark = text[0]
        if mark == "#" and (heading := _HEADING.match(text)):
            self._add_heading(cursor, heading, depth)
        elif mark in "`~" and (fence := opens_fence(text)):
            info = unescaped(text[len(fence) :].strip())
            code = Block(BlockKind.CODE, mark=fence, info=info, indent=cursor.indent)
            blocks.add_code(code, depth)
        elif depth == len(blocks) and blocks.leaf and self._continue_leaf(cursor, blocks.leaf):
            return True
        elif mark in "-*_" and THEMATIC_BREAK.match(text):
            blocks.add(Block(BlockKind.THEMATIC_BREAK), depth)
        else:
            return False
        return True

    def _add_heading(self, cursor: LineCursor, match: re.Match[str], depth: int) -> None:
        block = self.blocks.add(Block(BlockKind.HEADING, level=len(match[1])), depth)
        text = match.string[match.end() :].rstrip()
        closed = _CLOSING_HASHES.search(text)
        text = text[: closed.start()] if closed else text
        block.lines.append(BlockLine(self.blocks.row, cursor.first + match.end(), text))

    def _continue_leaf(self, cursor: LineCursor, leaf: Block) -> bool:
        """Go on with a table, or turn a paragraph into one or into a heading."""
        text = cursor.rest
        if leaf.kind is BlockKind.TABLE:
            if THEMATIC_BREAK.match(text):
                return False
            leaf.children.append(table_row(leaf, BlockLine(self.blocks.row, cursor.first, text)))
            return True
        if leaf.kind is not BlockKind.PARAGRAPH:
            return False
        if text[0] in "|:-" and (table := table_below(leaf, text)):
            self.blocks.replace_with_table(leaf, table)
            return True
        return bool(_HEADING_UNDERLINE.match(text)) and self._turn_into_heading(leaf, text)

    def _turn_into_heading(self, leaf: Block, text: str) -> bool:
        self.blocks.split_off_definitions(leaf)
        self.blocks.leaf = None
        if not leaf.lines:
            return False
        leaf.kind, leaf.level = BlockKind.HEADING, 1 if text[0] == "=" else 2
        leaf.lines[-1] = leaf.lines[-1]._replace(text=leaf.lines[-1].text.rstrip())
        return True


def _skip_quote_mark(cursor: LineCursor) -> None:
    cursor.skip_characters(1)
    cursor.skip_columns(1)


def _closes_fence(text: str, fence: str) -> bool:
    text = text.rstrip()
    return len(text) >= len(fence) and not text.strip(fence[0])
