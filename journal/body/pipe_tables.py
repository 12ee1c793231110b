"""Tables, as on GitHub; cells are cut at bars, but not inside code and wikilinks."""

import re
from itertools import pairwise

from journal.body.blocks import Block, Kind, Piece
from journal.body.code_spans import partners

_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_SIGN = re.compile(r"\\.|`+|\[\[[^\[\]\n]+\]\]|\|")


def begin_table(paragraph: Block, dashes: str) -> Block | None:
    """Return a table whose head is a paragraph's last line, if the line of dashes fits below it."""
    head = paragraph.pieces[-1]
    if not ("|" in head.text or "|" in dashes) or not _RULE.match(dashes):
        return None
    sides = [_side(part.strip()) for part in dashes.strip().strip("|").split("|")]
    cells = _cells(head)
    if len(cells) != len(sides):
        return None
    for cell, side in zip(cells, sides, strict=True):
        cell.name = side
    del paragraph.pieces[-1]
    rows = [Block(Kind.ROW, children=cells)]
    return Block(Kind.TABLE, number=len(cells), children=rows)


def _side(dashes: str) -> str:
    left, right = dashes.startswith(":"), dashes.endswith(":")
    if left and right:
        return "center"
    return "left" if left else "right" if right else ""


def row_of_table(table: Block, piece: Piece) -> Block:
    """Return a row with as many cells as the head has; the last one holds what is over."""
    cells = _cells(piece, table.number)
    head = table.children[0].children
    while len(cells) < len(head):
        cells.append(Block(Kind.CELL, pieces=[Piece(piece.row, piece.start, "")]))
    for cell, column in zip(cells, head, strict=True):
        cell.name = column.name
    return Block(Kind.ROW, children=cells)


def _cells(piece: Piece, at_most: int = 0) -> list[Block]:
    row, start, text = piece
    end = len(text.rstrip())
    bars = _bars(text[:end])
    if bars and bars[-1] == end - 1:
        end = bars.pop()
    begin = 0
    if bars and bars[0] == 0:
        begin = bars.pop(0) + 1
    elif text[:1] == "|":
        begin = 1
    cuts = bars[: at_most - 1] if at_most else bars
    edges = [begin - 1, *cuts, end]
    return [_cell(row, start, text, a + 1, b) for a, b in pairwise(edges)]


def _cell(row: int, start: int, text: str, begin: int, end: int) -> Block:
    inside = text[begin:end]
    blanks = len(inside) - len(inside.lstrip())
    return Block(Kind.CELL, pieces=[Piece(row, start + begin + blanks, inside.strip())])


def _bars(text: str) -> list[int]:
    """Return where the bars are that are neither escaped nor inside code or a wikilink."""
    bars: list[int] = []
    ends = partners(text) if "`" in text else {}
    at = 0
    while sign := _SIGN.search(text, at):
        at = ends.get(sign.start(), sign.end())
        if sign[0] == "|":
            bars.append(sign.start())
    return bars
