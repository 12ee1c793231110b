"""Quick questions."""

import pytest

from tests.support.findings import contact, lines, messages, note, person
from tests.support.journal import Writer


def asking(notes: Writer, *lines: str, day: str = "2026-06-01") -> Writer:
    text = contact("channel: email", *lines)
    return notes.write({"mentors/p": person(), f"touchpoints/{day} ask": text})


def test_a_question_that_asks_for_an_essay_is_named(notes: Writer) -> None:
    asking(notes, "kind: question", "question: Why does the tide turn?")
    assert lines(notes, "C30") == [5]
    assert "50 seconds" in messages(notes, "C30")[0]


def test_a_quick_question_is_fine(notes: Writer) -> None:
    assert lines(asking(notes, "question: Which housing did you use?"), "C30") == []


def test_the_seconds_written_down_beat_the_estimate(notes: Writer) -> None:
    asking(notes, "question: Why does the tide turn?", "question_seconds: 30")
    assert lines(notes, "C30") == []
    asking(notes, "question: Which housing?", "question_seconds: 31")
    assert lines(notes, "C30") == [4]


@pytest.mark.parametrize(
    ("day", "found"), [("2025-06-15", []), ("2025-06-16", [4]), ("2026-07-01", [4])]
)
def test_a_question_of_over_a_year_ago_is_left_in_peace(
    notes: Writer, day: str, found: list[int]
) -> None:
    asking(notes, "question: Why does it turn? And how?", day=day)
    assert lines(notes, "C30") == lines(notes, "C31") == found


def test_the_same_question_asked_twice_long_ago_is_history(notes: Writer) -> None:
    asking(notes, "question: Which housing?", day="2016-06-01")
    asking(notes, "question: Which housing?", day="2017-06-01")
    assert lines(notes, "C33") == []


@pytest.mark.parametrize("differs", ["direction: in", "state: cancelled"])
def test_their_question_and_one_never_asked_take_them_no_time(notes: Writer, differs: str) -> None:
    asking(notes, "question: Why does it turn? And how?", differs)
    assert lines(notes, "C30") + lines(notes, "C31") == []


def test_two_questions_in_one_are_named(notes: Writer) -> None:
    asking(notes, "question: Which housing? Which cable?")
    assert lines(notes, "C31") == [4]


def test_one_question_is_one(notes: Writer) -> None:
    assert lines(asking(notes, "question: Which housing, and which cable?"), "C31") == []


def test_a_question_asked_before_is_named_on_the_later_one(notes: Writer) -> None:
    notes.write({
        "mentors/p": person(),
        "touchpoints/2016-06-01 a": contact("channel: email", "question: Which housing?"),
        "touchpoints/2026-06-01 b": contact("channel: email", "question: which  Housing"),
    })  # fmt: skip
    assert (lines(notes, "C33", "a.md"), lines(notes, "C33", "b.md")) == ([], [4])
    assert "touchpoints/2016-06-01 a.md" in messages(notes, "C33")[0]


def test_the_same_question_to_somebody_else_is_new_to_them(notes: Writer) -> None:
    notes.write({
        "mentors/p": person(),
        "mentors/q": person(),
        "touchpoints/2016-06-01 a": contact("channel: email", "question: Which housing?"),
        "touchpoints/2026-06-01 b": note("people: q", "channel: email", "question: Which housing?"),
    })  # fmt: skip
    assert lines(notes, "C33") == []


def test_a_question_from_them_was_not_asked_of_them(notes: Writer) -> None:
    theirs = contact("channel: email", "question: Which housing?", "direction: in")
    notes.write({
        "mentors/p": person(),
        "touchpoints/2016-06-01 a": theirs,
        "touchpoints/2026-06-01 b": contact("channel: email", "question: Which housing?"),
    })  # fmt: skip
    assert lines(notes, "C33") == []
