"""Tables as on GitHub, whose cells are split at bars, but not inside code and wikilinks."""

import re
from itertools import pairwise

from journal.body.blocks import Block, BlockKind, BlockLine
from journal.body.plain_text import WIKILINK, closing_backticks

_DELIMITER_ROW = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_BAR_OR_NO_BAR = re.compile(rf"\\.|`+|{WIKILINK}|\|")


def table_below(paragraph: Block, dashes: str) -> Block | None:
    """Return a table whose head is a paragraph's last line, if the line of dashes fits below it."""
    head = paragraph.lines[-1]
    if not ("|" in head.text or "|" in dashes) or not _DELIMITER_ROW.match(dashes):
        return None
    alignments = [_alignment(part.strip()) for part in dashes.strip().strip("|").split("|")]
    cells = _cells(head)
    if len(cells) != len(alignments):
        return None
    for cell, alignment in zip(cells, alignments, strict=True):
        cell.alignment = alignment
    del paragraph.lines[-1]
    rows = [Block(BlockKind.ROW, children=cells)]
    return Block(BlockKind.TABLE, columns=len(cells), children=rows)


def _alignment(dashes: str) -> str:
    left, right = dashes.startswith(":"), dashes.endswith(":")
    if left and right:
        return "center"
    return "left" if left else "right" if right else ""


def table_row(table: Block, line: BlockLine) -> Block:
    """Return a row with as many cells as the head has; the last one holds what is over."""
    cells = _cells(line, table.columns)
    head = table.children[0].children
    while len(cells) < len(head):
        cells.append(Block(BlockKind.CELL, lines=[BlockLine(line.row, line.start, "")]))
    for cell, column in zip(cells, head, strict=True):
        cell.alignment = column.alignment
    return Block(BlockKind.ROW, children=cells)


def _cells(line: BlockLine, at_most: int = 0) -> list[Block]:
    row, start, text = line
    end = len(text.rstrip())
    bars = _bar_offsets(text[:end])
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
    return Block(BlockKind.CELL, lines=[BlockLine(row, start + begin + blanks, inside.strip())])


def _bar_offsets(text: str) -> list[int]:
    """Return where the bars are that are neither escaped nor inside code or a wikilink."""
    bars: list[int] = []
    ends = closing_backticks(text) if "`" in text else {}
    at = 0
    while match := _BAR_OR_NO_BAR.search(text, at):
        at = ends.get(match.start(), match.end())
        if match[0] == "|":
            bars.append(match.start())
    return bars
