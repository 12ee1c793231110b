"""One lane of the long timeline: its ribbon, its strokes, from beginning to end."""

from datetime import date

from journal.advice.phase_history import PhaseSpan
from journal.site.charts.lanes import (
    LaneFacts,
    StrokeScale,
    contact_strokes,
    lane,
    months_per_stroke,
    planned_rings,
    ribbon,
    ribbon_end,
)
from journal.site.charts.scale import Contact, Scale, scale_of
from journal.values import PartialDate
from tests.support.svg_path import numbers


def _span(begins: date, ends: date, phase: str, is_recorded: bool = True) -> PhaseSpan:
    return PhaseSpan(PartialDate.of(begins), PartialDate.of(ends), phase, is_recorded)


TODAY = date(2026, 6, 15)
SCALE = Scale(date(1996, 1, 1), date(2027, 1, 1))
WAITING = _span(date(2000, 3, 1), TODAY, "waiting")
FACTS = LaneFacts((WAITING,), (), (), date(2000, 3, 1), None)
TEN = Scale(date(2017, 1, 1), date(2027, 1, 1), 1000.0)
STROKES = StrokeScale(TEN)


def test_every_fifth_year_since_the_beginning_is_marked_up_to_today() -> None:
    found = lane(FACTS, StrokeScale(SCALE), TODAY)
    assert [mark.text for mark in found.anniversaries] == [
        f"{n} years" for n in (5, 10, 15, 20, 25)
    ]
    assert found.anniversaries[0].x == SCALE.x(date(2005, 3, 1))
    assert found.end is None


def test_round_years_stop_where_it_ended_and_thin_out_over_a_life() -> None:
    died = LaneFacts((WAITING,), (), (), date(2000, 3, 1), (date(2012, 1, 1), "died 2012"))
    assert [mark.text for mark in lane(died, StrokeScale(SCALE), TODAY).anniversaries] == [
        "5 years",
        "10 years",
    ]
    life = Scale(date(1936, 1, 1), date(2027, 1, 1))
    long = LaneFacts((), (), (), date(1936, 2, 29), None)
    assert [mark.text for mark in lane(long, StrokeScale(life), TODAY).anniversaries][:2] == [
        "5 years",
        "10 years",
    ]
    narrow = Scale(date(1936, 1, 1), date(2027, 1, 1), 300.0)
    assert lane(long, StrokeScale(narrow), TODAY).anniversaries[0].text == "10 years"


def test_the_end_has_a_word_beside_it_on_the_side_where_there_is_room() -> None:
    early = LaneFacts((WAITING,), (), (), None, (date(2012, 1, 1), "until 2012"))
    late = LaneFacts((WAITING,), (), (), None, (date(2026, 1, 1), "died 2026"))
    for facts, anchor in ((early, "start"), (late, "end")):
        end = lane(facts, StrokeScale(SCALE), TODAY).end
        assert end is not None
        assert (end.text, end.anchor) == (facts.end[1] if facts.end else "", anchor)


def test_somebody_of_whom_no_day_is_known_has_a_word_instead() -> None:
    found = lane(LaneFacts((), (), (), None, None), StrokeScale(SCALE), TODAY)
    assert (found.ribbon_parts, found.strokes, found.planned, found.anniversaries) == (
        (),
        "",
        (),
        (),
    )
    assert found.end is not None
    assert found.end.text == "no day yet"


def test_a_contact_is_enough_for_a_lane() -> None:
    found = lane(LaneFacts((), [Contact(TODAY, "in")], (), None, None), StrokeScale(SCALE), TODAY)
    assert found.strokes
    assert found.end is None


def test_a_ribbon_begins_in_a_point_and_joins_where_phases_change() -> None:
    spans = [
        _span(date(2018, 1, 1), date(2019, 1, 1), "new"),
        _span(date(2019, 1, 1), date(2021, 1, 1), "active"),
    ]
    first, second = ribbon(spans, TEN, 16.0)
    assert (first.phase, second.phase) == ("new", "active")
    assert numbers(first.d)[:2] == [TEN.x(date(2018, 1, 1)), 16.0]
    assert numbers(second.d)[:2] == [TEN.x(date(2019, 1, 1)), 12.0]
    assert "V24" in second.d


def test_what_ended_runs_out_in_the_look_of_what_it_was() -> None:
    spans = [
        _span(date(2018, 1, 1), date(2019, 1, 1), "waiting"),
        _span(date(2019, 1, 1), date(2027, 1, 1), "ended"),
    ]
    _, end = ribbon(spans, TEN, 16.0)
    assert end.phase == "waiting"
    assert "V16" in end.d
    assert len(ribbon([*spans, _span(date(2027, 1, 1), date(2028, 1, 1), "ended")], TEN, 16.0)) == 2


def test_a_ribbon_cut_by_a_death_has_a_tail_unless_there_is_no_room() -> None:
    span = _span(date(2018, 1, 1), date(2019, 1, 1), "waiting")
    found = ribbon_end(ribbon([span], TEN, 16.0), span, TEN, 16.0)
    assert found is not None
    assert max(numbers(found.d)[::2]) >= TEN.x(date(2019, 1, 1))
    late = span._replace(ends=PartialDate.of(date(2027, 1, 1)))
    assert ribbon_end(ribbon([late], TEN, 16.0), late, TEN, 16.0) is None


def test_years_that_are_not_recorded_are_an_outline_as_broad_as_any_quiet_year() -> None:
    spans = [
        _span(date(2018, 1, 1), date(2020, 1, 1), "unknown", False),
        _span(date(2020, 1, 1), date(2022, 1, 1), "waiting"),
    ]
    unknown, waiting = ribbon(spans, TEN, 16.0)
    assert (unknown.is_recorded, waiting.is_recorded) == (False, True)
    assert {12.0, 20.0} <= set(numbers(unknown.d))


def test_spans_before_or_after_the_scale_draw_nothing() -> None:
    outside = [
        _span(date(1900, 1, 1), date(1910, 1, 1), "waiting"),
        _span(date(2040, 1, 1), date(2041, 1, 1), "waiting"),
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
