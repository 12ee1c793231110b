"""The last change of this program to notes, kept so that it can be taken back.

It lies beside the cache, in the journal's folder, as it holds words of notes; only what this
account wrote there is believed. It is written before the change: who is interrupted in the middle
of a change of several notes can take back what was done of it.
"""

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from journal.account import SEAL_SIZE, Seal, journal_key
from journal.atomic_file import replace_file
from journal.characters import quoted
from journal.errors import Refused
from journal.file_names import CACHE_FOLDER
from journal.reading.safe_open import open_file, open_folder
from journal.writing.note_change import NoteChange, apply_changes, read_if_there

_FILE = "undo"
_LARGEST = 64 * 1024 * 1024  # bytes
_DECODER = msgspec.msgpack.Decoder(tuple[NoteChange, ...])
_NONE_LEFT: tuple[NoteChange, ...] = ()


def change_notes(root: Path, changes: Sequence[NoteChange]) -> None:
    """Make changes, all or none, and keep how to take them back. Raises Refused and NotWritten."""
    changes = [change for change in changes if change.to or change.before != change.after]
    if not changes:
        return
    with _one_at_a_time(root):
        known = _kept(root)
        _keep(root, _sealed(root, changes))
        try:
            apply_changes(root, changes)
        except BaseException:
            _keep(root, known)
            raise


def undo(root: Path, *, dry_run: bool = False) -> tuple[NoteChange, ...]:
    """Take the last change back, and return what was done for that; only one is remembered.

    Raises Refused where there is none, or a note is no longer as that change left it.
    """
    with _one_at_a_time(root):
        last = _last(root)
        back = tuple(each for change in reversed(last) if (each := _back(root, change)))
        if not dry_run:
            apply_changes(root, back)
            _keep(root, _sealed(root, _NONE_LEFT))
    return back


def _last(root: Path) -> tuple[NoteChange, ...]:
    """Return the change that can be taken back. Raises Refused."""
    raw = _kept(root)
    mark, packed = raw[:SEAL_SIZE], raw[SEAL_SIZE:]
    if not _seal(root).is_on(mark, [packed]):
        raise Refused("There is no change of this program to take back.")
    changes = _DECODER.decode(packed)
    if not changes:
        raise Refused(
            "The last change was taken back already: only one is remembered, "
            "and what was taken back does not come again by this command."
        )
    return changes


def _back(root: Path, change: NoteChange) -> NoteChange | None:
    """Return what takes a change back; None where it was not made, or is back already.

    Raises Refused where somebody else has changed the note since.
    """
    at_new = read_if_there(root, change.new_path)
    if change.to and at_new is None:
        if read_if_there(root, change.path) in (change.after, change.before):
            return _to_before(change._replace(to=""), read_if_there(root, change.path))
    elif at_new in (change.after, change.before):
        return _to_before(change, at_new)
    where = quoted(change.new_path, limit=120)
    raise Refused(f"{where} has changed since, so nothing was taken back: edit it by hand.")


def _to_before(change: NoteChange, now: bytes | None) -> NoteChange | None:
    if now == change.before and not change.to:
        return None
    return NoteChange(change.new_path, now, change.before, change.path if change.to else "")


@contextmanager
def _one_at_a_time(root: Path) -> Iterator[None]:
    """Hold a lock that keeps out other commands of this program; it goes with the process."""
    with suppress(OSError):  # without it, all works but for two at the same moment
        (root / CACHE_FOLDER).mkdir(mode=0o700, exist_ok=True)
    try:
        folder = open_folder(os.fspath(root), CACHE_FOLDER)
    except OSError:
        yield
        return
    try:
        with suppress(OSError):
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _kept(root: Path) -> bytes:
    try:
        with os.fdopen(open_file(os.fspath(root), f"{CACHE_FOLDER}/{_FILE}"), "rb") as file:
            return file.read(_LARGEST)
    except OSError:
        return b""


def _keep(root: Path, data: bytes) -> None:
    """Keep a record; where the folder of the cache cannot be written, the change stands alone."""
    with suppress(OSError):
        os.close(open_folder(os.fspath(root), CACHE_FOLDER))  # it is no link
        replace_file(root / CACHE_FOLDER / _FILE, data)


def _sealed(root: Path, changes: Sequence[NoteChange]) -> bytes:
    packed = msgspec.msgpack.encode(changes)
    return _seal(root).of(packed) + packed


def _seal(root: Path) -> Seal:
    return Seal(journal_key(root, "undo"))
