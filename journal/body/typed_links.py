"""Links to notes in what was typed: in a text of the front matter, and in what looks like one."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journal.body.contents import LinkTarget, NoteLink, Segments
from journal.body.inline_parser import INLINES_WITH_INLINES, Inline, InlineKind, parse_inlines
from journal.body.link_addresses import is_note, relative_address
from journal.body.segments import Part, merged, text_of
from journal.body.wikilinks import EMBED_OR_WIKILINK, split_wikilink

_LOOKS_LIKE_LINK = re.compile(r"\]\(<?([^()<>\n]*?\.md)[^()\n]*\)", re.IGNORECASE)
_MAX_LINK_TEXT = 1000  # characters between the brackets of what looks like a link


class _Extent(NamedTuple):
    """Where something that names notes stands in a line."""

    start: int
    end: int
    targets: tuple[LinkTarget, ...]


def segments_of_field(typed: str) -> Segments:
    """Return a text of the front matter as typed, but for links, which are read as their text."""
    if "[" not in typed:
        return (typed,)
    return with_typed_links(tuple(merged(_field_parts(typed))))


def _field_parts(typed: str) -> Iterator[Part]:
    end = 0
    for inline in _with_inner_links(parse_inlines(typed)):
        if link := _field_link(inline):
            yield typed[end : inline.start]
            yield link
            end = inline.end
    yield typed[end:]


def _with_inner_links(inlines: Iterable[Inline], begin: int = 0) -> Iterator[Inline]:
    """Yield the inlines, those inside a footnote that is typed in place instead of it."""
    for inline in inlines:
        moved = inline._replace(start=begin + inline.start, end=begin + inline.end)
        if inline.kind in INLINES_WITH_INLINES and not _field_link(inline):
            inside = begin + inline.inside
            yield from _with_inner_links(parse_inlines(inline.inner), inside)
        else:
            yield moved


def _field_link(inline: Inline) -> NoteLink | None:
    if inline.kind in (InlineKind.WIKILINK, InlineKind.EMBED):
        link = split_wikilink(inline.inner)
        text = link.shown if inline.kind is InlineKind.WIKILINK else ""
        return NoteLink(text, (LinkTarget(link.target),)) if link.target else None
    if inline.kind in (InlineKind.LINK, InlineKind.IMAGE):
        address = relative_address(inline.address)
        if address and is_note(address.path):
            return NoteLink(inline.inner, (LinkTarget(address.path, path=True),))
    return None


def with_typed_links(segments: Segments) -> Segments:
    """Return a line in which what only looks like a link to a note, in code too, is one."""
    text = text_of(segments)
    if "[[" not in text and "](" not in text:
        return segments
    typed = [*_typed_links(text)]
    if not typed:
        return segments
    return tuple(_cut(text, _outermost([*_extents(segments), *typed])))


def _extents(segments: Segments) -> Iterator[_Extent]:
    at = 0
    for part in segments:
        end = at + len(part if isinstance(part, str) else part.text)
        if isinstance(part, NoteLink):
            yield _Extent(at, end, part.targets)
        at = end


def _typed_links(text: str) -> Iterator[_Extent]:
    for match in EMBED_OR_WIKILINK.finditer(text):
        if target := split_wikilink(match[2]).target:
            yield _Extent(*match.span(), (LinkTarget(target),))
    for match in _LOOKS_LIKE_LINK.finditer(text):
        address = relative_address(match[1])
        start = opening_bracket(text, match.start()) if address else None
        if address and start is not None:
            yield _Extent(start, match.end(), (LinkTarget(address.path, path=True),))


def opening_bracket(text: str, closing: int) -> int | None:
    """Return the offset of the `[` that belongs to the `]` at `closing`, not too far before it."""
    depth = 0
    for offset in range(closing - 1, max(-1, closing - _MAX_LINK_TEXT), -1):
        depth += (text[offset] == "]") - (text[offset] == "[")
        if depth < 0:
            return offset
    return None


def _outermost(extents: list[_Extent]) -> Iterator[_Extent]:
    """Yield the extents in order; those that overlap as one, with the targets of all."""
    outer: _Extent | None = None
    for extent in sorted(extents, key=lambda each: (each.start, -each.end)):
        if outer is None or extent.start >= outer.end:
            if outer:
                yield outer
            outer = extent
        else:
            end = max(extent.end, outer.end)
            outer = _Extent(outer.start, end, (*outer.targets, *extent.targets))
    if outer:
        yield outer


def _cut(text: str, extents: Iterable[_Extent]) -> Iterator[Part]:
    at = 0
    for extent in extents:
        if text[at : extent.start]:
            yield text[at : extent.start]
        yield NoteLink(text[extent.start : extent.end], extent.targets)
        at = extent.end
    if text[at:]:
        yield text[at:]
