"""What of a site stays the same after an edit of the journal, so that it need not be made again."""

from journal.library.journal import Journal
from journal.notes.records import AnyNote, Person


def changed_entries(old: Journal, new: Journal) -> frozenset[str] | None:
    """Return the ids of the notes whose entries an edit may have changed.

    Where it is no more than those, every address, every title and the list of pages are the same,
    too. None, where it may be more: where notes lie, what they are called, what links mean, or the
    day.
    """
    if _surroundings(old) != _surroundings(new):
        return None
    if old.all_notes.keys() != new.all_notes.keys() or old.notes.keys() != new.notes.keys():
        return None
    edited = [i for i, note in new.notes.items() if old.notes[i] is not note]
    if any(_address_and_name(old.notes[i]) != _address_and_name(new.notes[i]) for i in edited):
        return None
    found = {*edited}
    for note_id in edited:
        found |= old.links[note_id].targets() | new.links[note_id].targets()
    return frozenset(found)


def _surroundings(journal: Journal) -> tuple[object, ...]:
    """Return what every page depends on beside the notes."""
    return journal.today, journal.settings, journal.attachments, journal.left_out


def _address_and_name(note: AnyNote) -> tuple[object, ...]:
    """Return what of a note decides which pages there are, where it lies and what it is called."""
    died = note.died if isinstance(note, Person) else None  # who died has fewer pages
    return note.title, note.names, note.date, note.tags, note.private, note.draft, died
