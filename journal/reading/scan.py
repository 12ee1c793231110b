"""What is in `content/`: notes to read, attachments, and what is passed over."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from journal.findings import CODES, Finding
from journal.vocabulary import FOLDERS

CONTENT = "content"
MAX_FILE = 4 * 1024 * 1024  # bytes
#: Nanoseconds after which a second save of a file is sure to leave another time stamp.
SETTLED = 50_000_000

_CONFLICT = re.compile(
    r"\.sync-conflict-\d{8}-\d{6}|conflicted copy|\(case conflict|_conflict-\d{8}", re.IGNORECASE
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)", re.IGNORECASE)


class Stamp(NamedTuple):
    """What tells that a file has changed: bytes, and nanoseconds since 1970."""

    size: int
    mtime: int
    ctime: int


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
        return now - latest > SETTLED


def scan(root: Path) -> Scan:
    """Look through `root`/content. Links, pipes and folders named `.md` are named, never opened."""
    seen = _Seen(root / CONTENT)
    top = root / CONTENT
    if top.is_symlink():
        seen.report("", "F18", "content/ is a link", "put the folder itself here")
        seen.unseen.append("")
    elif top.is_dir():
        seen.walk("")
    else:
        seen.unseen.append("")
    notes = tuple(seen.apart(sorted(seen.notes)))
    unseen = tuple(f"{CONTENT}/{path}".rstrip("/") for path in seen.unseen)
    return Scan(notes, frozenset(seen.attachments), tuple(seen.findings), unseen)


class _Seen:
    """Collects what a walk comes across."""

    def __init__(self, top: Path) -> None:
        self.top = os.fspath(top)
        self.notes: list[Found] = []
        self.attachments: list[str] = []
        self.findings: list[Finding] = []
        self.unseen: list[str] = []

    def report(self, path: str, code: str, message: str, hint: str) -> None:
        """Keep a finding about `path` (relative to content/), printable whatever its name."""
        whole = f"{CONTENT}/{path}".rstrip("/")
        clean = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in whole)
        self.findings.append(Finding(clean, 1, 1, code, CODES[code][0], message, hint))

    def walk(self, folder: str) -> None:
        """Look through a folder and those inside it."""
        folders = [folder]
        while folders:
            here = folders.pop()
            try:
                with os.scandir(f"{self.top}/{here}") as entries:
                    folders += [path for entry in entries if (path := self._entry(here, entry))]
            except OSError as error:
                self.report(here, "F08", f"the folder cannot be read: {error.strerror}", "")
                self.unseen.append(here)

    def _entry(self, folder: str, entry: os.DirEntry[str]) -> str:
        """Keep one entry; return its path where it is a folder to go into."""
        name = entry.name
        if name[0] in "._":
            return ""
        path = f"{folder}/{name}" if folder else name
        note = name.endswith(".md")
        if note and entry.is_file(follow_symlinks=False):
            self._note(path, entry)
            return ""
        if entry.is_dir(follow_symlinks=False):
            if note:
                self.report(path, "F18", "a folder named like a note", "rename it without .md")
            return "" if note else path
        if entry.is_symlink() and (note or entry.is_dir()):
            self.report(path, "F18", "a link, which is never followed", "put the file itself here")
        elif note:
            self.report(path, "F18", "not a regular file", "remove it, or rename it without .md")
        elif entry.is_file(follow_symlinks=False):
            self.attachments.append(path)
        return ""

    def _note(self, path: str, entry: os.DirEntry[str]) -> None:
        folder, inside, _ = path.partition("/")
        if not inside or folder not in FOLDERS:
            near = get_close_matches(folder.casefold(), FOLDERS, 1) if inside else []
            known = near[0] if near else ", ".join(FOLDERS)
            self.report(path, "F09", "in no known folder, so not read", f"move it to {known}")
            return
        if self._readable_name(path, entry.name):
            status = entry.stat(follow_symlinks=False)
            stamp = Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
            self.notes.append(Found(path, stamp, stat.S_IMODE(status.st_mode)))

    def _readable_name(self, path: str, name: str) -> bool:
        if not path.isprintable():
            message = "a name with control characters or that is not UTF-8; not read"
            self.report(path, "F17", message, "rename it")
        elif "conflict" in name.casefold() and _CONFLICT.search(name):
            message = "a copy that a sync program made of two versions; not read"
            self.report(path, "F17", message, "take over what it has, then delete it")
        else:
            if _RESERVED.match(name):
                self.report(path, "F17", "a name that Windows cannot have", "rename it")
            return True
        return False

    def apart(self, notes: list[Found]) -> Iterator[Found]:
        """Yield the notes whose names other systems can keep apart; report the others."""
        first: dict[str, str] = {}
        for note in notes:
            path = note.path
            same = (path if path.isascii() else unicodedata.normalize("NFC", path)).casefold()
            if first.setdefault(same, note.path) == note.path:
                yield note
                continue
            message = f"the same name as {CONTENT}/{first[same]} on other systems; not read"
            self.report(note.path, "F17", message, "rename one of the two")
