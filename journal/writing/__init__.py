"""Capture: a new note, written without ever touching one that is there."""

from journal.errors import NotWritten
from journal.writing.create_file import create
from journal.writing.front_matter_text import front_matter
from journal.writing.note_name import free_name, safe_stem

__all__ = ["NotWritten", "create", "free_name", "front_matter", "safe_stem"]
