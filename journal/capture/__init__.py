"""Capture: a new note, written without ever touching one that is there."""

from journal.capture.failure import CaptureError
from journal.capture.matter import front_matter
from journal.capture.name import free_name, safe_stem
from journal.capture.note import create

__all__ = ["CaptureError", "create", "free_name", "front_matter", "safe_stem"]
