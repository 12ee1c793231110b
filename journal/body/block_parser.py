"""Reads a body line by line into its blocks, the way CommonMark tells it.

Three liberties: two columns are enough to nest in a list, a table may follow right below a line of
text, and beyond `DEEPEST` a mark is only text.
"""

import re
from collections.abc import Iterable

from journal.body.blocks import MARKER, RULE, TAB, Block, Kind, Piece, opens_fence
from journal.body.open_blocks import Cursor, OpenBlocks
from journal.body.pipe_tables import begin_table, row_of_table
from journal.body.plain_text import unescaped

DEEPEST = 50
"""Quotes and lists inside one another, beyond which nobody can follow."""

_NESTED = 2
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CLOSED = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_NOTE = re.compile(r"\[\^([^\[\]\n]*[^\[\]\s][^\[\]\n]*)\]:[ \t]*")
_BULLETS = "-*+"


def parse(lines: Iterable[str]) -> Block:
    """Return the root of the blocks. Takes time in proportion to the text."""
    parser = _Parser()
    for parser.blocks.row, line in enumerate(lines):
        parser.line(line)
    parser.blocks.close()
    return parser.blocks.root


class _Parser:
    def __init__(self) -> None:
        self.blocks = OpenBlocks()

    def line(self, line: str) -> None:
        """Read the next line."""
        blocks = self.blocks
        leaf = blocks.leaf
        if len(blocks) == 1 and line[:1].isalpha() and (not leaf or leaf.kind is Kind.PARAGRAPH):
            blocks.text(Piece(blocks.row, 0, line), 1)
            return
        cursor = Cursor(line)
        depth = self._continued(cursor)
        code = leaf if leaf and leaf.kind is Kind.CODE and depth == len(blocks) else None
        if code and self._code_goes_on(code, cursor):
            return
        if cursor.blank:
            blocks.close(depth)
            blocks.blank = blocks.quotes(depth)
            return
        self._begin(cursor, depth)
        blocks.blank = -1

    def _continued(self, cursor: Cursor) -> int:
        """Pass what the open blocks begin the line with; return how many of them go on."""
        for depth, block in enumerate(self.blocks.open[1:], 1):
            if block.kind is Kind.QUOTE:
                if cursor.indent >= TAB or cursor.rest[:1] != ">":
                    return depth
                _pass_quote(cursor)
            elif not self._indented(cursor, block):
                return depth
        return len(self.blocks)

    def _indented(self, cursor: Cursor, block: Block) -> bool:
        """Pass the indentation of a list item or footnote; an empty line is inside, too."""
        if cursor.blank:
            return bool(block.children)
        if cursor.indent < (block.indent + _NESTED if block.kind is Kind.ITEM else TAB):
            return False
        cursor.skip(block.width)
        return True

    def _code_goes_on(self, code: Block, cursor: Cursor) -> bool:
        blank = cursor.blank
        if not code.mark:
            if cursor.indent < TAB and not blank:
                self.blocks.close(len(self.blocks))
                return False
            cursor.skip(TAB)
        elif cursor.indent < TAB and _closes(cursor.rest, code.mark):
            self.blocks.leaf = None
        else:
            cursor.skip(code.indent)
        code.last = self.blocks.row
        if self.blocks.leaf:
            code.pieces.append(Piece(self.blocks.row, cursor.position, cursor.code))
        empty = blank and not code.mark
        self.blocks.blank = self.blocks.quotes(len(self.blocks)) if empty else -1
        return True

    def _begin(self, cursor: Cursor, depth: int) -> None:
        """Begin what the line begins, or add it as text."""
        blocks = self.blocks
        while cursor.indent < TAB and len(blocks) <= DEEPEST and self._holder(cursor, depth):
            depth = len(blocks)
            if cursor.blank:
                return
        if cursor.indent < TAB:
            if self._leaf(cursor, depth):
                return
        elif not blocks.paragraph:
            cursor.skip(TAB)
            code = blocks.code(Block(Kind.CODE), depth)
            code.pieces.append(Piece(blocks.row, cursor.position, cursor.code))
            return
        blocks.text(Piece(blocks.row, cursor.first, cursor.rest), depth)

    def _holder(self, cursor: Cursor, depth: int) -> bool:
        """Begin a quote, list item or footnote."""
        text = cursor.rest
        sign = text[0]
        if sign == ">":
            self.blocks.enter(Block(Kind.QUOTE), depth)
            _pass_quote(cursor)
            return True
        if sign == "[" and (note := _NOTE.match(text)):
            self.blocks.enter(Block(Kind.NOTE, name=note[1], width=TAB), depth)
            cursor.take(len(note[0]))
            return True
        if (sign in _BULLETS or sign.isdecimal()) and (marker := MARKER.match(text)):
            return self._item(cursor, marker, depth)
        return False

    def _item(self, cursor: Cursor, marker: re.Match[str], depth: int) -> bool:
        """Begin an item; only one that says something and is the first interrupts a paragraph."""
        text, sign = marker.string, marker[1]
        bullet = sign in _BULLETS
        if bullet and RULE.match(text):
            return False
        number = 1 if bullet else int(sign[:-1])
        interrupts = self.blocks.paragraph and depth == len(self.blocks)
        if interrupts and (number != 1 or not text[marker.end() :].strip()):
            return False
        item = Block(Kind.ITEM, indent=cursor.indent)
        cursor.take(len(sign))
        gap = cursor.indent if not cursor.blank and cursor.indent <= TAB else 1
        item.width = item.indent + len(sign) + gap
        self.blocks.enter_item(item, sign, number, depth)
        cursor.skip(gap)
        return True

    def _leaf(self, cursor: Cursor, depth: int) -> bool:
        """Begin a heading, a fence, a rule or a table."""
        text, blocks = cursor.rest, self.blocks
        sign = text[0]
        if sign == "#" and (heading := _HEADING.match(text)):
            self._heading(cursor, heading, depth)
        elif sign in "`~" and (fence := opens_fence(text)):
            name = unescaped(text[len(fence) :].strip())
            blocks.code(Block(Kind.CODE, mark=fence, name=name, indent=cursor.indent), depth)
        elif depth == len(blocks) and blocks.leaf and self._goes_on(cursor, blocks.leaf):
            return True
        elif sign in "-*_" and RULE.match(text):
            blocks.add(Block(Kind.RULE), depth)
        else:
            return False
        return True

    def _heading(self, cursor: Cursor, match: re.Match[str], depth: int) -> None:
        block = self.blocks.add(Block(Kind.HEADING, number=len(match[1])), depth)
        text = match.string[match.end() :].rstrip()
        closed = _CLOSED.search(text)
        text = text[: closed.start()] if closed else text
        block.pieces.append(Piece(self.blocks.row, cursor.first + match.end(), text))

    def _goes_on(self, cursor: Cursor, leaf: Block) -> bool:
        """Go on with a table, or turn a paragraph into one or into a heading."""
        text = cursor.rest
        if leaf.kind is Kind.TABLE:
            if RULE.match(text):
                return False
            leaf.children.append(row_of_table(leaf, Piece(self.blocks.row, cursor.first, text)))
            return True
        if leaf.kind is not Kind.PARAGRAPH:
            return False
        if text[0] in "|:-" and (table := begin_table(leaf, text)):
            self.blocks.replace(leaf, table)
            return True
        return bool(_UNDERLINE.match(text)) and self._underline(leaf, text)

    def _underline(self, leaf: Block, text: str) -> bool:
        self.blocks.define(leaf)
        self.blocks.leaf = None
        if not leaf.pieces:
            return False
        leaf.kind, leaf.number = Kind.HEADING, 1 if text[0] == "=" else 2
        leaf.pieces[-1] = leaf.pieces[-1]._replace(text=leaf.pieces[-1].text.rstrip())
        return True


def _pass_quote(cursor: Cursor) -> None:
    cursor.take(1)
    cursor.skip(1)


def _closes(text: str, fence: str) -> bool:
    text = text.rstrip()
    return len(text) >= len(fence) and not text.strip(fence[0])
