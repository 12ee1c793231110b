"""The part of an address that stands for a note."""

from journal.body.slugs import slug
from journal.notes.identity import note_key

_LONGEST = 80  # characters
_WIDEST = 200  # bytes of UTF-8; a name on disk has 255 at most


def short_slug(stem: str, note_id: str) -> str:
    """Return the slug of a note's stem, cut where it is long; distinct by its whole id then."""
    whole = slug(stem)
    if len(whole) <= _LONGEST and len(whole.encode()) <= _WIDEST:
        return whole or note_key(note_id)
    cut = whole[:_LONGEST].encode()[:_WIDEST].decode(errors="ignore")
    return f"{cut.strip('-')}-{note_key(note_id)}"
