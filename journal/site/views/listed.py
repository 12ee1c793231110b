"""Notes as the list pages show them: groups of items, each with its day in the margin."""

from collections.abc import Iterable

import msgspec

from journal.body.slugs import slug
from journal.notes.identity import folded
from journal.notes.records import AnyNote
from journal.site.links import Named
from journal.site.views.days import Day
from journal.site.views.notes import NoteView
from journal.site.views.told import Told


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A note in a list: `days` are one or first and last, `beside` stands under them.

    `told` and `untold` are shown after the words that belong to them.
    """

    note: NoteView
    days: tuple[Day, ...] = ()
    beside: str = ""
    whom: tuple[Named, ...] = ()
    whom_word: str = ""
    words: tuple[str, ...] = ()
    state: str = ""
    tone: str = ""
    told: tuple[Told, ...] = ()
    told_word: str = "Told"
    untold: tuple[Named, ...] = ()
    untold_word: str = "Not told yet"


class Group(msgspec.Struct, frozen=True):
    """A part of a list, with a heading; `anchor` is what links to it point to."""

    heading: str
    anchor: str
    items: tuple[Item, ...]


class ListPage(msgspec.Struct, frozen=True):
    """The context of a list page; groups without items are left out."""

    title: str
    groups: tuple[Group, ...]

    @property
    def is_long(self) -> bool:
        """Whether links to its groups are worth their room."""
        return len(self.groups) > 2


def group(heading: str, items: Iterable[Item]) -> Iterable[Group]:
    """Yield a group of those items, if there are any."""
    found = tuple(items)
    if found:
        yield Group(heading, f"at-{slug(heading)}", found)


def by_title(note: AnyNote) -> tuple[str, str]:
    """Return what notes of one rank are sorted by."""
    return (folded(note.title), note.id)


def spoken(word: str) -> str:
    """Return a word of the vocabulary as it is said; `other` says nothing."""
    return "" if word == "other" else word.replace("-", " ")


def words(*found: str) -> tuple[str, ...]:
    """Return the words that say something."""
    return tuple(word for word in found if word)
