"""Slugs: text as a part of an address, in ASCII where it can be, other scripts as they are."""

from unicodedata import category

from journal.folding import folded


def slug(text: str) -> str:
    """Return `text` as part of an address: folded, words joined by `-`; may be empty."""
    letters: list[str] = []
    for letter in folded(text):
        letters.append(_kept(letter, letters[-1] if letters else ""))
    return "-".join("".join(letters).split())


def _kept(letter: str, before: str) -> str:
    """Return a letter, a digit, or a sign that is part of the letter `before` it; else a space."""
    if letter.isalnum():
        return letter
    if category(letter).startswith("M"):
        return "" if before.isascii() else letter
    return " "


def heading_slug(text: str) -> str:
    """Return the end of a heading's id, or of `^block`: behind the note's anchor and a `-`."""
    if text.startswith("^"):
        return f"block-{slug(text)}"
    return slug(text) or "section"
