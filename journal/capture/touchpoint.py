"""A contact told of in words, written down as one new touchpoint."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from journal.capture.contact import Given, new_id, pairs, read_contact
from journal.capture.failure import Refused
from journal.capture.written import note_text, read_back, write_free_note
from journal.findings import shown
from journal.library import Journal
from journal.reading.scan import CONTENT


def write_contact(
    root: Path, journal: Journal, names: Sequence[str], given: Given, body: str
) -> str:
    """Write the touchpoint, and return its path relative to `root`.

    Raises Refused and CaptureError.
    """
    contact = read_contact(journal, names, given)
    text = note_text(pairs(journal, contact), body)
    free_id = partial(new_id, contact, root / CONTENT)
    note = read_back(free_id(), text, journal.today).note
    if note:
        _refuse_a_name(journal, note.title)
    return write_free_note(root, free_id, text)


def _refuse_a_name(journal: Journal, title: str) -> None:
    """A touchpoint titled like a person would make every link to that person unclear."""
    if any(journal.person(note_id) for note_id in journal.names.find(title)):
        raise Refused(
            f"Nothing was written: its title would be {shown(title)}, a person's name, and links "
            "to them would be unclear; give another with --title."
        )
