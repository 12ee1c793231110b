"""The ways of editors to save a note: each as the system calls that it makes."""

import os
import shutil
import time
from pathlib import Path

SLOW_DISK = 0.1  # seconds between writing a file and moving it to its place


def in_place(note: Path, data: bytes) -> None:
    """As nano and echo do."""
    note.write_bytes(data)


def nano_with_backup(note: Path, data: bytes) -> None:
    """The old text copied beside it, then written in place."""
    shutil.copy2(note, f"{note}~")
    note.write_bytes(data)


def renamed(note: Path, data: bytes) -> None:
    """As most do: a file beside it, then moved to its name."""
    draft = note.with_name(f".{note.name}.tmp")
    draft.write_bytes(data)
    os.replace(draft, note)


def kate(note: Path, data: bytes) -> None:
    """As Qt does: a file beside it whose name ends in six letters of chance."""
    draft = Path(f"{note}.AbCdEf")
    draft.write_bytes(data)
    time.sleep(SLOW_DISK)
    os.replace(draft, note)


def gedit(note: Path, data: bytes) -> None:
    """As GLib does."""
    draft = note.with_name(".goutputstream-A1B2C3")
    draft.write_bytes(data)
    shutil.copy(note, f"{note}~")
    os.replace(draft, note)


def vim_with_backup(note: Path, data: bytes) -> None:
    """A try whether the folder can be written, the name moved away, a new file, the backup gone."""
    probe = note.with_name("4913")
    probe.touch()
    probe.unlink()
    backup = Path(f"{note}~")
    os.rename(note, backup)
    time.sleep(0.05)
    with note.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    backup.unlink()


def vim_without_backup(note: Path, data: bytes) -> None:
    """A swap file beside it; the note itself is cut to nothing and written."""
    swap = note.with_name(f".{note.name}.swp")
    swap.write_bytes(b"b0VIM 9.0")
    fd = os.open(note, os.O_WRONLY | os.O_TRUNC)
    os.write(fd, data)
    os.fsync(fd)
    os.close(fd)
    swap.unlink()


def vs_code(note: Path, data: bytes) -> None:
    """Opened, cut to nothing in a step of its own, written."""
    fd = os.open(note, os.O_RDWR)
    os.ftruncate(fd, 0)
    time.sleep(0.01)
    os.write(fd, data)
    os.close(fd)


def vs_code_atomically(note: Path, data: bytes) -> None:
    """A file beside it, flushed and moved to its name."""
    draft = Path(f"{note}.vsctmp")
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    time.sleep(SLOW_DISK)
    os.replace(draft, note)


def obsidian(note: Path, data: bytes) -> None:
    """Written in place, then its times are set."""
    note.write_bytes(data)
    now = time.time()
    os.utime(note, (now, now))


def emacs(note: Path, data: bytes) -> None:
    """A link that leads nowhere as lock, an autosave, the old file as backup, a new one."""
    lock, auto = note.with_name(f".#{note.name}"), note.with_name(f"#{note.name}#")
    os.symlink("noor@laptop.4242:1700000000", lock)
    auto.write_bytes(data)
    os.rename(note, f"{note}~")
    note.write_bytes(data)
    auto.unlink()
    lock.unlink()


def emacs_again(note: Path, data: bytes) -> None:
    """Later saves of the same file are in place; the lock and the autosave are older."""
    lock, auto = note.with_name(f".#{note.name}"), note.with_name(f"#{note.name}#")
    os.symlink("noor@laptop.4242:1700000000", lock)
    auto.write_bytes(data)
    time.sleep(0.3)
    note.write_bytes(data)
    auto.unlink()
    lock.unlink()


def jetbrains(note: Path, data: bytes) -> None:
    """Written beside, the old one moved away, the new one moved in, the old one deleted."""
    new, old = Path(f"{note}___jb_tmp___"), Path(f"{note}___jb_old___")
    new.write_bytes(data)
    os.rename(note, old)
    os.rename(new, note)
    old.unlink()


def text_edit(note: Path, data: bytes) -> None:
    """A safe-save folder beside it, the file exchanged with what lies there."""
    folder = note.with_name(".sb-1a2b3c4d-XyZ")
    folder.mkdir()
    (folder / note.name).write_bytes(data)
    os.replace(folder / note.name, note)
    folder.rmdir()


def synchronised(note: Path, data: bytes) -> None:
    """As Syncthing brings it, with the times of the other machine."""
    draft = note.with_name(f".syncthing.{note.name}.tmp")
    draft.write_bytes(data)
    os.utime(draft, (1_700_000_000, 1_700_000_000))
    os.replace(draft, note)


def deleted_and_made(note: Path, data: bytes) -> None:
    """Deleted, and made anew."""
    note.unlink()
    time.sleep(0.05)
    note.write_bytes(data)


WAYS = [
    in_place, nano_with_backup, renamed, kate, gedit, vim_with_backup, vim_without_backup, vs_code,
    vs_code_atomically, obsidian, emacs, emacs_again, jetbrains, text_edit, synchronised,
    deleted_and_made,
]  # fmt: skip
