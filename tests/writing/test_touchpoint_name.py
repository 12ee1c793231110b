"""The file name of a touchpoint has words of its text, and none of what is private."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.writing.touchpoint_name import first_words
from tests.support.command import run
from tests.support.journal import Writer

PERSON = {"mentors/amara": "---\ntitle: Amara Okoye\nprefers: email\n---\n"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Told her the paper is out.", "Told her the paper is out"),
        ("# A heading\n\nand text", "A heading and text"),
        ("- [ ] send *plots* 📅 2026-07-01", "send plots 2026-07-01"),
        ("> quoted, “and more”", "quoted and more"),
        ("Don't worry; it's well-known!", "Don't worry it's well-known"),
        ("See [[secret|Somebody's Name]] soon", "See soon"),
        ("[Somebody](people/secret.md) and ![[photo.png|300]] came", "and came"),
        ("`code` %%a comment%% words", "words"),
        ("https://example.org/x and me@example.org wrote", "and wrote"),
        ("नमस्ते दुनिया", "नमस्ते दुनिया"),
        ("---\n***\n", ""),
        ("", ""),
    ],
)
def test_words_are_those_that_are_read_without_links_and_code(text: str, words: str) -> None:
    assert first_words(text) == words


def test_a_long_text_gives_a_few_words() -> None:
    assert first_words("word " * 1000) == " ".join(["word"] * 8)
    assert len(first_words("語" * 1000).encode()) <= 40


def test_without_a_text_it_is_the_question_or_what_was_given() -> None:
    assert first_words("", "", "advice: heat the joint") == "advice heat the joint"


@given(st.text(), st.text(alphabet="abc [](){}|!.", max_size=40))
def test_what_stands_in_a_link_is_in_no_name(before: str, after: str) -> None:
    assert "Zebulon" not in first_words(f"{before} [[secret|Zebulon]] {after}")


def test_two_computers_give_two_names_to_two_contacts_of_a_day(notes: Writer) -> None:
    notes.write(PERSON)
    names = set()
    for text in ("from the laptop", "from the office", "told her about the grant"):
        path = run(notes.root, "log", "amara", "-m", text).out.strip()
        (notes.root / path).unlink()  # the other computer does not see it
        names.add(path)
    assert len(names) == 3


@pytest.mark.parametrize("title", ["Weekly", "x" * 200])
def test_a_title_of_ones_own_has_the_words_behind_it(notes: Writer, title: str) -> None:
    notes.write(PERSON)
    path = run(notes.root, "log", "amara", "--title", title, "-m", "about plots").out.strip()
    assert path.endswith(" - about plots.md")
    assert [note.title for note in notes.journal().touchpoints] == [title]


def test_without_words_it_is_what_they_were_told_unless_that_is_private(notes: Writer) -> None:
    notes.write(
        {
            **PERSON,
            "news/2026-06-01-prize": "---\ntitle: A prize\n---\n",
            "news/2026-06-02-offer": "---\ntitle: Zebulon's offer\nprivate: true\n---\n",
            "news/2026-06-03-talk": "---\ntitle: A talk with [[2026-06-02-offer|Zebulon]]\n---\n",
        }
    )
    told = run(notes.root, "log", "amara", "--about", "prize").out.strip()
    assert told.endswith("2026-06-15 Email to Amara Okoye - A prize.md")
    for note in ("2026-06-02-offer", "2026-06-03-talk"):
        untold = run(notes.root, "log", "amara", "--about", note).out.strip()
        assert "Zebulon" not in untold


def test_a_private_person_among_others_is_not_in_the_name(notes: Writer) -> None:
    notes.write({**PERSON, "mentors/zebulon": "---\ntitle: Zebulon\nprivate: true\n---\n"})
    ran = run(notes.root, "log", "amara", "zebulon", "--channel", "coffee")
    assert ran.out.strip().endswith("2026-06-15 Meeting with Amara Okoye and others.md")
    assert ran.err.startswith("Meeting with Amara Okoye and Zebulon, today.")
    alone = run(notes.root, "log", "zebulon", "--channel", "coffee").out.strip()
    assert alone.endswith("2026-06-15 Meeting with Zebulon.md")
