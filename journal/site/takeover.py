"""What a site may take over from the one before: that of the same journal, a few edits earlier."""

from journal.library.journal import Journal
from journal.notes.records import AnyNote, Person


def touched(old: Journal, new: Journal) -> frozenset[str] | None:
    """Return the ids of the notes whose entries an edit may have changed.

    None, where more than entries may have: where notes stand, what they are called, what links
    mean, or the day.
    """
    same = (old.today, old.settings, old.attachments, old.left_out)
    if same != (new.today, new.settings, new.attachments, new.left_out):
        return None
    if old.read.keys() != new.read.keys() or old.notes.keys() != new.notes.keys():
        return None
    edited = [i for i, note in new.notes.items() if old.notes[i] is not note]
    if any(_standing(old.notes[i]) != _standing(new.notes[i]) for i in edited):
        return None
    found = {*edited}
    for note_id in edited:
        found |= old.linked[note_id].targets() | new.linked[note_id].targets()
    return frozenset(found)


def _standing(note: AnyNote) -> tuple[object, ...]:
    """Return what of a note decides where it stands and what it is called."""
    died = note.died if isinstance(note, Person) else None  # who died has fewer pages
    return note.title, note.names, note.date, note.tags, note.private, note.draft, died
