"""What lets a browser in, and what the server proves itself by: no other account has either."""

import hmac
import re
import secrets
from hashlib import sha256
from pathlib import Path

from journal.account import journal_key

_RUN = re.compile(r"[0-9a-f]{32}")
_NONCE = re.compile(r"[0-9A-Za-z-]{16,64}")


class Credentials:
    """What opens the server of one run; a cookie of an earlier run opens nothing.

    Only the token is kept, in the account's own folder; pages that are still open from an earlier
    run know the server by it.
    """

    def __init__(self, root: Path) -> None:
        self._token = journal_key(root, "serve")
        secret = secrets.token_hex(32)
        #: what a browser that was let in sends
        self.cookie = self._derived("cookie", secret)
        #: what forms carry, so that a cookie alone sends none; one typed in an earlier run, too
        self.form_token = self._derived("form", "")
        #: names this run, to whoever asks
        self.run_id = secrets.token_hex(16)
        #: lets one browser in, once
        self.ticket = secrets.token_urlsafe(32)

    def _derived(self, purpose: str, text: str) -> str:
        return hmac.new(self._token, f"{purpose} {text}".encode(), sha256).hexdigest()

    def redeem(self, ticket: str) -> bool:
        """Whether a browser may come in with this ticket; if so, there is a new one from now on."""
        if not is_same(self.ticket, ticket):
            return False
        self.ticket = secrets.token_urlsafe(32)
        return True

    @property
    def proof_key(self) -> str:
        """Return the key, in hex, by which the pages of this run tell whether a server is ours."""
        return self._derived("proof", self.run_id)

    def proof(self, run: str, host: str, nonce: str) -> str:
        """Return what only a server of this account can answer to a page of any run, or nothing.

        The host is part of it, so that nobody can pass the question on to another port.
        """
        if not _RUN.fullmatch(run) or not _NONCE.fullmatch(nonce):
            return ""
        key = bytes.fromhex(self._derived("proof", run))
        return hmac.new(key, f"{host} {nonce}".encode(), sha256).hexdigest()


def is_same(secret: str, given: str) -> bool:
    """Compare in a time that says nothing about where they differ."""
    return hmac.compare_digest(secret.encode(), given.encode("utf-8", "replace"))
