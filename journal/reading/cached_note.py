"""What was read from one note's file, and how it is packed for the cache."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple, Protocol

import msgspec

from journal.findings import Mistake
from journal.notes.records import AnyNote
from journal.reading.cache import CachedBody
from journal.reading.scan import FileStamp
from journal.values import latest_day


class ReadingBefore(msgspec.Struct, frozen=True, array_like=True):
    """How a file reads while `day`, and any later day in it, is too far ahead to be meant."""

    day: date
    note: AnyNote | None
    mistakes: tuple[Mistake, ...]


class CachedNote(msgspec.Struct, frozen=True, array_like=True):
    """What was read from one file; `note` is None for a file that is left out.

    `body_mistakes` is what was wrong with the body, None as long as it was not rendered. `private`
    holds for a file that is left out, too; `names` are what such a one could be linked by.
    `readings_before` is in the order of days; nearly always empty.
    """

    path: str
    stamp: FileStamp
    hash: bytes
    note: AnyNote | None
    mistakes: tuple[Mistake, ...]
    body_mistakes: tuple[Mistake, ...] | None = None
    private: bool = False
    readings_before: tuple[ReadingBefore, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def is_gone(self) -> bool:
        """Whether the file had gone by the time it was to be read."""
        return not (self.hash or self.note or self.mistakes)

    @property
    def all_mistakes(self) -> tuple[Mistake, ...]:
        """What is wrong in the front matter, and in the body if that was rendered."""
        return (*self.mistakes, *(self.body_mistakes or ()))

    def as_of(self, today: date) -> "CachedNote":
        """Return the note as it reads on `today`: days too far ahead of that are not meant."""
        last = latest_day(today)
        for each in self.readings_before:
            if each.day > last:
                return msgspec.structs.replace(self, note=each.note, mistakes=each.mistakes)
        return self


class ReadResult(NamedTuple):
    """The result of reading one file; `body` is None if it was not rendered."""

    note: CachedNote
    body: CachedBody | None


def pack(notes: Iterable[CachedNote]) -> bytes:
    """Return notes as msgpack."""
    return msgspec.msgpack.encode(list(notes))


def unpack(data: bytes) -> list[CachedNote]:
    """Return the notes that were packed; none if the data is damaged."""
    try:
        return msgspec.msgpack.decode(data, type=list[CachedNote]) if data else []
    except msgspec.DecodeError:
        return []


class RenderedBody(Protocol):
    """A body as HTML that is safe to show, and the mistakes in it."""

    @property
    def html(self) -> str:
        """The HTML."""

    @property
    def mistakes(self) -> Sequence[Mistake]:
        """The mistakes."""


#: (body, the file's line on which it begins, the note's key) -> HTML
Renderer = Callable[[str, int, str], RenderedBody]
