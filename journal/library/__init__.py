"""The journal as a whole: all notes, their links resolved, and who was told what."""

from journal.library.assemble import build_journal
from journal.library.journal import ME, Journal, OwnedTask

__all__ = ["ME", "Journal", "OwnedTask", "build_journal"]
