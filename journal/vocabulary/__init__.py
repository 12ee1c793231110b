"""The format as data: kinds of notes, their keys, types, lists, and a line of help for each.

Reading, `journal new`, the JSON Schema and the key reference in the docs are all read off this.
"""

from journal.vocabulary.kinds import FOLDERS, KINDS
from journal.vocabulary.terms import Choices, Key, Kind, Type

__all__ = ["FOLDERS", "KINDS", "Choices", "Key", "Kind", "Type"]
