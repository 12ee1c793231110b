"""What stopped a command, said to the person in one sentence."""

import sys

from journal.capture.failure import Refused
from journal.findings import shown

__all__ = ["Refused", "sentence"]

_OURS = (
    ("journal.publish", "PublishError"),
    ("journal.site.templates", "TemplateFault"),
)

_REPORT = "Please report it where you got the journal from, with what you did"


def sentence(error: Exception) -> str:
    """Return what to tell the person of `error`, whatever it is."""
    if isinstance(error, Refused) or _is_ours(error):
        return str(error)
    if isinstance(error, OSError):
        where = f": {shown(str(error.filename), 120)}" if error.filename else ""
        return f"The system refused: {error.strerror or error}{where}."
    what = type(error).__name__
    return f"This is a fault of the program ({what}). {_REPORT}; JOURNAL_DEBUG=1 shows more."


def _is_ours(error: Exception) -> bool:
    """Whether a lower room raised it with a sentence for the person; a room not used has not."""
    kinds = [getattr(sys.modules.get(room), name, None) for room, name in _OURS]
    return any(isinstance(error, kind) for kind in kinds if kind)
