"""One walk through the folder of the notes: what is a note, what an attachment, what is neither."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from journal.characters import escaped, is_name
from journal.file_names import SETTINGS_FILE, SITE, SITE_MARKER, TEMPLATES
from journal.findings import CODES, Finding
from journal.reading.left_alone import LeftAlone
from journal.reading.name_problems import name_problem, portable_name
from journal.reading.note_file import FileStamp, NoteFile
from journal.reading.safe_open import open_folder
from journal.reading.stray_notes import StrayNotes
from journal.settings import Layout

#: The errors of a folder that has gone since it was found, or is no folder any more.
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})
#: What is no attachment where the journal's own folder holds the notes.
_OF_THE_JOURNAL = frozenset({SETTINGS_FILE, SITE, TEMPLATES})


class Walk:
    """One walk through the folder; `has_changed` says that something went meanwhile."""

    def __init__(self, root: Path, layout: Layout) -> None:
        self.root, self.layout = root, layout
        self.notes: list[NoteFile] = []
        self.attachments: list[str] = []
        self.unreadable_folders: list[str] = []
        self.has_changed = False
        self._findings: list[Finding] = []
        self._strays = StrayNotes(layout)
        self._left_alone = LeftAlone(root, layout)

    @property
    def findings(self) -> list[Finding]:
        """What is wrong with the files and folders."""
        self._strays.report(self.report)
        return self._findings

    def report(self, path: str, code: str, message: str, hint: str) -> None:
        """Add a finding about `path` (below the notes' folder), with its name made printable."""
        whole = self.layout.path(path) or self.layout.place
        clean = whole if is_name(whole) else escaped(whole)
        self._findings.append(Finding(clean, 1, 1, code, CODES[code][0], message, hint))

    def start(self) -> None:
        """Walk through everything in the folder."""
        if self._is_linked():
            message = f"{self.layout.place}/ is a link"
            self.report("", "F18", message, "put the folder itself here")
            self.unreadable_folders.append("")
        elif self.layout.top(self.root).is_dir():
            self._walk()
        else:
            self.unreadable_folders.append("")

    def _is_linked(self) -> bool:
        """Whether a link leads to the notes, on any step from the journal's folder."""
        parts = Path(self.layout.notes_root).parts
        return any(self.root.joinpath(*parts[: i + 1]).is_symlink() for i in range(len(parts)))

    def _walk(self) -> None:
        folders = [""]
        while folders:
            here = folders.pop()
            try:
                folders += self._folder(here)
            except OSError as error:
                if here and error.errno in _GONE:
                    self.has_changed = True
                    continue
                self.report(here, "F08", f"the folder cannot be read: {error.strerror}", "")
                self.unreadable_folders.append(here)

    def _folder(self, here: str) -> list[str]:
        """Add what is in a folder; return the folders in it. Raises OSError."""
        opened = open_folder(f"{self.root}/.", self.layout.path(here))
        try:
            with os.scandir(opened) as entries:
                found = list(entries)
            if self.layout.is_vault and here and any(it.name == SITE_MARKER for it in found):
                return []  # a site that was built, wherever it was put
            return [path for entry in found if (path := self._visit(here, entry))]
        finally:
            os.close(opened)

    def _visit(self, folder: str, entry: os.DirEntry[str]) -> str:
        """Add one entry, or report why it cannot be; return its path if it is a folder."""
        if entry.name[0] in "._":
            return ""
        path = f"{folder}/{entry.name}" if folder else entry.name
        if self.layout.is_vault and path in _OF_THE_JOURNAL:
            return ""
        try:
            return self._entry(path, entry)
        except FileNotFoundError:
            self.has_changed = True
        except OSError as error:
            self.report(path, "F08", f"cannot be looked at: {error.strerror}", "")
            self.unreadable_folders.append(folder)
        return ""

    def _entry(self, path: str, entry: os.DirEntry[str]) -> str:
        is_folder = entry.is_dir(follow_symlinks=False)
        if self._left_alone.holds(path, is_folder):
            return ""
        is_note = entry.name.endswith(".md")
        if is_note and entry.is_file(follow_symlinks=False):
            self._note(path, entry)
        elif is_folder and is_note:
            self._report_odd(path, "a folder named like a note", "rename it without .md")
        elif is_folder:
            return path
        elif entry.is_symlink() and (is_note or self._is_linked_folder(path)):
            self._report_odd(path, "a link, which is never followed", "put the file itself here")
        elif is_note:
            self._report_odd(path, "not a regular file", "remove it, or rename it without .md")
        elif entry.is_file(follow_symlinks=False):
            self.attachments.append(path)
        return ""

    def _report_odd(self, path: str, message: str, hint: str) -> None:
        """Report what is no file to read, where it lies among the journal's own notes."""
        if not self.layout.is_vault or self.layout.kind_folder(f"{path}/"):
            self.report(path, "F18", message, hint)

    def _is_linked_folder(self, path: str) -> bool:
        return (self.layout.top(self.root) / path).is_dir()  # not for a loop of links

    def _note(self, path: str, entry: os.DirEntry[str]) -> None:
        if not self.layout.kind_folder(path):
            self._strays.add(path)
            return
        if wrong := name_problem(path):
            self.report(path, "F17", wrong.message, wrong.hint)
        if wrong is None or wrong.is_read:
            status = entry.stat(follow_symlinks=False)
            stamp = FileStamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
            self.notes.append(NoteFile(path, stamp, stat.S_IMODE(status.st_mode)))

    def without_collisions(self, notes: list[NoteFile]) -> Iterator[NoteFile]:
        """Yield the notes with names that differ on every system; report the others."""
        first: dict[str, str] = {}
        for note in notes:
            same = portable_name(note.path)
            if same not in first:
                first[same] = note.path
                yield note
            elif first[same] != note.path:  # else it was listed twice, while it was renamed
                other = escaped(self.layout.path(first[same]))
                message = f"the same name as {other} on other systems"
                self.report(note.path, "F17", f"{message}; not read", "rename one of the two")
