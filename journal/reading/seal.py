"""What this account wrote can be told from what anybody else put in its place."""

import hmac
from collections.abc import Sequence
from hashlib import blake2b

SIZE = 16  # bytes


class Seal:
    """Marks what is written under one key, and knows it again."""

    def __init__(self, key: bytes) -> None:
        """Take a key of 16 to 64 bytes."""
        self._key = key

    def of(self, *values: str | bytes) -> bytes:
        """Return the mark of some values, which no others have."""
        digest = blake2b(key=self._key, digest_size=SIZE)
        for value in values:
            text = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
            digest.update(b"%c%d " % ("bt"[isinstance(value, str)].encode(), len(text)))
            digest.update(text)
        return digest.digest()

    def is_on(self, mark: object, values: Sequence[object]) -> bool:
        """Whether a mark is the one of these values, each of them a text or bytes."""
        if not isinstance(mark, bytes):
            return False
        known = [value for value in values if isinstance(value, str | bytes)]
        return len(known) == len(values) and hmac.compare_digest(mark, self.of(*known))
