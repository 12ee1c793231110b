"""A new note on the disk: whole, or not there; and never in the place of another."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from journal.atomic_file import Link, create_file, link_in
from journal.characters import quoted
from journal.errors import NameTaken, NotWritten, note_not_written
from journal.writing.note_name import id_parts, without_case

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


def create_note(content: Path, note_id: str, text: str, shown_as: str = "") -> Path:
    """Write a new note, with the folders it needs, and return its path.

    `shown_as` is what a message calls it; left out, its path from the folder above `content`.

    Never overwrites, never leaves half a note, never follows a link below `content`.
    Raises NotWritten; it is NameTaken where a note of that name is there.
    """
    return create_note_by(link_in, content, note_id, text, shown_as)


def create_note_by(link: Link, content: Path, note_id: str, text: str, shown_as: str = "") -> Path:
    """Create a note by the given way of linking; without links, by a file opened exclusively."""
    *folders, stem = id_parts(note_id)
    name, shown_as = f"{stem}.md", shown_as or f"{content.name}/{note_id}.md"
    data = _utf8(text, shown_as)
    try:
        with made_folder(content, folders) as folder:
            _refuse_taken(folder, name, shown_as)
            create_file(name, data, folder, link)
            with suppress(OSError):  # some network disks cannot flush a folder
                os.fsync(folder)
    except FileExistsError as error:
        raise _taken(shown_as) from error
    except OSError as error:
        raise note_not_written(error, shown_as) from error
    return content.joinpath(*folders, name)


def _utf8(text: str, shown_as: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        what = quoted(text[error.start : error.end])
        message = f"{quoted(shown_as, limit=120)} was not written: {what} is not text; retype it."
        raise NotWritten(message) from error


def _refuse_taken(folder: int, name: str, shown_as: str) -> None:
    for other in os.listdir(folder):
        if without_case(other) == without_case(name):
            raise _taken(f"{shown_as.rpartition('/')[0]}/{other}")


def _taken(path: str) -> NameTaken:
    what = f"{quoted(path, limit=120)} is there already"
    return NameTaken(f"{what}, and was not touched: choose another name, or edit that note.")


@contextmanager
def made_folder(top: Path, folders: Sequence[str]) -> Iterator[int]:
    """Give a descriptor of the folder below `top`, reached step by step, made where it is missing.

    Raises OSError, also where a folder on the way is a link.
    """
    fd = _open_folder(os.fspath(top), None)
    try:
        for name in folders:
            inner = _open_folder(name, fd)
            os.close(fd)
            fd = inner
        yield fd
    finally:
        os.close(fd)


def _open_folder(name: str, above: int | None) -> int:
    try:
        return os.open(name, _FOLDER, dir_fd=above)
    except FileNotFoundError:
        with suppress(FileExistsError):
            os.mkdir(name, 0o700, dir_fd=above)
        return os.open(name, _FOLDER, dir_fd=above)
