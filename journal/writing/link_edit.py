"""The links of a note written anew, so that they lead to a note by its new name; nothing else."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, Protocol
from urllib.parse import quote

from journal.body.code_and_comments import mask_code_and_comments
from journal.body.contents import BodyContents, BodyLink, Embed
from journal.body.extract import extract_contents
from journal.body.link_addresses import relative_address
from journal.errors import Refused
from journal.frontmatter import Document, read_document
from journal.frontmatter.key_positions import KeySpan, Span, layout
from journal.frontmatter.writer import text_like
from journal.notes.field_nodes import items_of, links_in
from journal.notes.kinds import KEY_NAMES, Kind
from journal.vocabulary.key_types import Key, Type
from journal.writing.note_edit import Edit

#: The same for one place.
_Renewed = Callable[[str, bool], str | None]


class Renew(Protocol):
    """Returns what a link is to lead to in place of a target, or None where it stays.

    With `path`, that is an address relative to the note; `key` is that in which the link stands.
    """

    def __call__(self, target: str, path: bool, key: Key | None) -> str | None:
        """Return the new target."""


_TARGET = re.compile(r"(\[\[[ \t]*)([^\[\]\n|#]*?)(?=[ \t]*\\?[|#\]])")
_MARKDOWN = re.compile(r"(\[[^\[\]]*\]\(<?)([^()<>]+?\.md)(?=(?:#[^()<>]*)?>?\)\s*$)")
_ADDRESS = re.compile(
    r"(\](?:\(|:)[ \t]*(<)?)((?(2)[^<>\n]*?|(?:[^()<>\n]|\([^()<>\n]*\))*?)\.md)\b",
    re.IGNORECASE,
)


class _Link(NamedTuple):
    """What a link leads to: a name, or an address; and in which key it stands, if in any."""

    target: str
    path: bool
    key: Key | None


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
    in_text = partial(renew, key=None)
    changes = [*_in_keys(text, kind, renew), *_in_body(text, document, in_text)]
    for change in sorted(changes, reverse=True):
        text = text[: change.span.start] + change.new + text[change.span.end :]
    made = text.encode()
    wanted = [_renewed_link(link, renew) for link in _links(raw, kind)]
    if _links(made, kind) != wanted:
        raise Refused("A link in it cannot be changed without changing more: edit it by hand.")
    return made


def _renewed_link(link: _Link, renew: Renew) -> _Link:
    new = renew(*link)
    return link if new is None else link._replace(target=new)


def _links(raw: bytes, kind: Kind) -> list[_Link]:
    """Return what a note links to, in keys that link and in its text."""
    document = read_document(raw, KEY_NAMES)
    refs = [
        _Link(ref.target, ref.path, key)
        for field in document.fields
        if (key := kind.key(field.key)) and key.type is Type.LINKS
        for item in items_of(field.value)
        for ref in links_in(item)
    ]
    links = extract_contents(document.body, document.body_line).links
    return refs + [_Link(link.target, link.path, None) for link in links]


def _in_body(text: str, document: Document, renew: _Renewed) -> Iterator[_Change]:
    """Yield the changes of links and embeds; of what stands in code and comments, none."""
    contents = extract_contents(document.body, document.body_line)
    starts = _line_starts(text)
    begin = starts[document.body_line - 1]
    places = {starts[each.line - 1] + each.column - 1 for each in _in_text(contents)}
    for found in _TARGET.finditer(text, begin):
        at = found.start() - text[: found.start()].endswith("!")
        new = renew(found[2], False) if {at, found.start()} & places else None
        if new is not None:
            yield _Change(Span(*found.span(2)), new)
    paths = {each.target for each in _in_text(contents)}
    prose = mask_code_and_comments(text[begin:]).prose
    for found in _ADDRESS.finditer(prose):
        address = relative_address(found[3])
        new = renew(address.path, True) if address and address.path in paths else None
        if new is not None:
            span = Span(begin + found.start(3), begin + found.end(3))
            yield _Change(span, _address(new, in_angles=bool(found[2])))


def _in_text(contents: BodyContents) -> tuple[BodyLink | Embed, ...]:
    return (*contents.links, *contents.embeds)


def _address(path: str, *, in_angles: bool) -> str:
    return path if in_angles else quote(path, safe="/!'~@,")


def _line_starts(text: str) -> list[int]:
    """Return where each line begins, behind a BOM."""
    starts = [found.end() for found in re.finditer("\n", text)]
    return [int(text.startswith("\ufeff")), *starts]


def _in_keys(text: str, kind: Kind, renew: Renew) -> Iterator[_Change]:
    for found in layout(text).keys:
        key = kind.key(found.key)
        linked = key if key is not None and key.type is Type.LINKS else None
        renew_here, is_bare = partial(renew, key=linked), linked is not None
        for span, value in _values(text, found):
            typed = text[slice(*span)]
            new = _renewed(value, renew_here, is_bare) if value is not None else None
            if value is None or "\n" in typed:
                new = _by_targets(typed, renew_here)
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


def _renewed(text: str, renew: _Renewed, is_bare: bool) -> str:
    """Return a text with its links written anew; `is_bare` says that it may be one by itself."""
    if "[[" in text:
        return _by_targets(text, renew)
    if not is_bare:
        return _by_addresses(text, renew)
    if found := _MARKDOWN.match(text.strip()):
        address = relative_address(found[2])
        new = renew(address.path, True) if address else None
        return text.replace(found[2], _address(new, in_angles=False)) if new else text
    new = renew(text.strip(), False)
    return text if new is None else text.replace(text.strip(), new)


def _by_targets(text: str, renew: _Renewed) -> str:
    def renewed(found: re.Match[str]) -> str:
        new = renew(found[2], False)
        return found[0] if new is None else f"{found[1]}{new}"

    return _by_addresses(_TARGET.sub(renewed, text), renew)


def _by_addresses(text: str, renew: _Renewed) -> str:
    def renewed(found: re.Match[str]) -> str:
        address = relative_address(found[3])
        new = renew(address.path, True) if address else None
        in_angles = bool(found[2])
        return found[0] if new is None else f"{found[1]}{_address(new, in_angles=in_angles)}"

    return _ADDRESS.sub(renewed, text)
