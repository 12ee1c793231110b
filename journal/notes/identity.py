"""How a note is named inside a page: by a key that stands for it."""

from functools import lru_cache
from hashlib import blake2s


@lru_cache(maxsize=65536)  # more notes than a lifetime has
def note_anchor(note_id: str) -> str:
    """Return eight hexadecimal digits that stand for a note in anchors; the same in every build."""
    return blake2s(note_id.encode("utf-8", "replace"), digest_size=4).hexdigest()
