"""What asks for something, and what counts as its answer."""

import pytest

from tests.support.advice import advised, mentor, met
from tests.support.findings import note
from tests.support.journal import Writer

# Two messages of half a year ago that ask something; a case changes the second.
ASKS = {
    "a question": ("kind: question",),
    "a request": ("kind: request",),
    "an offer": ("kind: offer",),
    "an introduction": ("kind: introduction",),
    "any kind with a question": ("kind: greeting", "question: How long?"),
    "a call from me alone": ("channel: call", "direction: out", "kind: question"),
    "fourteen days old": ("date: 2026-06-01", "kind: question"),
    "private": ("kind: question", "private: true"),
    "cannot have been answered before it was asked": ("kind: question", "answered_on: 2025-01-01"),
    "answered tomorrow": ("kind: question", "answered_on: 2026-06-16"),
}
ASKS_NOT = {
    "a note": ("kind: note",),
    "an update": ("kind: update",),
    "thanks": ("kind: thanks",),
    "feedback": ("kind: feedback",),
    "a reply": ("kind: reply",),
    "no kind": (),
    "a kind that is none": ("kind: querying",),
    "thirteen days old": ("date: 2026-06-02", "kind: question"),
    "from them": ("direction: in", "kind: question"),
    "a call": ("channel: call", "kind: question"),
    "in person": ("channel: coffee", "kind: question"),
    "a video call": ("channel: zoom", "kind: question"),
    "an event": ("channel: conference", "kind: question"),
    "from both": ("direction: both", "kind: question"),
    "answered on its day": ("kind: question", "answered_on: 2026-03-10"),
    "answered today": ("kind: question", "answered_on: 2026-06-15"),
    "a draft": ("kind: question", "draft: true"),
    "cancelled": ("kind: question", "state: cancelled"),
    "planned": ("kind: question", "state: planned"),
    "with somebody else": ("people: q", "kind: question"),
}
FIRST = met("2026-01-10", "kind: question")


def rests(notes: Writer, *lines: str) -> bool:
    found = advised(notes, mentor(), {"people/q": note()}, FIRST, met("2026-03-10", *lines))
    return found.hold is not None and found.hold.kind == "resting"


@pytest.mark.parametrize("case", ASKS)
def test_two_messages_wait_for_an_answer(notes: Writer, case: str) -> None:
    assert rests(notes, *ASKS[case])


@pytest.mark.parametrize("case", ASKS_NOT)
def test_only_one_message_or_none_waits_for_an_answer(notes: Writer, case: str) -> None:
    assert not rests(notes, *ASKS_NOT[case])


HEARD = {
    "from them, after both": (met("2026-03-11", "direction: in"), False),
    "from them, on the day of the second": (
        met("2026-03-10", "direction: in", "kind: note"),
        False,
    ),
    "from them, between": (met("2026-02-01", "direction: in"), False),
    "from them, on the day of the first": (met("2026-01-10", "direction: in"), False),
    "from them, before both": (met("2026-01-09", "direction: in"), True),
    "a call after both": (met("2026-03-11", "channel: call"), False),
    "an answer to an older one, after both": (
        met("2025-12-01", "answered_on: 2026-03-11"),
        False,
    ),
    "an answer to an older one, before both": (
        met("2025-12-01", "answered_on: 2026-01-09"),
        True,
    ),
    "an answer of tomorrow": (met("2025-12-01", "answered_on: 2026-06-16"), True),
    "a note of mine": (met("2026-03-11"), True),
}


@pytest.mark.parametrize("case", HEARD)
def test_whatever_comes_from_them_answers_all_before(notes: Writer, case: str) -> None:
    heard, resting = HEARD[case]
    found = advised(notes, mentor(), FIRST, met("2026-03-10", "kind: question"), heard)
    assert (found.hold is not None) is resting


WAITS = {
    "13 days": True,
    "2w": True,
    "none": False,
    "5 months": False,
    "96 days": True,  # 10 March and 97 days is today
    "97 days": True,
    "98 days": False,
    "3 months": True,
}


@pytest.mark.parametrize("wait", WAITS)
def test_how_long_they_take_to_answer_is_theirs_to_say(notes: Writer, wait: str) -> None:
    files = (FIRST, met("2026-03-10", "kind: question"))
    found = advised(notes, mentor(f"replies_in: {wait}"), *files)
    assert (found.hold is not None) is WAITS[wait]
