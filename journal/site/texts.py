"""The texts of notes as other programs may have them."""

from journal.library.visible import UNNAMED, Visible
from journal.markup import FILE, PATH, Place, place
from journal.site.sources import Bodies


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
