"""Whoever is renamed, the journal is the same but for the name; and undo gives the same bytes."""

from pathlib import Path
from random import Random

import pytest

from journal.advice import Advice
from journal.errors import Refused
from journal.library import Journal
from journal.writing.last_change import change_notes, undo
from journal.writing.rename_person import rename
from tests.support.journal import Writer
from tests.support.random_links import NEW_NAMES, random_journal

SEEDS = range(40)


def files(root: Path) -> dict[str, bytes]:
    """Return all files below content/."""
    return {str(path): path.read_bytes() for path in (root / "content").rglob("*.md")}


def linked(journal: Journal, ids: dict[str, str]) -> dict[str, object]:
    """Return what every note links to, with other ids."""

    def now(found: tuple[str, ...]) -> set[str]:
        return {ids.get(note_id, note_id) for note_id in found}

    return {
        ids.get(note_id, note_id): (
            {key: now(found) for key, found in links.keys.items()},
            now(links.text),
            now(tuple(links.told)),
            links.is_left_out,
        )
        for note_id, links in journal.links.items()
    }


def advised(advice: Advice, ids: dict[str, str]) -> list[tuple[object, ...]]:
    """Return what is advised, without words, with other ids."""
    return sorted(
        (
            ids.get(each.person, each.person),
            each.section,
            str(each.reach_by),
            each.channel or "",
            str(each.hold),
            sorted((reason.kind, str(reason.by), reason.stale) for reason in each.reasons),
        )
        for each in advice.people
    )


def try_to_rename(root: Path, journal: Journal, seed: int) -> dict[str, str] | None:
    """Rename somebody; return their ids before and after, or None where that was refused."""
    dice = Random(seed)
    person, name = dice.choice(journal.people), dice.choice(NEW_NAMES)
    try:
        asked = rename(root, journal, person, name)
    except Refused:
        return None
    change_notes(root, asked.changes)
    new_path = asked.changes[0].new_path
    return {person.id: new_path.removeprefix("content/").removesuffix(".md")}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_linked_journal_is_the_same_but_for_the_name(notes: Writer, seed: int) -> None:
    notes.write(random_journal(seed))
    before, bytes_before = notes.journal(), files(notes.root)
    advice = notes.advice()
    ids = try_to_rename(notes.root, before, seed)
    if ids is None:
        assert files(notes.root) == bytes_before
        return
    after = notes.journal()
    gained = {f.path[8:-3] for f in before.findings if f.code in ("F10", "F11")}
    now, then = linked(after, {}), linked(before, ids)
    for note_id in before.links.keys() - gained:
        assert now[ids.get(note_id, note_id)] == then[ids.get(note_id, note_id)]
    if not gained:
        assert advised(notes.advice(), {}) == advised(advice, ids)
    undo(notes.root)
    assert files(notes.root) == bytes_before


@pytest.mark.slow
def test_most_of_them_can_be_renamed(tmp_path: Path) -> None:
    done = 0
    for seed in SEEDS:
        (root := tmp_path / str(seed)).mkdir()
        notes = Writer(root).write(random_journal(seed))
        done += try_to_rename(root, notes.journal(), seed) is not None
    assert done > len(SEEDS) / 2
