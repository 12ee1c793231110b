"""Links and embeds: wikilinks, and ordinary Markdown links with a relative address."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from journal.body.blocks import BLOCKS_WITH_INLINES, Block
from journal.body.contents import BodyLink, Embed, LinkTarget
from journal.body.images import split_width
from journal.body.inline_parser import INLINES_WITH_INLINES, Inline, InlineKind
from journal.body.link_addresses import RelativeAddress, is_note, relative_address
from journal.body.parsed_body import ParsedBody
from journal.body.task_boxes import may_have_box
from journal.body.wikilinks import EMBED_OR_WIKILINK, split_wikilink

_ADDRESS = re.compile(r"\](?:\(|:[ \t]*)<?([^()<>\n]*?\.md)\b", re.IGNORECASE)
_NEED_PARSING = ("`", "\\", "](", "]:", "][", "^[", "<", ">", "~~~", "    ", "\t")
"""A body without any of these, and without tasks, need not be parsed: its wikilinks are links."""

_UNDO_LINKS = ("`", "\\", "](", "]:", "^[", "~~~", "    ", "\t", "%%")
"""Without any of these in a body, whatever is typed as a link is one."""

_LINKS_AND_EMBEDS = frozenset(
    {InlineKind.WIKILINK, InlineKind.EMBED, InlineKind.LINK, InlineKind.IMAGE}
)
_EMBEDS = frozenset({InlineKind.EMBED, InlineKind.IMAGE})


class FoundLinks(NamedTuple):
    """What a body links to and embeds, in the order of the text; `inner` leads to its own parts."""

    links: list[BodyLink]
    embeds: list[Embed]
    inner: list[BodyLink]


def find_links(body: ParsedBody) -> FoundLinks:
    """Find a body's links and embeds."""
    finder = _LinkFinder(body)
    typed = body.markdown
    if "[[" not in typed and "](" not in typed and "]:" not in typed:
        return finder.found
    if any(mark in typed for mark in _NEED_PARSING) or may_have_box(typed):
        finder.parse()
        for parts in finder.found:
            parts.sort(key=_position)
        return finder.found
    for match in EMBED_OR_WIKILINK.finditer(typed):
        finder.add_wikilink(bool(match[1]), match[2], match.start(), tells=True)
    return finder.found


def _position(part: BodyLink | Embed) -> tuple[int, int]:
    return part.line, part.column


class _LinkFinder:
    def __init__(self, body: ParsedBody) -> None:
        self.body = body
        self.found = FoundLinks([], [], [])

    def parse(self) -> None:
        """Find them in the body's blocks."""
        for leaf, tells in self.body.leaves():
            if leaf.kind in BLOCKS_WITH_INLINES:
                self._add_text(leaf, leaf.text, 0, tells)

    def _add_text(self, leaf: Block, text: str, begin: int, tells: bool) -> None:
        for inline in self.body.tree.inlines(text):
            if inline.kind in _LINKS_AND_EMBEDS:
                offset = self.body.offset(*leaf.position(begin + inline.start))
                self._add_inline(inline, offset, tells)
            if inline.kind in INLINES_WITH_INLINES:
                self._add_text(leaf, inline.inner, begin + inline.inside, tells)

    def _add_inline(self, inline: Inline, offset: int, tells: bool) -> None:
        embedded = inline.kind in _EMBEDS
        if inline.kind in (InlineKind.WIKILINK, InlineKind.EMBED):
            self.add_wikilink(embedded, inline.inner, offset, tells=tells)
            return
        typed = self.body.tree.address(inline)
        if address := relative_address(typed):
            self._add_address(embedded, address, inline.inner, offset, tells)
        elif typed[:1] == "#" and len(typed) > 1:
            line, column = self.body.positions.at(offset)
            self.found.inner.append(BodyLink("", line, column, unquote(typed[1:]), tells=False))

    def add_wikilink(self, embedded: bool, inner: str, offset: int, *, tells: bool) -> None:
        """Add `[[inner]]`, which begins at `offset`."""
        link = split_wikilink(inner)
        line, column = self.body.positions.at(offset)
        if link.target and embedded:
            width = split_width(link.text)[1]
            self.found.embeds.append(Embed(link.target, line, column, width))
        elif link.target:
            self.found.links.append(BodyLink(link.target, line, column, link.heading, tells))
        elif link.heading.strip("# "):
            self.found.inner.append(BodyLink("", line, column, link.heading, tells=False))

    def _add_address(
        self, embedded: bool, address: RelativeAddress, text: str, offset: int, tells: bool
    ) -> None:
        path, heading = address
        line, column = self.body.positions.at(offset)
        if embedded or not is_note(path):
            width = split_width(text)[1] if embedded else None
            self.found.embeds.append(Embed(path, line, column, width, path=True))
        else:
            link = BodyLink(path, line, column, heading, tells, path=True)
            self.found.links.append(link)


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


def links_by_line(found: FoundLinks) -> Mapping[int, Sequence[BodyLink]]:
    """Return the links of a body by the line of the file that they stand on."""
    lines: dict[int, list[BodyLink]] = {}
    for link in found.links:
        lines.setdefault(link.line, []).append(link)
    return lines
