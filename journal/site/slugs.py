"""Words to the parts of an address: ASCII where they can be, other scripts as they are."""

import unicodedata

from journal.notes.identity import note_key

_LONGEST = 80  # characters
_WIDEST = 200  # bytes of UTF-8; a name on disk has 255 at most
#: Letters that Unicode does not take apart.
_SPELT = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


def slug(text: str) -> str:
    """Return `text` as part of an address: lower case, words joined by `-`; may be empty."""
    letters: list[str] = []
    for letter in unicodedata.normalize("NFC", text.casefold()).translate(_SPELT):
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


def short_slug(stem: str, note_id: str) -> str:
    """Return the slug of a note's stem, cut where it is long; distinct by its whole id then."""
    whole = slug(stem)
    if len(whole) <= _LONGEST and len(whole.encode()) <= _WIDEST:
        return whole or note_key(note_id)
    cut = whole[:_LONGEST].encode()[:_WIDEST].decode(errors="ignore")
    return f"{cut.strip('-')}-{note_key(note_id)}"
