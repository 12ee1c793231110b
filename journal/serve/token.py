"""The secret that opens the journal in a browser: another account of the machine has it not."""

import hmac
import os
import re
import secrets
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from journal.reading.cache import CACHE_FOLDER

_FILE = "serve-token"
_LOOK = re.compile(r"[A-Za-z0-9_-]{43}")


def keep_token(root: Path) -> str:
    """Return the token of the journal at `root`, the same every time, kept in a 0600 file.

    Where it cannot be kept, it holds for this once, and so do bookmarks.
    """
    folder = root / CACHE_FOLDER
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        return _kept(folder / _FILE) or _made(folder / _FILE)
    except OSError:
        return secrets.token_urlsafe(32)


def _kept(path: Path) -> str:
    """Return the token in a file of ours that nobody else can read, or nothing."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return ""
    with os.fdopen(fd, "rb") as file:
        status = os.fstat(fd)
        if status.st_mode & 0o077 or status.st_uid != os.getuid():
            return ""
        text = file.read(100).decode("ascii", "replace").strip()
    return text if _LOOK.fullmatch(text) else ""


def _made(path: Path) -> str:
    """Put a new token in the place of whatever is there; two servers at once agree on one."""
    token = secrets.token_urlsafe(32)
    draft = path.with_name(f".{secrets.token_hex(6)}.tmp")
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with os.fdopen(fd, "wb") as file:
            os.fchmod(fd, 0o600)
            file.write(token.encode() + b"\n")
        if _kept(path):
            return _kept(path)
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink()
    return token


def is_same(token: str, given: str) -> bool:
    """Compare in a time that says nothing about where they differ."""
    return hmac.compare_digest(token.encode(), given.encode("utf-8", "replace"))


def seal(token: str) -> str:
    """Return what forms carry, so that a cookie alone sends none."""
    return hmac.new(token.encode(), b"form", sha256).hexdigest()
