"""Time zones, countries and holidays that nobody knows."""

from datetime import date

import pytest

from tests.support.findings import lines, messages, note, person
from tests.support.journal import Writer


@pytest.mark.parametrize(
    ("tz", "near"),
    [
        ("Europe/Lisboa", "Europe/Lisbon"),
        ("tokyo", "Asia/Tokyo"),
        ("Xyz", "like Europe/Lisbon"),
        ("GMT+2", "Etc/GMT-2"),
        ("utc -5", "Etc/GMT+5"),
        ("+05:30", "a city of theirs"),
    ],
)
def test_an_unknown_time_zone_is_named_with_a_near_one(notes: Writer, tz: str, near: str) -> None:
    assert lines(notes.write({"mentors/p": person(f"tz: {tz}")}), "F15") == [4]
    assert near in messages(notes, "F15")[0]


def test_a_time_zone_of_iana_is_known(notes: Writer) -> None:
    assert lines(notes.write({"mentors/p": person("tz: Asia/Kolkata")}), "F15") == []


@pytest.mark.parametrize(
    ("country", "near"), [("Portugall", "PT"), ("Marocco", "MA"), ("XX", "ISO 3166-1")]
)
def test_an_unknown_country_is_named_with_a_near_one(
    notes: Writer, country: str, near: str
) -> None:
    assert lines(notes.write({"mentors/p": person(f"country: {country}")}), "F15") == [4]
    assert near in messages(notes, "F15")[0]


def test_the_country_of_a_trip_is_looked_at(notes: Writer) -> None:
    notes.write({
        "trips/a": note("city: Porto", "start: 2026-01-01", "country: Protugal"),
        "trips/b": note("city: Oslo", "start: 2026-01-01", "country: no"),
    })  # fmt: skip
    assert (lines(notes, "F15", "a.md"), lines(notes, "F15", "b.md")) == ([4], [])


@pytest.mark.parametrize("country", ["PT", "pt", "Portugal", "portugal", "UK", "South Korea"])
def test_a_country_by_its_letters_or_its_english_name_is_known(notes: Writer, country: str) -> None:
    notes.write({"mentors/p": person(f"country: {country}")})
    assert lines(notes, "F15") == []


def test_an_unknown_holiday_is_named_where_it_stands(notes: Writer) -> None:
    wanted = ("country: PT", "holidays:", "  - christmas day", "  - Christmas Dey")
    assert lines(notes.write({"mentors/p": person(*wanted)}), "F15") == [7]
    assert "Christmas Day" in messages(notes, "F15")[0]


def test_a_holiday_of_the_settings_needs_no_country(notes: Writer) -> None:
    notes.write({
        "journal.toml": '[[holiday]]\nname = "Lab anniversary"\ndates = ["05-04"]\n',
        "mentors/p": person("holidays: lab Anniversary"),
    })  # fmt: skip
    assert lines(notes, "F15") == []


def test_without_a_country_a_public_holiday_is_unknown(notes: Writer) -> None:
    assert lines(notes.write({"mentors/p": person("holidays: Christmas Day")}), "F15") == [4]
    assert "`country`" in messages(notes, "F15")[0]


def test_with_an_unknown_country_the_country_alone_is_named(notes: Writer) -> None:
    notes.write({"mentors/p": person("country: QQ", "holidays: Christmas Day")})
    assert lines(notes, "F15") == [4]


@pytest.mark.parametrize(
    ("year", "found"), [(2019, [5]), (2020, []), (2022, []), (2023, []), (2024, [5])]
)
def test_a_holiday_is_known_two_years_before_and_a_year_after_it(
    notes: Writer, year: int, found: list[int]
) -> None:
    once = "holidays: Platinum Jubilee of Elizabeth II"  # in 2022 alone
    notes.write({"mentors/p": person("country: GB", once)})
    assert lines(notes, "F15", today=date(year, 6, 15)) == found
