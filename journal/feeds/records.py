"""A note by the vocabulary: every key under its name, links as ids, in the order of the docs."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cached_property
from typing import Any, NamedTuple

import msgspec

from journal.feeds.plain import plain
from journal.feeds.shown import Shown
from journal.notes.records import RECORDS, AnyNote, Note, Opportunity, PhaseLine, Touchpoint
from journal.values import Birthday
from journal.vocabulary import FOLDERS
from journal.vocabulary.terms import Type

_ATTRIBUTE = {"for": "for_", "from": "from_", "with": "with_"}
Record = dict[str, Any]


class _Key(NamedTuple):
    name: str
    attribute: str
    links: bool
    #: a value of the key -> as it is exported
    export: Callable[[Any], Any] | None
    #: what is not said: nothing, or false where that is the default
    absent: tuple[Any, ...]


def _birthday(day: Birthday) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}"[0 if day.year else 5 :]


def _phases(lines: tuple[PhaseLine, ...]) -> list[str]:
    return [f"{line.since} {line.phase} {line.note}".rstrip() for line in lines]


def _clock(clock: time) -> str:
    return f"{clock:%H:%M}"


_EXPORTS: Mapping[Type, Callable[[Any], Any]] = {
    Type.DATE: date.isoformat,
    Type.PDATE: str,
    Type.DURATION: str,
    Type.HOURS: str,
    Type.CLOCK: _clock,
    Type.BIRTHDAY: _birthday,
    Type.PHASES: _phases,
}


def _keys(folder: str) -> tuple[_Key, ...]:
    kind = FOLDERS[folder]
    record = RECORDS[kind.record]
    defaults = {field.name: field.default for field in msgspec.structs.fields(record)}
    found = []
    for key in kind.keys.values():
        attribute = _ATTRIBUTE.get(key.name, key.name)
        absent = (None, "", ()) + ((False,) if defaults.get(attribute) is False else ())
        links = key.type is Type.LINKS
        found.append(_Key(key.name, attribute, links, _EXPORTS.get(key.type), absent))
    return tuple(found)


KEYS: Mapping[str, tuple[_Key, ...]] = {folder: _keys(folder) for folder in FOLDERS}


class Records:
    """Makes the record of one note after another."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown

    def notes(self, folder: str) -> tuple[AnyNote, ...]:
        """Return the notes of a folder that may be shown, in the order of ids."""
        return self._by_folder.get(folder, ())

    @cached_property
    def _by_folder(self) -> Mapping[str, tuple[AnyNote, ...]]:
        found: dict[str, list[AnyNote]] = defaultdict(list)
        for note in self.shown.visible.notes(self.shown.journal.notes.values()):
            found[note.folder].append(note)
        return {folder: tuple(sorted(notes, key=_id)) for folder, notes in found.items()}

    def record(self, note: AnyNote) -> Record:
        """Return all there is to a note, as JSON has it; what it does not say is left out."""
        more = {
            "tasks": self._tasks.get(note.id),
            "links": self._links(note) if note.links else (),
            "tells": self._tells(note),
            "also_noted": dict(note.extra),
            "text": self.text(note),
        }
        said = {name: value for name, value in more.items() if value}
        return {"id": note.id, **self.values(note), **said}

    def values(self, note: AnyNote) -> Record:
        """Return the keys that say something, as the vocabulary names them."""
        found: Record = {}
        for name, attribute, links, export, absent in KEYS[note.folder]:
            value: Any = getattr(note, attribute)
            if links:
                value = self.shown.visible.refs(note, name)
            elif name == "state":
                value = self._state(note)
            if value not in absent:
                found[name] = export(value) if export else value
        return found

    def text(self, note: AnyNote) -> str:
        """Return what is written below the keys, as plain text."""
        html = self.shown.texts(note.id)
        return plain(html) if html else ""

    def _state(self, note: AnyNote) -> str:
        """Return how things stand: what the day and what was told have made of what was written."""
        state: str = getattr(note, "state", "")
        if isinstance(note, Touchpoint):
            ahead = note.date > self.shown.today and state != "cancelled"
            return "planned" if ahead else state or "done"
        if isinstance(note, Opportunity) and state == "spotted":
            return "offered" if self.shown.ground.offered(note) else state
        return state

    def _links(self, note: AnyNote) -> tuple[str, ...]:
        journal = self.shown.journal
        found = (journal.find(note, link.target, link.path) for link in note.links)
        return self.shown.visible.ids(dict.fromkeys(target for target in found if target))

    def _tells(self, note: Note) -> tuple[str, ...]:
        return self.shown.visible.ids(sorted(self.shown.journal.telling.get(note.id, ())))

    @cached_property
    def _tasks(self) -> Mapping[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for owned in filter(self.shown.visible.shows_task, self.shown.journal.tasks):
            task = owned.task
            found[owned.note].append(
                {
                    "text": task.text,
                    "state": task.state,
                    "theirs": task.theirs,
                    "due": task.due,
                    "people": self.shown.visible.ids(owned.people),
                }
            )
        return found


def _id(note: Note) -> str:
    return note.id
