"""A line of `phases` is one line, whatever its note says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.frontmatter import read_document
from journal.notes import Person
from journal.notes.kinds import KEY_NAMES
from journal.notes.parsing import parse_note
from journal.vocabulary.choices import PHASES

WORDS = st.sampled_from([*PHASES.words, "2019", "2019-06", "2019-06-01", "grant", "-", "the"])


@given(st.lists(WORDS, min_size=1, max_size=8).map(" ".join))
def test_a_line_of_the_list_is_never_taken_for_several(words: str) -> None:
    raw = f"---\nphases:\n  - 2018 waiting\n  - 2019-01 active {words}\n---\n".encode()
    parsed = parse_note("mentors/ada", read_document(raw, KEY_NAMES))
    assert not [mistake for mistake in parsed.mistakes if mistake.code == "F03"]
    assert isinstance(parsed.note, Person)
    assert [line.note for line in parsed.note.phases] == ["", words]


@pytest.mark.parametrize("text", ["2020 waiting 2021 active", "2020 waiting, 2021-06 active"])
def test_several_in_one_text_without_a_list_are_a_mistake(text: str) -> None:
    parsed = parse_note(
        "mentors/ada", read_document(f"---\nphases: {text}\n---\n".encode(), KEY_NAMES)
    )
    assert [mistake.code for mistake in parsed.mistakes] == ["F03"]
