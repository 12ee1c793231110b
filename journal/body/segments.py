"""A line as people read it, in segments: strings, and links to notes between them.

Titles, tasks and texts of the front matter are kept like this, so that the name of a private note
is taken out by what its link leads to, and never by searching for it in a string.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from journal.body.code_and_comments import MASK
from journal.body.contents import LinkTarget, NoteLink, Segments
from journal.body.inline_parser import INLINES_WITH_INLINES, Inline, InlineKind, parse_inlines
from journal.body.links import (
    EMBED_OR_WIKILINK,
    LineLinks,
    is_note,
    relative_address,
    split_wikilink,
)
from journal.body.plain_text import CONTROL, LINK_END, LINK_START, without_marks

REDACTED = "a private note"
"""What is said in place of the name of a note that may not be shown."""

_SEGMENT = re.compile(f"{LINK_START}([^{LINK_START}{LINK_END}]*){LINK_END}")


#: Says of a target whether a link to it is to be redacted.
IsHidden = Callable[[LinkTarget], bool]
_LOOKS_LIKE_LINK = re.compile(r"\]\(<?([^()<>\n]*?\.md)[^()\n]*\)", re.IGNORECASE)
_MAX_LINK_TEXT = 1000  # characters between the brackets of what looks like a link


class _LinkExtent(NamedTuple):
    """Where a link stands in a line, the text that it is read as, and what it leads to."""

    start: int
    end: int
    text: str
    targets: tuple[LinkTarget, ...]


def text_of(segments: Segments) -> str:
    """Return a line as one string."""
    return "".join(part if isinstance(part, str) else part.text for part in segments)


def redact_segments(segments: Segments, is_hidden: IsHidden) -> Segments:
    """Return a line in which the text of each link to something hidden is REDACTED."""
    return tuple(
        REDACTED if isinstance(part, NoteLink) and any(map(is_hidden, part.targets)) else part
        for part in segments
    )


def targets_of(segments: Segments) -> tuple[LinkTarget, ...]:
    """Return what the links of a line lead to."""
    links = (part for part in segments if isinstance(part, NoteLink))
    return tuple(target for link in links for target in link.targets)


def segments_with_links(segments: Segments) -> Segments:
    """Return a line if it has links, else nothing: its text is all there is to know then."""
    return segments if any(isinstance(part, NoteLink) for part in segments) else ()


def segments_of_markdown(typed: str, links: LineLinks, line: int) -> Segments:
    """Return a line of Markdown, which stands on `line` of its file, without its marks.

    Where a link that is known to be there is not found, the whole line is taken for its text.
    """
    clean = CONTROL.sub("\N{REPLACEMENT CHARACTER}", typed.replace(MASK, ""))
    segments = _segments(clean, list(_extents(clean, links.definitions)), without_marks)
    found = set(targets_of(segments))
    known = {LinkTarget(link.target, link.path) for link in links.by_line.get(line, ())}
    if found >= known:
        return segments
    return (NoteLink(text_of(segments), tuple(sorted(known | found, key=str))),)


def segments_of_field(typed: str) -> Segments:
    """Return a text of the front matter as typed, but for links, which are read as their text."""
    if "[" not in typed:
        return (typed,)
    return _segments(typed, list(_extents(typed, {})), str)


def _segments(typed: str, extents: list[_LinkExtent], read: Callable[[str], str]) -> Segments:
    if not extents:
        return (read(typed),)
    marked: list[str] = []
    end = 0
    for extent in extents:
        marked += (typed[end : extent.start], LINK_START, extent.text, LINK_END)
        end = extent.end
    parts = _SEGMENT.split(read("".join([*marked, typed[end:]])))
    links = iter(extents)
    found: list[str | NoteLink] = []
    for number, part in enumerate(parts):
        found += [NoteLink(part, next(links).targets)] if number % 2 else [part] if part else []
    return tuple(found)


def _extents(typed: str, definitions: Mapping[str, str]) -> Iterator[_LinkExtent]:
    """Yield every link to a note, in order; of those inside one another, the outermost."""
    if "[" not in typed:
        return
    every = (*_wikilinks(typed), *_links_by_address(typed, definitions), *_lookalikes(typed))
    outer: _LinkExtent | None = None
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


def _wikilinks(typed: str) -> Iterator[_LinkExtent]:
    for match in EMBED_OR_WIKILINK.finditer(typed):
        link = split_wikilink(match[2])
        if link.target:
            there = " > ".join(part for part in (link.target, link.heading) if part)
            read = "" if match[1] else link.text or there
            yield _LinkExtent(*match.span(), read, (LinkTarget(link.target),))


def _lookalikes(typed: str) -> Iterator[_LinkExtent]:
    """Yield whatever looks like a link to a note, even in code."""
    for match in _LOOKS_LIKE_LINK.finditer(typed):
        address = relative_address(match[1])
        start = opening_bracket(typed, match.start()) if address else None
        if address and start is not None:
            inner = typed[start + 1 : match.start()]
            yield _LinkExtent(start, match.end(), inner, (LinkTarget(address.path, path=True),))


def opening_bracket(text: str, closing: int) -> int | None:
    """Return the offset of the `[` that belongs to the `]` at `closing`, not too far before it."""
    depth = 0
    for offset in range(closing - 1, max(-1, closing - _MAX_LINK_TEXT), -1):
        depth += (text[offset] == "]") - (text[offset] == "[")
        if depth < 0:
            return offset
    return None


def _links_by_address(
    typed: str, definitions: Mapping[str, str], begin: int = 0
) -> Iterator[_LinkExtent]:
    """Yield links to notes by address, and images of them, inside other links as well."""
    for inline in parse_inlines(typed, definitions):
        if path := _path_of_note(inline, definitions):
            start, end = begin + inline.start, begin + inline.end
            yield _LinkExtent(start, end, inline.inner, (LinkTarget(path, path=True),))
        if inline.kind in INLINES_WITH_INLINES:
            yield from _links_by_address(inline.inner, definitions, begin + inline.inside)


def _path_of_note(inline: Inline, definitions: Mapping[str, str]) -> str:
    """Return the path of the note that a link or image leads to, or nothing."""
    if inline.kind not in (InlineKind.LINK, InlineKind.IMAGE):
        return ""
    typed = definitions[inline.reference] if inline.reference else inline.address
    address = relative_address(typed)
    return address.path if address and is_note(address.path) else ""
