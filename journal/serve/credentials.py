"""What lets a browser in, and what proves the server to it: no other account has either."""

import hmac
import re
import secrets
from hashlib import sha256
from pathlib import Path

from journal.account import journal_key

_RUN = re.compile(r"[0-9a-f]{32}")
_NONCE = re.compile(r"[0-9A-Za-z-]{16,64}")


class Credentials:
    """The credentials of one run; a cookie of an earlier run lets nobody in.

    Only the token is kept, in the account's own folder: pages still open from an earlier run
    recognise the server by it.
    """

    def __init__(self, root: Path) -> None:
        self._token = journal_key(root, "serve")
        secret = secrets.token_hex(32)
        #: sent by a browser that was let in
        self.cookie = self._derived("cookie", secret)
        #: sent with every form, so that the cookie alone is not enough; the same in every run
        self.form_token = self._derived("form", "")
        #: names this run; it is no secret
        self.run_id = secrets.token_hex(16)
        #: lets one browser in, once
        self.ticket = secrets.token_urlsafe(32)

    def _derived(self, purpose: str, text: str) -> str:
        return hmac.new(self._token, f"{purpose} {text}".encode(), sha256).hexdigest()

    def redeem(self, ticket: str) -> bool:
        """Whether this ticket lets a browser in; if so, it is replaced by a new one."""
        if not is_same(self.ticket, ticket):
            return False
        self.ticket = secrets.token_urlsafe(32)
        return True

    @property
    def proof_key(self) -> str:
        """The key, in hex, by which the pages of this run check that a server is ours."""
        return self._derived("proof", self.run_id)

    def proof(self, run: str, host: str, nonce: str) -> str:
        """Return the answer to a page's challenge that only this account can give, or nothing.

        The host is part of it, so that nobody can relay the challenge to another port.
        """
        if not _RUN.fullmatch(run) or not _NONCE.fullmatch(nonce):
            return ""
        key = bytes.fromhex(self._derived("proof", run))
        return hmac.new(key, f"{host} {nonce}".encode(), sha256).hexdigest()


def is_same(secret: str, given: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(secret.encode(), given.encode("utf-8", "replace"))
