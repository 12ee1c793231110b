"""Which person, or which note, a name on the command line means."""

from collections.abc import Iterable
from difflib import get_close_matches

from journal.characters import quoted
from journal.errors import Refused
from journal.folding import folded
from journal.library import Journal
from journal.notes.note import Note
from journal.notes.records import Person
from journal.wording.counts import first_and_more

_MOST_LISTED = 6  # names in a question back


def find_person(journal: Journal, name: str) -> Person:
    """Return the person that `name` means: an id, a name, an alias, or a part of one.

    Raises Refused where it is nobody, or more than one.
    """
    person = _find(journal, name, journal.people, "person")
    assert isinstance(person, Person)
    return person


def find_note(journal: Journal, name: str) -> Note:
    """Return the note of any kind that `name` means. Raises Refused."""
    return _find(journal, name, journal.notes.values(), "note")


def find_person_or_note(journal: Journal, name: str) -> Note:
    """Return the person that `name` means; the note of any kind, where it is nobody.

    Raises Refused.
    """
    people = {person.id for person in journal.people}
    known = people.intersection(journal.names.find(name.strip()))
    is_person = known or _with_part(folded(name), journal.people)
    return find_person(journal, name) if is_person else find_note(journal, name)


def link_to(journal: Journal, note: Note) -> str:
    """Return the shortest text that links to `note` and to nothing else."""
    return note.stem if journal.names.find(note.stem) == (note.id,) else note.id


def _find(journal: Journal, name: str, notes: Iterable[Note], what: str) -> Note:
    choice = {note.id: note for note in notes}
    wanted = name.strip().removeprefix("[[").removesuffix("]]")
    found = [choice[note_id] for note_id in journal.names.find(wanted) if note_id in choice]
    found = found or _with_part(folded(wanted), choice.values())
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(f"{quoted(name)} is more than one {what}: {_listed(found)}. Say which.")
    raise Refused(
        f"{quoted(name)} is no {what} of this journal{_suggestion(wanted, choice.values())}"
    )


def _with_part(part: str, notes: Iterable[Note]) -> list[Note]:
    """Return the notes with a name in which words begin with `part`, else in which it stands."""
    if not part:
        return []
    named = [(note, [f" {name}" for name in _names(note)]) for note in notes]
    for wanted in (f" {part} ", f" {part}", part):
        found = [note for note, names in named if any(wanted in f"{name} " for name in names)]
        if found:
            return found
    return []


def _names(note: Note) -> list[str]:
    return [folded(name) for name in (note.title, note.stem, *note.aliases, note.id)]


def _listed(found: list[Note]) -> str:
    return first_and_more([f"{quoted(note.title)} ({note.id})" for note in found], _MOST_LISTED)


def _suggestion(name: str, notes: Iterable[Note]) -> str:
    by_name = {spelling: note for note in notes for spelling in _spellings(note)}
    closest = get_close_matches(folded(name), by_name, 1, cutoff=0.6)
    return f": did you mean {quoted(by_name[closest[0]].title)}?" if closest else "."


def _spellings(note: Note) -> list[str]:
    """Return its names, and the words of its title."""
    return [*_names(note), *folded(note.title).split()]
