"""Days said in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import Refused
from journal.writing.spoken_days import read_day

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
    ],
)
def test_a_day_gone_by(words: str, day: str) -> None:
    assert read_day(words, MONDAY, ahead=False).isoformat() == day


@pytest.mark.parametrize(
    ("words", "day"), [("friday", "2026-06-19"), ("monday", "2026-06-22"), ("sun", "2026-06-21")]
)
def test_a_bare_weekday_ahead_is_the_next_one(words: str, day: str) -> None:
    assert read_day(words, MONDAY, ahead=True).isoformat() == day


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
def test_other_words_are_refused_with_examples(words: str) -> None:
    with pytest.raises(Refused, match="write YYYY-MM-DD, or"):
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
