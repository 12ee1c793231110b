"""Days said in words, and as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import Refused
from journal.wording.dates import MONTHS
from journal.writing.spoken_days import read_day, read_day_or_month

MONDAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-06-15"),
        ("Yesterday", "2026-06-14"),
        ("tomorrow", "2026-06-16"),
        ("the day before yesterday", "2026-06-13"),
        ("3 days ago", "2026-06-12"),
        ("a week ago", "2026-06-08"),
        ("2  weeks ago", "2026-06-01"),
        ("one month ago", "2026-05-15"),
        ("10 years ago", "2016-06-15"),
        ("in 3 weeks", "2026-07-06"),
        ("in a year", "2027-06-15"),
        ("2027-01-10", "2027-01-10"),
        ("friday", "2026-06-12"),
        ("last friday", "2026-06-12"),
        ("next friday", "2026-06-19"),
        ("Fri", "2026-06-12"),
        ("monday", "2026-06-15"),
        ("last monday", "2026-06-08"),
        ("next monday", "2026-06-22"),
        ("last week", "2026-06-08"),
        ("next week", "2026-06-22"),
        ("12 October 2025", "2025-10-12"),
        ("12. Oct 2025", "2025-10-12"),
        ("12th of october, 2025", "2025-10-12"),
        ("October 12, 2025", "2025-10-12"),
        ("Sept. 3 2025", "2025-09-03"),
        ("12.10.2025", "2025-10-12"),
        ("1. 2. 2026", "2026-02-01"),
    ],
)
def test_a_day_gone_by(words: str, day: str) -> None:
    assert read_day(words, MONDAY, ahead=False).isoformat() == day


@pytest.mark.parametrize(
    ("words", "day"), [("friday", "2026-06-19"), ("monday", "2026-06-22"), ("sun", "2026-06-21")]
)
def test_a_bare_weekday_ahead_is_the_next_one(words: str, day: str) -> None:
    assert read_day(words, MONDAY, ahead=True).isoformat() == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2 weeks", "2026-06-29"),
        ("two weeks", "2026-06-29"),
        ("2w", "2026-06-29"),
        ("in 2w", "2026-06-29"),
        ("P3M", "2026-09-15"),
        ("10 days", "2026-06-25"),
        ("next month", "2026-07-15"),
        ("next year", "2027-06-15"),
        ("3 June", "2027-06-03"),
        ("1.12.", "2026-12-01"),
    ],
)
def test_ahead_a_length_of_time_counts_from_today(words: str, day: str) -> None:
    assert read_day(words, MONDAY, ahead=True).isoformat() == day


@pytest.mark.parametrize("words", ["2 weeks", "2w", "next month"])
def test_a_length_of_time_alone_is_no_day_gone_by(words: str) -> None:
    with pytest.raises(Refused, match="is no day"):
        read_day(words, MONDAY, ahead=False)


@pytest.mark.parametrize(
    ("words", "day"), [("3 June", "2026-06-03"), ("3 july", "2026-07-03"), ("1.6.", "2026-06-01")]
)
def test_a_day_without_a_year_is_the_one_near_by(words: str, day: str) -> None:
    assert read_day(words, MONDAY, ahead=False).isoformat() == day


def test_a_day_without_a_year_that_is_far_off_asks_for_the_year() -> None:
    with pytest.raises(Refused, match="say the year, too"):
        read_day("12 October", MONDAY, ahead=False)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("yestreday", "yesterday"),
        ("tomorow", "tomorrow"),
        ("last firday", "last friday"),
        ("3 dyas ago", "3 days ago"),
        ("12 Octobre 2025", "12 october 2025"),
        ("the day befor yesterday", "the day before yesterday"),
    ],
)
def test_a_slip_asks_what_was_meant(words: str, meant: str) -> None:
    with pytest.raises(Refused, match=f"is no day: did you mean {meant}?"):
        read_day(words, MONDAY, ahead=False)


@pytest.mark.parametrize(
    ("words", "way_out"),
    [
        ("2025/03/14", "write 2025-03-14"),
        ("2025-9-3", "write 2025-09-03"),
        ("2026-02-30", "there is no such day"),
        ("10/12/2025", "write 2025-12-10 or 2025-10-12"),
    ],
)
def test_a_date_in_another_form_is_told_how_to_be_written(words: str, way_out: str) -> None:
    with pytest.raises(Refused, match=way_out):
        read_day(words, MONDAY, ahead=False)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("2024-05", "2024-05"),
        ("May 2024", "2024-05"),
        ("in sept 2024", "2024-09"),
        ("2024", "2024"),
        ("last month", "2026-05"),
        ("last year", "2025"),
        ("12 may 2024", "2024-05-12"),
    ],
)
def test_a_month_or_a_year_may_be_said_alone(words: str, read: str) -> None:
    assert str(read_day_or_month(words, MONDAY)) == read


def test_a_month_is_no_day() -> None:
    with pytest.raises(Refused, match="“2024-05” is no day: say which day of it"):
        read_day("2024-05", MONDAY, ahead=False)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.booleans())
def test_every_way_to_write_a_day_reads_alike(day: date, ahead: bool) -> None:
    month = MONTHS[day.month - 1]
    for written in (
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{day.day}. {month[:3].upper()}. {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day}.{day.month:02}.{day.year}",
    ):
        assert read_day(written, MONDAY, ahead=ahead) == day


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-92, 92))
def test_a_day_of_the_last_or_the_next_quarter_needs_no_year(today: date, days: int) -> None:
    day = today + timedelta(days=days)
    assert read_day(f"{day.day} {MONTHS[day.month - 1]}", today, ahead=False) == day


def test_a_month_ago_ends_with_the_month() -> None:
    assert read_day("1 month ago", date(2026, 3, 31), ahead=False) == date(2026, 2, 28)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "2026-02-30",
        "-1 days ago",
        "0x3 days ago",
        "last",
        "last today",
        "5",
        "١ days ago",
    ],
)
def test_other_words_are_refused(words: str) -> None:
    with pytest.raises(Refused, match="is no day: "):
        read_day(words, MONDAY, ahead=False)


@given(st.dates(), st.integers(0, 9999), st.sampled_from(["day", "week", "month", "year"]))
def test_no_count_leaves_the_calendar(today: date, count: int, unit: str) -> None:
    assert read_day(f"{count} {unit}s ago", today, ahead=False) <= today
    assert read_day(f"in {count} {unit}s", today, ahead=True) >= today


@given(st.text(max_size=30), st.booleans())
def test_any_text_is_a_day_or_refused(words: str, ahead: bool) -> None:
    try:
        read_day(words, MONDAY, ahead=ahead)
    except Refused:
        return


@given(st.dates(max_value=date(9999, 12, 1)), st.sampled_from(["mon", "wed", "sun"]))
def test_last_and_next_leave_today_out(today: date, name: str) -> None:
    if today > date(1, 1, 10):
        assert read_day(f"last {name}", today, ahead=False) < today
    assert read_day(f"next {name}", today, ahead=True) > today
    assert read_day(name, today, ahead=True) > today
