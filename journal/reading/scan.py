"""What is in `content/`: notes to read, attachments, and what is passed over."""

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
from journal.findings import CODES, Finding
from journal.reading.file_names import as_elsewhere, objection
from journal.reading.safe_open import open_folder
from journal.vocabulary import FOLDERS

CONTENT = "content"
MAX_FILE = 4 * 1024 * 1024  # bytes
#: Nanoseconds after which a second save of a file is sure to leave another time stamp.
SETTLED = 50_000_000

#: The same where time stamps have whole seconds, as on FAT, ext3 and some network disks.
_SETTLED_COARSE = 2_000_000_000
_SECOND = 1_000_000_000
#: How often all is looked through while something comes and goes.
_LOOKS = 3
#: What a folder says that was there and is no folder any more, or has gone.
_MOVED = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})


class Stamp(NamedTuple):
    """What tells that a file has changed: bytes, and nanoseconds since 1970."""

    size: int
    mtime: int
    ctime: int

    def is_settled(self, now: int) -> bool:
        """Whether a save after `now` is sure to leave another stamp."""
        return all(now - time > _fineness(time) for time in (self.mtime, self.ctime))


def _fineness(time: int) -> int:
    """Return how far apart two saves are that are sure to leave two times such as this one."""
    return SETTLED if time % _SECOND else _SETTLED_COARSE


class Found(NamedTuple):
    """A note's file; `path` is relative to content/, with `/`."""

    path: str
    stamp: Stamp
    mode: int

    @property
    def note_id(self) -> str:
        """The id of the note in it."""
        return note_id_of(self.path)


def note_id_of(path: str) -> str:
    """Return a path without `.md`, composed (NFC), so that a name means one note everywhere."""
    return unicodedata.normalize("NFC", path[:-3])


class Scan(NamedTuple):
    """One look at the whole folder. `attachments` are relative to content/.

    `unseen` are folders (relative to the root) that could not be looked into: there may be notes.
    """

    notes: tuple[Found, ...]
    attachments: frozenset[str]
    findings: tuple[Finding, ...]
    unseen: tuple[str, ...] = ()

    def signature(self) -> str:
        """Return a digest that changes with any file's name, size or time."""
        lines = [f"{path}\0{size} {mtime} {ctime}" for path, (size, mtime, ctime), _ in self.notes]
        lines += sorted(self.attachments)
        text = "\n".join((*lines, *map(str, self.findings)))
        return blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()

    def settled(self, now: int) -> bool:
        """Whether no note was saved in the last moment, when two saves can share one time stamp."""
        latest = max((max(note.stamp.mtime, note.stamp.ctime) for note in self.notes), default=0)
        is_long_ago = now - latest > _SETTLED_COARSE  # the usual case, and half the time
        return is_long_ago or all(note.stamp.is_settled(now) for note in self.notes)


def scan(root: Path) -> Scan:
    """Look through `root`/content. Links, pipes and folders named `.md` are named, never opened.

    What goes while it is looked at costs itself; all is looked through again, a few times, since
    it may have come back under another name.
    """
    for _ in range(_LOOKS):
        seen = _Seen(root / CONTENT)
        seen.look()
        if not seen.has_moved:
            break
    notes = tuple(seen.apart(sorted(seen.notes)))
    unseen = tuple(f"{CONTENT}/{path}".rstrip("/") for path in seen.unseen)
    return Scan(notes, frozenset(seen.attachments), tuple(seen.findings), unseen)


class _Seen:
    """Collects what a walk comes across; `has_moved` tells that something went meanwhile."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.notes: list[Found] = []
        self.attachments: list[str] = []
        self.findings: list[Finding] = []
        self.unseen: list[str] = []
        self.has_moved = False

    def report(self, path: str, code: str, message: str, hint: str) -> None:
        """Keep a finding about `path` (relative to content/), printable whatever its name."""
        whole = f"{CONTENT}/{path}".rstrip("/")
        clean = whole if is_name(whole) else escaped(whole)
        self.findings.append(Finding(clean, 1, 1, code, CODES[code][0], message, hint))

    def look(self) -> None:
        """Look through everything, where the folder is one."""
        if self.top.is_symlink():
            self.report("", "F18", "content/ is a link", "put the folder itself here")
            self.unseen.append("")
        elif self.top.is_dir():
            self._walk()
        else:
            self.unseen.append("")

    def _walk(self) -> None:
        folders = [""]
        while folders:
            here = folders.pop()
            try:
                folders += self._folder(here)
            except OSError as error:
                if here and error.errno in _MOVED:
                    self.has_moved = True
                    continue
                self.report(here, "F08", f"the folder cannot be read: {error.strerror}", "")
                self.unseen.append(here)

    def _folder(self, here: str) -> list[str]:
        """Keep what is in a folder; return the folders in it. Raises OSError."""
        opened = open_folder(os.fspath(self.top), here)
        try:
            with os.scandir(opened) as entries:
                return [path for entry in entries if (path := self._looked_at(here, entry))]
        finally:
            os.close(opened)

    def _looked_at(self, folder: str, entry: os.DirEntry[str]) -> str:
        """Keep one entry; return its path where it is a folder. It costs nothing but itself."""
        if entry.name[0] in "._":
            return ""
        path = f"{folder}/{entry.name}" if folder else entry.name
        try:
            return self._entry(path, entry)
        except FileNotFoundError:
            self.has_moved = True
        except OSError as error:
            self.report(path, "F08", f"cannot be looked at: {error.strerror}", "")
            self.unseen.append(folder)
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
        if wrong := objection(path):
            self.report(path, "F17", wrong.message, wrong.hint)
        if wrong is None or wrong.is_read:
            status = entry.stat(follow_symlinks=False)
            stamp = Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
            self.notes.append(Found(path, stamp, stat.S_IMODE(status.st_mode)))

    def apart(self, notes: list[Found]) -> Iterator[Found]:
        """Yield the notes whose names other systems can keep apart; report the others."""
        first: dict[str, str] = {}
        for note in notes:
            same = as_elsewhere(note.path)
            if same not in first:
                first[same] = note.path
                yield note
            elif first[same] != note.path:  # else it was listed twice, while it was renamed
                message = f"the same name as {CONTENT}/{escaped(first[same])} on other systems"
                self.report(note.path, "F17", f"{message}; not read", "rename one of the two")


def look_again(root: Path, paths: Collection[str]) -> dict[str, Found] | None:
    """Return notes (relative to content/) as they are now, or None if one is no file any more."""
    found = {path: _again(root, path) for path in paths}
    there = {path: note for path, note in found.items() if note is not None}
    return there if len(there) == len(found) else None


def _again(root: Path, path: str) -> Found | None:
    try:
        status = os.lstat(root / CONTENT / path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    stamp = Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return Found(path, stamp, stat.S_IMODE(status.st_mode))
