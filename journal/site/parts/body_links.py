"""The links in a note's body: resolved to notes and files as seen from a page."""

import mimetypes
import re
from collections.abc import Iterator
from urllib.parse import quote

from markupsafe import Markup

from journal.body.fragments import anchor_of
from journal.library.journal import Journal
from journal.markup.link_placeholders import (
    FILE,
    IMAGE,
    NOTE,
    PATH,
    fill_placeholders,
)
from journal.notes.identity import note_anchor
from journal.notes.records import AnyNote, Person
from journal.site.parts.page_context import PageContext
from journal.site.parts.site_data import SiteData

_SAFE = "=&,:/+-"
"""What stays as it is in a fragment, like `page=3`."""

_PLACEHOLDER = re.compile(f'"(?:{NOTE}|{PATH}|{FILE}):')


def body_html(page: PageContext, note: AnyNote) -> Markup:
    """Return a note's body as HTML, with links as they are written on this page."""
    html = page.data.bodies(note.id)
    if _PLACEHOLDER.search(html):
        html = fill_placeholders(html, _LinkResolver(page, note).resolve)
    return Markup(html)  # noqa: S704 - escaped and sanitised where it was rendered


class _LinkResolver:
    """Resolves the links of one note's body, as seen from the page being made."""

    def __init__(self, page: PageContext, note: AnyNote) -> None:
        self.page = page
        self.note = note

    def resolve(self, kind: str, target: str, heading: str) -> str:
        """Return the address that a link leads to, or an empty text."""
        page = self.page
        found = _note(page.journal, self.note, kind, target)
        if found is not None:
            anchor = anchor_of(page.journal.notes[found].anchors, heading)
            end = anchor.id if anchor else ""
            return page.note_href(found, f"{note_anchor(found)}-{end}" if end else "")
        lies = None if kind == PATH else _address(page.data, self.note, kind, target)
        fragment = f"#{quote(heading, safe=_SAFE)}" if heading else ""
        return page.file_href(lies[0]) + fragment if lies else ""


def _note(journal: Journal, note: AnyNote, kind: str, target: str) -> str | None:
    """Return the id of the note that a link leads to, if it leads to one."""
    return None if kind in (FILE, IMAGE) else journal.find(note, target, path=kind == PATH)


def photo_href(page: PageContext, person: Person) -> str:
    """Return the address of a person's picture, as seen from the page, or an empty text."""
    found = _photo(page.data, person)
    return page.file_href(found[0]) if found else ""


def _photo(data: SiteData, person: Person) -> tuple[str, str] | None:
    name = person.photo.removeprefix("!")
    kind = mimetypes.guess_type(name)[0] or ""
    return _address(data, person, IMAGE, name) if kind.startswith("image/") else None


def attached_files(data: SiteData) -> Iterator[tuple[str, str]]:
    """Yield each attachment that notes show or link to: its path on the site, and in content/."""
    for note in data.journal.notes.values():
        html = data.bodies(note.id)
        if f'"{FILE}:' in html or f'"{NOTE}:' in html:
            yield from _files(data, note, html)
    for person in data.journal.people:
        if found := _photo(data, person) if person.photo else None:
            yield found


def _files(data: SiteData, note: AnyNote, html: str) -> Iterator[tuple[str, str]]:
    targets: list[tuple[str, str]] = []

    def collect(kind: str, target: str, _heading: str) -> str:
        if kind != PATH and _note(data.journal, note, kind, target) is None:
            targets.append((kind, target))
        return ""

    fill_placeholders(html, collect)
    for kind, target in targets:
        if found := _address(data, note, kind, target):
            yield found


def _address(data: SiteData, note: AnyNote, kind: str, target: str) -> tuple[str, str] | None:
    """Return a file's path on the site and in content/, or None if there is no such file."""
    files = data.attachments
    path = files.find(note.id, target)
    if path is None:
        return None
    return (files.picture(path) if kind == IMAGE else files.address(path)), path
