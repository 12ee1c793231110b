"""What a form that changes notes is made of: its words, what it offers, what its buttons do."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec

from journal.serve.forms import Fields, MenuOption, people_menu
from journal.serve.state import ServerState
from journal.writing.last_change import change_notes
from journal.writing.note_change import NoteChange
from journal.writing.note_edit import AskedChange

#: Under what is typed where a day ahead is asked for, and where one that has been.
DAY_AHEAD = "2 weeks, next friday, 2026-09-01."
DAY_PAST = "Left empty: today. Or yesterday, last friday, 2026-05-01."


class Menu(msgspec.Struct, frozen=True):
    """What is chosen from, under which name it is sent."""

    name: str
    label: str
    options: tuple[MenuOption, ...]


class Done(NamedTuple):
    """What was done: a sentence, the note that the next page shows, and what changed."""

    said: str
    note: str = ""
    changes: tuple[NoteChange, ...] = ()


class Verb(NamedTuple):
    """One form; `typed` is the name, the label and the hint of what is typed."""

    title: str
    lead: str
    buttons: Mapping[str, str]
    take: Callable[[ServerState, Fields], Done]
    menus: tuple[Callable[[ServerState, Fields], Menu], ...] = ()
    typed: tuple[str, str, str] | None = None


def make(state: ServerState, asked: AskedChange, note: str) -> Done:
    """Make the change that was asked for. Raises Refused and NotWritten."""
    change_notes(state.options.root, asked.changes)
    return Done(asked.said, note, asked.changes)


def people(state: ServerState, fields: Fields) -> Menu:
    """Return the menu of everybody."""
    return Menu("who", "Whom", people_menu(state.site.data, fields.get("who", "")))
