"""The address that a browser asks for, as one of the site's; never a path of the disk."""

from urllib.parse import unquote_to_bytes

_INDEX = "index.html"


class BadAddress(Exception):
    """An address that no page can have."""


def asked_for(raw_path: bytes) -> str:
    """Return the path on the site, `index.html` left out. Raises BadAddress."""
    try:
        text = unquote_to_bytes(raw_path).decode()
    except UnicodeDecodeError as error:
        raise BadAddress from error
    if not text.startswith("/") or any(ord(character) < 32 for character in text):
        raise BadAddress
    path = text[1:]
    folder, _, name = path.rpartition("/")
    if name != _INDEX:
        return path
    return f"{folder}/" if folder else ""
