"""How notes are named: the key that stands for one inside a page, and names compared."""

import unicodedata
from functools import lru_cache
from hashlib import blake2s


@lru_cache(maxsize=65536)  # more notes than a lifetime has
def note_anchor(note_id: str) -> str:
    """Return eight hexadecimal digits that stand for a note in anchors; the same in every build."""
    return blake2s(note_id.encode("utf-8", "replace"), digest_size=4).hexdigest()


def folded(text: str) -> str:
    """Return `text` as names are compared: without case, accents, and space, `-` and `_` alike."""
    plain = text.casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in parts if not unicodedata.combining(c)).casefold()
    return " ".join(plain.replace("-", " ").replace("_", " ").split())
