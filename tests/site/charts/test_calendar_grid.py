"""Weeks of a year and quarters of years."""

from datetime import date, timedelta

import pytest

from journal.site.charts import calendar_grid as weeks
from journal.site.charts.calendar_grid import Quarter, quarter_of, quarters_back_from


@pytest.mark.parametrize("year", [1, 1970, 2000, 2015, 2020, 2024, 2026, 2027, 2028, 9999])
def test_every_day_of_a_year_is_in_one_week_on_its_weekday(year: int) -> None:
    parts = weeks.weeks_by_quarter(year)
    days = [day for part in parts for week in part for day in week.days if day]
    assert days == [date(year, 1, 1) + timedelta(days=n) for n in range(len(days))]
    assert days[-1] == date(year, 12, 31)
    assert all(len(week.days) == 7 for part in parts for week in part)
    for part in parts:
        assert [day.weekday() for week in part for day in week.days if day] == [
            index for week in part for index, day in enumerate(week.days) if day
        ]


@pytest.mark.parametrize("year", [2015, 2020, 2024, 2026, 2027, 2028])
def test_a_week_is_in_the_quarter_of_its_thursday(year: int) -> None:
    for number, part in enumerate(weeks.weeks_by_quarter(year), start=1):
        thursdays = [week.days[3] for week in part if week.days[3]]
        assert {quarter_of(day) for day in thursdays} == {Quarter(year, number)}


@pytest.mark.parametrize("year", [2015, 2020, 2026, 2027])
def test_a_quarter_has_some_thirteen_weeks(year: int) -> None:
    assert {len(part) for part in weeks.weeks_by_quarter(year)} <= {13, 14}


def test_weeks_have_the_numbers_of_the_calendar() -> None:
    parts = weeks.weeks_by_quarter(2027)
    assert parts[0][0].number == 53
    assert parts[0][1] == (1, tuple(date(2027, 1, 4) + timedelta(days=n) for n in range(7)))
    assert parts[3][-1].number == 52


def test_a_quarter_has_three_months() -> None:
    assert quarter_of(date(2026, 3, 31)) == Quarter(2026, 1)
    assert quarter_of(date(2026, 4, 1)) == Quarter(2026, 2)
    assert (Quarter(2026, 1).first, Quarter(2026, 1).last) == (date(2026, 1, 1), date(2026, 3, 31))
    assert Quarter(9999, 4).last == date.max


def test_quarters_go_back_from_the_latest() -> None:
    found = quarters_back_from(date(2026, 6, 15), date(2025, 8, 1), 40)
    assert found == ((2026, 2), (2026, 1), (2025, 4), (2025, 3))


def test_quarters_go_back_only_so_many_years() -> None:
    found = quarters_back_from(date(2026, 6, 15), date(1950, 8, 1), 2)
    assert (found[-1], len(found)) == ((2025, 1), 6)
    assert quarters_back_from(date.min, date.min, 40) == ((1, 1),)
