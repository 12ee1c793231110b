"""Countries and time zones by their names."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from journal.regions import countries, country_codes, similar_time_zone


def test_all_countries_have_two_letters() -> None:
    assert {"PT", "NO", "GB", "ZA"} <= countries().keys()
    assert all(len(code) == 2 and code.isupper() for code in countries())


def test_every_country_is_read_by_its_english_name() -> None:
    codes = {code: country_codes(name)[0] for code, name in countries().items()}
    assert codes == {code: code for code in countries()}


@pytest.mark.parametrize(
    ("text", "code"),
    [("uk", "GB"), ("U.K.", "GB"), ("USA", "US"), ("the Netherlands", "NL"), ("Czechia", "CZ")],
)
def test_a_country_is_read_as_people_call_it(text: str, code: str) -> None:
    assert country_codes(text) == (code,)


def test_what_is_no_country_is_none() -> None:
    assert country_codes("Atlantis") == ()


@pytest.mark.parametrize("hours", [-12, -5, -1, 1, 2, 9, 14])
@pytest.mark.parametrize("form", ["GMT{:+d}", "UTC{:+d}", "utc {:+03d}:00", "{:+d}"])
def test_the_zone_that_is_suggested_for_a_distance_is_that_far_from_utc(
    hours: int, form: str
) -> None:
    zone = re.search(r"Etc/GMT[+-]\d+", similar_time_zone(form.format(hours)))
    assert zone
    noon = datetime(2026, 6, 15, 12, tzinfo=UTC)
    assert noon.astimezone(ZoneInfo(zone[0])).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["UTC+5:30", "GMT-14", "UTC+15"])
def test_for_a_distance_that_no_zone_of_whole_hours_has_a_city_is_suggested(text: str) -> None:
    assert "Etc/" not in similar_time_zone(text)
    assert "Europe/Lisbon" in similar_time_zone(text)
