"""A body rewritten into the Markdown that Python-Markdown reads as CommonMark.

Python-Markdown wants four spaces for each list inside a list, a blank line before a list or a
table, and fences at the margin. People type otherwise, so what `journal.body.lines` says of each
line is written out the way the parser wants it. Code between fences is taken out and kept.
"""

import re
from typing import NamedTuple

from journal.body.lines import (
    MARKER,
    RULE,
    TAB,
    Kind,
    Line,
    end_of_quote,
    opens_fence,
    scan,
    unquote,
)

DEEPEST = 50
"""Quotes or lists inside one another; beyond it nobody can follow, and the parser gives up."""

_STACKED = re.compile(rf"(?:(?:[-*+>]|[0-9]{{1,9}}[.)])[ \t]*){{{DEEPEST}}}")
_TABLE_RULE = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_ENDS_A_QUOTE = frozenset({Kind.FENCE, Kind.FENCED, Kind.HEADING, Kind.RULE, Kind.CODE, Kind.BLANK})
_ALONE = frozenset({Kind.HEADING, Kind.RULE, Kind.FENCE, Kind.QUOTE})
_LOOSE = frozenset({Kind.HEADING, Kind.RULE})


class TooDeep(Exception):
    """Lists or quotes are nested beyond DEEPEST."""


class Fence(NamedTuple):
    """Code between fences, and the word behind the first of them."""

    language: str
    code: str


class Marker(NamedTuple):
    """What begins a list item: `+` means only that, while `-` and `*` may be rules or headings."""

    written: str
    bullet: bool


class Tidied(NamedTuple):
    """Markdown for the parser, the code taken out of it, and which kinds of lines it has."""

    text: str
    fences: list[Fence]
    kinds: set[Kind]


def tidy(body: str) -> Tidied:
    """Rewrite a body. Raises `TooDeep`."""
    fences: list[Fence] = []
    kinds: set[Kind] = set()
    lines = _Block(fences, kinds, 0).run(body.split("\n"))
    return Tidied("\n".join(lines).expandtabs(TAB), fences, kinds)


def fence_mark(number: int) -> str:
    """Return what stands for a fence; nothing that was typed can look like it."""
    return f"\x02f{number}\x03"


class _Block:
    """The lines of a body, or of one quote in it."""

    def __init__(self, fences: list[Fence], kinds: set[Kind], quotes: int) -> None:
        if quotes > DEEPEST:
            raise TooDeep
        self.fences = fences
        self.kinds = kinds
        self.quotes = quotes
        self.lines: list[str] = []
        self.found: list[Line] = []
        self.out: list[str] = []
        self.bullets: list[bool] = []
        self.depth = 0
        self.closed = False
        self.floor = 0

    def run(self, lines: list[str]) -> list[str]:
        self.lines = lines
        self.found = list(scan(lines))
        self.kinds.update(line.kind for line in self.found)
        number = 0
        while number < len(lines):
            line = self.found[number]
            if line.depth > DEEPEST:
                raise TooDeep
            number = self._line(number, line, lines[number][line.start :]) + 1
            if line.kind not in (Kind.BLANK, Kind.ITEM):
                self.depth = line.depth
        return self.out

    def _line(self, number: int, line: Line, text: str) -> int:
        """Write a line, or all lines that belong with it; return the number of the last."""
        match line.kind:
            case Kind.BLANK:
                self.out.append("")
            case Kind.TEXT:
                self._text(line, text, self.lines[number])
            case Kind.ITEM:
                return self._item(number, line, text)
            case Kind.QUOTE:
                return self._quote(number, line)
            case Kind.FENCE:
                number, mark = self._fence(number, opens_fence(text), line.indent)
                self._put(line, mark)
            case Kind.CODE:
                self._put(line, " " * line.indent + text)
            case Kind.HEADING:
                self._put(line, text)
            case _:
                self._put(line, "***")
        return number

    @property
    def _fresh(self) -> bool:
        return not self.out or not self.out[-1]

    def _part(self) -> None:
        if not self._fresh:
            self.out.append("")
        self.closed = False

    def _margin(self, line: Line) -> str:
        """Return the indentation of a line: that of its item's marker while the item goes on."""
        apart = line.kind in _ALONE if line.depth == 0 else line.kind in _LOOSE
        if apart or line.depth < self.depth or (self.closed and not line.depth):
            self._part()
        if not self._fresh:
            begun_here = self.floor == line.depth + 1
            return " " * (TAB * (line.depth if begun_here else max(line.depth - 1, 0)))
        self.floor = line.depth + 1
        return " " * (TAB * line.depth)

    def _put(self, line: Line, text: str) -> None:
        self.out.append(self._margin(line) + text)
        self.closed = line.kind in (_LOOSE if line.depth else _ALONE)

    def _text(self, line: Line, text: str, whole: str) -> None:
        if MARKER.match(text):
            text = whole = _escape_marker(text)
        if line.depth or self.depth or self._fresh or self.closed:
            self._put(line, text)
            return
        self.out.append(whole)
        if text[0] in "|:-" and "|" in text and _TABLE_RULE.match(text):
            self._part_before_table()

    def _part_before_table(self) -> None:
        header = len(self.out) - 2
        if header and self.out[header - 1] and "|" in self.out[header]:
            self.out.insert(header, "")

    def _item(self, number: int, line: Line, text: str) -> int:
        if _STACKED.match(text):
            raise TooDeep
        level = line.depth - 1
        markers, rest = _markers(text)
        another = len(self.bullets) > level and self.bullets[level] != markers[0].bullet
        if another or self.closed or level < self.floor:
            self._part()
        if self._fresh:
            self.floor = level
        self.depth = level + len(markers)
        self.bullets[level:] = [marker.bullet for marker in markers]
        if fence := opens_fence(rest):
            columns = line.indent + len(text) - len(rest)
            number, rest = self._fence(number, fence, columns)
        elif RULE.match(rest):
            self.kinds.add(Kind.RULE)
            rest = "***"
        elif rest[:1] == "#":
            self.kinds.add(Kind.HEADING)
        margins = [" " * (TAB * (level + i)) for i in range(len(markers))]
        lines = [f"{m}{marker.written} " for m, marker in zip(margins, markers, strict=True)]
        self.out.extend([*lines[:-1], lines[-1] + rest])
        return number

    def _fence(self, number: int, fence: str, columns: int) -> tuple[int, str]:
        """Keep the code that begins on a line; return its last line and what stands for it."""
        language = self.lines[number].partition(fence)[2].strip()
        code = []
        last = number
        for last in range(number + 1, len(self.lines)):
            if self.found[last].kind is not Kind.FENCED:
                break
            code.append(_dedent(self.lines[last], self.found[last], columns))
        self.fences.append(Fence(language, "\n".join(code)))
        return last, fence_mark(len(self.fences) - 1)

    def _quote(self, number: int, line: Line) -> int:
        end = end_of_quote(self.found, number)
        inner = _Block(self.fences, self.kinds, self.quotes + 1)
        quoted = inner.run([unquote(text)[0] for text in self.lines[number:end]])
        margin = self._margin(line)
        self.out.extend(f"{margin}> {text}" if text else f"{margin}>" for text in quoted)
        self.closed = not line.depth and inner.found[-1].kind in _ENDS_A_QUOTE
        return end - 1


def _markers(text: str) -> tuple[list[Marker], str]:
    """Return the markers that `text` begins with, and what follows them."""
    markers = []
    while (found := MARKER.match(text)) and not RULE.match(text):
        bullet = found[1] in "-*+"
        markers.append(Marker("+" if bullet else found[1].replace(")", "."), bullet))
        text = text[found.end() :]
    return markers, text


def _escape_marker(text: str) -> str:
    """Keep the parser from taking the middle of a paragraph for a list."""
    end = len(text) - len(text.lstrip("0123456789"))
    return f"{text[:end]}\\{text[end:]}"


def _dedent(text: str, line: Line, columns: int) -> str:
    if not columns or not line.start:
        return text
    if line.indent <= columns:
        return text[line.start :]
    return " " * (line.indent - columns) + text[line.start :]
