"""A journal's own templates, and whether the user of this account has trusted them.

A template is a program: it makes every page, and its scripts run there. A journal can be somebody
else's. So its templates are used where they are the program's own, or where this account said yes
to this very content, in this folder; and what is used is what was looked at, read once.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import journal
from journal.account import read_private, state_folder
from journal.atomic_file import replace_file
from journal.characters import quoted
from journal.file_names import TEMPLATES

STATIC = "static"
_ANSWER = "templates"  # the file of the account's folder that holds the last answer
_LARGEST = 64 * 1024 * 1024  # bytes, of all files together
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_FOLDER = _FILE | os.O_DIRECTORY


class OwnTemplates(NamedTuple):
    """The files of a journal's `templates/`, by name; `refused` says why there can be none."""

    files: Mapping[str, bytes]
    refused: str = ""

    @property
    def foreign(self) -> tuple[str, ...]:
        """The names of files that differ from the shipped ones."""
        own = self.files.items()
        return tuple(name for name, raw in own if not _is_shipped(name, raw))

    def digest(self) -> str:
        """Return a digest of all names and contents."""
        digest = blake2b(digest_size=32)
        for name, raw in self.files.items():
            named = os.fsencode(name)
            digest.update(b"%d %d " % (len(named), len(raw)) + named + raw)
        return digest.hexdigest()


NO_TEMPLATES = OwnTemplates({})


class _Unusable(Exception):
    """Why a folder of templates cannot be used."""


def read_own_templates(root: Path) -> OwnTemplates:
    """Read the own templates of the journal at `root`, all of them; no link is followed."""
    folder = root / TEMPLATES
    try:
        if not os.path.lexists(folder) or _is_the_programs(folder):
            return NO_TEMPLATES
        return OwnTemplates(dict(sorted(_files_in(folder))))
    except _Unusable as unfit:
        return OwnTemplates({}, str(unfit))
    except OSError as error:
        return OwnTemplates({}, f"templates/ cannot be read: {error.strerror}")


def usable_templates(root: Path) -> OwnTemplates:
    """Return the own templates of the journal at `root` if they may be used, else none."""
    own = read_own_templates(root)
    return own if not own.refused and (not own.foreign or trust_answer(root, own)) else NO_TEMPLATES


def trust_answer(root: Path, own: OwnTemplates) -> bool | None:
    """Return whether these templates were trusted or refused; None if nobody was asked."""
    try:
        said, _, digest = read_private(state_folder(root) / _ANSWER).decode("ascii").partition(" ")
    except (OSError, UnicodeDecodeError):
        return None
    return said == "yes" if digest == own.digest() else None


def remember_answer(root: Path, own: OwnTemplates, is_yes: bool) -> None:
    """Keep an answer, of this account alone, for these templates in this folder. Raises OSError."""
    said = f"{'yes' if is_yes else 'no'} {own.digest()}"
    replace_file(state_folder(root) / _ANSWER, said.encode())


def forget_answer(root: Path) -> None:
    """Forget what was answered. Raises OSError."""
    (state_folder(root) / _ANSWER).unlink(missing_ok=True)


def answer_file(root: Path) -> Path:
    """Return where the answer is kept. Raises OSError."""
    return state_folder(root) / _ANSWER


def shipped_templates() -> Path:
    """Return the folder of the shipped templates: in an installed package, or in a checkout."""
    package = Path(journal.__file__).parent
    installed = package / TEMPLATES
    return installed if installed.is_dir() else package.parent / TEMPLATES


def _is_the_programs(folder: Path) -> bool:
    return not folder.is_symlink() and folder.samefile(shipped_templates())


def _is_shipped(name: str, raw: bytes) -> bool:
    try:
        return (shipped_templates() / name).read_bytes() == raw
    except OSError:
        return False


def _files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each file. Raises _Unusable for a link, or what is no plain file."""
    if folder.is_symlink():
        raise _Unusable("templates/ is a link, which is never followed")
    size = 0
    top = os.open(folder, _FOLDER)
    try:
        for where, folders, names, fd in os.fwalk(".", dir_fd=top):
            folders[:] = sorted(name for name in folders if name[0] != ".")
            at = os.path.normpath(where)
            for name in (*folders, *(name for name in names if name[0] != ".")):
                path = name if at == "." else f"{at}/{name}"
                if name not in folders:
                    raw = _bytes(path, name, fd)
                    size += len(raw)
                    yield path, raw
                elif stat.S_ISLNK(os.lstat(name, dir_fd=fd).st_mode):
                    raise _Unusable(f"templates/ has a link in it, {quoted(path, 80)}")
                if size > _LARGEST:
                    raise _Unusable("templates/ holds more than 64 MiB")
    finally:
        os.close(top)


def _bytes(path: str, name: str, folder: int) -> bytes:
    status = os.stat(name, dir_fd=folder, follow_symlinks=False)
    if stat.S_ISLNK(status.st_mode):
        raise _Unusable(f"templates/ has a link in it, {quoted(path, 80)}")
    if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
        raise _Unusable(f"templates/ holds {quoted(path, 80)}, which is no file to be used")
    with os.fdopen(os.open(name, _FILE, dir_fd=folder), "rb") as file:
        return file.read(_LARGEST + 1)
