"""Names on the site that nobody can guess: whoever does not know one cannot load what has it.

A page opened from the disk, whoever wrote it, may load any script or picture of the disk.
"""

import hmac
import os
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path

from journal.account import journal_key


class SecretNames:
    """Names for the files of one journal's site, the same at each build by this account."""

    def __init__(self, root: Path) -> None:
        self._key = journal_key(root, "site")

    def of(self, what: str) -> str:
        """Return 22 letters, digits, `-` and `_`: 128 bits."""
        made = hmac.new(self._key, os.fsencode(what), sha256).digest()[:16]
        return urlsafe_b64encode(made).decode().rstrip("=")
