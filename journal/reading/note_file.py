"""A note's file: its path, and what tells that it has changed."""

import unicodedata
from typing import NamedTuple

MAX_FILE = 4 * 1024 * 1024  # bytes
#: Nanoseconds after which a second save of a file is sure to leave another time stamp.
_GRANULARITY = 50_000_000
#: The same where time stamps have whole seconds, as on FAT, ext3 and some network disks.
COARSE_GRANULARITY = 2_000_000_000
_SECOND = 1_000_000_000


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
    return _GRANULARITY if time % _SECOND else COARSE_GRANULARITY


class NoteFile(NamedTuple):
    """A note's file; `path` is relative to the notes' folder, with `/`."""

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
