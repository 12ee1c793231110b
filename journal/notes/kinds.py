"""The kinds of notes, one for each folder, and their keys: read off the records."""

import datetime as dt
from collections.abc import Iterator, Mapping
from inspect import get_annotations
from typing import Any, NamedTuple, get_args

from journal.durations import Duration
from journal.file_names import KIND_FOLDERS
from journal.folding import folded
from journal.notes.note import DatedLine, Links, Note, PhaseLine, Texts
from journal.notes.records import Goal, Lesson, News, Opportunity, Person, Touchpoint, Trip
from journal.values import Birthday, Hours, PartialDate
from journal.vocabulary.choices import ROLES
from journal.vocabulary.key_types import Key, Says, Type, key_name

_TYPES: Mapping[Any, Type] = {
    str: Type.TEXT,
    Texts: Type.LIST,
    Links: Type.LINKS,
    bool: Type.BOOL,
    int: Type.NUMBER,
    dt.date: Type.DATE,
    dt.time: Type.CLOCK,
    PartialDate: Type.PDATE,
    Birthday: Type.BIRTHDAY,
    Duration: Type.DURATION,
    Hours: Type.HOURS,
    tuple[PhaseLine, ...]: Type.PHASES,
    tuple[DatedLine, ...]: Type.DATED,
}
#: Of a key that chooses from a list of words.
_CHOOSING = {Type.TEXT: Type.ONE_OF, Type.LIST: Type.SOME_OF}


class Kind(NamedTuple):
    """What the notes of one folder are."""

    name: str
    folder: str
    record: type[Note]  # the three folders of people share one
    help: str
    keys: Mapping[str, Key]
    synonyms: Mapping[str, str]  # other names that are understood -> the key's
    role: str = ""  # of a person, where their note says none

    @property
    def record_name(self) -> str:
        """What a note of it is: a person, whatever the folder of people."""
        return self.record.__name__.casefold()

    def key(self, name: str) -> Key | None:
        """Return the key that `name` means here, whatever its case, `-`, spaces and synonym."""
        return self.keys.get(self.canonical(name))

    def canonical(self, name: str) -> str:
        """Return `name` as the vocabulary spells it; an unknown one is only folded."""
        plain = _plain(name)
        return self.synonyms.get(plain, plain)

    def is_spelled(self, written: str, name: str) -> bool:
        """Whether a key is written by its own name, and not by another that is understood."""
        return _plain(written) == name


def _plain(name: str) -> str:
    """Return the name of a key without case, `-` and blanks."""
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split())


def kind_of(name: str, folder: str, record: type[Note], what: str, role: str = "") -> Kind:
    """Return a kind with the keys of its record."""
    keys = {key.name: key for key in keys_of(record)}
    synonyms = {other: key.name for key in keys.values() for other in key.also}
    return Kind(name, folder, record, what, keys, synonyms, role)


def keys_of(record: type[Note]) -> Iterator[Key]:
    """Yield the keys of a record, in the order of its fields."""
    fields = {
        name: annotation
        for part in reversed(record.__mro__)
        for name, annotation in get_annotations(part).items()
    }
    for attribute, annotation in fields.items():
        holds, *rows = get_args(annotation) or (annotation,)
        for row in rows:
            if isinstance(row, Key):
                name, type_ = key_name(attribute), _type(holds, row)
                yield row._replace(name=name, attribute=attribute, type=type_)


def _type(holds: Any, row: Key) -> Type:
    """Return how a key is written, by what its field holds: that, or None where it is unset."""
    found = next(_TYPES[each] for each in (holds, *get_args(holds)) if each in _TYPES)
    return _CHOOSING[found] if row.choices else found


FOLDERS: dict[str, Kind] = {
    kind.folder: kind
    for kind in (
        kind_of("mentor", "mentors", Person, "somebody who mentors you", "mentor"),
        kind_of("protege", "proteges", Person, "somebody you mentor", "protege"),
        kind_of("person", "people", Person, "somebody you know", "associate"),
        kind_of("touchpoint", "touchpoints", Touchpoint, "a contact: meeting, e-mail, call"),
        kind_of("news", "news", News, "what happened to you, or to them"),
        kind_of("opportunity", "opportunities", Opportunity, "something that could help them"),
        kind_of("trip", "trips", Trip, "where you, or they, will be"),
        kind_of("goal", "goals", Goal, "what you are working towards"),
        kind_of("lesson", "lessons", Lesson, "what you saw a good mentor do"),
    )
}


def holds_people(folder: str) -> bool:
    """Whether the notes of a kind's folder are people's."""
    kind = FOLDERS.get(folder)
    return kind is not None and kind.record is Person


KINDS: dict[str, Kind] = {kind.name: kind for kind in FOLDERS.values()}


def _by_word() -> Iterator[tuple[str, Kind]]:
    """Yield every word for a kind: its name, its folders, and what its people are called."""
    for kind in KINDS.values():
        called = (kind.name, kind.folder, *KIND_FOLDERS[kind.folder])
        roles = [word for word, role in ROLES.synonyms.items() if kind.role and role == kind.role]
        yield from ((folded(word), kind) for word in (*called, *roles))


#: Every word for a kind, folded.
KINDS_BY_WORD: Mapping[str, Kind] = dict(_by_word())
#: Every name of a key that is understood in some kind of note.
KEY_NAMES = frozenset(name for kind in FOLDERS.values() for name in (*kind.keys, *kind.synonyms))


def keys_saying(what: Says) -> Mapping[str, str]:
    """Return, by folder, the key that says this of a note's people, where one does."""
    return {
        folder: key.name
        for folder, kind in FOLDERS.items()
        for key in kind.keys.values()
        if what in key.says
    }
