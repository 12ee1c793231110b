"""Scans a journal's folder for notes and attachments, and reports what is skipped."""

import os
import stat
from collections.abc import Collection
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from journal.file_names import CONTENT
from journal.findings import Finding
from journal.reading.copy_names import Pair, pairs_by_name
from journal.reading.note_file import (
    COARSE_GRANULARITY,
    MAX_FILE,
    FileStamp,
    NoteFile,
    note_id_of,
)
from journal.reading.walk import Walk
from journal.settings import DEFAULT_LAYOUT, Layout

__all__ = [
    "MAX_FILE",
    "FileStamp",
    "NoteFile",
    "Scan",
    "note_id_of",
    "scan_content",
    "scan_notes",
]

#: How often the scan is repeated while files come and go.
_TRIES = 3


class Scan(NamedTuple):
    """The result of one scan of the folder. `attachments` are relative to the notes' folder.

    `unreadable_folders` (relative to the root) may have notes that are not seen.
    """

    notes: tuple[NoteFile, ...]
    attachments: frozenset[str]
    findings: tuple[Finding, ...]
    unreadable_folders: tuple[str, ...] = ()
    #: the notes' folder, relative to the journal's
    notes_root: str = CONTENT
    #: the notes that are named like a copy of another one, each with that
    copies: tuple[Pair, ...] = ()

    def signature(self) -> str:
        """Return a digest that changes with the name, size or time of any file."""
        lines = [f"{path}\0{size} {mtime} {ctime}" for path, (size, mtime, ctime), _ in self.notes]
        lines += sorted(self.attachments)
        text = "\n".join((*lines, *map(str, self.findings)))
        return blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()

    def is_settled(self, now: int) -> bool:
        """Whether no note was saved so recently that another save could leave the same stamp."""
        latest = max((max(note.stamp.mtime, note.stamp.ctime) for note in self.notes), default=0)
        is_long_ago = now - latest > COARSE_GRANULARITY  # the usual case, and half the time
        return is_long_ago or all(note.stamp.is_settled(now) for note in self.notes)


def scan_content(root: Path, layout: Layout = DEFAULT_LAYOUT) -> Scan:
    """Scan the notes' folder. Links, pipes and folders named `.md` are reported, never opened.

    If something goes during the scan, the scan is repeated a few times: it may have been renamed.
    """
    for _ in range(_TRIES):
        walk = Walk(root, layout)
        walk.start()
        if not walk.has_changed:
            break
    notes = tuple(walk.without_collisions(sorted(walk.notes)))
    unreadable = tuple(layout.path(path) or layout.place for path in walk.unreadable_folders)
    attachments = frozenset(walk.attachments)
    copies = tuple(pairs_by_name([note.path for note in notes]))
    findings = tuple(walk.findings)
    return Scan(notes, attachments, findings, unreadable, layout.notes_root, copies)


def scan_notes(
    root: Path, paths: Collection[str], layout: Layout = DEFAULT_LAYOUT
) -> dict[str, NoteFile] | None:
    """Return the files of notes, or None if one is no file any more.

    `paths` are relative to the notes' folder.
    """
    found = {path: _scan_note(layout.top(root), path) for path in paths}
    there = {path: note for path, note in found.items() if note is not None}
    return there if len(there) == len(found) else None


def _scan_note(top: Path, path: str) -> NoteFile | None:
    try:
        status = os.lstat(top / path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    stamp = FileStamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return NoteFile(path, stamp, stat.S_IMODE(status.st_mode))
