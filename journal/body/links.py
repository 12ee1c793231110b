"""Links and embeds: wikilinks, and ordinary Markdown links with a relative address."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from journal.body.hidden import FILLER
from journal.body.places import Places
from journal.body.records import BodyLink, Embed, Target

WIKILINK = re.compile(r"(?<!\\)(!?)\[\[([^\[\]\n\0]+)\]\]")
"""CommonMark has none; as in Obsidian, on one line and without brackets inside."""

_SIZE = re.compile(r"[ \t]*([0-9]{1,5})(?:x[0-9]{1,5})?[ \t]*")
_TITLE = r"""(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*"""
_ADDRESS = r"(?:<([^<>\n]*)>|((?:[^\s<>()]|\([^\s<>()]*\))+))"
_INLINE = re.compile(rf"\]\([ \t]*{_ADDRESS}{_TITLE}\)")
_DEFINITION = re.compile(
    rf"^ {{0,3}}\[([^\[\]\n\0]+)\]:[ \t]*(?:<([^<>\n]*)>|(\S+)){_TITLE}$", re.MULTILINE
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\#?]", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LONGEST_TEXT = 1000


class Wikilink(NamedTuple):
    """The parts of `[[target#heading|shown]]`."""

    target: str
    heading: str
    shown: str


class Found(NamedTuple):
    """What a body links to and embeds, in the order of the text."""

    links: list[BodyLink]
    embeds: list[Embed]
    files: list[Embed]


def split_wikilink(inner: str) -> Wikilink:
    r"""Split what stands between the brackets; `\|` is what a table cell needs for `|`."""
    whole, _, shown = inner.replace("\\|", "|").partition("|")
    target, _, heading = whole.partition("#")
    return Wikilink(target.strip(), heading.strip(), shown.strip())


def relative_address(written: str) -> tuple[str, str] | None:
    """Return path and heading of an address relative to the note, decoded, or nothing."""
    if _ELSEWHERE.match(written):
        return None
    path, _, heading = _ESCAPE.sub(r"\1", written).partition("#")
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


def find(places: Places) -> Found:
    """Find every link in the prose that `places` is about."""
    found = Found([], [], [])
    prose = places.prose
    if "[[" in prose:
        _wikilinks(prose, places, found)
    if "](" in prose or "]:" in prose:
        _addresses(prose, places, found)
        for parts in found:
            parts.sort(key=lambda part: (part.line, part.column))
    return found


def _wikilinks(prose: str, places: Places, found: Found) -> None:
    for match in WIKILINK.finditer(prose):
        target, heading, shown = split_wikilink(match[2])
        line, column = places.at(match.start())
        if not target:
            continue
        if match[1]:
            found.embeds.append(Embed(target, line, column, width_in(shown)[1]))
        else:
            tells = places.tells(match.start())
            found.links.append(BodyLink(target, line, column, heading, tells))


def _addresses(prose: str, places: Places, found: Found) -> None:
    for match in _INLINE.finditer(prose):
        if address := relative_address(match[1] or match[2] or ""):
            start = opening_bracket(prose, match.start())
            if start is not None:
                shown = prose[start + 1 : match.start()].replace(FILLER, "")
                _address(address, start, shown, places, found)
    if "]:" in prose:
        for match in _DEFINITION.finditer(prose):
            address = relative_address(match[2] or match[3])
            if address and not match[1].startswith("^"):
                _address(address, match.start(), match[1], places, found)


def _address(
    address: tuple[str, str], start: int, shown: str, places: Places, found: Found
) -> None:
    path, heading = address
    embedded = start > 0 and places.prose[start - 1] == "!"
    line, column = places.at(start - embedded)
    if embedded:
        found.embeds.append(Embed(path, line, column, width_in(shown)[1]))
    elif is_note(path):
        tells = places.tells(start)
        found.links.append(BodyLink(path, line, column, heading, tells, path=True))
    else:
        found.files.append(Embed(path, line, column))


class LineLinks(NamedTuple):
    """The links of a body by line, and the notes its definitions lead to, by name without case."""

    by_line: Mapping[int, Sequence[BodyLink]]
    definitions: Mapping[str, str]


def typed_only(body: str, found: Found) -> tuple[Target, ...]:
    """Return what else is typed like a link to a note: in code, in comments, inside other links."""
    if "[[" not in body and "](" not in body:
        return ()
    names = {split_wikilink(inner).target for _, inner in WIKILINK.findall(body)}
    known = {link.target for link in found.links} | {embed.target for embed in found.embeds}
    return tuple(Target(name) for name in sorted(names - known - {""}))


def by_line(prose: str, links: Sequence[BodyLink]) -> LineLinks:
    """Return the links of `prose` by the line of the file that they stand on."""
    found: dict[int, list[BodyLink]] = {}
    for link in links:
        found.setdefault(link.line, []).append(link)
    return LineLinks(found, _definitions(prose))


def _definitions(prose: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _DEFINITION.finditer(prose) if "]:" in prose else ():
        address = relative_address(match[2] or match[3])
        if address and is_note(address[0]) and not match[1].startswith("^"):
            found.setdefault(" ".join(match[1].split()).casefold(), address[0])
    return found


def opening_bracket(prose: str, closing: int) -> int | None:
    """Return the offset of the `[` that belongs to the `]` at `closing`."""
    depth = 0
    for offset in range(closing - 1, max(-1, closing - _LONGEST_TEXT), -1):
        character = prose[offset]
        if character == "]":
            depth += 1
        elif character == "[":
            if not depth:
                return None if prose[offset - 1 : offset] == "\\" else offset
            depth -= 1
    return None
