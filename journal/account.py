"""This account's own folders: keys, and what belongs to a journal but must not lie inside it.

A journal can be somebody else's: a clone, an archive, a synchronised folder. What decides whether
to believe it (keys, trust, tokens) is therefore kept in the account's state folder, and what can be
made anew and runs (compiled templates) in its cache folder, each named by a digest of the
journal's root. Neither ever holds a word of a note.
"""

import hmac
import os
import secrets
import stat
from collections.abc import Sequence
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path, user_state_path

from journal.atomic_file import create_file, replace_file

_PROGRAM = "mentoring-journal"
_KEY_FILE = "key"
_KEY_BYTES = 32
_LARGEST = 1024 * 1024  # bytes


def state_folder(root: Path) -> Path:
    """Return the folder, 0700, for what this account keeps of the journal at `root`.

    Raises OSError where there can be none, or what is there belongs to somebody else.
    """
    return _private_folder(_account_folder() / _root_digest(root))


def cache_folder(root: Path) -> Path:
    """Return the folder, 0700, for what can be made anew at any time. Raises OSError."""
    above = _private_folder(user_cache_path(_PROGRAM, appauthor=False))
    return _private_folder(above / _root_digest(root))


def account_key(purpose: str) -> bytes:
    """Return 32 bytes that only this account can know, other ones for each purpose.

    Where no key can be kept, they hold for this process.
    """
    return hmac.new(_master_key(), purpose.encode(), sha256).digest()


def journal_key(root: Path, purpose: str) -> bytes:
    """Return such a key for the journal at `root` alone."""
    return account_key(f"{purpose} {_root_digest(root)}")


def read_private(path: Path) -> bytes:
    """Return what this account has written to a file that nobody else can read, or nothing.

    A link, another owner, or a mode that lets others in: the file counts as absent.
    """
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return b""
    with os.fdopen(fd, "rb") as file:
        status = os.fstat(fd)
        is_ours = status.st_uid == os.getuid() and not status.st_mode & 0o077
        return file.read(_LARGEST) if is_ours and stat.S_ISREG(status.st_mode) else b""


def read_or_create_private(path: Path, data: bytes) -> bytes:
    """Return what is in a private file, or `data`, written there now; two at once agree on one.

    Raises OSError.
    """
    if known := read_private(path):
        return known
    try:
        create_file(str(path), data)
    except FileExistsError:
        if not (known := read_private(path)):  # not ours, or emptied
            replace_file(path, data)
        return known or data
    return data


def _root_digest(root: Path) -> str:
    return blake2b(os.fsencode(root.resolve()), digest_size=12).hexdigest()


def _account_folder() -> Path:
    return _private_folder(user_state_path(_PROGRAM, appauthor=False))


def _private_folder(folder: Path) -> Path:
    """Make sure of a folder of this account that nobody else can look into. Raises OSError."""
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid():
        raise PermissionError(f"{folder} is not a folder of this account")
    if status.st_mode & 0o077:
        folder.chmod(0o700)
    return folder


#: The key of this process, where none can be kept.
_PROCESS_KEY = secrets.token_bytes(_KEY_BYTES)


def _master_key() -> bytes:
    try:
        path = _account_folder() / _KEY_FILE
        kept = read_or_create_private(path, secrets.token_bytes(_KEY_BYTES))
    except OSError:
        return _PROCESS_KEY
    return kept if len(kept) == _KEY_BYTES else _PROCESS_KEY


SEAL_SIZE = 16  # bytes


class Seal:
    """Marks what is written under one key, and knows it again."""

    def __init__(self, key: bytes) -> None:
        """Take a key of 16 to 64 bytes."""
        self._begun = blake2b(key=key, digest_size=SEAL_SIZE)

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
