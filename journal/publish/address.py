"""The address of a file on the site, and what it must not be."""

from journal.findings import shown
from journal.publish.failure import UNTOUCHED, PublishError

_LONGEST = 255  # bytes in one name: Linux and macOS


def parts_of(address: str) -> tuple[str, ...]:
    """Split `people/amara-okoye/index.html` at its slashes.

    Raises PublishError for whatever would leave the site's folder or has no name on disk.
    """
    parts = tuple(address.split("/"))
    if reason := unsafe(address):
        raise PublishError(f"The address {shown(address)} {reason}: mend that name. {UNTOUCHED}")
    return parts


def unsafe(address: str) -> str:
    """Return what is wrong with an address, after “it”; an empty text for one that can be used."""
    parts = address.split("/")
    if "" in parts:
        return "is empty, begins or ends with “/”, or has “//” in it"
    if "." in parts or ".." in parts:
        return "has “.” or “..” as a part"
    if "\\" in address or any(ord(c) < 32 or ord(c) == 127 for c in address):
        return "has a backslash or a control character in it"
    try:
        too_long = any(len(part.encode()) > _LONGEST for part in parts)
    except UnicodeEncodeError:
        return "is not text that UTF-8 can hold"
    return f"has a part of more than {_LONGEST} bytes" if too_long else ""
