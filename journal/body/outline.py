"""What in a body can be linked to: its headings, and the blocks that have an id."""

import re
from collections.abc import Iterator

from journal.body.blocks import Block, BlockKind, split_block_id
from journal.body.contents import Anchor, NoteLink
from journal.body.line_segments import plain_text, segments_of_markdown
from journal.body.slugs import heading_slug, slug
from journal.body.syntax_tree import SyntaxTree

TITLE = re.compile(r"(?:[ \t]*\n)* {0,3}#(?:[ \t][^\n]*)?(?:\n|$)")
"""A first `# heading`, which names the note and is no part of its text."""

_SIGNS = ("#", "^", "=", "\n-", "\n>", "\n ", "\n\t")
_MAY_BE_ANCHOR = re.compile(
    r"^[ \t>*+0-9.)-]*#{1,6}(?:[ \t\r]|$)"
    r"|^[ \t>]*(?:=+|-+)[ \t\r]*$"
    r"|\^[A-Za-z0-9-]+[ \t\r]*$",
    re.MULTILINE,
)
_WITH_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def may_have_anchors(text: str) -> bool:
    """Say whether a text may have headings or block ids in it, which most have not."""
    return any(sign in text for sign in _SIGNS) and bool(_MAY_BE_ANCHOR.search(text))


def block_anchor(block_id: str) -> str:
    """Return the end of a block's id in HTML; no heading has one like it."""
    return f"block_{slug(block_id)}"


def unique_id(wanted: str, taken: dict[str, int]) -> str:
    """Return an id that is not `taken`, with a number where it has to have one."""
    number = taken.get(wanted, 0) + 1
    found = wanted if number == 1 else f"{wanted}-{number}"
    while found in taken and number > 1:
        number += 1
        found = f"{wanted}-{number}"
    taken[wanted] = number
    taken.setdefault(found, 1)
    return found


def find_anchors(tree: SyntaxTree, titled: bool) -> Iterator[Anchor]:
    """Yield what can be linked to, in order; if the text is titled, its first heading has no id."""
    taken: dict[str, int] = {}
    for block in _blocks(tree.root):
        said, block_id = split_block_id(block.text)
        if block.kind is BlockKind.HEADING:
            yield _heading(tree, block.level, said.strip(), {} if titled else taken, titled)
            titled = False
        if block_id:
            yield Anchor(block_anchor(block_id), f"^{block_id}")


def _heading(
    tree: SyntaxTree, level: int, text: str, taken: dict[str, int], is_title: bool
) -> Anchor:
    segments = segments_of_markdown(tree, text, ())
    links = (part for part in segments if isinstance(part, NoteLink))
    targets = tuple(target for link in links for target in link.targets)
    said = plain_text(tree, text)
    anchor = "" if is_title else unique_id(heading_slug(said), taken)
    return Anchor(anchor, said, level, targets)


def _blocks(around: Block) -> Iterator[Block]:
    """Yield paragraphs and headings in the order of the page; footnotes are not among them."""
    for block in around.children:
        if block.kind in _WITH_TEXT:
            yield block
        elif block.kind is not BlockKind.FOOTNOTE:
            yield from _blocks(block)
