"""Where the links of a body lead: to notes, to files, or nowhere."""

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
from journal.notes.identity import note_key
from journal.notes.records import AnyNote
from journal.site.parts.context import Sources
from journal.site.parts.page_links import Links

_PLACEHOLDER = re.compile(f'"(?:{NOTE}|{PATH}|{FILE}):')


def body(links: Links, note: AnyNote) -> Markup:
    """Return a note's text as HTML, its links leading where they do from here."""
    html = links.sources.bodies(note.id)
    if _PLACEHOLDER.search(html):
        html = fill_placeholders(html, _LinkResolver(links, note).resolve)
    return Markup(html)  # noqa: S704 - escaped and sanitised where it was rendered


class _LinkResolver:
    """Finds what the links of one note's body mean, as seen from pages of one depth."""

    def __init__(self, links: Links, note: AnyNote) -> None:
        self.links = links
        self.note = note

    def resolve(self, kind: str, target: str, heading: str) -> str:
        """Return the address of a link from here, empty where it leads to nothing."""
        if kind in (FILE, IMAGE):
            lies = _address(self.links.sources, self.note, kind, target)
            return self.links.file(lies[0]) if lies else ""
        sources = self.links.sources
        found = sources.journal.find(self.note, target, path=kind == PATH)
        if found is None:
            return ""
        fragment = f"{note_key(found)}-{heading_slug(heading)}" if heading else ""
        return self.links.note(found, fragment)


def attached(sources: Sources) -> Iterator[tuple[str, str]]:
    """Yield the files that notes show or link to: where each lies on the site, and in content/."""
    for note in sources.journal.notes.values():
        html = sources.bodies(note.id)
        if f'"{FILE}:' in html:
            yield from _files(sources, note, html)


def _files(sources: Sources, note: AnyNote, html: str) -> Iterator[tuple[str, str]]:
    targets: list[tuple[str, str]] = []

    def collect(kind: str, target: str, _heading: str) -> str:
        if kind in (FILE, IMAGE):
            targets.append((kind, target))
        return ""

    fill_placeholders(html, collect)
    for kind, target in targets:
        if found := _address(sources, note, kind, target):
            yield found


def _address(sources: Sources, note: AnyNote, kind: str, target: str) -> tuple[str, str] | None:
    """Return where the file lies that is meant: on the site, and in content/."""
    files = sources.attachments
    path = files.find(note.id, target)
    if path is None:
        return None
    return (files.picture(path) if kind == IMAGE else files.address(path)), path
