"""A note by the vocabulary: every key under its name, links as ids, in the order of the docs."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import time
from functools import cached_property
from itertools import compress
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec

from journal.feeds.source import FeedSource
from journal.markup.rendered_text import plain_text
from journal.notes.kinds import FOLDERS
from journal.notes.note import DatedLine, Note, PhaseLine
from journal.notes.records import AnyNote, Opportunity, Touchpoint
from journal.values import Birthday
from journal.vocabulary.key_types import Type

JsonObject = dict[str, Any]


class _Key(NamedTuple):
    name: str
    is_link: bool
    #: a value of the key -> as it is exported
    export: Callable[[Any], Any] | None


def _birthday(day: Birthday) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}"[0 if day.year else 5 :]


def _phases(lines: tuple[PhaseLine, ...]) -> list[str]:
    return [f"{line.since} {line.phase} {line.note}".rstrip() for line in lines]


def _dated(lines: tuple[DatedLine, ...]) -> list[str]:
    return list(map(str, lines))


def _clock(clock: time) -> str:
    return clock.isoformat("minutes")


_EXPORTS: Mapping[Type, Callable[[Any], Any]] = {
    Type.PDATE: str,
    Type.DURATION: str,
    Type.HOURS: str,
    Type.CLOCK: _clock,
    Type.BIRTHDAY: _birthday,
    Type.PHASES: _phases,
    Type.DATED: _dated,
}


class _FolderKeys(NamedTuple):
    keys: tuple[_Key, ...]
    #: a note -> the values of all keys, in their order
    values_of: Callable[[Note], tuple[Any, ...]]
    #: keys that may say something while they hold nothing, zero or false, and their attributes
    may_be_falsy: tuple[tuple[_Key, str], ...]


def _folder_keys(folder: str) -> _FolderKeys:
    kind = FOLDERS[folder]
    fields = {field.name: field for field in msgspec.structs.fields(kind.record)}
    attributes = [key.attribute for key in kind.keys.values()]
    found, may_be_falsy = [], []
    for key, attribute in zip(kind.keys.values(), attributes, strict=True):
        found.append(_Key(key.name, key.type is Type.LINKS, _EXPORTS.get(key.type)))
        unset = key.type is Type.BOOL and fields[attribute].default is None
        if unset or key.type is Type.NUMBER or (key.type is Type.LINKS and key.default):
            may_be_falsy.append((found[-1], attribute))
    return _FolderKeys(tuple(found), attrgetter(*attributes), tuple(may_be_falsy))


_BY_FOLDER: Mapping[str, _FolderKeys] = {folder: _folder_keys(folder) for folder in FOLDERS}
#: Folder -> the keys of a note in it, and whether they are links.
COLUMNS: Mapping[str, tuple[tuple[str, bool], ...]] = {
    folder: tuple((key.name, key.is_link) for key in found.keys)
    for folder, found in _BY_FOLDER.items()
}


class NoteSerialiser:
    """Makes what JSON and tables have of one note after another."""

    def __init__(self, source: FeedSource) -> None:
        self.source = source

    def notes(self, folder: str) -> tuple[AnyNote, ...]:
        """Return the notes of a folder that may be shown, in the order of ids."""
        return self._by_folder.get(folder, ())

    @cached_property
    def _by_folder(self) -> Mapping[str, tuple[AnyNote, ...]]:
        found: dict[str, list[AnyNote]] = defaultdict(list)
        for note in self.source.journal.notes.values():
            found[note.folder].append(note)
        return {folder: tuple(sorted(notes, key=_id)) for folder, notes in found.items()}

    def note_object(self, note: AnyNote) -> JsonObject:
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

    def values(self, note: AnyNote) -> JsonObject:
        """Return the keys that say something, as the vocabulary names them."""
        found: JsonObject = {}
        keys, values_of, may_be_falsy = _BY_FOLDER[note.folder]
        values = values_of(note)
        for key, value in zip(compress(keys, values), filter(None, values), strict=True):
            # links to hidden notes alone leave nothing
            if said := self._value(note, key, value):
                found[key.name] = said
        for key, attribute in may_be_falsy:
            value = self._value(note, key, getattr(note, attribute))
            if value or value in (0, False):
                found[key.name] = value
        if state := self._state(note):
            found["state"] = state
        return found

    def _value(self, note: AnyNote, key: _Key, value: Any) -> Any:
        if key.is_link:
            return self.source.journal.refs(note, key.name)
        return key.export(value) if key.export else value

    def text(self, note: AnyNote) -> str:
        """Return what is written below the keys, as plain text."""
        html = self.source.bodies(note.id)
        return plain_text(html) if html else ""

    def _state(self, note: AnyNote) -> str:
        """Return how things stand: what the day and what was told have made of what was written."""
        state: str = getattr(note, "state", "")
        if isinstance(note, Touchpoint):
            ahead = note.date > self.source.today and state != "cancelled"
            return "planned" if ahead else state or "done"
        if isinstance(note, Opportunity) and state == "spotted":
            return "offered" if self.source.index.is_offered(note) else state
        return state

    def _links(self, note: AnyNote) -> tuple[str, ...]:
        journal = self.source.journal
        found = (journal.find(note, link.target, link.path) for link in note.links)
        return tuple(dict.fromkeys(target for target in found if target))

    def _tells(self, note: Note) -> tuple[str, ...]:
        return tuple(sorted(self.source.journal.telling.get(note.id, ())))

    @cached_property
    def _tasks(self) -> Mapping[str, list[JsonObject]]:
        found: dict[str, list[JsonObject]] = defaultdict(list)
        for owned in self.source.journal.tasks_not_cancelled():
            task = owned.task
            found[owned.note].append(
                {
                    "text": task.text,
                    "state": task.state,
                    "theirs": task.theirs,
                    "due": task.due,
                    "people": owned.people,
                }
            )
        return found


def _id(note: Note) -> str:
    return note.id
