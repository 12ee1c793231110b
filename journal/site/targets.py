"""Where the links of a body lead: to notes, to files, or nowhere that may be said."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journal.library.visible import UNNAMED
from journal.markup import FILE, PATH, Place, heading_slug, place
from journal.notes.identity import note_key
from journal.notes.records import AnyNote
from journal.site.attachments import FILES
from journal.site.sources import Sources

if TYPE_CHECKING:
    from journal.site.links import Links


class Targets:
    """Finds what the links of one note's body mean, as seen from pages of one depth."""

    def __init__(self, links: "Links", note: AnyNote) -> None:
        self.links = links
        self.note = note

    def find(self, kind: str, target: str, heading: str) -> Place | None:
        """Return where a link leads; None: to nothing."""
        if kind == FILE:
            return self._file(target)
        sources = self.links.sources
        found = sources.journal.find(self.note, target, path=kind == PATH)
        if found is None:
            return None
        if not sources.visible.shows(found):
            return Place(instead=UNNAMED)
        fragment = f"{note_key(found)}-{heading_slug(heading)}" if heading else ""
        return Place(self.links.note(found, fragment))

    def _file(self, target: str) -> Place | None:
        path = self.links.sources.attachments.find(self.note.id, target)
        return Place(self.links.file(f"{FILES}{path}")) if path else None


def attached(sources: Sources) -> Iterator[str]:
    """Yield the files (relative to content/) that visible notes embed or link to."""
    for note in sources.visible.notes(sources.journal.notes.values()):
        html = sources.bodies(note.id)
        if f'"{FILE}:' in html:
            yield from _files(sources, note, html)


def _files(sources: Sources, note: AnyNote, html: str) -> Iterator[str]:
    targets: list[str] = []

    def find(kind: str, target: str, _heading: str) -> None:
        if kind == FILE:
            targets.append(target)

    place(html, find)
    for target in targets:
        if path := sources.attachments.find(note.id, target):
            yield path
