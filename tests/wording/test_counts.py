"""Counts and lists in words."""

import pytest

from journal.wording.counts import and_list, count_of, first_and_more


@pytest.mark.parametrize(
    ("parts", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_the_last_of_a_list_is_joined_with_and(parts: list[str], words: str) -> None:
    assert and_list(parts) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1"), (2, "1 and 2"), (3, "1, 2 and 1 more"), (1502, "1, 2 and 1,500 more")],
)
def test_a_long_list_says_how_many_are_left_out(count: int, words: str) -> None:
    assert first_and_more([str(number + 1) for number in range(count)], 2) == words


def test_one_is_said_in_the_singular() -> None:
    assert (count_of(0, "day"), count_of(1, "day")) == ("0 days", "1 day")
