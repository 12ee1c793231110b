"""A month or year alone is the last contact that no note tells of: one line of the person's."""

import pytest

from journal.errors import Exit
from tests.support.command import Ran, run
from tests.support.journal import Writer

PERSON = "---\ntitle: Tarō Yamada  # of Kyōto\nsince: 2016\n---\n\nText.\n"
KNOWN = "---\ntitle: Tarō Yamada\nlast_contact: 2024-05\n---\n"


def log(notes: Writer, person: str, *args: str) -> Ran:
    """Log with Tarō, whose note this is."""
    return run(notes.write({"mentors/taro": person}).root, "log", "taro", *args)


def note(notes: Writer) -> str:
    """Return his note as it is now."""
    return (notes.root / "content/mentors/taro.md").read_text()


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("2024-05", "2024-05"),
        ("May 2024", "2024-05"),
        ("2024", "2024"),
        ("last month", "2026-05"),
        ("last year", "2025"),
        ("2026-06", "2026-06"),
    ],
)
def test_it_is_one_line_of_their_note(notes: Writer, said: str, written: str) -> None:
    ran = log(notes, PERSON, "--on", said)
    assert ran.status == Exit.FINE, ran.err
    assert note(notes) == PERSON.replace("2016\n", f"2016\nlast_contact: {written}\n")
    assert not list((notes.root / "content").glob("touchpoints/**/*.md"))


def test_it_says_what_was_understood_and_what_follows(notes: Writer) -> None:
    ran = log(notes, PERSON, "--on", "2024-05")
    assert ran.out == "content/mentors/taro.md:4\n+ last_contact: 2024-05\n"
    assert ran.err == "Last contact with Tarō Yamada: May 2024. Next: by 1 August 2024.\n"
    assert notes.journal().findings == ()


def test_undo_takes_it_back(notes: Writer) -> None:
    log(notes, PERSON, "--on", "2024-05")
    assert run(notes.root, "undo").status == Exit.FINE
    assert note(notes) == PERSON


def test_a_later_one_takes_the_place_of_an_earlier_one(notes: Writer) -> None:
    assert log(notes, KNOWN, "--on", "2025").status == Exit.FINE
    assert note(notes) == KNOWN.replace("2024-05", "2025")


def test_several_people_may_have_one_last_contact(notes: Writer) -> None:
    notes.write({"people/bo": "---\ntitle: Bo Chen\n---\n"})
    assert log(notes, PERSON, "bo", "--on", "2024-05").status == Exit.FINE
    assert "last_contact: 2024-05" in (notes.root / "content/people/bo.md").read_text()
    assert "last_contact: 2024-05" in note(notes)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--on", "2024-05"], "in touch with Tarō Yamada in May 2024, and 2024-05 is no later"),
        (["--on", "2024"], "in May 2024, and 2024 is no later"),
        (["--on", "2023-11"], "in May 2024, and 2023-11 is no later"),
        (["--on", "2027"], "is still to come: say the day that is planned"),
        (["--on", "2026-07"], "is still to come"),
        (["--on", "1066"], "look at the year"),
        (["--on", "2025-05", "-m", "Words"], "say on which day it was"),
        (["--on", "2025-05", "--channel", "call"], "say on which day it was"),
        (["--on", "2025-05", "--private"], "say on which day it was"),
    ],
)
def test_where_it_makes_no_sense_it_is_refused_and_nothing_written(
    notes: Writer, args: list[str], said: str
) -> None:
    ran = log(notes, KNOWN, *args)
    assert ran.status == Exit.NOT_RUN
    assert said in ran.err
    assert note(notes) == KNOWN
    assert not list((notes.root / "content").glob("touchpoints/**/*.md"))


def test_a_contact_of_a_later_day_is_the_last_that_is_known(notes: Writer) -> None:
    notes.write({"touchpoints/2025-05-20 Tea": "---\npeople: taro\nchannel: call\n---\n"})
    ran = log(notes, PERSON, "--on", "2025-05")
    assert "on 20 May 2025, and 2025-05 is no later" in ran.err
    assert note(notes) == PERSON


def test_where_one_of_several_is_refused_nothing_is_written(notes: Writer) -> None:
    notes.write({"people/bo": "---\ntitle: Bo Chen\nlast_contact: 2025\n---\n"})
    assert log(notes, PERSON, "bo", "--on", "2024-05").status == Exit.NOT_RUN
    assert note(notes) == PERSON
