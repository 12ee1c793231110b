"""What a key is: how it is written, what it can hold, and what it says of its note."""

from collections.abc import Callable, Mapping
from enum import Flag, StrEnum, auto
from typing import NamedTuple

#: The word for who keeps the journal, where a key takes it.
ME = "me"


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
    DATED = "dated lines"

    @property
    def many(self) -> bool:
        """Whether the key holds several values; a single one stands for a list of one."""
        return self in _MANY


_MANY = frozenset({Type.LIST, Type.LINKS, Type.SOME_OF, Type.PHASES, Type.DATED})


class Says(Flag):
    """What the people that a key links to are to the note; of each, one key in a kind says it."""

    #: it is listed and searched by them
    WHOM = auto()
    #: it is about them alone: with all of them hidden, it is hidden too
    SUBJECT = auto()
    #: what it holds came from them
    GIVER = auto()
    #: its open tasks are theirs
    OWNER = auto()


class Choices(NamedTuple):
    """The words that a key takes, and other words that are understood as one of them."""

    words: tuple[str, ...]
    synonyms: Mapping[str, str] = {}

    def word_for(self, text: str) -> str | None:
        """Return the word that `text` means, or None; case, spaces and `_` do not matter."""
        word = "-".join(text.casefold().replace("_", " ").split())
        word = self.synonyms.get(word, word)
        return word if word in self.words else None


class Key(NamedTuple):
    """One key of the front matter: the row that a field of a record is annotated with."""

    help: str
    choices: Choices | None = None
    #: in words, what counts where nothing is written
    default: str = ""
    #: without it, the note is left out
    required: bool = False
    #: `journal new` offers it
    likely: bool = False
    #: what `journal new` offers as a value, where the words of the key or its default do not do
    example: str = ""
    #: the search page looks through it: words, and lists of words
    searched: bool = False
    #: it takes the word `me`
    me: bool = False
    #: it may link to any note, not to people alone
    any_note: bool = False
    #: it tells the people of a touchpoint of what it links to
    tells: bool = False
    says: Says = Says(0)
    #: the key whose day may not be later
    not_before: str = ""
    #: what one text of it means, as with addresses and countries; where that is nothing, the text
    #: stays as it was typed
    reads: "Callable[[str], tuple[str, ...]] | None" = None
    #: other names that are understood as its own
    also: tuple[str, ...] = ()
    #: the key that such a name means where it has none of the words above
    otherwise: str = ""

    # These are read off the field.
    name: str = ""
    attribute: str = ""
    type: Type = Type.TEXT

    @property
    def me_by_default(self) -> bool:
        """Whether it means me where nothing is written."""
        return self.default == ME


def key_name(attribute: str) -> str:
    """Return the key of a record's attribute: a word of Python's own has a `_` behind it there."""
    return attribute.removesuffix("_")
