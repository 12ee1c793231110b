"""The inlines of a text as a tree: emphasis and links with what they hold, and text between them.

What a page shows of a line, and what a title or promise says of it, are both read off this tree.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from journal.body.bare_addresses import with_bare_addresses
from journal.body.emphasis import EMPHASIS_KINDS, MAY_HAVE_EMPHASIS, Emphasis, find_emphasis
from journal.body.inline_parser import MAY_HAVE_INLINES, Inline, InlineKind
from journal.body.syntax_tree import SyntaxTree

_LINE_BREAK = re.compile(r"(?<! ) {2,}\n")


@dataclass(slots=True, eq=False)
class Group:
    """Emphasis, or a link, with what it holds; `kind` is em, strong, del, mark or a."""

    kind: str
    children: list["Node"] = field(default_factory=list)
    link: Inline | None = None


Node = str | Inline | Group
"""A part of a text; a string has neither marks nor escapes any more."""


def is_plain(text: str) -> bool:
    """Say whether a text is shown as it is typed."""
    return not (MAY_HAVE_INLINES.search(text) or MAY_HAVE_EMPHASIS.search(text))


_Piece = tuple[int, int, Inline | Emphasis | None]


def inline_nodes(tree: SyntaxTree, text: str, in_link: bool = False) -> list[Node]:
    """Return a text of a body as nodes; takes time in proportion to it."""
    inlines: Sequence[Inline] = tree.inlines(text)
    if not in_link:
        inlines = with_bare_addresses(text, inlines)
    pieces: list[_Piece] = [(each.start, each.end, each) for each in inlines]
    for each in find_emphasis(text, inlines):
        pieces.append((each.start, each.start + each.width, each))
        pieces.append((each.end - each.width, each.end, None))
    return _nodes(tree, text, sorted(pieces, key=itemgetter(0)))


def _nodes(tree: SyntaxTree, text: str, pieces: Sequence[_Piece]) -> list[Node]:
    """Return the nodes; pieces are inlines, emphasis where it opens, and None where it closes."""
    open_groups = [Group("")]
    at = 0
    for start, end, what in pieces:
        open_groups[-1].children += _text(text[at:start])
        at = end
        if what is None:
            open_groups.pop()
        elif isinstance(what, Inline):
            open_groups[-1].children.append(_inline(tree, what))
        else:
            group = Group(EMPHASIS_KINDS[what.mark, what.width])
            open_groups[-1].children.append(group)
            open_groups.append(group)
    open_groups[0].children += _text(text[at:])
    return open_groups[0].children


def _inline(tree: SyntaxTree, inline: Inline) -> Node:
    if inline.kind is InlineKind.CHARACTER:
        return inline.inner
    if inline.kind is InlineKind.LINK:
        return Group("a", inline_nodes(tree, inline.inner, in_link=True), inline)
    return inline


def _text(typed: str) -> Iterator[Node]:
    """Yield a text without marks, with two blanks at the end of a line as a line break."""
    if "  \n" not in typed:
        if typed:
            yield typed
        return
    at = 0
    for found in _LINE_BREAK.finditer(typed):
        yield typed[at : found.start()]
        yield Inline(InlineKind.BREAK, found.start(), found.end(), "\n")
        at = found.end()
    yield typed[at:]
