"""The words of the format: what a key is, the lists that keys choose from, words for private."""

from journal.vocabulary.key_types import Choices, Key, Says, Type

__all__ = ["Choices", "Key", "Says", "Type"]
