"""The bodies of notes as they were rendered, and as other programs may have them."""

import unicodedata
from collections.abc import Callable

from journal.cli.failure import Refused
from journal.library.visible import UNNAMED, Visible
from journal.reading.cache import Cache
from journal.reading.folder import Folder
from journal.site.markup import FILE, PATH, Place, place

Bodies = Callable[[str], str]


def bodies_of(cache: Cache, folder: Folder) -> dict[str, str]:
    """Return each body by the id of its note; a file's name may be decomposed. Raises Refused."""
    html = cache.all_html()
    bodies = {unicodedata.normalize("NFC", path[:-3]): text for path, text in html.items()}
    if not cache.is_whole or any(note.id not in bodies for note in folder.notes):
        raise Refused(
            "What was read could not be kept in .journal-cache/: the disk may be full, or another "
            "command is at work; the last site is as it was."
        )
    return bodies


def texts_of(visible: Visible, bodies: Bodies) -> Bodies:
    """Return a function from a note's id to its body as HTML in which nothing hidden is named."""

    def text(note_id: str) -> str:
        note = visible.journal.notes[note_id]

        def find(kind: str, target: str, _heading: str) -> Place | None:
            found = None if kind == FILE else visible.journal.find(note, target, kind == PATH)
            return Place(instead=UNNAMED) if found and not visible.shows(found) else None

        html, names_some = bodies(note_id), note.links and visible.hidden
        return place(html, find) if names_some or note.embeds else html

    return text
