"""Images: which files are some, how wide they are to be, and what is said in place of one."""

import re
from pathlib import PurePosixPath

from journal.body.link_addresses import address_in_journal, as_browser_reads, scheme_of

WEB_SCHEMES = ("http", "https")

_IMAGES = frozenset(
    {".png", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".avif", ".svg", ".bmp", ".apng", ".ico"}
)
_WIDTH = re.compile(r"[ \t]*([0-9]{1,5})(?:x[0-9]{1,5})?[ \t]*")
_NO_ALT_TEXT = "an image"


def is_image(address: str) -> bool:
    """Say whether a browser shows a file of that name as an image."""
    return PurePosixPath(address).suffix.casefold() in _IMAGES


def split_width(typed: str) -> tuple[str, int | None]:
    """Split `alt|300` (or `300x200`) into the text and the width in CSS pixels."""
    text, bar, last = typed.rpartition("|")
    size = _WIDTH.fullmatch(last)
    if not size:
        return typed, None
    return (text.strip() if bar else ""), int(size[1]) or None


def image_words(alt: str, typed: str) -> str:
    """Return the words that stand where `![alt](typed)` does; none where the image is shown."""
    text = split_width(alt)[0]
    if relative := address_in_journal(typed):
        return "" if is_image(relative.path) else text or relative.path
    address = as_browser_reads(typed)
    return text or (address if scheme_of(address) in WEB_SCHEMES else _NO_ALT_TEXT)
