"""The scale of the long timeline: places of days, years that are named, chapters."""

from datetime import date

import pytest

from journal.site.charts.scale import Scale, chapter_bands, scale_of, ticks

TODAY = date(2026, 6, 15)
LETTER, WIDTH = 6.4, 1000  # units: of a letter of a name, and of the whole picture
TEN = Scale(date(2017, 1, 1), date(2027, 1, 1), 1000.0)


def test_days_outside_lie_on_the_nearest_edge() -> None:
    places = [TEN.x(day) for day in (date(1, 1, 1), TEN.first, TEN.last, date.max)]
    assert places == [0.0, 0.0, 1000.0, 1000.0]
    assert TEN.x(date(2022, 1, 1)) == pytest.approx(500, abs=1)
    assert not TEN.holds(TEN.last)


def test_a_scale_begins_with_a_year_and_ends_after_a_month() -> None:
    assert scale_of(date(2010, 5, 3), TODAY, TODAY) == Scale(date(2010, 1, 1), date(2026, 7, 1))
    assert scale_of(TODAY, TODAY, date(2026, 12, 31)).last == date(2027, 1, 1)


def test_a_scale_holds_last_year_and_no_more_than_a_life() -> None:
    assert scale_of(TODAY, TODAY, TODAY).first == date(2025, 1, 1)
    assert scale_of(date(1066, 10, 14), TODAY, TODAY).first == date(1936, 1, 1)


@pytest.mark.parametrize("today", [date.min, date(9999, 12, 31)])
def test_a_scale_stays_inside_the_calendar(today: date) -> None:
    scale = scale_of(today, today, today)
    assert scale.first < scale.last
    assert ticks(scale)


def test_years_are_named_as_often_as_there_is_room() -> None:
    assert [tick.name for tick in ticks(TEN)] == [str(year) for year in range(2017, 2027)]
    long = Scale(date(1967, 1, 1), date(2027, 1, 1), 784.0)
    named = [tick.name for tick in ticks(long) if tick.name]
    assert named == ["1970", "1975", "1980", "1985", "1990", "1995"] + [
        str(year) for year in range(2000, 2021, 5)
    ]
    assert len(ticks(long)) == 60


def test_chapters_follow_each_other_to_the_end() -> None:
    first, second = chapter_bands([(date(2020, 1, 1), "B"), (date(2010, 1, 1), "A")], TEN)
    assert (first.name, first.x, first.x + first.width) == ("A", 0.0, second.x)
    assert second.x + second.width == 1000.0
    assert (first.shaded, second.shaded) == (True, False)


def test_chapters_that_are_over_or_to_come_are_left_out() -> None:
    found = chapter_bands(
        [(date(2000, 1, 1), "School"), (date(2010, 1, 1), "Work"), (date(2030, 1, 1), "Rest")], TEN
    )
    assert [band.name for band in found] == ["Work"]
    assert chapter_bands([], TEN) == ()


def test_names_of_chapters_never_lie_on_each_other() -> None:
    chapters = [(date(2017 + n, 1, 1), f"A chapter with a long name {n}") for n in range(10)]
    found = chapter_bands(chapters, TEN)
    assert len(found) == 10
    rows: dict[int, float] = {}
    for band in found:
        if band.name:
            assert band.name_x >= rows.get(band.row, 0.0)
            rows[band.row] = band.name_x + len(band.name) * LETTER
            assert rows[band.row] <= WIDTH + 0.1
    assert set(rows) == {0, 1, 2}
