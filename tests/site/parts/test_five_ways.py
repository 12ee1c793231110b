"""The five ways on a person's page: how each stands, and the next step. Today is 15 June 2026."""

import pytest

from tests.support.journal import Writer
from tests.support.site import page, site_of

ASKED = "title: Petra\nsince: 2020-03-01\nprefers: email\nprefs_asked: 2026-01-02\nphase: waiting\n"
LATELY = {"touchpoints/2026-06-10 hello": "---\npeople: p\nchannel: email\n---\n"}


def ways(notes: Writer) -> dict[str, str]:
    """What each way says, by its name."""
    found = page(site_of(notes.root), "people/p/")
    (strip,) = [e for e in found.all("ul") if e.get("class") == "five-ways"]
    return {found.text(item[0]): " ".join(map(found.text, item[1:])) for item in strip}


def person(notes: Writer, keys: str = "", folder: str = "mentors") -> Writer:
    return notes.write({f"{folder}/p": f"---\n{ASKED}{keys}---\n", **LATELY})


def test_where_all_is_well_it_says_so(notes: Writer) -> None:
    person(notes).write({"lessons/l": "---\nfrom: p\npractice: trying\n---\n"})
    assert ways(notes) == {
        "Preferences": "asked in January 2026 fine",
        "Calendar": "by 10 September 2026 fine",
        "Opportunities": "none yet fine",
        "Long haul": "waiting, since 2020 fine",
        "Pay it forward": "1 lesson fine",
    }


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("since: 2020\n", "not asked yet Ask how they like to be reached."),
        ("since: 2020\nprefers: email\nprefs_asked: 2026-06-16\n", "as you know it fine"),
        ("since: 2020\nprefers: email\n", "as you know it fine"),
        (
            "since: 2020\nprefers: email\nprefs_asked: 2021-02-03\n",
            "asked in February 2021 Ask whether it still holds.",
        ),
        (
            "since: 2020\nprefers: email\navoids: email\n",
            "as you know it One channel is both wanted and avoided: ask which it is.",
        ),
    ],
)
def test_preferences_are_asked_for_and_asked_again(notes: Writer, keys: str, said: str) -> None:
    notes.write({"mentors/p": f"---\n{keys}---\n", **LATELY})
    assert ways(notes)["Preferences"] == said


def test_a_touchpoint_about_their_wishes_is_when_they_were_asked(notes: Writer) -> None:
    asked = "---\npeople: p\nchannel: email\nkind: preferences\n---\n"
    notes.write({"mentors/p": "---\nprefers: email\n---\n", "touchpoints/2026-05-02": asked})
    assert ways(notes)["Preferences"] == "asked in May 2026 fine"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("paused: true\n", "paused fine"),
        ("snooze_until: 2026-12-01\n", "snoozed until 1 December 2026 fine"),
        (
            "next: 2026-06-20\n",
            "by 20 June 2026 You chose 20 June 2026 for the next contact.",
        ),
    ],
)
def test_the_calendar_says_by_when_and_what_for(notes: Writer, keys: str, said: str) -> None:
    assert ways(person(notes, keys))["Calendar"] == said


def test_without_a_known_contact_the_calendar_asks_for_the_last_one(notes: Writer) -> None:
    notes.write({"mentors/p": "---\ntitle: Petra\nsince: 2015\n---\n- [ ] send it\n"})
    assert ways(notes)["Calendar"] == (
        "to begin with No contact with Petra is written down yet. When did you last speak?"
    )


def test_somebody_outside_the_list_has_no_cadence(notes: Writer) -> None:
    assert ways(person(notes, folder="people"))["Calendar"] == "no cadence fine"


def test_an_opportunity_that_is_only_spotted_is_to_be_offered(notes: Writer) -> None:
    panel = "---\ntitle: The panel\nfor: p\ndeadline: 2026-12-01\n---\n"
    person(notes).write({"opportunities/panel": panel})
    assert ways(notes)["Opportunities"] == "1 open Offer “The panel”, until 1 December 2026."
    told = "---\npeople: p\nchannel: email\nabout: panel\n---\n"
    notes.write({"touchpoints/2026-06-11 told": told})
    assert ways(notes)["Opportunities"] == "1 open fine"


def test_an_opportunity_for_nobody_yet_may_suit_their_fields(notes: Writer) -> None:
    person(notes, "fields: ice\n").write(
        {"opportunities/c": "---\ntitle: Call\nfields: Ice\n---\n"}
    )
    assert ways(notes)["Opportunities"] == "none yet Might suit them: “Call”."


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("review_on: 2026-06-01\n", "waiting, since 2020 Go over what you agreed."),
        ("", "waiting, since 2020 fine"),
    ],
)
def test_the_long_haul_knows_of_what_was_agreed(notes: Writer, keys: str, said: str) -> None:
    assert ways(person(notes, keys))["Long haul"] == said


def test_years_of_silence_are_ended_by_a_short_note(notes: Writer) -> None:
    notes.write({"mentors/p": "---\nsince: 2015\nlast_contact: 2016\n---\n"})
    assert ways(notes)["Long haul"] == "dormant, since 2015 A short note opens the door again."


def test_what_was_learned_is_tried_and_then_passed_on(notes: Writer) -> None:
    person(notes).write({"people/q": ""})
    assert ways(notes)["Pay it forward"] == (
        "no lesson yet Write down one thing that they do well."
    )
    notes.write({"lessons/l": "---\ntitle: Wait\nfrom: p\n---\n"})
    assert ways(notes)["Pay it forward"] == "1 lesson Try “Wait”."
    notes.write({"lessons/l": "---\ntitle: Wait\nfrom: p\npractice: habit\n---\n"})
    assert ways(notes)["Pay it forward"] == "1 lesson Pass on “Wait”."
    told = "---\npeople: q\nchannel: email\nabout: l\n---\n"
    notes.write({"touchpoints/2026-06-11 told": told})
    assert ways(notes)["Pay it forward"] == "1 lesson fine"


def test_to_a_protege_habits_are_passed_on(notes: Writer) -> None:
    person(notes, folder="proteges").write(
        {"lessons/l": "---\ntitle: Wait\npractice: habit\n---\n"}
    )
    assert ways(notes)["Pay it forward"] == "nothing passed on yet Pass on “Wait”."
    told = "---\npeople: p\nchannel: email\nabout: l\n---\n"
    notes.write({"touchpoints/2026-06-11 told": told})
    assert ways(notes)["Pay it forward"] == "1 passed on fine"


def test_nothing_is_suggested_for_those_who_died(notes: Writer) -> None:
    person(notes, "died: 2026-06-12\n")
    assert "Five ways" not in page(site_of(notes.root), "people/p/").text()


def test_a_private_note_moves_no_way(notes: Writer) -> None:
    before = ways(person(notes))
    hidden = "private: true\n---\n"
    notes.write(
        {
            "opportunities/panel": f"---\nfor: p\ndeadline: 2026-12-01\n{hidden}",
            "lessons/l": f"---\nfrom: p\n{hidden}",
        }
    )
    assert ways(notes) == before
