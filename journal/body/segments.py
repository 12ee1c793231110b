"""A line as people read it, in segments: words, and links to notes among them.

Titles, tasks and the texts of front matter are kept so, because what may not be named is taken out
by what a link leads to, never by searching a string for what it was called.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from journal.body.code_and_comments import MASK
from journal.body.contents import LinkTarget, NoteLink, Segments
from journal.body.inline_parser import INLINES_WITH_INLINES, InlineKind, parse_inlines
from journal.body.links import WIKILINK, LineLinks, is_note, relative_address, split_wikilink
from journal.body.plain_text import BEGINS, CONTROL, ENDS, plain

REDACTED = "a private note"
"""What stands where a note that may not be shown would be named."""

_SEGMENT = re.compile(f"{BEGINS}([^{BEGINS}{ENDS}]*){ENDS}")


#: Says of a target whether a link to it is to be redacted.
IsHidden = Callable[[LinkTarget], bool]
_TYPED = re.compile(r"\]\(<?([^()<>\n]*?\.md)[^()\n]*\)", re.IGNORECASE)
_LONGEST = 1000  # characters between the brackets of a link that only looks like one


class _Extent(NamedTuple):
    """Where a link stands in what was typed, and what of it is read."""

    start: int
    end: int
    typed: str
    targets: tuple[LinkTarget, ...]


def text_of(text: Segments) -> str:
    """Return a line as one string."""
    return "".join(part if isinstance(part, str) else part.text for part in text)


def redact_segments(text: Segments, is_hidden: IsHidden) -> Segments:
    """Return a line in which links whose target `leads` where nobody may look are unnamed."""
    return tuple(
        REDACTED if isinstance(part, NoteLink) and any(map(is_hidden, part.targets)) else part
        for part in text
    )


def targets_of(text: Segments) -> tuple[LinkTarget, ...]:
    """Return what the links of a line lead to."""
    links = (part for part in text if isinstance(part, NoteLink))
    return tuple(target for link in links for target in link.targets)


def segments_with_links(text: Segments) -> Segments:
    """Return a line if it has links, else nothing: then its words say all of it."""
    return text if any(isinstance(part, NoteLink) for part in text) else ()


def segments_of_markdown(typed: str, links: LineLinks, line: int) -> Segments:
    """Return one line of Markdown, which stands on a line of the file, as it is read.

    Where a link that is known to stand there is not found, the whole line is its words.
    """
    clean = CONTROL.sub("\N{REPLACEMENT CHARACTER}", typed.replace(MASK, ""))
    text = _segments(clean, list(_extents(clean, links.definitions)), plain)
    found = set(targets_of(text))
    known = {LinkTarget(link.target, link.path) for link in links.by_line.get(line, ())}
    if found >= known:
        return text
    return (NoteLink(text_of(text), tuple(sorted(known | found, key=str))),)


def segments_of_field(typed: str) -> Segments:
    """Return a text of front matter: as typed, but a wikilink is read as the words of its link."""
    if "[" not in typed:
        return (typed,)
    return _segments(typed, list(_extents(typed, {})), str)


def _segments(typed: str, extents: list[_Extent], read: Callable[[str], str]) -> Segments:
    if not extents:
        return (read(typed),)
    marked: list[str] = []
    end = 0
    for extent in extents:
        marked += (typed[end : extent.start], BEGINS, extent.typed, ENDS)
        end = extent.end
    parts = _SEGMENT.split(read("".join([*marked, typed[end:]])))
    links = iter(extents)
    found: list[str | NoteLink] = []
    for number, part in enumerate(parts):
        found += [NoteLink(part, next(links).targets)] if number % 2 else [part] if part else []
    return tuple(found)


def _extents(typed: str, definitions: Mapping[str, str]) -> Iterator[_Extent]:
    """Yield every link to a note, in order; of those inside one another, the outermost."""
    if "[" not in typed:
        return
    every = (*_wikilinks(typed), *_addresses(typed, definitions), *_in_code(typed))
    outer: _Extent | None = None
    for extent in sorted(every, key=lambda each: (each.start, -each.end)):
        if outer is None or extent.start >= outer.end:
            if outer:
                yield outer
            outer = extent
        else:
            end = max(extent.end, outer.end)
            outer = outer._replace(end=end, targets=(*outer.targets, *extent.targets))
    if outer:
        yield outer


def _wikilinks(typed: str) -> Iterator[_Extent]:
    for match in WIKILINK.finditer(typed):
        link = split_wikilink(match[2])
        if link.target:
            there = " > ".join(part for part in (link.target, link.heading) if part)
            read = "" if match[1] else link.shown or there
            yield _Extent(*match.span(), read, (LinkTarget(link.target),))


def _in_code(typed: str) -> Iterator[_Extent]:
    """Yield what looks like a link to a note, wherever it stands: in code, too."""
    for match in _TYPED.finditer(typed):
        place = relative_address(match[1])
        start = opening_bracket(typed, match.start()) if place else None
        if place and start is not None:
            inner = typed[start + 1 : match.start()]
            yield _Extent(start, match.end(), inner, (LinkTarget(place[0], path=True),))


def opening_bracket(text: str, closing: int) -> int | None:
    """Return the offset of the `[` that belongs to the `]` at `closing`, not too far before it."""
    depth = 0
    for offset in range(closing - 1, max(-1, closing - _LONGEST), -1):
        depth += (text[offset] == "]") - (text[offset] == "[")
        if depth < 0:
            return offset
    return None


def _addresses(typed: str, definitions: Mapping[str, str], begin: int = 0) -> Iterator[_Extent]:
    """Yield the links to notes by address, and pictures of them, inside other links as well."""
    for inline in parse_inlines(typed, definitions):
        address = definitions[inline.reference] if inline.reference else inline.address
        place = (
            relative_address(address)
            if inline.kind in (InlineKind.LINK, InlineKind.IMAGE)
            else None
        )
        if place and is_note(place[0]):
            target = LinkTarget(place[0], path=True)
            yield _Extent(begin + inline.start, begin + inline.end, inline.inner, (target,))
        if inline.kind in INLINES_WITH_INLINES:
            yield from _addresses(inline.inner, definitions, begin + inline.inside)
