"""Lengths of time, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.durations import Duration, read_duration
from journal.values import Unreadable
from journal.wording.dates import cadence_words

LENGTHS = st.builds(Duration, months=st.integers(0, 999), days=st.integers(0, 999))


@given(LENGTHS)
def test_every_duration_is_read_as_it_is_written(length: Duration) -> None:
    assert read_duration(str(length)) == length


@given(LENGTHS.filter(lambda length: bool(length.parts)))
def test_a_cadence_is_read_in_the_words_of_the_program(length: Duration) -> None:
    assert read_duration(cadence_words(length)) == length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("every 3 months", Duration(months=3)),
        ("Every Month", Duration(months=1)),
        ("once a quarter", Duration(months=3)),
        ("every other week", Duration(days=14)),
        ("twice a month", Duration(days=14)),
        ("twice a week", Duration(days=3)),
        ("twice a year", Duration(months=6)),
        ("3 times a year", Duration(months=4)),
        ("4x per year", Duration(months=3)),
        ("1 year and 6 months", Duration(months=18)),
        ("2w", Duration(days=14)),
        ("P3M", Duration(months=3)),
        ("annually", Duration(months=12)),
        ("none", Duration(never=True)),
    ],
)
def test_a_duration_is_read_as_people_say_it(text: str, length: Duration) -> None:
    assert read_duration(text) == length


@pytest.mark.parametrize(
    "text", ["every", "month", "6", "every so often", "0 times a year", "1 year and", "-2 weeks"]
)
def test_what_is_close_to_a_duration_is_none(text: str) -> None:
    with pytest.raises(Unreadable):
        read_duration(text)
