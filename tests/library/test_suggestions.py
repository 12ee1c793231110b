"""Which name may have been meant: slips are forgiven, and an updated index is a fresh one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.library.similar_names import SimilarNames

NAMES = (
    "amara okoye",
    "mentors/amara okoye",
    "the paper on rivers",
    "zoe",
    "2026 03 14 quick note",
)
words = st.sampled_from(["amara", "amaro", "okoye", "okoyo", "paper", "rivers", "zoe", "note"])
names = st.sets(st.lists(words, min_size=1, max_size=3).map(" ".join), max_size=12)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Amara Okoyee", "amara okoye"),
        ("amra okoye", "amara okoye"),
        ("the paper on rivrs", "the paper on rivers"),
        ("zoee", "zoe"),
        ("2026-03-14 quik note", "2026 03 14 quick note"),
        ("somebody else", ""),
    ],
)
def test_a_slip_leads_to_the_name_that_was_meant(typed: str, meant: str) -> None:
    assert SimilarNames(NAMES).closest(typed) == meant


@given(names, names, names, st.lists(words, min_size=1, max_size=3).map(" ".join))
def test_names_that_come_and_go_leave_what_a_fresh_memory_would_say(
    first: set[str], gone: set[str], come: set[str], asked: str
) -> None:
    similar, now = SimilarNames(first), (first - gone) | come
    similar.closest(asked)
    updated = similar.updated(first - now, now - first)
    assert updated.closest(asked) == SimilarNames(now).closest(asked)


def test_thousands_of_names_alike_are_not_all_compared() -> None:
    many = [f"touchpoints/{number} quick note" for number in range(5_000)]
    assert SimilarNames((*many, "wanjiru nowak")).closest("quick note of wanjiru novak") == ""
    assert SimilarNames((*many, "wanjiru nowak")).closest("wanjiru novak") == "wanjiru nowak"
