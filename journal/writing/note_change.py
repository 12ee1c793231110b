"""Notes changed on the disk: each whole or not at all, and only if it is still as it was read.

No link is followed on the way to a note, its mode stays, and nothing else is touched.
"""

import os
import secrets
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from journal.atomic_file import write_file
from journal.characters import quoted
from journal.errors import NotWritten, Refused, note_not_written
from journal.reading.safe_open import open_folder
from journal.reading.scan import MAX_FILE
from journal.writing.create_note import create_note, made_folder
from journal.writing.note_name import without_case

_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class NoteChange(NamedTuple):
    """A note's bytes before and after; `to` is where it goes, if anywhere.

    Paths are relative to the journal's root, with `/`. None stands for no file: a note that is new
    has nothing before, one that goes nothing after.
    """

    path: str
    before: bytes | None
    after: bytes | None
    to: str = ""

    @property
    def new_path(self) -> str:
        """Where the note is afterwards."""
        return self.to or self.path


def read_note(root: Path, path: str) -> bytes:
    """Return what a note has in it. Raises Refused."""
    raw = read_if_there(root, path)
    if raw is None:
        raise Refused(f"{quoted(path, limit=120)} is not there: look at its name.")
    return raw


def read_if_there(root: Path, path: str) -> bytes | None:
    """Return what a note has in it, or None where there is no file. Raises Refused."""
    try:
        with _folder_of(root, path) as (folder, name):
            return _read(folder, name, path)
    except FileNotFoundError:
        return None
    except OSError as error:
        where = quoted(path, limit=120)
        raise Refused(f"{where} cannot be read: {error.strerror or error}.") from error


def _read(folder: int, name: str, path: str) -> bytes:
    """Return the bytes of a plain file in a folder. Raises Refused and OSError."""
    with os.fdopen(os.open(name, _FILE, dir_fd=folder), "rb") as file:
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode) and status.st_size <= MAX_FILE:
            return file.read()
    raise Refused(f"{quoted(path, limit=120)} is no plain note, so nothing was changed.")


def apply_changes(root: Path, changes: Sequence[NoteChange]) -> None:
    """Make all changes, after a look at each: where one cannot be made, none is.

    Raises Refused where a note is no longer as it was read, or its new name is taken, and
    NotWritten where the system says no. What was changed before that is changed back.
    """
    for change in changes:
        _check(root, change)
    made: list[NoteChange] = []
    try:
        for change in changes:
            _apply(root, change)
            made.append(change)
    except Refused:
        for change in reversed(made):
            with suppress(Refused):
                _apply(root, reverse(change))
        raise


def reverse(change: NoteChange) -> NoteChange:
    """Return what takes a change back."""
    return NoteChange(
        change.new_path, change.after, change.before, change.path if change.to else ""
    )


def _check(root: Path, change: NoteChange) -> None:
    if change.before is None:
        return  # whether its name is free is seen while it is made
    if read_if_there(root, change.path) != change.before:
        raise _changed(change.path)
    if change.to:
        _refuse_taken(root, change)


def _changed(path: str) -> Refused:
    where = quoted(path, limit=120)
    return Refused(f"{where} has changed since it was read, so nothing was written: try again.")


def _refuse_taken(root: Path, change: NoteChange) -> None:
    """Refuse a new name that another file has; `A` and `a` may be two names of one file."""
    try:
        with _folder_of(root, change.to) as (folder, name):
            names = os.listdir(folder)  # noqa: PTH208 - a descriptor
            others = {other for other in names if without_case(other) == without_case(name)}
            with _folder_of(root, change.path) as (old_folder, old_name):
                if os.path.samestat(os.fstat(folder), os.fstat(old_folder)):
                    others.discard(old_name)
    except FileNotFoundError:
        return  # its folder is yet to be made
    except OSError as error:
        raise note_not_written(error, change.to) from error
    if others:
        raise Refused(f"{quoted(change.to, limit=120)} is there already: nothing was changed.")


def _apply(root: Path, change: NoteChange) -> None:
    """Make one change. Raises Refused and NotWritten."""
    if change.before is None:
        _create(root, change)
        return
    try:
        with _folder_of(root, change.path) as (folder, name):
            if change.after is None:
                _remove(folder, name, change)
            elif change.after != change.before:
                _replace(folder, name, change)
            if change.to:
                *folders, new_name = change.to.split("/")
                with made_folder(root, folders) as new_folder:
                    os.rename(name, new_name, src_dir_fd=folder, dst_dir_fd=new_folder)
            with suppress(OSError):  # some network disks cannot flush a folder
                os.fsync(folder)
    except OSError as error:
        raise note_not_written(error, change.path) from error


def _create(root: Path, change: NoteChange) -> None:
    if change.after is None:
        return
    text = change.after.decode("utf-8", "surrogatepass")
    create_note(root, change.path.removesuffix(".md"), text, shown_as=change.path)


def _remove(folder: int, name: str, change: NoteChange) -> None:
    if _read(folder, name, change.path) != change.before:
        raise _changed(change.path)
    os.unlink(name, dir_fd=folder)


@contextmanager
def _folder_of(root: Path, path: str) -> Iterator[tuple[int, str]]:
    """Give a descriptor of a note's folder, reached without following a link, and its name."""
    above, _, name = path.rpartition("/")
    folder = open_folder(os.fspath(root), above)
    try:
        yield folder, name
    finally:
        os.close(folder)


def _replace(folder: int, name: str, change: NoteChange) -> None:
    """Put new bytes in the place of a file's, under its mode, if it has not changed."""
    assert change.after is not None
    mode = stat.S_IMODE(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
    if not mode & stat.S_IWUSR:
        raise NotWritten(f"{quoted(change.path, limit=120)} is read-only: let it be written first.")
    draft = f".{secrets.token_hex(6)}.tmp"
    try:
        write_file(draft, [change.after], folder)
        with suppress(OSError):  # FAT knows no modes
            os.chmod(draft, mode, dir_fd=folder)
        if _read(folder, name, change.path) != change.before:
            raise _changed(change.path)
        os.rename(draft, name, src_dir_fd=folder, dst_dir_fd=folder)
    finally:
        with suppress(OSError):
            os.unlink(draft, dir_fd=folder)
