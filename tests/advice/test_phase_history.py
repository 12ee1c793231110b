"""The phases of a person over time, by the same rules as today's."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pytest

from journal.advice.phase_history import PhaseHistory, PhaseSpan
from journal.durations import Duration
from journal.notes.note import PhaseLine
from journal.notes.records import Person
from journal.settings import Settings
from journal.values import PartialDate, read_partial_date

END = date(2026, 6, 16)


def when(text: str) -> PartialDate:
    return read_partial_date(text)


def line(text: str) -> PhaseLine:
    since, phase = text.split()
    return PhaseLine(when(since), phase)


def history(contacts: Sequence[date] = (), **keys: object) -> PhaseHistory:
    values = {"id": "mentors/p", "title": "P", "roles": ("mentor",), **keys}
    return PhaseHistory(Person(**values), contacts, Settings())  # type: ignore[arg-type]


def spans(contacts: Sequence[date] = (), **keys: object) -> list[tuple[str, str]]:
    found = history(contacts, **keys).spans(END)
    return [(str(span.begins), span.phase) for span in found]


def known(contacts: Sequence[date] = (), **keys: object) -> list[tuple[str, str, bool]]:
    found = history(contacts, **keys).spans(END)
    return [(str(span.begins), span.phase, span.is_recorded) for span in found]


def test_somebody_is_new_for_half_a_year_then_waiting() -> None:
    contacts, since = [date(2025, 1, 31)], when("2025-01-31")
    assert spans(contacts, since=since) == [("2025-01-31", "new"), ("2025-07-31", "waiting")]


@pytest.mark.parametrize("since", ["2016", "2016-03", "2016-03-01"])
def test_before_the_first_contact_nothing_is_known_and_a_date_is_as_exact_as_written(
    since: str,
) -> None:
    assert known([date(2026, 5, 4)], since=when(since)) == [
        (since, "unknown", False),
        ("2026-05-04", "waiting", True),
    ]
    assert known(since=when(since)) == [(since, "unknown", False)]


def test_what_is_known_begins_with_a_contact_that_no_note_tells_of() -> None:
    keys = {"since": when("2016"), "last_contact": when("2024-05")}
    assert known([date(2026, 5, 4)], **keys) == [
        ("2016", "unknown", False),
        ("2024-05", "waiting", True),
    ]


def test_the_years_before_the_mentoring_in_which_we_knew_each_other_are_not_recorded() -> None:
    keys = {"since": when("2016"), "known_since": when("2009-09")}
    assert known([date(2016, 5, 4)], **keys)[:2] == [
        ("2009-09", "unknown", False),
        ("2016-05-04", "new", True),
    ]


def test_a_written_phase_before_the_first_contact_is_that_phase_not_recorded() -> None:
    assert known(
        [date(2020, 3, 1)], since=when("2010"), phases=(line("2012 active"), line("2015 waiting"))
    ) == [
        ("2010", "unknown", False),
        ("2012", "active", False),
        ("2015", "waiting", False),
        ("2020-03-01", "waiting", True),
        ("2023-03-01", "dormant", True),
    ]


def test_who_is_new_today_is_new_before_the_first_contact_too() -> None:
    assert known(since=when("2026-02")) == [("2026-02", "new", False)]
    assert known(since=when("2025-11")) == [("2025-11", "unknown", False)]


def test_the_last_span_ends_where_the_picture_does_and_there_are_no_gaps() -> None:
    found = history([date(2015, 6, 1)], since=when("2015"), phases=(line("2016-01 active"),)).spans(
        END
    )
    assert all(one.ends == other.begins for one, other in pairwise(found))
    assert [span.phase for span in found] == ["unknown", "new", "waiting", "active"]
    assert found[-1].ends == PartialDate.of(END)


def test_lines_of_phases_count_from_their_first_day() -> None:
    lines = (line("2024-03 active"), line("2025-03-10 waiting"), line("2027-01 active"))
    assert spans(since=when("2024-03"), phases=lines) == [
        ("2024-03", "active"),
        ("2025-03-10", "waiting"),
    ]


def test_three_years_without_a_contact_are_dormant_until_the_next_one() -> None:
    contacts = [date(2010, 1, 10), date(2016, 9, 1), date(2026, 1, 1)]
    assert spans(contacts) == [
        ("2010-01-10", "waiting"),
        ("2013-01-10", "dormant"),
        ("2016-09-01", "waiting"),
        ("2019-09-01", "dormant"),
        ("2026-01-01", "waiting"),
    ]


def test_without_a_known_contact_nobody_is_dormant() -> None:
    assert spans(since=when("2020-01-01")) == [("2020-01-01", "unknown")]


def test_the_silence_counts_from_a_contact_that_no_note_tells_of() -> None:
    assert spans(last_contact=when("2020-03")) == [
        ("2020-03", "waiting"),
        ("2023-03", "dormant"),
    ]


def test_an_end_ends_it_and_a_death_ends_the_spans() -> None:
    assert spans(since=when("2019"), until=when("2020-12-14"))[-1] == ("2020-12-14", "ended")
    found = history([date(2019, 3, 1)], since=when("2019"), died=when("2020-02")).spans(END)
    assert found[-1] == PhaseSpan(PartialDate(date(2019, 7, 1), 1), when("2020-02"), "waiting")


def test_a_phase_of_its_own_counts_from_the_last_line_on() -> None:
    lines = (line("2020-01 active"), line("2022-01 waiting"))
    assert spans([date(2026, 1, 1)], phases=lines, phase="dormant") == [
        ("2020-01", "active"),
        ("2022-01", "dormant"),
        ("2026-01-01", "dormant"),
    ]


def test_what_began_before_since_was_new_already() -> None:
    assert spans([date(2025, 11, 1)], since=when("2026-01-01")) == [("2025-11-01", "new")]


@pytest.mark.parametrize("keys", [{}, {"since": when("2027")}, {"died": when("2000")}])
def test_nothing_known_up_to_the_end_has_no_spans(keys: dict[str, object]) -> None:
    assert spans((), **keys) == []


@pytest.mark.parametrize(
    ("first", "last", "due"),
    [
        (date(2026, 4, 1), date(2026, 5, 30), False),
        (date(2026, 4, 1), date(2026, 6, 1), True),
        (date(2026, 6, 2), date(2026, 8, 31), False),
        (date(2026, 6, 2), date(2026, 9, 1), True),
    ],
)
def test_the_cadence_asks_on_its_beats(first: date, last: date, due: bool) -> None:
    assert history([date(2026, 3, 1)], since=when("2020")).was_due(first, last) is due


def test_a_quick_cadence_asks_in_every_quarter_and_a_slow_one_once_a_year() -> None:
    contacts = [date(2020, 2, 1)]
    quarters = [(date(2022, n, 1), date(2022, n + 2, 28)) for n in (1, 4, 7, 10)]
    quick = history(contacts, since=when("2020"), cadence=Duration(days=14))
    slow = history(contacts, since=when("2020"), cadence=Duration(months=12))
    never = history(contacts, since=when("2020"), cadence=Duration(never=True))
    assert [quick.was_due(*quarter) for quarter in quarters] == [True] * 4
    assert [slow.was_due(*quarter) for quarter in quarters] == [True, False, False, False]
    assert [never.was_due(*quarter) for quarter in quarters] == [False] * 4


def test_nobody_asks_anything_of_those_who_left_or_are_not_kept_in_touch_with() -> None:
    year = (date(2025, 1, 1), date(2025, 12, 31))
    contacts = [date(2020, 1, 1)]
    assert history(contacts).was_due(*year)
    assert not history(contacts, until=when("2021")).was_due(*year)
    assert not history(contacts, died=when("2021")).was_due(*year)
    assert not history(contacts, roles=("associate",)).was_due(*year)


@pytest.mark.parametrize(
    ("silence", "last", "dormant", "heard"),
    [
        # the shortest of all: a month of 28 days, and a day
        (Duration(months=1), date(2025, 2, 1), date(2025, 3, 1), date(2025, 3, 2)),
        (Duration(months=36), date(2010, 1, 10), date(2013, 1, 10), date(2013, 1, 11)),
    ],
    ids=["a month", "three years"],
)
def test_a_silence_that_is_a_day_too_long_is_dormant_for_that_day(
    silence: Duration, last: date, dormant: date, heard: date
) -> None:
    person = Person(id="mentors/p", title="P", roles=("mentor",))
    found = PhaseHistory(person, [last, heard], Settings(dormant=silence)).spans(END)
    assert found[:3] == (
        PhaseSpan(PartialDate.of(last), PartialDate.of(dormant), "waiting"),
        PhaseSpan(PartialDate.of(dormant), PartialDate.of(heard), "dormant"),
        PhaseSpan(PartialDate.of(heard), found[2].ends, "waiting"),
    )
