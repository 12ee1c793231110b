"""Which person, or which note, a name on the command line means."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar

from journal.characters import quoted
from journal.errors import Refused, Unclear
from journal.folding import folded
from journal.library import Journal
from journal.library.name_index import NameIndex
from journal.notes.note import Note
from journal.notes.records import Person
from journal.wording.counts import first_and_more

_MOST_LISTED = 6  # names in a question back


def find_person(journal: Journal, name: str) -> Person:
    """Return the person that `name` means, as in a key that holds people, or by a part of a name.

    Raises Refused where it is nobody, and Unclear where it may be more than one.
    """
    return _find(journal.names.people, name, _people(journal), "person")


def find_note(journal: Journal, name: str) -> Note:
    """Return the note of any kind that `name` means. Raises Refused and Unclear."""
    return _find(journal.names.notes, name, journal.notes, "note")


def find_person_or_note(journal: Journal, name: str) -> Note:
    """Return the person that `name` means; the note of any kind, where it is nobody.

    Raises Refused and Unclear.
    """
    is_person = _called(journal.names.people, name, _people(journal))
    return find_person(journal, name) if is_person else find_note(journal, name)


def link_to(journal: Journal, note: Note) -> str:
    """Return the shortest text that links to `note` and to nothing else."""
    names = journal.names.notes
    is_enough = names.is_clear(note.stem) and names.find(note.stem) == (note.id,)
    return note.stem if is_enough else note.id


_N = TypeVar("_N", bound=Note)


def _people(journal: Journal) -> dict[str, Person]:
    return {person.id: person for person in journal.people}


def _without_brackets(name: str) -> str:
    return name.strip().removeprefix("[[").removesuffix("]]")


def _called(names: NameIndex, name: str, notes: Mapping[str, _N]) -> list[_N]:
    """Return what a link of that name means, else the notes that have it in a name."""
    wanted = _without_brackets(name)
    found = [notes[note_id] for note_id in names.find(wanted) if note_id in notes]
    return found or [notes[i] for i in names.with_words(wanted) if i in notes]


def _find(names: NameIndex, name: str, notes: Mapping[str, _N], what: str) -> _N:
    found = _called(names, name, notes)
    if len(found) == 1:
        return found[0]
    if found:
        sentence = f"{quoted(name)} is more than one {what}: {_listed(found)}. Say which."
        raise Unclear(sentence, name, [(note.id, note.title) for note in found])
    meant = _suggestion(_without_brackets(name), notes.values())
    raise Refused(f"{quoted(name)} is no {what} of this journal{meant}")


def _names(note: Note) -> list[str]:
    return [folded(name) for name in (note.title, note.stem, *note.aliases, note.id)]


def _listed(found: Sequence[Note]) -> str:
    return first_and_more([f"{quoted(note.title)} ({note.id})" for note in found], _MOST_LISTED)


def _suggestion(name: str, notes: Iterable[Note]) -> str:
    by_name = {spelling: note for note in notes for spelling in _spellings(note)}
    closest = get_close_matches(folded(name), by_name, 1, cutoff=0.6)
    return f": did you mean {quoted(by_name[closest[0]].title)}?" if closest else "."


def _spellings(note: Note) -> list[str]:
    """Return its names, and the words of its title."""
    return [*_names(note), *folded(note.title).split()]
