"""Days and distances in words, in English whatever the system speaks."""

from datetime import date, timedelta

import pytest

from journal.values import read_partial_date
from journal.vocabulary.choices import DAYS
from journal.wording.dates import (
    day_span,
    day_with_weekday,
    distance,
    month_and_year,
    on_partial_date,
    weekday_names,
)

TODAY = date(2026, 6, 15)


def test_every_day_of_the_vocabulary_has_a_name() -> None:
    names = "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"
    assert weekday_names(DAYS.words) == names


def test_a_day_is_named_with_its_weekday() -> None:
    assert day_with_weekday(TODAY).words == "Monday, 15 June 2026"
    assert month_and_year(TODAY) == "June 2026"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"), (1, "tomorrow"), (-1, "yesterday"), (13, "in 13 days"), (14, "in 2 weeks"),
        (-59, "8 weeks ago"), (60, "in 2 months"), (729, "in 24 months"), (-730, "2 years ago"),
    ],
)  # fmt: skip
def test_how_far_off_a_day_is(days: int, words: str) -> None:
    assert distance(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("first", "words"),
    [
        ("2027-01-19", ["19 January 2027"]),
        ("2027-01-12", ["12", "19 January 2027"]),
        ("2027-01-01", ["1", "19 January 2027"]),
        ("2026-12-31", ["31 December 2026", "19 January 2027"]),
    ],
)
def test_a_span_says_once_what_its_days_share(first: str, words: list[str]) -> None:
    days = day_span(date.fromisoformat(first), date(2027, 1, 19))
    assert [day.words for day in days] == words


def test_a_span_over_two_months_names_both() -> None:
    days = day_span(date(2027, 1, 30), date(2027, 2, 2))
    assert [day.words for day in days] == ["30 January", "2 February 2027"]


@pytest.mark.parametrize(
    ("written", "words"),
    [("2024", "in 2024"), ("2024-05", "in May 2024"), ("2024-05-01", "on 1 May 2024")],
)
def test_a_partial_date_is_said_as_exactly_as_it_was_written(written: str, words: str) -> None:
    assert on_partial_date(read_partial_date(written)) == words
