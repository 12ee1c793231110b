"""Which file a name on the command line means, whether it can be read as a note or not."""

import os
from pathlib import Path

from journal.folding import folded
from journal.library import Journal
from journal.writing.lookup import find_person_or_note

_END = ".md"


def path_to_edit(journal: Journal, name: str, here: Path, root: Path) -> str:
    """Return the path, relative to `root`, of the note that `name` means.

    A path may be one as it is printed, or one as seen from the folder `here`. A person comes before
    other notes. Raises Refused.
    """
    if note_id := _at_path(journal, name, here, root) or _unread(journal, name):
        return journal.settings.layout.path(f"{note_id}{_END}")
    return find_person_or_note(journal, name).path


def _at_path(journal: Journal, name: str, here: Path, root: Path) -> str:
    """Return the id of the note at a path, or an empty text."""
    notes = journal.settings.layout.top(root)
    for base in (here, root, notes):
        try:
            inside = Path(os.path.normpath(base / name)).relative_to(notes)
        except ValueError:
            continue
        note_id = inside.as_posix().removesuffix(_END)
        if note_id in journal.all_notes or note_id in journal.left_out:
            return note_id
    return ""


def _unread(journal: Journal, name: str) -> str:
    """Return the id of the one file of that name that could not be read as a note."""
    wanted = folded(name)
    found = [i for i in journal.left_out if folded(i.rpartition("/")[2]) == wanted]
    return found[0] if len(found) == 1 else ""
