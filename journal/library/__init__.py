"""The journal as a whole: all notes, links resolved, who was told what."""

from journal.library.assemble import build_journal
from journal.library.journal import ME, Journal, OwnedTask

__all__ = ["ME", "Journal", "OwnedTask", "build_journal"]
