"""What each line of a body is: CommonMark's blocks, read the way people type them.

Two liberties: a list needs no blank line before it, and two spaces are enough to nest.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

TAB = 4
DEEPEST = 60
"""Lists or quotes inside one another, beyond which a marker is only text."""

MARKER = re.compile(r"([-*+]|[0-9]{1,9}[.)])(?:[ \t]+|$)")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")
RULE = re.compile(r"(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$")
_DASHES = re.compile(r"-+[ \t]*$")
_QUOTE = re.compile(r"[ \t]*> ?")
_BULLETS = "-*+"


class Kind(Enum):
    """What a line is; FENCE opens or closes the code whose lines are FENCED."""

    BLANK = "blank"
    TEXT = "text"
    ITEM = "item"
    QUOTE = "quote"
    HEADING = "heading"
    RULE = "rule"
    FENCE = "fence"
    FENCED = "fenced"
    CODE = "code"


class Line(NamedTuple):
    """A line: `depth` list items hold it (an item counts itself, at its first marker).

    `start` counts the characters before its text, `indent` the columns; of CODE it counts only
    those beyond what the list needs.
    """

    kind: Kind
    depth: int
    start: int
    indent: int


class _Item(NamedTuple):
    marker: int
    content: int
    bullet: bool


def scan(lines: Iterable[str]) -> Iterator[Line]:
    """Say of one line after the other what it is. Takes time in proportion to the text."""
    return map(_Scanner().line, lines)


def unquote(line: str) -> tuple[str, int]:
    """Return a quoted line without its first `>`, and how many characters that took away."""
    match = _QUOTE.match(line)
    end = match.end() if match else 0
    return line[end:], end


def end_of_quote(found: list[Line], start: int) -> int:
    """Return the number of the first line after `start` that does not go on with its quote."""
    kind, depth = found[start][:2]
    end = start
    while end < len(found) and found[end].kind is kind and found[end].depth == depth:
        end += 1
    return end


def opens_fence(text: str) -> str:
    """Return the fence that `text` (without indentation) opens, or nothing."""
    match = _FENCE.match(text)
    return (match[1] or match[2]) if match else ""


def _columns(blanks: str) -> int:
    return len(blanks.expandtabs(TAB)) if "\t" in blanks else len(blanks)


class _Scanner:
    def __init__(self) -> None:
        self.items: list[_Item] = []
        self.fence = ""
        self.paragraph = False

    def line(self, line: str) -> Line:
        if line[:1].isalpha() and not self.fence:
            return self._text(0, 0, 0)
        text = line.lstrip(" \t")
        start = len(line) - len(text)
        indent = _columns(line[:start]) if start else 0
        if self.fence:
            return self._fenced(text, start, indent)
        if not text or text.isspace():
            self.paragraph = False
            return Line(Kind.BLANK, len(self.items), start, 0)
        depth = self._depth(indent)
        beyond = indent - (self.items[depth - 1].content if depth else 0)
        if beyond >= TAB and not self.paragraph:
            self._leave(depth)
            return Line(Kind.CODE, depth, start, beyond)
        return self._block(text, depth, start, indent) or self._text(depth, start, indent)

    def _depth(self, indent: int) -> int:
        depth = len(self.items)
        while depth and indent < self.items[depth - 1].marker + 2:
            depth -= 1
        return depth

    def _leave(self, depth: int, paragraph: bool = False) -> None:
        del self.items[depth:]
        self.paragraph = paragraph

    def _fenced(self, text: str, start: int, indent: int) -> Line:
        closing = text.rstrip()
        depth = len(self.items)
        if len(closing) >= len(self.fence) and not closing.strip(self.fence[0]):
            self.fence = ""
            return Line(Kind.FENCE, depth, start, indent)
        return Line(Kind.FENCED, depth, start, indent)

    def _block(self, text: str, depth: int, start: int, indent: int) -> Line | None:
        first = text[0]
        if first in "`~" and (fence := opens_fence(text)):
            self._leave(depth)
            self.fence = fence
            return Line(Kind.FENCE, depth, start, indent)
        if first == ">":
            self._leave(depth, paragraph=True)
            return Line(Kind.QUOTE, depth, start, indent)
        if first == "#" and _HEADING.match(text):
            self._leave(depth)
            return Line(Kind.HEADING, depth, start, indent)
        if first in "-*_" and RULE.match(text):
            return self._rule(text, depth, start, indent)
        if (first in _BULLETS or first.isdecimal()) and (marker := MARKER.match(text)):
            return self._item(marker, depth, start, indent)
        return None

    def _rule(self, text: str, depth: int, start: int, indent: int) -> Line:
        underlines = self.paragraph and depth == len(self.items) and _DASHES.match(text)
        self._leave(depth)
        return Line(Kind.TEXT if underlines else Kind.RULE, depth, start, indent)

    def _item(self, marker: re.Match[str], depth: int, start: int, indent: int) -> Line | None:
        text = marker.string
        if not self._may_begin(marker, depth):
            return None
        self._leave(depth)
        rest, column = text, indent
        while (found := MARKER.match(rest)) and len(self.items) < DEEPEST:
            content = column + _columns(found[0]) + (found[0] == found[1])
            self.items.append(_Item(column, content, found[1] in _BULLETS))
            rest, column = rest[found.end() :], content
            if rest[:1] in ("-", "*") and RULE.match(rest):
                break
        self.fence = opens_fence(rest)
        self.paragraph = bool(rest) and not (self.fence or rest[0] == "#" or RULE.match(rest))
        return Line(Kind.ITEM, depth + 1, start, indent)

    def _may_begin(self, marker: re.Match[str], depth: int) -> bool:
        """Only a bullet or a 1 that says something interrupts a paragraph (CommonMark)."""
        bullet = marker[1] in _BULLETS
        if not self.paragraph:
            return True
        if depth < len(self.items) and self.items[depth].bullet == bullet:
            return True
        return marker.end() < len(marker.string) and (bullet or marker[1][:-1] == "1")

    def _text(self, depth: int, start: int, indent: int) -> Line:
        if self.paragraph:
            depth = len(self.items)
        self._leave(depth, paragraph=True)
        return Line(Kind.TEXT, depth, start, indent)
