"""How long a question takes them, and when not to ring them."""

import pytest

from journal.advice.talking_points import seconds_to_answer
from tests.support.findings import contact, lines, messages, person
from tests.support.journal import Writer

SECONDS = {
    # words / 4 rounded up + 8, and 10 for a closed question, 40 for an open one, 60 to read
    "Here?": 19,
    "Is it here?": 19,
    "Is it over here?": 19,
    "Is it still over here?": 20,
    "Why?": 49,
    "WHY?": 49,
    "Is that whyever?": 19,
    "Can you explain?": 49,
    "Can you explains?": 19,
    "Please describe it": 49,
    "Please elaborate": 49,
    "Any thoughts?": 49,
    "A thought?": 19,
    "Any advice?": 49,
    "What do you advise?": 19,
    "Your opinion?": 49,
    "Two opinions?": 19,
    "How?": 49,
    "How is it?": 49,
    "Somehow?": 19,
    "However?": 19,
    "Show me": 19,
    "How many?": 19,
    "How MUCH?": 19,
    "how long?": 19,
    "How often?": 19,
    "How far?": 19,
    "How old?": 19,
    "How soon?": 19,
    "How  soon?": 19,
    "How sooner?": 49,
    "How manly?": 49,
    "How few?": 49,
    "How many, and how?": 49,
    "How many, and why?": 49,
    "Did you read it?": 79,
    "Are you ready?": 19,
    "Did you review it?": 79,
    "A reviewer?": 19,
    "Is it attached?": 79,
    "Was it unattached?": 19,
    "Look over this?": 79,
    "Look this over?": 19,
    "Can you look  over it?": 80,
    "Overlook it?": 19,
    "Can you read and explain it?": 110,
    "Please review what is attached and say": 80,
}


@pytest.mark.parametrize("question", SECONDS)
def test_a_question_takes(question: str) -> None:
    assert seconds_to_answer(question) == SECONDS[question]


WORDS = {48: 0, 49: 1}  # 12 + 8 + 10 is thirty, one word more is over it


@pytest.mark.parametrize("words", WORDS)
def test_thirty_seconds_are_fine(notes: Writer, words: int) -> None:
    asked = contact(f"question: {'a ' * words}", "channel: email")
    notes.write({"mentors/p": person(), "touchpoints/2026-06-01 x": asked})
    assert len(lines(notes, "C30")) == WORDS[words]


def test_seconds_written_down_beat_the_estimate(notes: Writer) -> None:
    short = contact("channel: email", "question: Can you explain it?", "question_seconds: 30")
    long = contact("channel: email", "question: Here?", "question_seconds: 31")
    notes.write({"mentors/p": person(), "touchpoints/2026-06-01 x": short})
    assert lines(notes, "C30") == []
    notes.write({"touchpoints/2026-06-01 x": long})
    assert ["31 seconds" in said for said in messages(notes, "C30")] == [True]


# 2026-06-01 is a Monday; Lisbon is an hour behind Paris, New York five behind Lisbon.
QUIET: dict[str, tuple[tuple[str, ...], str, bool]] = {
    "as they begin": (("tz: Europe/Lisbon",), "21:00", True),
    "a minute before": (("tz: Europe/Lisbon",), "20:59", False),
    "past midnight": (("tz: Europe/Lisbon",), "00:30", True),
    "a minute before they end": (("tz: Europe/Lisbon",), "08:59", True),
    "as they end": (("tz: Europe/Lisbon",), "09:00", False),
    "an hour ahead, as they begin": (("tz: Europe/Paris",), "20:00", True),
    "an hour ahead, as they end": (("tz: Europe/Paris",), "08:00", False),
    "over the sea, at night": (("tz: America/New_York",), "13:59", True),
    "over the sea, in the morning": (("tz: America/New_York",), "14:00", False),
    "their own": (("tz: Europe/Lisbon", "quiet_hours: 12:00-14:00"), "13:59", True),
    "their own, over": (("tz: Europe/Lisbon", "quiet_hours: 12:00-14:00"), "14:00", False),
    "not those of the settings": (
        ("tz: Europe/Lisbon", "quiet_hours: 12:00-14:00"),
        "22:00",
        False,
    ),
    "a quiet day": (("tz: Europe/Lisbon", "quiet_days: mon"), "12:00", True),
    "another day": (("tz: Europe/Lisbon", "quiet_days: [sun, tue]"), "12:00", False),
    "a day that begins earlier there": (
        ("tz: Pacific/Auckland", "quiet_days: tue", "quiet_hours: 23:00-23:30"),
        "13:00",
        True,
    ),
    "still Monday there": (
        ("tz: Pacific/Auckland", "quiet_days: tue", "quiet_hours: 23:00-23:30"),
        "11:59",
        False,
    ),
    "still Sunday there": (("tz: Pacific/Honolulu", "quiet_days: sunday"), "10:30", True),
}
HERE = '[me]\ntz = "Europe/Lisbon"\n'


@pytest.mark.parametrize("case", QUIET)
def test_quiet_hours_are_in_their_time(notes: Writer, case: str) -> None:
    wishes, clock, quiet = QUIET[case]
    call = contact("channel: call", f"time: {clock}")
    notes.write({"mentors/p": person(*wishes), "touchpoints/2026-06-01 x": call})
    notes.write({"journal.toml": HERE})
    assert bool(lines(notes, "C21")) is quiet


# In 2026 New York moved its clocks on 8 March, Lisbon on 29 March.
CLOCKS = {
    "2026-03-07 x": ("14:00", False),
    "2026-03-09 x": ("13:00", False),
    "2026-03-28 x": ("12:59", True),
    "2026-03-30 x": ("13:59", True),
    "2026-03-31 x": ("14:00", False),
}


@pytest.mark.parametrize("day", CLOCKS)
def test_quiet_hours_follow_the_clocks_of_both_zones(notes: Writer, day: str) -> None:
    clock, quiet = CLOCKS[day]
    call = contact("channel: call", f"time: {clock}")
    notes.write({"mentors/p": person("tz: America/New_York"), f"touchpoints/{day}": call})
    notes.write({"journal.toml": HERE})
    assert bool(lines(notes, "C21")) is quiet
