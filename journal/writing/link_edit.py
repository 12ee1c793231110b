"""The links of a note written anew, so that they lead to a note by its new name; nothing else."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from journal.body.contents import BodyLink
from journal.body.extract import extract_contents
from journal.body.link_addresses import relative_address
from journal.errors import Refused
from journal.frontmatter import read_document
from journal.frontmatter.layout import KeySpan, Span, layout
from journal.frontmatter.writer import text_like
from journal.notes.field_nodes import items_of, links_in
from journal.notes.kinds import KEY_NAMES, Kind
from journal.vocabulary.key_types import Type
from journal.writing.note_edit import Edit

#: Returns what a link is to lead to in place of a target (or, of an address relative to the note,
#: in place of that), or None where it stays.
Renew = Callable[[str, bool], str | None]

_TARGET = re.compile(r"(\[\[[ \t]*)([^\[\]\n|#]*?)(?=[ \t]*\\?[|#\]])")
_MARKDOWN = re.compile(r"(\[[^\[\]]*\]\(<?)([^()<>]+?\.md)(?=(?:#[^()<>]*)?>?\)\s*$)")
_ADDRESS = re.compile(r"(\](?:\(|:[ \t]*)(<?))([^()<>\n]*?\.md)\b", re.IGNORECASE)


class _Change(NamedTuple):
    span: Span
    new: str


def linking(renew: Renew) -> Edit:
    """Return the edit that writes links anew."""
    return lambda raw, kind: with_links(raw, kind, renew)


def with_links(raw: bytes, kind: Kind, renew: Renew) -> bytes:
    """Return a note in which every link that `renew` knows leads elsewhere. Raises Refused.

    What shows a link (its text, its heading) stays, and so does what only looks like one, in code.
    """
    document = read_document(raw, KEY_NAMES)
    if document.unread:
        mistake = document.mistakes[0]
        raise Refused(f"Line {mistake.line} cannot be read ({mistake.message}): mend it first.")
    text = raw.decode()
    links = extract_contents(document.body, document.body_line).links
    changes = [*_in_keys(text, kind, renew), *_in_body(text, document.body_line, links, renew)]
    for change in sorted(changes, reverse=True):
        text = text[: change.span.start] + change.new + text[change.span.end :]
    made = text.encode()
    wanted = [
        link if (new := renew(*link)) is None else (new, link[1]) for link in _links(raw, kind)
    ]
    if _links(made, kind) != wanted:
        raise Refused("A link in it cannot be changed without changing more: edit it by hand.")
    return made


def _links(raw: bytes, kind: Kind) -> list[tuple[str, bool]]:
    """Return what a note links to, in keys that link and in its text, and which are addresses."""
    document = read_document(raw, KEY_NAMES)
    refs = [
        (ref.target, ref.path)
        for field in document.fields
        if (key := kind.key(field.key)) and key.type is Type.LINKS
        for item in items_of(field.value)
        for ref in links_in(item)
    ]
    links = extract_contents(document.body, document.body_line).links
    return refs + [(link.target, link.path) for link in links]


def _in_body(
    text: str, first_line: int, links: tuple[BodyLink, ...], renew: Renew
) -> Iterator[_Change]:
    starts = _line_starts(text)
    for link in links:
        at = starts[link.line - 1] + link.column - 1
        found = _TARGET.match(text, at)
        new = renew(link.target, False) if found and not link.path else None
        if found and new is not None:
            yield _Change(Span(*found.span(2)), new)
    paths = {link.target for link in links if link.path}
    for found in _ADDRESS.finditer(text, starts[first_line - 1] if paths else len(text)):
        address = relative_address(found[3])
        new = renew(address.path, True) if address and address.path in paths else None
        if new is not None:
            yield _Change(Span(*found.span(3)), new if found[2] else quote(new, safe="/!'~@,"))


def _line_starts(text: str) -> list[int]:
    """Return where each line begins, behind a BOM."""
    starts = [found.end() for found in re.finditer("\n", text)]
    return [int(text.startswith("\ufeff")), *starts]


def _in_keys(text: str, kind: Kind, renew: Renew) -> Iterator[_Change]:
    for found in layout(text).keys:
        key = kind.key(found.key)
        is_bare = key is not None and key.type is Type.LINKS
        for span, value in _values(text, found):
            typed = text[slice(*span)]
            new = _renewed(value, renew, is_bare) if value is not None else None
            if value is None or "\n" in typed:
                new = _by_targets(typed, renew)
                if new != typed:
                    yield _Change(span, new)
            elif new != value:
                in_list = bool(found.flow)
                yield _Change(span, text_like(typed, new or "", in_list=in_list))


def _values(text: str, found: KeySpan) -> Iterator[tuple[Span, str | None]]:
    """Yield the texts of a key and where they stand; `[[x]]` without quotes as it is."""
    is_link = found.item_texts == (None,) and text.startswith("[[", found.value.start)
    if found.flow is None or is_link:
        yield found.value, found.text
    else:
        yield from zip(found.items, found.item_texts, strict=True)


def _renewed(text: str, renew: Renew, is_bare: bool) -> str:
    """Return a text with its links written anew; `is_bare` says that it may be one by itself."""
    if "[[" in text:
        return _by_targets(text, renew)
    if not is_bare:
        return text
    if found := _MARKDOWN.match(text.strip()):
        address = relative_address(found[2])
        new = renew(address.path, True) if address else None
        return text.replace(found[2], quote(new, safe="/!'~@,")) if new else text
    new = renew(text.strip(), False)
    return text if new is None else text.replace(text.strip(), new)


def _by_targets(text: str, renew: Renew) -> str:
    def renewed(found: re.Match[str]) -> str:
        new = renew(found[2], False)
        return found[0] if new is None else f"{found[1]}{new}"

    return _TARGET.sub(renewed, text)
