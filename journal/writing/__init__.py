"""New notes, written without ever touching one that is there."""

from journal.errors import NotWritten
from journal.writing.create_note import create_note
from journal.writing.note_name import free_note_id, safe_stem

__all__ = ["NotWritten", "create_note", "free_note_id", "safe_stem"]
