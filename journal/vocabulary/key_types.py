"""What a key and a kind of note are."""

from collections.abc import Mapping
from enum import StrEnum
from keyword import iskeyword
from typing import NamedTuple


class Type(StrEnum):
    """How a key is written; the same in every folder."""

    TEXT = "text"
    LIST = "list"
    LINKS = "links"
    DATE = "date"
    PDATE = "pdate"
    BIRTHDAY = "birthday"
    BOOL = "bool"
    NUMBER = "number"
    DURATION = "duration"
    CLOCK = "clock"
    HOURS = "hours"
    ONE_OF = "one of"
    SOME_OF = "some of"
    PHASES = "phases"

    @property
    def many(self) -> bool:
        """Whether the key holds several values; a single one stands for a list of one."""
        return self in _MANY


_MANY = frozenset({Type.LIST, Type.LINKS, Type.SOME_OF, Type.PHASES})


class Choices(NamedTuple):
    """The words that a key takes, and other words that are understood as one of them."""

    words: tuple[str, ...]
    synonyms: Mapping[str, str] = {}

    def fold(self, text: str) -> str | None:
        """Return the word that `text` means, or None; case, spaces and `_` do not matter."""
        word = "-".join(text.casefold().replace("_", " ").split())
        word = self.synonyms.get(word, word)
        return word if word in self.words else None


class Key(NamedTuple):
    """One key of the front matter."""

    name: str
    type: Type
    help: str
    choices: Choices | None = None
    required: bool = False
    default: str = ""
    likely: bool = False  # offered by `journal new`
    me: bool = False  # takes the word `me`

    @property
    def attribute(self) -> str:
        """What a record calls it: a word of Python's own has a `_` behind it."""
        return f"{self.name}_" if iskeyword(self.name) else self.name


class Kind(NamedTuple):
    """What the notes of one folder are."""

    name: str
    folder: str
    record: str  # the three folders of people share one
    keys: Mapping[str, Key]
    synonyms: Mapping[str, str]
    help: str

    def key(self, name: str) -> Key | None:
        """Return the key that `name` means here, whatever its case, `-`, spaces and synonym."""
        return self.keys.get(self.plain(name))

    def plain(self, name: str) -> str:
        """Return `name` as the vocabulary spells it; an unknown one is only folded."""
        folded = "_".join(name.casefold().replace("-", " ").replace("_", " ").split())
        return self.synonyms.get(folded, folded)
