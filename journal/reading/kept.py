"""What is kept of the notes between runs: all of it in one piece, which is loaded at once."""

from collections.abc import Iterable

import msgspec

from journal.findings import Mistake
from journal.notes.records import AnyNote
from journal.reading.scan import Stamp


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of one file: `note` is None for one that is left out.

    `unshown` is what was wrong with the body, None as long as it was not rendered.
    """

    path: str
    stamp: Stamp
    hash: bytes
    note: AnyNote | None
    mistakes: tuple[Mistake, ...]
    unshown: tuple[Mistake, ...] | None = None


def pack(kept: Iterable[Kept]) -> bytes:
    """Return what is kept as msgpack."""
    return msgspec.msgpack.encode(list(kept))


def unpack(data: bytes) -> list[Kept]:
    """Return what is kept; nothing for data that is damaged or not ours."""
    try:
        return msgspec.msgpack.decode(data, type=list[Kept]) if data else []
    except msgspec.DecodeError:
        return []
