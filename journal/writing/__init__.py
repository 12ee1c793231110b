"""New notes, written without ever touching one that is there."""

from journal.errors import NotWritten
from journal.writing.create_file import create
from journal.writing.note_name import free_name, safe_stem

__all__ = ["NotWritten", "create", "free_name", "safe_stem"]
