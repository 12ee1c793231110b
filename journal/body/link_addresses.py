"""Addresses of Markdown links: those relative to the note, and those of the outside world."""

import re
from typing import NamedTuple
from urllib.parse import unquote

_NOT_RELATIVE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\#?]", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class RelativeAddress(NamedTuple):
    """An address relative to the note that it stands in, percent-decoded."""

    path: str
    heading: str


def relative_address(written: str) -> RelativeAddress | None:
    """Return the parts of an address relative to the note, or nothing for any other address."""
    if _NOT_RELATIVE.match(written):
        return None
    path, _, heading = written.partition("#")
    path = unquote(path.partition("?")[0]).strip()
    return RelativeAddress(path, unquote(heading)) if path else None


def is_note(path: str) -> bool:
    """Say whether a relative address is that of a note."""
    return path[-3:].casefold() == ".md"


def as_browser_reads(typed: str) -> str:
    """Return an address as a browser reads it, without what cannot be seen."""
    address = _IGNORED.sub("", typed).strip()
    return f"https:{address}" if address.startswith("//") else address


def scheme_of(address: str) -> str:
    """Return what stands before the colon, in lower case, or nothing."""
    match = _SCHEME.match(address)
    return match[1].lower() if match else ""


def address_in_journal(typed: str) -> RelativeAddress | None:
    """Return an address relative to the note, or nothing for one with a scheme."""
    return None if scheme_of(as_browser_reads(typed)) else relative_address(typed.strip())
