"""Slugs: text as a part of an address, in ASCII where it can be, other scripts as they are."""

import unicodedata

#: Letters that Unicode does not decompose.
_TRANSLITERATED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


def slug(text: str) -> str:
    """Return `text` as part of an address: lower case, words joined by `-`; may be empty."""
    letters: list[str] = []
    for letter in unicodedata.normalize("NFC", text.casefold()).translate(_TRANSLITERATED):
        letters.append(_folded(letter, letters[-1] if letters else ""))
    return "-".join("".join(letters).replace("-", " ").split())


def _folded(letter: str, before: str) -> str:
    parts = unicodedata.normalize("NFKD", letter)
    base = "".join(part for part in parts if not unicodedata.combining(part))
    if base.isascii():
        if not base:
            return "" if before.isascii() else letter
        return "".join(c if c.isalnum() else " " for c in base.lower())
    if letter.isalnum() or unicodedata.category(letter).startswith("M"):
        return letter
    return " "


def heading_slug(text: str) -> str:
    """Return the end of a heading's id, or of `^block`: behind the note's anchor and a `-`."""
    if text.startswith("^"):
        return f"block-{slug(text)}"
    return slug(text) or "section"
