"""Attachments: the file that a link in a note means, and its address on the site."""

import hmac
import os
import posixpath
from base64 import urlsafe_b64encode
from collections.abc import Collection, Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from journal.account import journal_key
from journal.library.attached_files import AttachedFiles


class SecretNames:
    """Names of files that nobody can guess, the same at each build by this account."""

    def __init__(self, root: Path) -> None:
        self._key = journal_key(root, "site")

    def of(self, what: str) -> str:
        """Return 22 letters, digits, `-` and `_`: 128 bits."""
        made = hmac.new(self._key, os.fsencode(what), sha256).digest()[:16]
        return urlsafe_b64encode(made).decode().rstrip("=")


#: The folder of the site that attachments are copied to.
FILES = "files/"
#: What browsers show, play, or hand to another program, and never run. They look into a file of
#: any other name, or of none, and run what looks like a page; of pictures, they run this one.
_HARMLESS = frozenset({
    ".apng", ".avif", ".bmp", ".gif", ".heic", ".heif", ".ico", ".jfif", ".jpeg", ".jpg",
    ".png", ".tif", ".tiff", ".webp",
    ".aac", ".avi", ".flac", ".m4a", ".m4v", ".mkv", ".mov", ".mp3", ".mp4", ".mpeg", ".mpg",
    ".oga", ".ogg", ".ogv", ".opus", ".wav", ".webm",
    ".csv", ".doc", ".docx", ".epub", ".ics", ".json", ".key", ".numbers", ".odp", ".ods",
    ".odt", ".pages", ".pdf", ".ppt", ".pptx", ".rtf", ".tsv", ".txt", ".vcf", ".xls", ".xlsx",
    ".7z", ".bz2", ".gz", ".rar", ".tar", ".tgz", ".xz", ".zip", ".zst",
})  # fmt: skip
_RUNNING_PICTURE = ".svg"
_AS_TEXT = ".txt"
_LONGEST = 240  # bytes of a name, and room for what makes it another


class Attachments:
    """The files in `content/` that are not notes, and their addresses."""

    def __init__(self, paths: Collection[str], root: Path) -> None:
        self._files = AttachedFiles(paths)
        self._root = root

    def find(self, note_id: str, target: str) -> str | None:
        """Return the file (relative to content/) that `target` in a note means."""
        return self._files.find(note_id, target)

    def address(self, path: str) -> str:
        """Return the address of a file to open; one that could run is served as text there."""
        return FILES + self._names[path]

    def picture(self, path: str) -> str:
        """Return the address of a file that is shown as a picture in a page.

        There, nothing in it runs; nobody else's page can open it, and no link leads to it.
        """
        if posixpath.splitext(path)[1].lower() != _RUNNING_PICTURE:
            return self.address(path)
        return f"{FILES}{self._secret.of(path)}{_RUNNING_PICTURE}"

    @cached_property
    def _secret(self) -> SecretNames:
        return SecretNames(self._root)

    @cached_property
    def _names(self) -> dict[str, str]:
        """Each file's name on the site; names that need no change are given out first."""
        wanted = {path: _safe_path(path) for path in self._files.paths}
        names = {path: path for path, name in wanted.items() if name == path}
        taken = {*names}
        for path, name in wanted.items():
            if path not in names:
                names[path] = next(other for other in _numbered(name) if other not in taken)
                taken.add(names[path])
        return names


def is_as_text(address: str, name: str) -> bool:
    """Whether a file of that name is served as plain text at an address of the site."""
    return address.endswith(_AS_TEXT) and not name.lower().endswith(_AS_TEXT)


def _safe_path(path: str) -> str:
    """Return a path on the site that every system and browser can take."""
    *folders, name = (_safe_name(part) for part in path.split("/"))
    is_harmless = posixpath.splitext(name)[1].lower() in _HARMLESS
    return "/".join((*folders, name if is_harmless else _cut(name) + _AS_TEXT))


def _safe_name(part: str) -> str:
    text = part.encode("utf-8", "replace").decode()
    return "".join("_" if c == "\\" or ord(c) < 32 or ord(c) == 127 else c for c in text)


def _cut(name: str) -> str:
    return name.encode()[:_LONGEST].decode(errors="ignore")


def _numbered(path: str) -> Iterator[str]:
    yield path
    stem, end = posixpath.splitext(path)
    number = 2
    while True:
        folder, _, name = stem.rpartition("/")
        yield posixpath.join(folder, f"{_cut(name)}-{number}{end}")
        number += 1
