"""Where each key of a front matter stands, to the character: what a change of one line needs."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from journal.frontmatter.document import LINE_SEPARATORS
from journal.frontmatter.fields import LOADER

_OPENS = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_EMPTY_OR_COMMENT = re.compile(r"[ \t]*(?:#[^\n]*)?\r?\n?")


class Span(NamedTuple):
    """Characters of a text, from `start` up to but not including `end`."""

    start: int
    end: int


class KeySpan(NamedTuple):
    """A key as it is written: its lines, and what follows its colon.

    `lines` ends behind the last line's newline, `colon` behind the colon. `value` is empty, and
    stands there, where nothing is written. `text` is that of a value that is one text, `flow`
    tells a list in brackets from one with an item a line; each is None for any other value.
    """

    key: str
    lines: Span
    colon: int
    value: Span
    text: str | None = None
    flow: bool | None = None
    items: tuple[Span, ...] = ()
    #: what each item says, where it is a text
    item_texts: tuple[str | None, ...] = ()


class Layout(NamedTuple):
    """The keys of a front matter in their order; `closes` is where the line that ends it begins.

    It is None for a note without front matter. In one that is `braced`, all keys stand in braces.
    """

    keys: tuple[KeySpan, ...]
    closes: int | None = None
    #: what stands before each key
    indent: str = ""
    braced: bool = False


class _Text(NamedTuple):
    """A note's text, and where in it the front matter begins and ends."""

    whole: str
    opens: int
    closes: int

    def span(self, node: list[Any]) -> Span:
        """Return the characters of a node, without blanks and comments behind it."""
        start = self.opens + node[0].start_mark.index
        full = (event for event in node if event.end_mark.index > event.start_mark.index)
        end = max((event.end_mark.index for event in full), default=node[0].start_mark.index)
        return Span(start, max(start, len(self.whole[: self.opens + end].rstrip())))

    def line_start(self, index: int) -> int:
        """Return where the line of a character begins."""
        return self.whole.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Return where the line after that of a character begins."""
        found = self.whole.find("\n", index)
        return len(self.whole) if found < 0 else found + 1


def layout(text: str) -> Layout:
    r"""Return where a note's text has its keys; it may begin with a BOM, and have `\r\n`.

    The text is that of a note which can be read. Raises yaml.YAMLError for any other.
    """
    opens = _OPENS.match(text)
    closes = _CLOSES.search(text, opens.end()) if opens else None
    if opens is None or closes is None:
        return Layout(())
    inside = text[opens.end() : closes.start()].translate(LINE_SEPARATORS)
    events: list[Any] = [each for each in yaml.parse(inside, Loader=LOADER) if _is_content(each)]
    if not events:
        return Layout((), closes.start())
    inner = _Text(text, opens.end(), closes.start())
    keys = tuple(_keys(inner, events[1:-1]))
    first = inner.opens + events[0].start_mark.index
    indent = text[inner.line_start(first) : first]
    return Layout(keys, closes.start(), indent, bool(events[0].flow_style))


def _is_content(event: Any) -> bool:
    return isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent)


def _keys(text: _Text, events: list[Any]) -> Iterator[KeySpan]:
    """Yield the keys of a mapping from the events inside it."""
    at = 0
    while at < len(events):
        key, value = events[at], _node(events, at + 1)
        at += 1 + len(value)
        following = events[at].start_mark.index if at < len(events) else None
        yield _key_span(text, key, value, following)


def _node(events: list[Any], at: int) -> list[Any]:
    """Return the events of the one node that begins at `at`."""
    depth, end = 0, at
    while True:
        depth += isinstance(events[end], yaml.CollectionStartEvent)
        depth -= isinstance(events[end], yaml.CollectionEndEvent)
        end += 1
        if not depth:
            return events[at:end]


def _key_span(text: _Text, key: Any, value: list[Any], following: int | None) -> KeySpan:
    colon = text.whole.index(":", text.opens + key.end_mark.index) + 1
    span = text.span(value)
    if span.start == span.end:
        span = Span(colon, colon)
    limit = text.closes if following is None else text.line_start(text.opens + following)
    start = text.line_start(text.opens + key.start_mark.index)
    lines = Span(start, max(text.line_end(span.end), _last_line(text, colon, limit)))
    first = value[0]
    if isinstance(first, yaml.ScalarEvent):
        return KeySpan(key.value, lines, colon, span, text=first.value)
    if not isinstance(first, yaml.SequenceStartEvent):
        return KeySpan(key.value, lines, colon, span)
    nodes = list(_items(value))
    items = tuple(text.span(node) for node in nodes)
    texts = tuple(getattr(node[0], "value", None) for node in nodes)
    return KeySpan(key.value, lines, colon, span, None, bool(first.flow_style), items, texts)


def _last_line(text: _Text, colon: int, limit: int) -> int:
    """Return where what belongs to a key ends, before the empty lines and comments below it."""
    while limit > colon:
        start = text.line_start(limit - 1)
        if not _EMPTY_OR_COMMENT.fullmatch(text.whole, start, limit):
            return limit
        limit = start
    return limit


def _items(value: list[Any]) -> Iterator[list[Any]]:
    at = 1
    while at < len(value) - 1:
        item = _node(value, at)
        yield item
        at += len(item)
