"""YAML text to fields with line and column, read off its events: nothing is ever composed."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from journal.characters import CONTROLS, quoted
from journal.findings import Mistake
from journal.frontmatter.yaml_errors import MAX_DEPTH, syntax_mistake, too_deep

#: libyaml where PyYAML was built with it; the pure Python loader reads the same, slower
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
#: Control characters (but tab and newline), and what is no character at all.
CONTROL = re.compile(f"[{CONTROLS}\ufeff\ufffe\uffff]")

_COMMENT = re.compile(r"[ \t]*(#[^\s#][^\n]*)")


class Comment(NamedTuple):
    """What follows a `#` that YAML takes for a comment, though it was hardly meant as one."""

    text: str
    line: int
    column: int


class Scalar(NamedTuple):
    """A text, as written; with a comment, it is what stands before that, or empty."""

    text: str
    line: int
    column: int
    #: it stood in a file, without quotes
    is_unquoted: bool = False
    comment: Comment | None = None


class ListNode(NamedTuple):
    """A list."""

    items: "tuple[Node, ...]"
    line: int
    column: int
    flow: bool


class MappingNode(NamedTuple):
    """A mapping."""

    pairs: "tuple[Field, ...]"
    line: int
    column: int


Node = Scalar | ListNode | MappingNode


class Field(NamedTuple):
    """A key with its value; `key` is as written."""

    key: str
    line: int
    column: int
    value: Node


class Malformed(Exception):
    """Front matter that is not what a note may hold; carries the mistake to report."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.message)
        self.mistake = mistake


class _Lines:
    """Where a character of the text stands, lines counted on newlines only."""

    def __init__(self, text: str, first_line: int) -> None:
        self.starts = [0]
        self.first = first_line
        end = text.find("\n")
        while end >= 0:
            self.starts.append(end + 1)
            end = text.find("\n", end + 1)

    def at(self, index: int) -> tuple[int, int]:
        """Return line and column of the character at `index`."""
        row = bisect_right(self.starts, index) - 1
        return row + self.first, index - self.starts[row] + 1


class _Builder:
    """Events to nodes, one open collection inside another; refuses what a note may not hold."""

    def __init__(self, text: str, lines: _Lines) -> None:
        self.text = text
        self.has_comments = " #" in text or "\t#" in text
        self.lines = lines
        self.open: list[tuple[list[Node], tuple[int, int], bool | None]] = []
        self.root: Node | None = None

    def take(self, event: Any) -> None:
        """Take one event. Raises `Malformed`."""
        at = self.lines.at(event.start_mark.index)
        if getattr(event, "anchor", None):
            raise Malformed(_special(at, "an anchor or alias (& or *)"))
        if getattr(event, "tag", None):
            raise Malformed(_special(at, "a tag (!)"))
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, at)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event, at)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise Malformed(Mistake(*at, "F01", "a second YAML document begins here"))

    def _scalar(self, event: Any, at: tuple[int, int]) -> None:
        if not event.value and (comment := self._comment(event.start_mark.index)):
            self._add(Scalar("", comment.line, comment.column, comment=comment))
            return
        is_unquoted = event.style in (None, "")
        has_comment = is_unquoted and self.has_comments and event.value
        comment = self._comment(event.end_mark.index) if has_comment else None
        self._add(Scalar(event.value, *at, is_unquoted, comment))

    def _comment(self, index: int) -> Comment | None:
        found = _COMMENT.match(self.text, index)
        return Comment(found[1], *self.lines.at(found.start(1))) if found else None

    def _begin(self, event: Any, at: tuple[int, int]) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise Malformed(too_deep(at))
        flow = bool(event.flow_style) if isinstance(event, yaml.SequenceStartEvent) else None
        self.open.append(([], at, flow))

    def _end(self) -> None:
        nodes, at, flow = self.open.pop()
        if flow is not None:
            self._add(ListNode(tuple(nodes), *at, flow))
        else:
            self._add(MappingNode(tuple(_fields(nodes)), *at))

    def _add(self, node: Node) -> None:
        if self.open:
            self.open[-1][0].append(node)
        else:
            self.root = node


def _fields(nodes: list[Node]) -> Iterator[Field]:
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        at = (key.line, key.column)
        if not isinstance(key, Scalar):
            hint = "write `key: value`, and a value with brackets or braces in quotes"
            raise Malformed(Mistake(*at, "F01", "a key that is no plain word", hint))
        if key.text == "<<":
            raise Malformed(_special(at, "a merge key (<<)"))
        yield Field(key.text, *at, value)


def _special(at: tuple[int, int], what: str) -> Mistake:
    return Mistake(*at, "F01", f"{what}, which notes do not use", "put the value in quotes")


def read_fields(text: str, first_line: int) -> tuple[Field, ...]:
    """Read YAML `text` whose first line is the file's `first_line`. Raises `Malformed`."""
    lines = _Lines(text, first_line)
    builder = _Builder(text, lines)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise Malformed(syntax_mistake(error, text, lines)) from None
    except yaml.YAMLError as error:
        raise Malformed(Mistake(first_line, 1, "F01", f"not YAML: {error}"[:200])) from None
    return _top(builder.root)


def _top(root: Node | None) -> tuple[Field, ...]:
    if root is None or (isinstance(root, Scalar) and not root.text):
        return ()
    if isinstance(root, MappingNode):
        return root.pairs
    found = "a list" if isinstance(root, ListNode) else f"the text {quoted(root.text)}"
    hint = "write `key: value`, one a line, with a space after the colon"
    raise Malformed(
        Mistake(root.line, root.column, "F01", f"{found} where keys are expected", hint)
    )
