"""The order in which names count, read a second time: by plain lists of what a note is called."""

from collections.abc import Mapping
from random import Random
from typing import NamedTuple

import pytest

from journal.folding import folded
from journal.library.name_ranks import NoteNames
from journal.library.names import Names

WORDS = ("Ada", "ada", "ADA", "Adá", "Bo Lee", "bo-lee", "Bo_Lee", "はた", "はだ", "Søren", "soren")
FOLDERS = ("mentors", "people", "goals", "goals/old", "lessons", "touchpoints/2025", "news/goals")
PEOPLE = ("mentors/", "people/")


class Called(NamedTuple):
    """What a note is called."""

    title: str
    aliases: tuple[str, ...]


def names_in_order(note_id: str, called: Called) -> list[tuple[str, ...]]:
    """Everything that a note is called, what counts first before the rest."""
    parts = note_id.split("/")
    ends = tuple("/".join(parts[start:]) for start in range(1, len(parts) - 1))
    whole = (note_id, f"content/{note_id}")
    return [whole, ends, (parts[-1],), (called.title,), called.aliases]


def second_reading(
    notes: Mapping[str, Called], target: str, source: str, people: bool
) -> tuple[str, ...]:
    """What a name means, by trying one thing after the other."""
    asked = {i: each for i, each in notes.items() if not people or i.startswith(PEOPLE)}
    for same in (lambda name: name == target, lambda name: folded(name) == folded(target)):
        for rank in range(5):
            found = [
                i for i, each in asked.items() if any(map(same, names_in_order(i, each)[rank]))
            ]
            if found:
                return _first(found, source)
    return ()


def _first(found: list[str], source: str) -> tuple[str, ...]:
    beside = source.rpartition("/")[0]
    found = [i for i in found if i.startswith(PEOPLE)] or found
    found = [i for i in found if i.rpartition("/")[0] == beside] or found
    shortest = min(i.count("/") for i in found)
    return tuple(sorted(i for i in found if i.count("/") == shortest))


def _random_notes(dice: Random) -> dict[str, Called]:
    notes: dict[str, Called] = {}
    for _ in range(dice.randint(2, 9)):
        note_id = f"{dice.choice(FOLDERS)}/{dice.choice(WORDS)}"
        named = [dice.choice((*WORDS, *notes, note_id)) for _ in range(dice.randint(1, 3))]
        notes[note_id] = Called(named[0], tuple(named[1:]))
    return notes


@pytest.mark.parametrize("seed", range(60))
def test_a_name_means_what_a_second_reading_of_the_rules_says(seed: int) -> None:
    dice = Random(seed)
    notes = _random_notes(dice)
    names = Names.of(
        NoteNames(
            note_id,
            note_id.startswith(PEOPLE),
            title,
            aliases,
            tuple(map(folded, (note_id.rpartition("/")[2], title, *aliases))),
        )
        for note_id, (title, aliases) in notes.items()
    )
    for _ in range(40):
        whole = dice.choice([*notes, *WORDS])
        target = dice.choice((whole, f"content/{whole}", whole.partition("/")[2] or whole))
        target = dice.choice((target, target.upper(), target.replace(" ", "-")))
        source = f"{dice.choice(FOLDERS)}/asks"
        for people, index in ((False, names.notes), (True, names.people)):
            assert index.find(target, source) == second_reading(notes, target, source, people), (
                notes, target, source, people,
            )  # fmt: skip
