"""The page after a form shows which lines changed, and no words that may name what is hidden."""

import pytest

from journal.library.journal import Journal
from journal.serve.shown_changes import ShownChange, Visible, shown_changes
from journal.writing.note_change import NoteChange
from tests.support.journal import Writer

ADA, BOB = "mentors/ada", "mentors/bob"
PATHS = {name: f"content/{name}.md" for name in (ADA, BOB)}


@pytest.fixture
def journal(notes: Writer) -> Journal:
    return notes.write(
        {ADA: "---\nsince: 2020\n---\nWords.\n", BOB: "---\nsince: 2021\n---\n"}
    ).journal()


def change(name: str, before: str, after: str) -> NoteChange:
    return NoteChange(f"content/{name}.md", before.encode(), after.encode())


KEY = ("---\nphase: new\n---\nWords.\n", "---\nphase: waiting\n---\nWords.\n")
WORDS = ("---\nphase: new\n---\n[[sam]]\n", "---\nphase: new\n---\n[[tom]]\n")
COMMENT = ("---\nphase: new # as sam says\n---\n", "---\nphase: waiting # as sam says\n---\n")


@pytest.mark.parametrize(
    ("name", "sides", "is_whole", "has_words"),
    [
        (ADA, KEY, True, True),
        (ADA, KEY, False, True),
        (ADA, WORDS, True, True),
        (ADA, WORDS, False, False),
        (ADA, COMMENT, True, True),
        (ADA, COMMENT, False, False),
        (BOB, KEY, True, True),
        (BOB, KEY, False, False),
    ],
)
def test_where_something_is_hidden_only_keys_of_the_note_itself_have_words(
    journal: Journal, name: str, sides: tuple[str, str], is_whole: bool, has_words: bool
) -> None:
    (found,) = shown_changes(Visible(journal, is_whole, ADA), [change(name, *sides)])
    line = 2 if sides != WORDS else 4
    assert found.place == f"{PATHS[name]}:{line}"
    before, after = (side.split("\n")[line - 1] for side in sides)
    assert (found.before, found.after) == (((before,), (after,)) if has_words else ((), ()))


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_note_that_is_not_shown_is_named_only_where_nothing_is_hidden(
    journal: Journal, is_whole: bool
) -> None:
    found = shown_changes(Visible(journal, is_whole, ADA), [change("mentors/sam", *KEY)])
    assert bool(found) == is_whole


def test_where_a_note_went_is_shown(journal: Journal) -> None:
    moved = change("mentors/augusta", *KEY)._replace(to=PATHS[ADA])
    found = shown_changes(Visible(journal, False, ADA), [moved])
    assert found[0] == ShownChange(f"content/mentors/augusta.md → {PATHS[ADA]}")
    assert found[1].place == f"{PATHS[ADA]}:2"


def test_of_many_places_the_first_are_shown_and_of_a_long_line_its_beginning(
    journal: Journal,
) -> None:
    after = KEY[1].replace("waiting", "w" * 300)
    found = shown_changes(Visible(journal, True, ADA), [change(ADA, KEY[0], after)] * 9)
    assert [each.place for each in found] == [f"{PATHS[ADA]}:2"] * 6 + ["and 3 more"]
    assert found[0].after == (f"phase: {'w' * 193}…",)
