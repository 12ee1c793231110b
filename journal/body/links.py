"""Links and embeds: wikilinks, and ordinary Markdown links with a relative address."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from journal.body.blocks import BLOCKS_WITH_INLINES, Block, leaf_blocks
from journal.body.code_and_comments import MASK
from journal.body.contents import BodyLink, Embed, LinkTarget
from journal.body.inline_parser import INLINES_WITH_INLINES, Inline, InlineKind
from journal.body.positions import Positions
from journal.body.syntax_tree import SyntaxTree

WIKILINK = re.compile(r"(?<!\\)(!?)\[\[([^\[\]\n\0]+)\]\]")
"""CommonMark has none; as in Obsidian, on one line and without brackets inside."""

_SIZE = re.compile(r"[ \t]*([0-9]{1,5})(?:x[0-9]{1,5})?[ \t]*")
_ADDRESS = re.compile(r"\](?:\(|:[ \t]*)<?([^()<>\n]*?\.md)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\#?]", re.IGNORECASE)
_READ = ("`", "\\", "](", "]:", "][", "^[", "<", ">", "~~~", "    ", "\t")
"""What a body may have for which it has to be read; of others every wikilink counts."""

_UNLINKING = ("`", "\\", "](", "]:", "^[", "~~~", "    ", "\t", "%%")
"""What a body may have that makes mere text of a link, or of an address in brackets."""


class Wikilink(NamedTuple):
    """The parts of `[[target#heading|shown]]`."""

    target: str
    heading: str
    shown: str


_LEADING = frozenset({InlineKind.WIKILINK, InlineKind.EMBED, InlineKind.LINK, InlineKind.IMAGE})
_EMBEDDED = frozenset({InlineKind.EMBED, InlineKind.IMAGE})


class Found(NamedTuple):
    """What a body links to and embeds, in the order of the text; `definitions` by their labels."""

    links: list[BodyLink]
    embeds: list[Embed]
    definitions: dict[str, str]


def split_wikilink(inner: str) -> Wikilink:
    r"""Split what stands between the brackets; `\|` is what a table cell needs for `|`."""
    whole, _, shown = inner.replace("\\|", "|").partition("|")
    target, _, heading = whole.partition("#")
    return Wikilink(target.strip(), heading.strip(), shown.strip())


def relative_address(written: str) -> tuple[str, str] | None:
    """Return path and heading of an address relative to the note, decoded, or nothing."""
    if _ELSEWHERE.match(written):
        return None
    path, _, heading = written.partition("#")
    path = unquote(path.partition("?")[0]).strip()
    return (path, unquote(heading)) if path else None


def is_note(path: str) -> bool:
    """Say whether a relative address is that of a note."""
    return path[-3:].casefold() == ".md"


def width_in(shown: str) -> tuple[str, int | None]:
    """Split `alt|300` (or `300x200`) into the text and the width in CSS pixels."""
    text, bar, last = shown.rpartition("|")
    size = _SIZE.fullmatch(last)
    if not size:
        return shown, None
    return (text.strip() if bar else ""), int(size[1]) or None


def find(positions: Positions, typed: str) -> Found:
    """Find the links and embeds of a body; `typed` is the body without comments, offsets kept."""
    finder = _Finder(positions, typed)
    if "[[" not in typed and "](" not in typed and "]:" not in typed:
        return finder.found
    if any(sign in typed for sign in _READ):
        finder.read()
        finder.found.links.sort(key=_place)
        finder.found.embeds.sort(key=_place)
        return finder.found
    for match in WIKILINK.finditer(typed):
        finder.wikilink(bool(match[1]), match[2], match.start(), positions.tells(match.start()))
    return finder.found


def _place(part: BodyLink | Embed) -> tuple[int, int]:
    return part.line, part.column


class _Finder:
    def __init__(self, positions: Positions, typed: str) -> None:
        self.positions = positions
        self.typed = typed
        self.found = Found([], [], {})

    def read(self) -> None:
        """Find them in the body's blocks."""
        self.lines = self.typed.split("\n")
        self.tree = SyntaxTree(self.typed.replace(MASK, "").replace("\r\n", "\n"))
        for name, block in self.tree.definitions.items():
            self.found.definitions[name] = block.address
        for leaf, quoted in leaf_blocks(self.tree.root):
            if leaf.kind in BLOCKS_WITH_INLINES:
                self._text(leaf, leaf.text, 0, quoted)

    def _text(self, leaf: Block, text: str, begin: int, quoted: bool) -> None:
        for inline in self.tree.inlines(text):
            if inline.kind in _LEADING:
                offset = self._offset(*leaf.position(begin + inline.start))
                self._inline(inline, offset, not quoted and self.positions.tells(offset))
            if inline.kind in INLINES_WITH_INLINES:
                self._text(leaf, inline.inner, begin + inline.inside, quoted)

    def _offset(self, row: int, column: int) -> int:
        """Return where in the body a place of the text without comments is."""
        line = self.lines[row]
        if MASK in line:
            kept = [at for at, sign in enumerate(line) if sign != MASK]
            column = kept[column] if column < len(kept) else len(line)
        return self.positions.starts[row] + column

    def _inline(self, inline: Inline, offset: int, tells: bool) -> None:
        embedded = inline.kind in _EMBEDDED
        if inline.kind in (InlineKind.WIKILINK, InlineKind.EMBED):
            self.wikilink(embedded, inline.inner, offset, tells)
        elif address := relative_address(self.tree.address(inline)):
            self._address(embedded, address, inline.inner, offset, tells)

    def wikilink(self, embedded: bool, inner: str, offset: int, tells: bool) -> None:
        """Add `[[inner]]`, which begins at `offset`."""
        target, heading, shown = split_wikilink(inner)
        line, column = self.positions.at(offset)
        if target and embedded:
            self.found.embeds.append(Embed(target, line, column, width_in(shown)[1]))
        elif target:
            self.found.links.append(BodyLink(target, line, column, heading, tells))

    def _address(
        self, embedded: bool, address: tuple[str, str], shown: str, offset: int, tells: bool
    ) -> None:
        path, heading = address
        line, column = self.positions.at(offset)
        if embedded:
            self.found.embeds.append(Embed(path, line, column, width_in(shown)[1]))
        elif is_note(path):
            link = BodyLink(path, line, column, heading, tells, path=True)
            self.found.links.append(link)


class LineLinks(NamedTuple):
    """The links of a body by line, and the addresses of its definitions by their labels."""

    by_line: Mapping[int, Sequence[BodyLink]]
    definitions: Mapping[str, str]


def typed_only(body: str, found: Found) -> tuple[LinkTarget, ...]:
    """Return what else is typed like a link to a note: in code, in comments, inside other links."""
    if not any(sign in body for sign in _UNLINKING):
        return ()  # every link that is typed is one
    names = {split_wikilink(inner).target for _, inner in WIKILINK.findall(body)}
    known = {link.target for link in found.links} | {embed.target for embed in found.embeds}
    paths = {address[0] for each in _ADDRESS.findall(body) if (address := relative_address(each))}
    return (
        *(LinkTarget(name) for name in sorted(names - known - {""})),
        *(LinkTarget(path, path=True) for path in sorted(paths - known)),
    )


def by_line(found: Found) -> LineLinks:
    """Return the links of a body by the line of the file that they stand on."""
    lines: dict[int, list[BodyLink]] = {}
    for link in found.links:
        lines.setdefault(link.line, []).append(link)
    return LineLinks(lines, found.definitions)
