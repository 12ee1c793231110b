"""What this account wrote can be told from what anybody else put in its place."""

import hmac
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

SIZE = 16  # bytes


class Seal:
    """Marks what is written under one key, and knows it again."""

    def __init__(self, key: bytes) -> None:
        """Take a key of 16 to 64 bytes."""
        self._begun = blake2b(key=key, digest_size=SIZE)

    def of(self, *values: str | bytes) -> bytes:
        """Return the mark of some values, which no others have."""
        digest = self._begun.copy()
        for value in values:
            raw = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
            digest.update((b"t%d " if isinstance(value, str) else b"b%d ") % len(raw))
            digest.update(raw)
        return digest.digest()

    def is_on(self, mark: object, values: Sequence[Any]) -> bool:
        """Whether a mark is the one of these values; of others than texts and bytes, none is."""
        try:
            return isinstance(mark, bytes) and hmac.compare_digest(mark, self.of(*values))
        except TypeError:
            return False
