"""What is kept of the notes between runs: all of it in one piece, which is loaded at once."""

from collections.abc import Iterable
from datetime import date

import msgspec

from journal.findings import Mistake
from journal.notes.horizon import horizon
from journal.notes.records import AnyNote
from journal.reading.scan import Stamp


class Nearer(msgspec.Struct, frozen=True, array_like=True):
    """What a file says as long as days from `day` on are too far from today to be meant."""

    day: date
    note: AnyNote | None
    mistakes: tuple[Mistake, ...]


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of one file: `note` is None for one that is left out.

    `unshown` is what was wrong with the body, None as long as it was not rendered. `private` holds
    for a file that is left out, too; `names` are what such a one could be linked by. `nearer` is
    in the order of days; nearly always empty.
    """

    path: str
    stamp: Stamp
    hash: bytes
    note: AnyNote | None
    mistakes: tuple[Mistake, ...]
    unshown: tuple[Mistake, ...] | None = None
    private: bool = False
    nearer: tuple[Nearer, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def is_gone(self) -> bool:
        """Whether the file went after it was found."""
        return not (self.hash or self.note or self.mistakes)

    def as_of(self, today: date) -> "Kept":
        """Return what is kept, without the days that are out of reason as of `today`."""
        last = horizon(today)
        for each in self.nearer:
            if each.day > last:
                return msgspec.structs.replace(self, note=each.note, mistakes=each.mistakes)
        return self


def pack(kept: Iterable[Kept]) -> bytes:
    """Return what is kept as msgpack."""
    return msgspec.msgpack.encode(list(kept))


def unpack(data: bytes) -> list[Kept]:
    """Return what is kept; nothing for data that is damaged or not ours."""
    try:
        return msgspec.msgpack.decode(data, type=list[Kept]) if data else []
    except msgspec.DecodeError:
        return []
