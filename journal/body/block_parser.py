"""Reads a body line by line into its blocks, the way CommonMark tells it.

Three liberties: two columns are enough to nest in a list, a table may follow right below a line of
text, and beyond `DEEPEST` a mark is only text.
"""

import re
from collections.abc import Iterable

from journal.body.addresses import unescaped
from journal.body.blocks import Block, Kind, Piece
from journal.body.cursor import Cursor
from journal.body.definitions import take_definitions
from journal.body.lines import MARKER, RULE, TAB, opens_fence
from journal.body.tables import begin_table, row_of_table, sides

DEEPEST = 50
"""Quotes and lists inside one another, beyond which nobody can follow."""

_NESTED = 2
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CLOSED = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_NOTE = re.compile(r"\[\^([^\[\]\n]*[^\[\]\s][^\[\]\n]*)\]:[ \t]*")
_BULLETS = "-*+"
_LEAVES = frozenset({Kind.PARAGRAPH, Kind.CODE, Kind.TABLE})


def parse(lines: Iterable[str]) -> Block:
    """Return the root of the blocks. Takes time in proportion to the text."""
    return _Parser().run(lines)


class _Parser:
    def __init__(self) -> None:
        self.root = Block(Kind.ROOT)
        self.open = [self.root]
        self.leaf: Block | None = None
        self.blank = -1
        """How many quotes the empty line before stood in; -1 where there was none."""
        self.row = -1

    def run(self, lines: Iterable[str]) -> Block:
        for self.row, line in enumerate(lines):
            self._line(line)
        self._close()
        return self.root

    def _line(self, line: str) -> None:
        leaf = self.leaf
        if len(self.open) == 1 and line[:1].isalpha() and (not leaf or leaf.kind is Kind.PARAGRAPH):
            self._text(Piece(self.row, 0, line), 1)
            return
        cursor = Cursor(line)
        depth = self._continued(cursor)
        inside = depth == len(self.open)
        if inside and leaf and leaf.kind is Kind.CODE and self._code_goes_on(leaf, cursor):
            return
        if cursor.blank:
            self._empty(depth)
            return
        self._begin(cursor, depth)
        self.blank = -1

    def _continued(self, cursor: Cursor) -> int:
        """Pass what the open blocks begin the line with; return how many of them go on."""
        for depth, block in enumerate(self.open[1:], 1):
            if block.kind is Kind.QUOTE:
                if cursor.indent >= TAB or cursor.rest[:1] != ">":
                    return depth
                _pass_quote(cursor)
            elif cursor.blank:
                if not block.children and self.leaf is None:
                    return depth
            elif block.kind is Kind.ITEM:
                if cursor.indent < block.indent + _NESTED:
                    return depth
                cursor.skip(block.width)
            elif cursor.indent < TAB:
                return depth
            else:
                cursor.skip(TAB)
        return len(self.open)

    def _code_goes_on(self, code: Block, cursor: Cursor) -> bool:
        if not code.mark:
            if cursor.indent < TAB and not cursor.blank:
                _trim(code)
                self.leaf = None
                return False
            cursor.skip(TAB)
        elif cursor.indent < TAB and _closes(cursor.rest, code.mark):
            code.last = self.row
            self.leaf = None
            return True
        else:
            cursor.skip(code.indent)
        code.pieces.append(Piece(self.row, cursor.position, cursor.code))
        code.last = self.row
        if cursor.blank and not code.mark:
            self.blank = self._quotes(len(self.open))
        else:
            self.blank = -1
        return True

    def _empty(self, depth: int) -> None:
        self._close(depth)
        self.blank = self._quotes(depth)

    def _begin(self, cursor: Cursor, depth: int) -> None:
        """Begin what the line begins, or add it as text."""
        while cursor.indent < TAB and len(self.open) <= DEEPEST and self._holder(cursor, depth):
            depth = len(self.open)
            if cursor.blank:
                return
        if cursor.indent < TAB:
            if self._one_line(cursor, depth):
                return
        elif self.leaf is None or self.leaf.kind is not Kind.PARAGRAPH:
            self._code(cursor, depth)
            return
        self._text(Piece(self.row, cursor.first, cursor.rest), depth)

    def _holder(self, cursor: Cursor, depth: int) -> Block | None:
        """Begin a quote, list item or footnote."""
        text = cursor.rest
        sign = text[0]
        if sign == ">":
            self._open(Block(Kind.QUOTE), depth)
            _pass_quote(cursor)
            return self.open[-1]
        if sign == "[" and (note := _NOTE.match(text)):
            self._open(Block(Kind.NOTE, name=note[1]), depth)
            cursor.take(len(note[0]))
            return self.open[-1]
        if (sign in _BULLETS or sign.isdecimal()) and (marker := MARKER.match(text)):
            return self._item(cursor, marker, depth)
        return None

    def _item(self, cursor: Cursor, marker: re.Match[str], depth: int) -> Block | None:
        text, sign = marker.string, marker[1]
        if sign in _BULLETS and RULE.match(text):
            return None
        interrupts = self.leaf and self.leaf.kind is Kind.PARAGRAPH and depth == len(self.open)
        number = 1 if sign in _BULLETS else int(sign[:-1])
        if interrupts and (number != 1 or not text[marker.end() :].strip()):
            return None
        item = Block(Kind.ITEM, indent=cursor.indent)
        cursor.take(len(sign))
        gap = cursor.indent if not cursor.blank and cursor.indent <= TAB else 1
        item.width = item.indent + len(sign) + gap
        self._into_list(item, sign, number, depth)
        cursor.skip(gap)
        return item

    def _into_list(self, item: Block, sign: str, number: int, depth: int) -> None:
        self._close(depth)
        around = self.open[-1]
        last = around.children[-1] if around.children else None
        if last is None or last.kind is not Kind.LIST or last.mark != sign[-1]:
            last = self._add(Block(Kind.LIST, mark=sign[-1], number=number))
        item.after_blank = self.blank == self._quotes(depth)
        last.children.append(item)
        self.open.append(item)

    def _one_line(self, cursor: Cursor, depth: int) -> bool:
        """Begin a block that no line goes on with, a fence or a table."""
        text = cursor.rest
        sign = text[0]
        if sign == "#" and (heading := _HEADING.match(text)):
            self._heading(cursor, heading, depth)
        elif sign in "`~" and (fence := opens_fence(text)):
            self._fence(cursor, fence, depth)
        elif depth == len(self.open) and self.leaf and self._turns(cursor, self.leaf):
            pass
        elif sign in "-*_" and RULE.match(text):
            self._close(depth)
            self._add(Block(Kind.RULE))
        else:
            return False
        return True

    def _heading(self, cursor: Cursor, match: re.Match[str], depth: int) -> None:
        self._close(depth)
        block = self._add(Block(Kind.HEADING, number=len(match[1])))
        text = match.string[match.end() :].rstrip()
        closed = _CLOSED.search(text)
        text = text[: closed.start()] if closed else text
        block.pieces.append(Piece(self.row, cursor.first + match.end(), text))

    def _fence(self, cursor: Cursor, fence: str, depth: int) -> None:
        self._close(depth)
        name = unescaped(cursor.rest[len(fence) :].strip())
        self.leaf = self._add(Block(Kind.CODE, mark=fence, name=name, indent=cursor.indent))
        self.leaf.first = self.leaf.last = self.row

    def _turns(self, cursor: Cursor, leaf: Block) -> bool:
        """Turn a paragraph into a heading or a table, or go on with a table."""
        text = cursor.rest
        if leaf.kind is Kind.TABLE:
            if RULE.match(text):
                return False
            leaf.children.append(row_of_table(leaf, Piece(self.row, cursor.first, text)))
            return True
        if leaf.kind is not Kind.PARAGRAPH:
            return False
        if "|" in leaf.pieces[-1].text + text and (names := sides(text)):
            if table := begin_table(leaf, names):
                self._replace(leaf, table)
                return True
        return bool(_UNDERLINE.match(text)) and self._underline(leaf, text)

    def _underline(self, leaf: Block, text: str) -> bool:
        self._define(leaf)
        if not leaf.pieces:
            self.leaf = None
            return False
        leaf.kind, leaf.number = Kind.HEADING, 1 if text[0] == "=" else 2
        leaf.pieces[-1] = leaf.pieces[-1]._replace(text=leaf.pieces[-1].text.rstrip())
        self.leaf = None
        return True

    def _replace(self, paragraph: Block, table: Block) -> None:
        """Put a table in place of the line that is its head."""
        around = self.open[-1].children
        if paragraph.pieces:
            self._define(paragraph)
        else:
            table.after_blank = paragraph.after_blank
            around.pop()
        around.append(table)
        self.leaf = table

    def _code(self, cursor: Cursor, depth: int) -> None:
        self._close(depth)
        cursor.skip(TAB)
        self.leaf = self._add(Block(Kind.CODE))
        self.leaf.first = self.leaf.last = self.row
        self.leaf.pieces.append(Piece(self.row, cursor.position, cursor.code))

    def _text(self, piece: Piece, depth: int) -> None:
        if self.leaf is None or self.leaf.kind is not Kind.PARAGRAPH:
            self._close(depth)
            self.leaf = self._add(Block(Kind.PARAGRAPH))
        self.leaf.pieces.append(piece)
        self.blank = -1

    def _open(self, block: Block, depth: int) -> None:
        self._close(depth)
        self._add(block)
        self.open.append(block)

    def _add(self, block: Block) -> Block:
        block.after_blank = self.blank == self._quotes(len(self.open))
        self.open[-1].children.append(block)
        return block

    def _close(self, depth: int = 1) -> None:
        """End the blocks beyond the first `depth`, and the one that lines were added to."""
        if self.leaf is not None:
            if self.leaf.kind is Kind.PARAGRAPH:
                self._define(self.leaf)
            elif self.leaf.kind is Kind.CODE and not self.leaf.mark:
                _trim(self.leaf)
            self.leaf = None
        del self.open[depth:]

    def _define(self, paragraph: Block) -> None:
        """Put the definitions that a paragraph begins with before it."""
        if not (found := take_definitions(paragraph)):
            return
        around = self.open[-1].children
        at = len(around) - 1
        found[0].after_blank, paragraph.after_blank = paragraph.after_blank, False
        around[at : at + (not paragraph.pieces)] = found

    def _quotes(self, depth: int) -> int:
        if len(self.open) == 1:
            return 0
        return sum(block.kind is Kind.QUOTE for block in self.open[:depth])


def _pass_quote(cursor: Cursor) -> None:
    cursor.take(1)
    cursor.skip(1)


def _closes(text: str, fence: str) -> bool:
    text = text.rstrip()
    return len(text) >= len(fence) and not text.strip(fence[0])


def _trim(code: Block) -> None:
    while len(code.pieces) > 1 and not code.pieces[-1].text.strip():
        code.pieces.pop()
        code.last -= 1
