"""The tasks that are still about something."""

from collections.abc import Iterator

from journal.library.journal import Journal, OwnedTask
from journal.notes.records import Touchpoint


def without_cancelled(journal: Journal) -> Iterator[OwnedTask]:
    """Yield the tasks of the journal but those of contacts that were cancelled."""
    for owned in journal.tasks:
        note = journal.notes[owned.note]
        if not (isinstance(note, Touchpoint) and note.state == "cancelled"):
            yield owned
