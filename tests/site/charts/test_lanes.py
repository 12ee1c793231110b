"""One lane of the long timeline, from beginning to end."""

from datetime import date

from journal.advice.phase_history import PhaseSpan
from journal.site.charts.lanes import LaneFacts, StrokeScale, lane
from journal.site.charts.scale import Contact, Scale

TODAY = date(2026, 6, 15)
SCALE = Scale(date(1996, 1, 1), date(2027, 1, 1))
WAITING = PhaseSpan(date(2000, 3, 1), TODAY, "waiting")
FACTS = LaneFacts((WAITING,), (), (), date(2000, 3, 1), None)


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
