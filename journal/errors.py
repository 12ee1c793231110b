"""What stops a command: one sentence for the person, and one exit status."""

import errno
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from journal.characters import quoted


class Exit(IntEnum):
    """What a command ends with."""

    FINE = 0
    FINDINGS = 1
    NOT_RUN = 2
    OVERDUE = 3
    INTERRUPTED = 130


#: What each says; the docs show this table.
EXIT_MEANINGS = {
    Exit.FINE: "it ran, and there is nothing to complain of",
    Exit.FINDINGS: "`check` or `build` found errors (with `--strict`, or warnings)",
    Exit.NOT_RUN: "it could not run: what was asked for, or the system, did not let it",
    Exit.OVERDUE: "`next --exit-code`: somebody is overdue",
    Exit.INTERRUPTED: "interrupted with Ctrl-C",
}


class JournalError(Exception):
    """What stops a command: its text is one sentence for the person, `status` how it ends."""

    status = Exit.NOT_RUN


class Refused(JournalError):
    """Why what was asked for cannot be done."""


class WrittenAlready(Refused):
    """Why a contact was not written down: it is there already."""


class Unclear(Refused):
    """Why `name` was refused: it may mean any of `found`, each an id and a title."""

    def __init__(self, sentence: str, name: str, found: Sequence[tuple[str, str]]) -> None:
        super().__init__(sentence)
        self.name = name
        self.found = found


class NotWritten(Refused):
    """Why no note was written."""


class NameTaken(NotWritten):
    """No note was written, as there is one of that name."""


class NotPublished(JournalError):
    """Why no site was published."""


_NOTE_CAUSES = {
    errno.ENOSPC: "the disk is full: free some space, then try again",
    errno.EDQUOT: "your share of the disk is used up: free some space, then try again",
    errno.EROFS: "the disk is read-only: move the journal to one that can be written",
    errno.EACCES: "you may not write there: change the folder's permissions, then try again",
    errno.EPERM: "you may not write there: change the folder's permissions, then try again",
    errno.ELOOP: "a folder on the way is a link: put the folder itself there",
    errno.ENOTDIR: "a file or a link stands where a folder is needed: move it away, then try again",
    errno.ENAMETOOLONG: "the name is too long: choose a shorter one",
}


def note_not_written(error: OSError, note: str) -> NotWritten:
    """Say what the system refused while writing `note`, a path relative to the journal's root."""
    cause = _NOTE_CAUSES.get(error.errno or 0) or _unknown(error, "try")
    return NotWritten(f"{quoted(note, limit=120)} could not be written: {cause}.")


UNTOUCHED = "The last site is as it was."

_SITE_CAUSES = {
    errno.ENOSPC: "the disk is full: free some space, then build again",
    errno.EDQUOT: "your share of the disk is used up: free some space, then build again",
    errno.EROFS: "the disk is read-only: build into a folder that can be written",
    errno.EACCES: "you may not write there: change its permissions, or build into another folder",
    errno.EPERM: "you may not write there: change its permissions, or build into another folder",
    errno.ENAMETOOLONG: "a name is too long for this disk: shorten the note's file name",
    errno.EBUSY: "it is in use, or a disk is mounted on it: build into another folder",
    errno.ENOTEMPTY: "something was put there during the build: move it away, then build again",
    errno.ENOTDIR: "a file stands where a folder is needed: move it away, or build elsewhere",
}


def path_in_message(path: Path, root: Path) -> str:
    """Name `path` for a message: relative to the journal's root where it lies below it."""
    inside = path.is_relative_to(root) and path != root
    return quoted(str(path.relative_to(root)) if inside else str(path), limit=120)


def site_not_written(error: OSError, folder: str) -> NotPublished:
    """Say what the system refused while writing for `folder` (as `path_in_message` gave it)."""
    cause = _SITE_CAUSES.get(error.errno or 0) or _unknown(error, "build")
    return NotPublished(f"{folder} could not be written: {cause}. {UNTOUCHED}")


def _unknown(error: OSError, then: str) -> str:
    return f"{error.strerror or error}: mend it, then {then} again"


_REPORT = "Please report it where you got the journal from, with what you did"


def error_sentence(error: Exception) -> str:
    """Return what to tell the person of `error`, whatever it is."""
    if isinstance(error, JournalError):
        return str(error)
    if isinstance(error, OSError):
        where = f": {quoted(str(error.filename), 120)}" if error.filename else ""
        return f"The system refused: {error.strerror or error}{where}."
    what = type(error).__name__
    return f"This is a fault of the program ({what}). {_REPORT}; JOURNAL_DEBUG=1 shows more."
