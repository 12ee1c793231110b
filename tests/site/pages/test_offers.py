"""What I could offer, introductions, goals with their helpers, lessons at a glance."""

import pytest

from tests.support.journal import Writer
from tests.support.site import Parsed, page, rows, site_of


@pytest.fixture
def journal(notes: Writer) -> Writer:
    (notes.root / "journal.toml").write_text('[me]\nname = "Noor"\ncan_offer = ["plots"]\n')
    return notes.write({"mentors/amara": "", "mentors/rakesh": ""})


def page_of(notes: Writer, address: str) -> Parsed:
    return page(site_of(notes.root), address)


def never(notes: Writer) -> dict[str, str]:
    """What each mentor was never offered."""
    found = page_of(notes, "opportunities/")
    (terms,) = found.by_id("could-offer").findall(".//dl")
    texts = [found.text(each) for each in terms]
    return dict(zip(texts[::2], texts[1::2], strict=True))


def test_the_settings_say_what_i_can_offer(journal: Writer) -> None:
    assert "plots" in page_of(journal, "opportunities/").section("What could I offer?")


def test_kinds_that_a_mentor_was_never_offered_are_ideas(journal: Writer) -> None:
    journal.write(
        {
            "opportunities/a": "---\nfor: amara\nkind: nomination\nstate: missed\n---\n",
            "opportunities/b": "---\nfor: [amara, rakesh]\nkind: grant\n---\n",
        }
    )
    assert never(journal) == {
        "Amara": "reference, speaking, colloquium, interview, introduction, link, position,"
        " collaboration there was: nomination, grant",
        "Rakesh": "reference, nomination, speaking, colloquium, interview, introduction, link,"
        " position, collaboration there was: grant",
    }


def test_the_word_other_is_never_said(journal: Writer) -> None:
    journal.write({"opportunities/a": "---\nfor: amara\nkind: other\n---\n"})
    said = never(journal)
    assert set(said) == {"Amara", "Rakesh"}
    assert all("other" not in text for text in said.values())


def test_ideas_are_for_mentors_who_are_there(journal: Writer) -> None:
    journal.write(
        {
            "proteges/leonor": "",
            "mentors/ewart": "---\ndied: 2020\n---\n",
            "mentors/pieter": "---\nuntil: 2020\n---\n",
            "mentors/quentin": "---\nprivate: true\n---\n",
        }
    )
    assert list(never(journal)) == ["Amara", "Rakesh"]


def test_an_open_introduction_says_who_is_to_meet_whom(journal: Writer) -> None:
    journal.write(
        {"opportunities/a": "---\nfor: amara\nwith: rakesh\nkind: introduction\n---\nTides."}
    )
    found = page_of(journal, "opportunities/")
    assert "between Amara, Rakesh" in found.section("Introductions")


def test_an_introduction_does_not_name_a_hidden_person(journal: Writer) -> None:
    journal.write(
        {
            "mentors/quentin": "---\nprivate: true\n---\n",
            "opportunities/a": "---\nfor: amara\nwith: quentin\nkind: introduction\n---\n",
        }
    )
    found = page_of(journal, "opportunities/")
    assert "Amara" in found.section("Introductions")
    assert "quentin" not in found.html.casefold()


def test_goals_say_who_helps_with_what_is_open(journal: Writer) -> None:
    journal.write(
        {
            "goals/a": "---\ntitle: Grant\npeople: [rakesh, amara]\ntarget: 2026-07-01\n---\n",
            "goals/b": "---\ntitle: Book\npeople: amara\n---\n",
            "goals/c": "---\ntitle: Old\npeople: amara\nstate: met\n---\n",
        }
    )
    helping = page_of(journal, "goals/").section("Who helps")
    assert helping == "Who helps Amara Grant Book Rakesh Grant"


def test_an_open_goal_without_helpers_asks_who_could(journal: Writer) -> None:
    journal.write({"goals/a": "---\ntitle: Grant\n---\n"})
    assert "Who could help? nobody is named yet" in page_of(journal, "goals/").text()


def test_lessons_are_shown_by_aspect_and_practice_once_there_are_several(journal: Writer) -> None:
    lesson = "---\naspect: {}\npractice: {}\n---\n"
    journal.write(
        {
            "lessons/a": lesson.format("interact", "habit"),
            "lessons/b": lesson.format("interact", "noted"),
            "lessons/c": lesson.format("behave", "noted"),
        }
    )
    assert page_of(journal, "lessons/").all("table") == []
    journal.write({"lessons/d": "---\naspect: behave\n---\n"})
    assert rows(page_of(journal, "lessons/")) == [
        ["How they behave", "", "", "cd"],
        ["How they interact", "a", "", "b"],
    ]
