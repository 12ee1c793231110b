"""The geometry of the long timeline: places of days, ribbons, strokes, bands."""

import re
from datetime import date

import pytest

from journal.advice.phase_history import PhaseSpan
from journal.site.charts.lanes import (
    StrokeScale,
    contact_strokes,
    months_per_stroke,
    planned_rings,
    ribbon,
    ribbon_end,
)
from journal.site.charts.river import river
from journal.site.charts.scale import Contact, Scale, chapter_bands, scale_of, ticks

TODAY = date(2026, 6, 15)
LETTER, WIDTH = 6.4, 1000  # units: of a letter of a name, and of the whole picture
TEN = Scale(date(2017, 1, 1), date(2027, 1, 1), 1000.0)
STROKES = StrokeScale(TEN)


def numbers(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]


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


def test_a_ribbon_begins_in_a_point_and_joins_where_phases_change() -> None:
    spans = [
        PhaseSpan(date(2018, 1, 1), date(2019, 1, 1), "new"),
        PhaseSpan(date(2019, 1, 1), date(2021, 1, 1), "active"),
    ]
    first, second = ribbon(spans, TEN, 16.0)
    assert (first.phase, second.phase) == ("new", "active")
    assert numbers(first.d)[:2] == [TEN.x(date(2018, 1, 1)), 16.0]
    assert numbers(second.d)[:2] == [TEN.x(date(2019, 1, 1)), 12.0]
    assert "V24" in second.d


def test_what_ended_runs_out_in_the_look_of_what_it_was() -> None:
    spans = [
        PhaseSpan(date(2018, 1, 1), date(2019, 1, 1), "waiting"),
        PhaseSpan(date(2019, 1, 1), date(2027, 1, 1), "ended"),
    ]
    _, end = ribbon(spans, TEN, 16.0)
    assert end.phase == "waiting"
    assert "V16" in end.d
    assert (
        len(ribbon([*spans, PhaseSpan(date(2027, 1, 1), date(2028, 1, 1), "ended")], TEN, 16.0))
        == 2
    )


def test_a_ribbon_cut_by_a_death_has_a_tail_unless_there_is_no_room() -> None:
    span = PhaseSpan(date(2018, 1, 1), date(2019, 1, 1), "waiting")
    found = ribbon_end(ribbon([span], TEN, 16.0), span, TEN, 16.0)
    assert found is not None
    assert max(numbers(found.d)[::2]) >= TEN.x(date(2019, 1, 1))
    late = span._replace(ends=date(2027, 1, 1))
    assert ribbon_end(ribbon([late], TEN, 16.0), late, TEN, 16.0) is None


def test_spans_before_or_after_the_scale_draw_nothing() -> None:
    outside = [
        PhaseSpan(date(1900, 1, 1), date(1910, 1, 1), "waiting"),
        PhaseSpan(date(2040, 1, 1), date(2041, 1, 1), "waiting"),
    ]
    assert ribbon(outside, TEN, 16.0) == ()


def test_strokes_go_up_for_mine_and_down_for_theirs() -> None:
    def stroke(direction: str) -> list[float]:
        return numbers(contact_strokes([Contact(date(2020, 5, 5), direction)], STROKES, 16.0))[1:]

    assert stroke("out") == [10.5, 16.0]
    assert stroke("in") == [16.0, 21.5]
    assert stroke("both") == [10.5, 21.5]


def test_contacts_of_a_month_share_a_stroke_that_grows_up_to_a_limit() -> None:
    one = contact_strokes([Contact(date(2020, 5, 1), "out")], STROKES, 16.0)
    two = contact_strokes([Contact(date(2020, 5, day), "out") for day in (1, 31)], STROKES, 16.0)
    many = contact_strokes([Contact(date(2020, 5, 1), "out")] * 500, STROKES, 16.0)
    assert [path.count("M") for path in (one, two, many)] == [1, 1, 1]
    tops = [numbers(path)[1] for path in (one, two, many)]
    assert tops[0] > tops[1] > tops[2] == 2.0


def test_the_longer_the_time_the_more_months_share_a_stroke() -> None:
    century = Scale(date(1927, 1, 1), date(2027, 1, 1), 784.0)
    assert (months_per_stroke(TEN), months_per_stroke(century)) == (1, 12)
    daily = [Contact(date(year, month, 1), "in") for year in range(1927, 2027) for month in (1, 7)]
    assert contact_strokes(daily, StrokeScale(century), 16.0).count("M") == 100


def test_contacts_outside_the_scale_are_not_drawn() -> None:
    assert (
        contact_strokes([Contact(date(2016, 12, 31), "in"), Contact(date.max, "in")], STROKES, 16.0)
        == ""
    )
    assert (
        contact_strokes(
            [Contact(date.max, "in")], StrokeScale(scale_of(date.max, date.max, date.max)), 16.0
        )
        == ""
    )


def test_planned_contacts_close_to_each_other_share_a_ring() -> None:
    days = [date(2026, 7, 1), date(2026, 7, 3), date(2026, 12, 31), date(2030, 1, 1)]
    assert planned_rings(days, TEN) == (TEN.x(days[0]), 996.0)


def test_the_river_is_as_broad_as_allowed_and_empty_without_contacts() -> None:
    assert river([], TEN, 16.0, 16.0) == ""
    contacts = [Contact(date(2020, month, 1), "both") for month in (1, 2, 3, 9)]
    found = numbers(river(contacts, TEN, 16.0, 14.0).replace("C", " "))
    assert min(found[1::2]) == 2.0
    assert max(found[1::2]) == 30.0


def test_a_river_of_one_side_stays_on_it() -> None:
    found = numbers(river([Contact(date(2020, 1, 1), "in")], TEN, 16.0, 14.0))
    assert min(found[1::2]) == 16.0


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
