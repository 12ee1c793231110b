"""A name on the command line that several people have: asked about, where somebody is there."""

import pytest

from journal.errors import Exit
from tests.support.command import at_terminal, run
from tests.support.findings import note
from tests.support.journal import Writer

OKOYE, NOWAK = "mentors/amara-okoye", "people/amara-nowak"


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with two people of one first name, and two pieces of news alike."""
    person = note("since: 2015", "prefers: email")
    return notes.write(
        {
            OKOYE: person,
            NOWAK: person,
            "news/2026-05-01-plots-a": note("title: Plots of A"),
            "news/2026-05-02-plots-b": note("title: Plots of B"),
        }
    )


@pytest.mark.parametrize(
    "args",
    [
        ("log", "amara", "-m", "x"),
        ("next", "amara"),
        ("draft", "amara"),
        ("show", "amara"),
        ("new", "goal", "Learn", "--set", "people=amara"),
    ],
)
def test_a_script_is_refused_and_told_who_may_be_meant(
    journal: Writer, args: tuple[str, ...]
) -> None:
    ran = run(journal.root, *args)
    assert ran.status == Exit.NOT_RUN
    assert "“amara” is more than one person:" in ran.err
    assert all(f"({note_id})" in ran.err for note_id in (OKOYE, NOWAK))
    assert not list((journal.root / "content").glob("[tg]o*/**/*.md"))


def test_at_a_terminal_they_are_numbered_and_one_is_chosen(journal: Writer) -> None:
    ran = at_terminal(journal.root, "log", "amara", "--channel", "email", "-m", "x", typed="2\n")
    assert ran.status == Exit.FINE
    assert "  1  Amara Okoye (mentors/amara-okoye)" in ran.err
    assert list(journal.journal().with_person) == [NOWAK]


def test_what_is_none_of_them_is_asked_for_again(journal: Writer) -> None:
    ran = at_terminal(journal.root, "next", "amara", typed="3\n1\n")
    assert ran.status == Exit.FINE
    assert "Amara Okoye" in ran.out
    assert "Nowak" not in ran.out


def test_each_name_that_is_open_is_asked_for(journal: Writer) -> None:
    told = ("--about", "plots", "--channel", "email", "-m", "amara and plots")
    ran = at_terminal(journal.root, "log", "amara", *told, typed="1\n2\n")
    assert ran.status == Exit.FINE
    (touchpoint,) = journal.journal().with_person[OKOYE]
    assert journal.journal().refs(touchpoint, "about") == ("news/2026-05-02-plots-b",)


def test_a_key_that_is_set_is_asked_for_too(journal: Writer) -> None:
    ran = at_terminal(journal.root, "new", "goal", "Learn", "--set", "people=amara", typed="1\n")
    assert ran.status == Exit.FINE
    found = journal.journal()
    assert found.refs(found.notes["goals/learn"], "people") == (OKOYE,)


def test_words_that_only_look_like_the_name_are_never_replaced(journal: Writer) -> None:
    ran = at_terminal(journal.root, "log", "amara", "-m", "amara", typed="1\n")
    assert ran.status == Exit.NOT_RUN
    assert "Say which" in ran.err


def test_a_whole_name_and_an_id_ask_nothing(journal: Writer) -> None:
    for name in ("Amara Okoye", OKOYE, "okoye", "content/mentors/amara-okoye.md"):
        assert run(journal.root, "next", name).status == Exit.FINE
