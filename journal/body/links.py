"""Links and embeds: wikilinks, and ordinary Markdown links with a relative address."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from journal.body.blocks import BLOCKS_WITH_INLINES, Block, leaf_blocks
from journal.body.code_and_comments import MASK
from journal.body.contents import BodyLink, Embed, LinkTarget
from journal.body.inline_parser import INLINES_WITH_INLINES, Inline, InlineKind
from journal.body.plain_text import WIKILINK
from journal.body.positions import Positions
from journal.body.syntax_tree import SyntaxTree

EMBED_OR_WIKILINK = re.compile(rf"(?<!\\)(!?){WIKILINK}")

_WIDTH = re.compile(r"[ \t]*([0-9]{1,5})(?:x[0-9]{1,5})?[ \t]*")
_ADDRESS = re.compile(r"\](?:\(|:[ \t]*)<?([^()<>\n]*?\.md)\b", re.IGNORECASE)
_NOT_RELATIVE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\#?]", re.IGNORECASE)
_NEED_PARSING = ("`", "\\", "](", "]:", "][", "^[", "<", ">", "~~~", "    ", "\t")
"""A body without any of these need not be parsed: each of its wikilinks is a link."""

_UNDO_LINKS = ("`", "\\", "](", "]:", "^[", "~~~", "    ", "\t", "%%")
"""Without any of these in a body, whatever is typed as a link is one."""


class Wikilink(NamedTuple):
    """The parts of `[[target#heading|text]]`."""

    target: str
    heading: str
    text: str


_LINKS_AND_EMBEDS = frozenset(
    {InlineKind.WIKILINK, InlineKind.EMBED, InlineKind.LINK, InlineKind.IMAGE}
)
_EMBEDS = frozenset({InlineKind.EMBED, InlineKind.IMAGE})


class FoundLinks(NamedTuple):
    """What a body links to and embeds, in the order of the text; `definitions` by their labels."""

    links: list[BodyLink]
    embeds: list[Embed]
    definitions: dict[str, str]


def split_wikilink(inner: str) -> Wikilink:
    r"""Split what stands between the brackets; `\|` is what a table cell needs for `|`."""
    whole, _, text = inner.replace("\\|", "|").partition("|")
    target, _, heading = whole.partition("#")
    return Wikilink(target.strip(), heading.strip(), text.strip())


class RelativeAddress(NamedTuple):
    """An address relative to the note that it stands in, percent-decoded."""

    path: str
    heading: str


def relative_address(written: str) -> RelativeAddress | None:
    """Return the parts of an address relative to the note, or nothing for any other address."""
    if _NOT_RELATIVE.match(written):
        return None
    path, _, heading = written.partition("#")
    path = unquote(path.partition("?")[0]).strip()
    return RelativeAddress(path, unquote(heading)) if path else None


def is_note(path: str) -> bool:
    """Say whether a relative address is that of a note."""
    return path[-3:].casefold() == ".md"


def split_width(typed: str) -> tuple[str, int | None]:
    """Split `alt|300` (or `300x200`) into the text and the width in CSS pixels."""
    text, bar, last = typed.rpartition("|")
    size = _WIDTH.fullmatch(last)
    if not size:
        return typed, None
    return (text.strip() if bar else ""), int(size[1]) or None


def find_links(positions: Positions, markdown: str) -> FoundLinks:
    """Find a body's links and embeds in its Markdown, where comments are masked."""
    finder = _LinkFinder(positions, markdown)
    if "[[" not in markdown and "](" not in markdown and "]:" not in markdown:
        return finder.found
    if any(mark in markdown for mark in _NEED_PARSING):
        finder.parse()
        finder.found.links.sort(key=_position)
        finder.found.embeds.sort(key=_position)
        return finder.found
    for match in EMBED_OR_WIKILINK.finditer(markdown):
        finder.add_wikilink(bool(match[1]), match[2], match.start(), positions.tells(match.start()))
    return finder.found


def _position(part: BodyLink | Embed) -> tuple[int, int]:
    return part.line, part.column


class _LinkFinder:
    def __init__(self, positions: Positions, markdown: str) -> None:
        self.positions = positions
        self.markdown = markdown
        self.found = FoundLinks([], [], {})

    def parse(self) -> None:
        """Find them in the body's blocks."""
        self.lines = self.markdown.split("\n")
        self.tree = SyntaxTree(self.markdown.replace(MASK, "").replace("\r\n", "\n"))
        for name, block in self.tree.definitions.items():
            self.found.definitions[name] = block.address
        for leaf, quoted in leaf_blocks(self.tree.root):
            if leaf.kind in BLOCKS_WITH_INLINES:
                self._add_text(leaf, leaf.text, 0, quoted)

    def _add_text(self, leaf: Block, text: str, begin: int, quoted: bool) -> None:
        for inline in self.tree.inlines(text):
            if inline.kind in _LINKS_AND_EMBEDS:
                offset = self._offset(*leaf.position(begin + inline.start))
                self._add_inline(inline, offset, not quoted and self.positions.tells(offset))
            if inline.kind in INLINES_WITH_INLINES:
                self._add_text(leaf, inline.inner, begin + inline.inside, quoted)

    def _offset(self, row: int, column: int) -> int:
        """Return the offset in the body of a position in the text without comments."""
        line = self.lines[row]
        if MASK in line:
            unmasked = [at for at, character in enumerate(line) if character != MASK]
            column = unmasked[column] if column < len(unmasked) else len(line)
        return self.positions.starts[row] + column

    def _add_inline(self, inline: Inline, offset: int, tells: bool) -> None:
        embedded = inline.kind in _EMBEDS
        if inline.kind in (InlineKind.WIKILINK, InlineKind.EMBED):
            self.add_wikilink(embedded, inline.inner, offset, tells)
        elif address := relative_address(self.tree.address(inline)):
            self._add_address(embedded, address, inline.inner, offset, tells)

    def add_wikilink(self, embedded: bool, inner: str, offset: int, tells: bool) -> None:
        """Add `[[inner]]`, which begins at `offset`."""
        target, heading, text = split_wikilink(inner)
        line, column = self.positions.at(offset)
        if target and embedded:
            self.found.embeds.append(Embed(target, line, column, split_width(text)[1]))
        elif target:
            self.found.links.append(BodyLink(target, line, column, heading, tells))

    def _add_address(
        self, embedded: bool, address: RelativeAddress, text: str, offset: int, tells: bool
    ) -> None:
        path, heading = address
        line, column = self.positions.at(offset)
        if embedded:
            self.found.embeds.append(Embed(path, line, column, split_width(text)[1]))
        elif is_note(path):
            link = BodyLink(path, line, column, heading, tells, path=True)
            self.found.links.append(link)


class LineLinks(NamedTuple):
    """The links of a body by line, and the addresses of its definitions by their labels."""

    by_line: Mapping[int, Sequence[BodyLink]]
    definitions: Mapping[str, str]


def find_inactive_targets(body: str, found: FoundLinks) -> tuple[LinkTarget, ...]:
    """Return what else is typed like a link to a note: in code, in comments, inside other links."""
    if not any(mark in body for mark in _UNDO_LINKS):
        return ()  # every link that is typed is one
    names = {split_wikilink(inner).target for _, inner in EMBED_OR_WIKILINK.findall(body)}
    known = {link.target for link in found.links} | {embed.target for embed in found.embeds}
    paths = {address.path for each in _ADDRESS.findall(body) if (address := relative_address(each))}
    return (
        *(LinkTarget(name) for name in sorted(names - known - {""})),
        *(LinkTarget(path, path=True) for path in sorted(paths - known)),
    )


def links_by_line(found: FoundLinks) -> LineLinks:
    """Return the links of a body by the line of the file that they stand on."""
    lines: dict[int, list[BodyLink]] = {}
    for link in found.links:
        lines.setdefault(link.line, []).append(link)
    return LineLinks(lines, found.definitions)
