"""What was refused, or stopped a note from being written, said to the person."""

import errno

from journal.findings import shown

_CAUSES = {
    errno.ENOSPC: "the disk is full: free some space, then try again",
    errno.EDQUOT: "your share of the disk is used up: free some space, then try again",
    errno.EROFS: "the disk is read-only: move the journal to one that can be written",
    errno.EACCES: "you may not write there: change the folder's permissions, then try again",
    errno.EPERM: "you may not write there: change the folder's permissions, then try again",
    errno.ELOOP: "a folder on the way is a link: put the folder itself there",
    errno.ENOTDIR: "a file or a link stands where a folder is needed: move it away, then try again",
    errno.ENAMETOOLONG: "the name is too long: choose a shorter one",
}


class Refused(Exception):
    """Why what was asked for cannot be done, in one sentence for the person; exit status 2."""


class CaptureError(Refused):
    """Why no note was written, in one sentence for the person."""


class Taken(CaptureError):
    """No note was written, as there is one of that name."""


def unwritten(error: OSError, note: str) -> CaptureError:
    """Say what the system refused while writing `note`, a path relative to the journal's root."""
    cause = _CAUSES.get(error.errno or 0) or f"{error.strerror or error}: mend it, then try again"
    return CaptureError(f"{shown(note, limit=120)} could not be written: {cause}.")
