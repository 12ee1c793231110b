"""In which folder a new note of a kind goes: the one that the journal has for it."""

import os
from contextlib import suppress
from pathlib import Path

from journal.settings import Layout


def note_folder(root: Path, layout: Layout, folder: str) -> str:
    """Return the folder for notes of a kind, below the notes', as it is called there.

    `folder` is what it is called by default. One that is not there yet is called as the settings
    say first.
    """
    top, names = layout.top(root), list(layout.names_of(folder))
    there = _folders_in(top)
    for name in names:
        if name in there or ("/" in name and (top / name).is_dir()):
            return name
    alike = (name for name in there if layout.kind_folder(f"{name}/") == folder)
    return next(alike, names[0])


def _folders_in(top: Path) -> list[str]:
    with suppress(OSError):  # a folder that is not there has none in it
        return sorted(entry.name for entry in os.scandir(top) if entry.is_dir())
    return []
