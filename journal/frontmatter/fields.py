"""YAML text to fields with line and column, read off its events: nothing is ever composed."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from journal.findings import Mistake, shown

#: libyaml where PyYAML was built with it; the pure Python loader reads the same, slower
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
MAX_DEPTH = 8


class Scalar(NamedTuple):
    """A text, as written."""

    text: str
    line: int
    column: int


class Items(NamedTuple):
    """A list."""

    items: "tuple[Node, ...]"
    line: int
    column: int
    flow: bool


class Pairs(NamedTuple):
    """A mapping."""

    pairs: "tuple[Field, ...]"
    line: int
    column: int


Node = Scalar | Items | Pairs


class Field(NamedTuple):
    """A key with its value; `key` is as written."""

    key: str
    line: int
    column: int
    value: Node


class Refused(Exception):
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

    def __init__(self, lines: _Lines) -> None:
        self.lines = lines
        self.open: list[tuple[list[Node], tuple[int, int], bool | None]] = []
        self.root: Node | None = None

    def take(self, event: Any) -> None:
        """Take one event. Raises `Refused`."""
        at = self.lines.at(event.start_mark.index)
        if getattr(event, "anchor", None):
            raise Refused(_special(at, "an anchor or alias (& or *)"))
        if getattr(event, "tag", None) and event.tag != "!":
            raise Refused(_special(at, "a tag (!)"))
        if isinstance(event, yaml.ScalarEvent):
            self._add(Scalar(event.value, *at))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event, at)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise Refused(Mistake(*at, "F01", "a second YAML document begins here"))

    def _begin(self, event: Any, at: tuple[int, int]) -> None:
        if len(self.open) >= MAX_DEPTH:
            message = f"more than {MAX_DEPTH} lists or mappings inside one another"
            raise Refused(Mistake(*at, "F01", message, "close the brackets, or quote the text"))
        flow = bool(event.flow_style) if isinstance(event, yaml.SequenceStartEvent) else None
        self.open.append(([], at, flow))

    def _end(self) -> None:
        nodes, at, flow = self.open.pop()
        if flow is not None:
            self._add(Items(tuple(nodes), *at, flow))
        else:
            self._add(Pairs(tuple(_fields(nodes)), *at))

    def _add(self, node: Node) -> None:
        if self.open:
            self.open[-1][0].append(node)
        else:
            self.root = node


def _fields(nodes: list[Node]) -> Iterator[Field]:
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        at = (key.line, key.column)
        if not isinstance(key, Scalar):
            raise Refused(Mistake(*at, "F01", "a key that is no plain word", "write `key: value`"))
        if key.text == "<<":
            raise Refused(_special(at, "a merge key (<<)"))
        yield Field(key.text, *at, value)


def _special(at: tuple[int, int], what: str) -> Mistake:
    return Mistake(*at, "F01", f"{what}, which notes do not use", "put the value in quotes")


def read_fields(text: str, first_line: int) -> tuple[Field, ...]:
    """Read YAML `text` whose first line is the file's `first_line`. Raises `Refused`."""
    lines = _Lines(text, first_line)
    builder = _Builder(lines)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise Refused(_syntax(error, text, lines)) from None
    except yaml.YAMLError as error:
        raise Refused(Mistake(first_line, 1, "F01", f"not YAML: {error}"[:200])) from None
    return _top(builder.root)


def _top(root: Node | None) -> tuple[Field, ...]:
    if root is None or (isinstance(root, Scalar) and not root.text):
        return ()
    if isinstance(root, Pairs):
        return root.pairs
    found = "a list" if isinstance(root, Items) else f"the text {shown(root.text)}"
    hint = "write `key: value`, one a line, with a space after the colon"
    raise Refused(Mistake(root.line, root.column, "F01", f"{found} where keys are expected", hint))


#: (part of libyaml's wording, what it means to the person, what to do)
_PLAIN_WORDS = (
    ("mapping values are not allowed", "a colon inside the value", 'put the value in quotes: "…"'),
    ("could not find expected ':'", "no colon after the key", "write `key: value` with a space"),
    ("end of stream", "a quote or bracket that never closes", "close it on the same line"),
    ("document indicator", "a quote that never closes", "close it on the same line"),
    ("',' or ']'", "a list that never closes", "close it with ], or quote what is in it"),
    ("',' or '}'", "braces that never close", "put the value in quotes"),
    ("expected key", "something after the value that YAML cannot read",
     'quote it, and write several links as ["[[a]]", "[[b]]"]'),
    ("expected '-' indicator", "a line that is no item of the list above", "begin it with `- `"),
    ("alphabetic or numeric", "a value that begins with * or &", 'put the value in quotes: "…"'),
    ("escape", "a backslash YAML does not know inside \"…\"", "use '…' instead"),
)  # fmt: skip


def _syntax(error: yaml.MarkedYAMLError, text: str, lines: _Lines) -> Mistake:
    opened = (error.context or "").startswith(
        ("while scanning a simple key", "while scanning a quoted", "while parsing a flow")
    )
    mark: Any = error.context_mark if opened and error.context_mark else error.problem_mark
    index = mark.index if mark else 0
    problem = error.problem or "cannot be read"
    if "mapping values" in problem and (above := _no_colon_above(text, index)) is not None:
        index, problem = above, "could not find expected ':'"
    if "start any token" in problem:
        return _bad_start(text[index : index + 1], lines.at(index))
    for part, message, hint in _PLAIN_WORDS:
        if part in problem:
            return Mistake(*lines.at(index), "F01", f"{message}: not YAML", hint)
    return Mistake(*lines.at(index), "F01", f"not YAML: {problem}")


def _no_colon_above(text: str, index: int) -> int | None:
    """Where the line above begins, when that one lacks its colon and YAML ran the two together."""
    start = text.rfind("\n", 0, index) + 1
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    first_colon = ":" not in text[start:index]
    return above if start and first_colon and ":" not in text[above:start] else None


def _bad_start(character: str, at: tuple[int, int]) -> Mistake:
    if character == "\t":
        return Mistake(*at, "F01", "a tab: not YAML", "indent with spaces")
    message = f"a value that begins with {shown(character)}: not YAML"
    return Mistake(*at, "F01", message, 'put the value in quotes: "…"')
