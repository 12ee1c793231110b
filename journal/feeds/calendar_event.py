"""One entry of the calendar."""

from datetime import date
from uuid import UUID, uuid5

import msgspec

#: Makes ids that tell nothing of what they stand for.
_SPACE = UUID("5f1a5b52-6d0a-5a35-9c4c-6d0b6e6a7f11")


def uid(kind: str, *of: str) -> str:
    """Return the id of a reminder; the same in every build, wherever the reminder has moved."""
    return str(uuid5(_SPACE, "\0".join((kind, *of))))


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A day or days, `last` included; `rule` is an RRULE (RFC 5545)."""

    uid: str
    first: date
    last: date | None = None
    summary: str
    details: tuple[str, ...] = ()
    category: str
    tentative: bool = False
    rule: str = ""
