"""Who lives where, and who knows that I come. Today is 15 June 2026."""

import pytest

from tests.support.journal import Writer
from tests.support.site import Parsed, page, rows, site_of

TRIP = "---\ntitle: {}\ncity: {}\nstart: {}\n{}---\n"
EMAIL = "---\npeople: amara\nchannel: email\nabout: [lecture]\n{}---\n"


@pytest.fixture
def journal(notes: Writer) -> Writer:
    (notes.root / "journal.toml").write_text('[me]\ncity = "Porto"\n[places]\n"Londres" = "London"')
    return notes.write(
        {
            "mentors/amara": "---\ncity: London\ncountry: GB\nother_cities: [Lagos]\n---\n",
            "mentors/bela": "---\ncity: londres\n---\n",
            "mentors/cleo": "---\ncity: Oslo\n---\n",
        }
    )


def trips(notes: Writer) -> Parsed:
    return page(site_of(notes.root), "trips/")


def test_every_place_is_in_the_table_once_whatever_it_is_called(journal: Writer) -> None:
    assert rows(trips(journal)) == [
        ["Lagos", "Amara", "", ""],
        ["London, GB", "Amara, Bela", "", ""],
        ["Oslo", "Cleo", "", ""],
    ]


def test_places_i_go_to_come_first_and_say_who_knows(journal: Writer) -> None:
    journal.write(
        {
            "trips/lecture": TRIP.format("Lecture", "London", "2026-09-01", ""),
            "trips/ski": TRIP.format("Ski", "Oslo", "2026-08-01", ""),
            "trips/old": TRIP.format("Old", "London", "2024-01-01", ""),
            "trips/off": TRIP.format("Off", "London", "2026-07-01", "state: cancelled\n"),
            "touchpoints/2026-06-02": EMAIL.format(""),
        }
    )
    assert rows(trips(journal)) == [
        ["Oslo", "Cleo not yet", "Ski 1 August 2026", ""],
        [
            "London, GB",
            "Amara told, Bela not yet",
            "Lecture 1 September 2026",
            "Old 1 January 2024",
        ],
        ["Lagos", "Amara", "", ""],
    ]


def test_who_travels_along_need_not_be_told(journal: Writer) -> None:
    along = TRIP.format("Lecture", "London", "2026-09-01", "who: [me, bela]\n")
    journal.write({"trips/lecture": along})
    (entry,) = trips(journal).all("article")
    assert "Not told yet: Amara" in trips(journal).text(entry)
    assert "Bela told" in rows(trips(journal))[0][1]


def test_the_site_does_not_know_what_a_hidden_touchpoint_told(journal: Writer) -> None:
    journal.write(
        {
            "trips/lecture": TRIP.format("Lecture", "London", "2026-09-01", ""),
            "touchpoints/2026-06-02 hush": EMAIL.format("private: true\n"),
        }
    )
    found = trips(journal)
    (entry,) = found.all("article")
    assert "Not told yet: Amara, Bela" in found.text(entry)
    assert "hush" not in found.html


def test_those_who_do_not_know_lead_to_a_message(journal: Writer) -> None:
    journal.write({"trips/lecture": TRIP.format("Lecture", "Oslo", "2026-09-01", "")})
    found = trips(journal)
    (untold,) = [p for p in found.all("p") if p.get("class") == "told"]
    assert [link.get("href") for link in untold.iter("a")] == ["../people/cleo/write/index.html"]


def test_homes_of_the_dead_and_of_hidden_people_are_in_no_row(journal: Writer) -> None:
    journal.write(
        {
            "mentors/ewart": "---\ncity: Bath\ndied: 2020\n---\n",
            "mentors/quentin": "---\ncity: Rome\nprivate: true\n---\n",
        }
    )
    assert [row[0] for row in rows(trips(journal))] == ["Lagos", "London, GB", "Oslo"]
    assert "quentin" not in trips(journal).html.casefold()
