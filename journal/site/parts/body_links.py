"""The links in a note's body: resolved to notes and files as seen from a page."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from journal.body.slugs import heading_slug
from journal.markup.link_placeholders import (
    FILE,
    IMAGE,
    NOTE,
    PATH,
    fill_placeholders,
)
from journal.notes.identity import note_anchor
from journal.notes.records import AnyNote
from journal.site.parts.page_context import PageContext
from journal.site.parts.site_data import SiteData

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
        if kind in (FILE, IMAGE):
            lies = _address(self.page.data, self.note, kind, target)
            return self.page.file_href(lies[0]) if lies else ""
        page = self.page
        found = page.journal.find(self.note, target, path=kind == PATH)
        if found is None:
            return ""
        fragment = f"{note_anchor(found)}-{heading_slug(heading)}" if heading else ""
        return self.page.note_href(found, fragment)


def attached_files(data: SiteData) -> Iterator[tuple[str, str]]:
    """Yield each attachment that notes show or link to: its path on the site, and in content/."""
    for note in data.journal.notes.values():
        html = data.bodies(note.id)
        if f'"{FILE}:' in html:
            yield from _files(data, note, html)


def _files(data: SiteData, note: AnyNote, html: str) -> Iterator[tuple[str, str]]:
    targets: list[tuple[str, str]] = []

    def collect(kind: str, target: str, _heading: str) -> str:
        if kind in (FILE, IMAGE):
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
