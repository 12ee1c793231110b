"""`journal find`: search in the shell, by the folding of the page Search."""

import json
from typing import Any

import pytest

from journal.errors import Exit
from tests.support.command import run
from tests.support.journal import Writer

FILES = {
    "mentors/zoe": "---\ntitle: Zoë Lindqvist\norg: Harbour Lab\n---\n"
    "Likes **ferries**.\n\nSlow ones.\n",
    "mentors/amara": "---\ntitle: Amara Okoye\naliases: [Prof. Okoye]\n---\n# Amara\n",
    "touchpoints/2026-06-01 call": "---\npeople: zoe\nchannel: call\nkind: question\n"
    "question: Which Fähre?\n---\nWe spoke of slow\nferries and harbours.\n",
    "touchpoints/2024-02-01 note": "---\npeople: amara\nchannel: email\n---\nFerries, too.\n",
    "news/2025-05-05-prize": "---\nabout: amara\nprivate: true\n---\nFerry prize.\n",
    "trips/porto": "---\ncity: Porto\nstart: 2026-07-01\n---\nBy train.\n",
}


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with something to find."""
    return notes.write(FILES)


def found(journal: Writer, *words: str) -> list[str]:
    """Return the lines that were found."""
    ran = run(journal.root, "find", *words)
    assert ran.status == Exit.FINE, ran.err
    return ran.out.splitlines()


def answer(journal: Writer, *words: str) -> list[dict[str, Any]]:
    """Return the notes that were found, as other programs get them."""
    answered: list[dict[str, Any]] = json.loads(
        run(journal.root, "find", *words, "--format", "json").out
    )
    return answered


def notes_found(journal: Writer, *words: str) -> list[str]:
    """Return the ids of the notes that were found."""
    return [each["note"] for each in answer(journal, *words)]


def test_a_line_names_path_and_line_and_shows_what_stands_there(journal: Writer) -> None:
    assert found(journal, "ferries") == [
        "content/mentors/zoe.md:5: Likes **ferries**.",
        "content/touchpoints/2026-06-01 call.md:8: ferries and harbours.",
        "content/touchpoints/2024-02-01 note.md:5: Ferries, too.",
    ]


def test_all_words_have_to_be_there_in_whatever_part(journal: Writer) -> None:
    assert notes_found(journal, "slow", "ferries") == [
        "mentors/zoe",
        "touchpoints/2026-06-01 call",
    ]
    assert notes_found(journal, "lindqvist harbours") == ["touchpoints/2026-06-01 call"]
    assert notes_found(journal, "lindqvist", "prize") == []


@pytest.mark.parametrize("typed", ["zoe", "ZOË", "Zoe\u0308", "zoe lind", "ｚｏｅ"])
def test_case_accents_and_ends_of_words_do_not_matter(journal: Writer, typed: str) -> None:
    assert "mentors/zoe" in notes_found(journal, typed)


@pytest.mark.parametrize("typed", ["rries", "lab", "fahre"])
def test_only_the_beginning_of_a_word_is_one(journal: Writer, typed: str) -> None:
    assert bool(notes_found(journal, typed)) == (typed != "rries")


def test_two_letters_are_the_beginning_of_a_name_alone(journal: Writer) -> None:
    named = {"news/2025-05-05-prize", "touchpoints/2024-02-01 note", "mentors/amara"}
    assert set(notes_found(journal, "am")) == named
    assert notes_found(journal, "fe") == []


def test_a_slip_finds_what_was_meant_and_says_so(journal: Writer) -> None:
    ran = run(journal.root, "find", "harbor")
    assert ran.err == "Nothing has exactly that; this has harbour.\n"
    assert "zoe.md" in ran.out
    assert run(journal.root, "find", "xyzzyq").err == "Nothing is found.\n"


def test_with_shows_what_names_somebody(journal: Writer) -> None:
    assert set(notes_found(journal, "--with", "okoye")) == {
        "mentors/amara",
        "touchpoints/2024-02-01 note",
        "news/2025-05-05-prize",
    }
    assert notes_found(journal, "ferries", "--with", "okoye") == ["touchpoints/2024-02-01 note"]


@pytest.mark.parametrize("day", ["2025-01-01", "2025-01", "2025"])
def test_since_leaves_out_what_is_earlier_or_has_no_day(journal: Writer, day: str) -> None:
    assert notes_found(journal, "--since", day) == [
        "trips/porto",
        "touchpoints/2026-06-01 call",
        "news/2025-05-05-prize",
    ]


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("news", {"news/2025-05-05-prize"}),
        ("trips", {"trips/porto"}),
        ("Mentor", {"mentors/zoe", "mentors/amara"}),
        ("person", {"mentors/zoe", "mentors/amara"}),
        ("question", {"touchpoints/2026-06-01 call"}),
        ("protege", set()),
    ],
)
def test_kind_is_one_of_notes_or_of_touchpoints(
    journal: Writer, kind: str, wanted: set[str]
) -> None:
    assert set(notes_found(journal, "--kind", kind)) == wanted


def test_an_unknown_kind_names_those_that_are_known(journal: Writer) -> None:
    ran = run(journal.root, "find", "x", "--kind", "papers")
    assert ran.status == Exit.NOT_RUN
    assert "mentor, protege" in ran.err


def test_without_anything_to_look_for_that_is_said(journal: Writer) -> None:
    assert "Say what to look for." in run(journal.root, "find").err


def test_other_programs_get_the_note_with_its_people_and_lines(journal: Writer) -> None:
    assert answer(journal, "fähre") == [
        {
            "note": "touchpoints/2026-06-01 call",
            "kind": "touchpoint",
            "title": "call",
            "date": "2026-06-01",
            "path": "content/touchpoints/2026-06-01 call.md",
            "people": ["mentors/zoe"],
            "lines": [{"line": 5, "text": "question: Which Fähre?"}],
        }
    ]


def test_what_a_screen_would_obey_is_made_visible(journal: Writer) -> None:
    journal.write({"lessons/trap": "Ferries \u202egnp.\n"})
    assert "\u202e" not in run(journal.root, "find", "ferries").out


def test_other_scripts_are_words_too(journal: Writer) -> None:
    journal.write({"lessons/one": "パリで会う\n", "lessons/two": "Πάμε για καφέ\n"})
    assert notes_found(journal, "パリ") == ["lessons/one"]
    assert notes_found(journal, "バリ") == []
    assert notes_found(journal, "παμε") == ["lessons/two"]
