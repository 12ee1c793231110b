"""The page of preferences: everybody's wishes, and whom to ask. Today is 15 June 2026."""

import pytest

from tests.support.journal import Writer
from tests.support.site import Parsed, page, rows, site_of

AMARA = """---
since: 2020
prefers: [email, other]
accepts: [in-person, video]
announce_first: call
avoids: text
prefs_asked: 2025-08-20
tz: Asia/Tokyo
quiet_hours: 20:00-08:00
quiet_days: [sat, sun]
tone: informal
emoji_ok: no
replies_in: 1 week
---
"""


@pytest.fixture
def journal(notes: Writer) -> Writer:
    (notes.root / "journal.toml").write_text('[me]\ntz = "Europe/Lisbon"\n')
    return notes.write({"mentors/amara": AMARA})


def preferences(notes: Writer) -> Parsed:
    return page(site_of(notes.root), "preferences/")


def asked(notes: Writer, heading: str) -> list[str]:
    found = preferences(notes)
    for part in found.all("section"):
        if found.text(part.findall("h2")[0]).startswith(heading):
            return [found.text(line) for line in part.findall("./ul/li")]
    return []


def test_one_row_says_all_that_somebody_wishes(journal: Writer) -> None:
    assert rows(preferences(journal)) == [
        [
            "Amara",
            "email",
            "in person, video",
            "call",
            "text",
            "20:00–08:00,Sat, Sun",
            "12:00–00:00",
            "informal, no emoji",
            "1 week",
            "20 Aug 2025",
        ]
    ]


def test_what_was_not_said_is_an_empty_cell(journal: Writer) -> None:
    journal.write({"mentors/amara": "---\nprefers: call\nreplies_in: none\n---\n"})
    (row,) = rows(preferences(journal))
    assert row == ["Amara", "call", "", "", "", "21:00–09:00", "", "", "", "as you know it"]


def test_those_of_whom_one_only_guesses_are_asked_last(journal: Writer) -> None:
    guess = "---\nsince: 2010\navoids: call\n---\n"
    journal.write(
        {
            "mentors/abel": guess,
            "mentors/bela": "",
            "mentors/dora": f"{guess[:-4]}phase: ended\n---\n",
            "people/emil": guess,
        }
    )
    assert asked(journal, "Not asked yet") == ["Bela", "Abel as you know it"]
    journal.write({"mentors/abel": f"{guess[:-4]}prefs_asked: 2026-01-01\n---\n"})
    assert asked(journal, "Not asked yet") == ["Bela"]


def test_those_who_were_never_asked_stand_first_with_the_question(journal: Writer) -> None:
    journal.write(
        {"mentors/bela": "---\nsince: 2026-06-10\n---\n", "mentors/cleo": "---\nsince: 2020\n---\n"}
    )
    assert asked(journal, "Not asked yet") == ["Cleo known for a while", "Bela"]
    found = preferences(journal)
    assert "How do you like to be reached" in found.text(found.by_id("ask"))
    assert [row[0] for row in rows(found)] == ["Amara"]


def test_a_name_leads_to_where_the_question_can_be_written(journal: Writer) -> None:
    journal.write({"mentors/bela": ""})
    assert "../people/bela/write/index.html" in list(preferences(journal).addresses())


@pytest.mark.parametrize(("day", "again"), [("2023-06-14", True), ("2023-06-15", False)])
def test_after_three_years_it_is_worth_asking_again(journal: Writer, day: str, again: bool) -> None:
    journal.write({"mentors/amara": f"---\nprefers: call\nprefs_asked: {day}\n---\n"})
    assert bool(asked(journal, "Worth asking again")) is again


def test_a_touchpoint_about_it_counts_as_asked(journal: Writer) -> None:
    journal.write(
        {
            "mentors/amara": "---\nprefers: call\nprefs_asked: 2019-01-01\n---\n",
            "touchpoints/2026-06-01": "---\npeople: amara\nchannel: call\nkind: preferences\n---\n",
        }
    )
    assert asked(journal, "Worth asking again") == []
    assert rows(preferences(journal))[0][-1] == "1 Jun 2026"


def test_people_not_kept_in_touch_with_are_not_on_the_page(journal: Writer) -> None:
    journal.write(
        {
            "people/nesta": "",
            "mentors/ewart": "---\ndied: 2020\n---\n",
            "mentors/quentin": "---\nprivate: true\n---\n",
            "mentors/ronja": "---\nprivate: true\nprefers: call\nprefs_asked: 2019-01-01\n---\n",
        }
    )
    found = preferences(journal)
    assert [row[0] for row in rows(found)] == ["Amara"]
    assert not [n for n in ("nesta", "ewart", "quentin", "ronja") if n in found.html.casefold()]


def test_with_nobody_the_page_says_how_to_begin(notes: Writer) -> None:
    assert "Nobody is kept in touch with yet." in preferences(notes).text()
