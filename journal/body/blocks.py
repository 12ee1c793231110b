"""A body's blocks, as a tree: CommonMark's, with tables, footnotes and definitions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

TAB_STOP = 4
"""Columns to the next stop of a tab; as many make code of what is indented."""

LIST_MARKER = re.compile(r"([-*+]|[0-9]{1,9}[.)])(?:[ \t]+|$)")
THEMATIC_BREAK = re.compile(r"(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")


def opens_fence(text: str) -> str:
    """Return the fence that `text` (without indentation) opens, or nothing."""
    match = _FENCE.match(text)
    return (match[1] or match[2]) if match else ""


_BLOCK_ID = re.compile(r"(?:^|[ \t\n]+)\^([A-Za-z0-9-]+)[ \t]*$")


def split_block_id(text: str) -> tuple[str, str]:
    """Return the text of a paragraph, item or heading without the id at its end, and that."""
    if "^" not in text:
        return text, ""
    found = _BLOCK_ID.search(text)
    return (text[: found.start()], found[1]) if found else (text, "")


class BlockKind(Enum):
    """The kinds of blocks; an ITEM is in a LIST, a CELL in a ROW in a TABLE."""

    ROOT = "root"
    QUOTE = "quote"
    ITEM = "item"
    FOOTNOTE = "footnote"
    LIST = "list"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    THEMATIC_BREAK = "thematic break"
    CODE = "code"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    DEFINITION = "definition"


class BlockLine(NamedTuple):
    """The part of a line that belongs to a block: its row (from 0), its offset there, its text."""

    row: int
    start: int
    text: str


@dataclass(slots=True, eq=False)
class Block:
    """A block; of the fields with a kind in capitals, it uses those of its own."""

    kind: BlockKind
    children: list["Block"] = field(default_factory=list)
    lines: list[BlockLine] = field(default_factory=list)
    after_blank: bool = False
    indent: int = 0
    """Columns before the marker of an ITEM, the fence of CODE."""
    width: int = 0
    """Columns that the content of an ITEM needs."""
    mark: str = ""
    """What begins the items of a LIST (`-`, `*`, `+`, `.`, `)`), the fence around CODE."""
    start: int = 1
    """First number of a LIST."""
    level: int = 0
    """Level of a HEADING, 1 to 6."""
    columns: int = 0
    """Columns of a TABLE."""
    alignment: str = ""
    """Alignment of a CELL."""
    info: str = ""
    """What follows the opening fence of CODE."""
    label: str = ""
    """Label of a FOOTNOTE or DEFINITION."""
    address: str = ""
    title: str = ""
    """Address and title of a DEFINITION."""
    first: int = 0
    last: int = 0
    """First and last row of CODE, with its fences; row of an ITEM's marker."""

    @property
    def text(self) -> str:
        """The lines as one text, without the marks of the blocks around."""
        if len(self.lines) == 1:
            return self.lines[0].text
        return "\n".join([line.text for line in self.lines])

    @property
    def loose(self) -> bool:
        """Whether an empty line stands between the items of a LIST, or inside one of them."""
        return any(item.after_blank for item in self.children[1:]) or any(
            child.after_blank for item in self.children for child in item.children[1:]
        )

    def position(self, offset: int) -> tuple[int, int]:
        """Return row and offset in it of a character of `text`."""
        for row, start, text in self.lines:
            if offset <= len(text):
                return row, start + offset
            offset -= len(text) + 1
        raise IndexError(offset)


def blocks_of_kind(around: Block, kind: BlockKind) -> Iterator[Block]:
    """Yield the blocks of one kind inside `around`, in order."""
    for block in around.children:
        if block.kind is kind:
            yield block
        yield from blocks_of_kind(block, kind)


BLOCKS_WITH_INLINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CELL})
"""The blocks whose text may have emphasis, links and code in it."""


def leaf_blocks(block: Block) -> Iterator[Block]:
    """Yield the blocks with text inside `block`, in order."""
    for child in block.children:
        if child.children:
            yield from leaf_blocks(child)
        elif child.lines or child.kind is BlockKind.CODE:
            yield child
