"""Scans `content/` for notes and attachments, and reports what is skipped."""

import errno
import os
import stat
import unicodedata
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from journal.characters import escaped, is_name
from journal.file_names import CONTENT
from journal.findings import CODES, Finding
from journal.notes.kinds import FOLDERS
from journal.reading.name_problems import name_problem, portable_name
from journal.reading.safe_open import open_folder

MAX_FILE = 4 * 1024 * 1024  # bytes
#: Nanoseconds after which a second save of a file is sure to leave another time stamp.
_GRANULARITY = 50_000_000
#: The same where time stamps have whole seconds, as on FAT, ext3 and some network disks.
_COARSE_GRANULARITY = 2_000_000_000
_SECOND = 1_000_000_000
#: How often the scan is repeated while files come and go.
_TRIES = 3
#: The errors of a folder that has gone since it was found, or is no folder any more.
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})


class FileStamp(NamedTuple):
    """A file's size (bytes) and times (nanoseconds since 1970): they change when it does."""

    size: int
    mtime: int
    ctime: int

    def is_settled(self, now: int) -> bool:
        """Whether saving the file after `now` is sure to change its stamp."""
        return all(now - time > _granularity(time) for time in (self.mtime, self.ctime))


def _granularity(time: int) -> int:
    """Return by how many nanoseconds two saves must differ to be told apart by such times."""
    return _GRANULARITY if time % _SECOND else _COARSE_GRANULARITY


class NoteFile(NamedTuple):
    """A note's file; `path` is relative to content/, with `/`."""

    path: str
    stamp: FileStamp
    mode: int

    @property
    def note_id(self) -> str:
        """The note's id."""
        return note_id_of(self.path)


def note_id_of(path: str) -> str:
    """Return a note's id: its path without `.md`, composed (NFC) as on every system."""
    return unicodedata.normalize("NFC", path[:-3])


class Scan(NamedTuple):
    """The result of one scan of the folder. `attachments` are relative to content/.

    `unreadable_folders` (relative to the root) may have notes that are not seen.
    """

    notes: tuple[NoteFile, ...]
    attachments: frozenset[str]
    findings: tuple[Finding, ...]
    unreadable_folders: tuple[str, ...] = ()

    def signature(self) -> str:
        """Return a digest that changes with the name, size or time of any file."""
        lines = [f"{path}\0{size} {mtime} {ctime}" for path, (size, mtime, ctime), _ in self.notes]
        lines += sorted(self.attachments)
        text = "\n".join((*lines, *map(str, self.findings)))
        return blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()

    def is_settled(self, now: int) -> bool:
        """Whether no note was saved so recently that another save could leave the same stamp."""
        latest = max((max(note.stamp.mtime, note.stamp.ctime) for note in self.notes), default=0)
        is_long_ago = now - latest > _COARSE_GRANULARITY  # the usual case, and half the time
        return is_long_ago or all(note.stamp.is_settled(now) for note in self.notes)


def scan_content(root: Path) -> Scan:
    """Scan `root`/content. Links, pipes and folders named `.md` are reported, never opened.

    If something goes during the scan, the scan is repeated a few times: it may have been renamed.
    """
    for _ in range(_TRIES):
        walk = _Walk(root / CONTENT)
        walk.start()
        if not walk.has_changed:
            break
    notes = tuple(walk.without_collisions(sorted(walk.notes)))
    unreadable = tuple(f"{CONTENT}/{path}".rstrip("/") for path in walk.unreadable_folders)
    return Scan(notes, frozenset(walk.attachments), tuple(walk.findings), unreadable)


class _Walk:
    """One walk through the folder; `has_changed` says that something went meanwhile."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.notes: list[NoteFile] = []
        self.attachments: list[str] = []
        self.findings: list[Finding] = []
        self.unreadable_folders: list[str] = []
        self.has_changed = False

    def report(self, path: str, code: str, message: str, hint: str) -> None:
        """Add a finding about `path` (relative to content/), with its name made printable."""
        whole = f"{CONTENT}/{path}".rstrip("/")
        clean = whole if is_name(whole) else escaped(whole)
        self.findings.append(Finding(clean, 1, 1, code, CODES[code][0], message, hint))

    def start(self) -> None:
        """Walk through everything in the folder."""
        if self.top.is_symlink():
            self.report("", "F18", "content/ is a link", "put the folder itself here")
            self.unreadable_folders.append("")
        elif self.top.is_dir():
            self._walk()
        else:
            self.unreadable_folders.append("")

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
        opened = open_folder(os.fspath(self.top), here)
        try:
            with os.scandir(opened) as entries:
                return [path for entry in entries if (path := self._visit(here, entry))]
        finally:
            os.close(opened)

    def _visit(self, folder: str, entry: os.DirEntry[str]) -> str:
        """Add one entry, or report why it cannot be; return its path if it is a folder."""
        if entry.name[0] in "._":
            return ""
        path = f"{folder}/{entry.name}" if folder else entry.name
        try:
            return self._entry(path, entry)
        except FileNotFoundError:
            self.has_changed = True
        except OSError as error:
            self.report(path, "F08", f"cannot be looked at: {error.strerror}", "")
            self.unreadable_folders.append(folder)
        return ""

    def _entry(self, path: str, entry: os.DirEntry[str]) -> str:
        note = entry.name.endswith(".md")
        if note and entry.is_file(follow_symlinks=False):
            self._note(path, entry)
            return ""
        if entry.is_dir(follow_symlinks=False):
            if note:
                self.report(path, "F18", "a folder named like a note", "rename it without .md")
            return "" if note else path
        if entry.is_symlink() and (note or self._is_linked_folder(path)):
            self.report(path, "F18", "a link, which is never followed", "put the file itself here")
        elif note:
            self.report(path, "F18", "not a regular file", "remove it, or rename it without .md")
        elif entry.is_file(follow_symlinks=False):
            self.attachments.append(path)
        return ""

    def _is_linked_folder(self, path: str) -> bool:
        return (self.top / path).is_dir()  # not for a loop of links

    def _note(self, path: str, entry: os.DirEntry[str]) -> None:
        folder, inside, _ = path.partition("/")
        if not inside or folder not in FOLDERS:
            near = get_close_matches(folder.casefold(), FOLDERS, 1) if inside else []
            known = near[0] if near else ", ".join(FOLDERS)
            self.report(path, "F09", "in no known folder, so not read", f"move it to {known}")
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
                message = f"the same name as {CONTENT}/{escaped(first[same])} on other systems"
                self.report(note.path, "F17", f"{message}; not read", "rename one of the two")


def scan_notes(root: Path, paths: Collection[str]) -> dict[str, NoteFile] | None:
    """Return the files of notes (relative to content/), or None if one is no file any more."""
    found = {path: _scan_note(root, path) for path in paths}
    there = {path: note for path, note in found.items() if note is not None}
    return there if len(there) == len(found) else None


def _scan_note(root: Path, path: str) -> NoteFile | None:
    try:
        status = os.lstat(root / CONTENT / path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    stamp = FileStamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return NoteFile(path, stamp, stat.S_IMODE(status.st_mode))
