"""The format as data: kinds of notes, their keys, types, lists, and a line of help for each.

Reading, `journal new`, the JSON Schema and the key reference in the docs are all read off this.
"""

from journal.vocabulary.key_types import Choices, Key, Kind, Type
from journal.vocabulary.keys import FOLDERS, KINDS

__all__ = ["FOLDERS", "KINDS", "Choices", "Key", "Kind", "Type"]
