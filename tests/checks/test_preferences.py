"""Touchpoints and the preferences of the people in them."""

from datetime import date

import pytest

from tests.support.findings import contact, lines, messages, person
from tests.support.journal import Writer

LISBON = '[me]\ntz = "Europe/Lisbon"\n'


def test_a_channel_that_they_avoid_is_named(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("avoids: [call, social]"),
        "touchpoints/2026-06-01 x": contact("kind: note", "channel: social"),
    })  # fmt: skip
    assert lines(notes, "C20") == [4]
    assert "email" in messages(notes, "C20")[0]


@pytest.mark.parametrize(
    "differs",
    [
        ("channel: social", "direction: in"),
        ("channel: social", "state: cancelled"),
        ("channel: email",),
    ],
)
def test_their_own_choice_cancelled_or_another_channel_is_fine(
    notes: Writer, differs: tuple[str, ...]
) -> None:
    notes.write({
        "mentors/p": person("avoids: [call, social]"),
        "touchpoints/2026-06-01 x": contact(*differs),
    })  # fmt: skip
    assert lines(notes, "C20") == []


def test_old_history_stays_quiet(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("avoids: social"),
        "touchpoints/2025-06-15 old": contact("channel: social"),
        "touchpoints/2025-06-16 new": contact("channel: social"),
        "touchpoints/2027-06-16 plan": contact("channel: social"),
    })  # fmt: skip
    assert lines(notes, "C20", "2025-06-15 old.md") == []
    assert lines(notes, "C20") == [3, 3]


def test_everybody_who_avoids_it_is_named(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("avoids: social"),
        "mentors/q": person("avoids: social"),
        "mentors/r": person("accepts: social"),
        "touchpoints/2026-06-01 x": "---\npeople: [p, q, r]\nchannel: social\n---\n",
    })  # fmt: skip
    assert lines(notes, "C20") == [3, 3]


def test_a_call_in_their_night_is_named_at_its_time(notes: Writer) -> None:
    notes.write({
        "journal.toml": LISBON,
        "mentors/p": person("tz: Asia/Tokyo", "accepts: call"),
        "touchpoints/2026-06-20 x": contact("channel: call", "time: 15:00"),
    })  # fmt: skip
    assert lines(notes, "C21") == [4]
    message = messages(notes, "C21")[0]
    assert "23:00 on Saturday" in message
    assert "13:00-01:00" in message


@pytest.mark.parametrize(
    "differs",
    [
        ("channel: call", "time: 10:00"),
        ("channel: email", "time: 15:00"),
        ("channel: call", "time: 15:00", "direction: in"),
        ("channel: call",),
    ],
)
def test_by_day_by_e_mail_from_them_or_without_a_time_is_fine(
    notes: Writer, differs: tuple[str, ...]
) -> None:
    notes.write({
        "journal.toml": LISBON,
        "mentors/p": person("tz: Asia/Tokyo", "accepts: call"),
        "touchpoints/2026-06-20 x": contact(*differs),
    })  # fmt: skip
    assert lines(notes, "C21") == []


def test_a_quiet_day_is_the_day_over_there(notes: Writer) -> None:
    notes.write({
        "journal.toml": LISBON,
        "mentors/p": person("tz: Asia/Tokyo", "quiet_days: sat", "quiet_hours: 03:00-04:00"),
        "touchpoints/2026-06-19 x": contact("channel: call", "time: 17:00"),
        "touchpoints/2026-06-20 x": contact("channel: call", "time: 17:00"),
    })  # fmt: skip
    assert lines(notes, "C21", "2026-06-19 x.md") == [4]
    assert lines(notes, "C21", "2026-06-20 x.md") == []


def test_the_end_of_quiet_hours_is_no_quiet_hour(notes: Writer) -> None:
    notes.write({
        "journal.toml": LISBON,
        "mentors/p": person("tz: Europe/Lisbon"),
        "touchpoints/2026-06-20 x": contact("channel: call", "time: 09:00"),
        "touchpoints/2026-06-21 x": contact("channel: call", "time: 21:00"),
    })  # fmt: skip
    assert lines(notes, "C21", "2026-06-20 x.md") == []
    assert lines(notes, "C21", "2026-06-21 x.md") == [4]


def test_a_time_means_little_while_their_zone_is_unknown(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("accepts: call"),
        "touchpoints/2026-06-20 x": contact("channel: call", "time: 15:00"),
    })  # fmt: skip
    assert lines(notes, "C22") == [4]


def test_an_e_mail_may_come_at_any_time(notes: Writer) -> None:
    notes.write({
        "mentors/p": person(),
        "touchpoints/2026-06-20 x": contact("channel: email", "time: 15:00"),
    })  # fmt: skip
    assert lines(notes, "C22") == []


def test_a_text_message_needs_their_consent(notes: Writer) -> None:
    notes.write({"mentors/p": person(), "touchpoints/2026-06-01 x": contact("channel: text")})
    assert lines(notes, "C23") == [3]


@pytest.mark.parametrize("key", ["accepts: [text]", "announce_first: text", "prefers: text"])
def test_any_of_their_keys_is_consent(notes: Writer, key: str) -> None:
    wishes = person(key).replace("prefers: email\n", "") if key.startswith("pre") else person(key)
    notes.write({"mentors/p": wishes, "touchpoints/2026-06-01 x": contact("channel: text")})
    assert lines(notes, "C23") == []


def test_a_text_message_from_them_needs_no_consent(notes: Writer) -> None:
    text = contact("channel: text", "direction: in")
    notes.write({"mentors/p": person(), "touchpoints/2026-06-01 x": text})
    assert lines(notes, "C23") == []


@pytest.mark.parametrize(
    ("plan", "line"),
    [
        (contact("channel: email", body="Hello\n\nWell done 🎉"), 7),
        (contact("question: Is it out? 🎉"), 3),
        (contact("channel: email", "title: 🎉 Congratulations"), 4),
        (contact(body="# Congratulations 🎉"), 4),
    ],
)
def test_emoji_in_a_plan_are_named_where_they_stand(notes: Writer, plan: str, line: int) -> None:
    notes.write({"mentors/p": person(), "touchpoints/2026-06-20 x": plan})
    assert lines(notes, "C24") == [line]


def test_emoji_in_a_file_name_are_named_at_the_top(notes: Writer) -> None:
    notes.write({"mentors/p": person(), "touchpoints/2026-06-20 🎉": contact()})
    assert lines(notes, "C24") == [1]


def test_welcome_emoji_past_ones_and_the_calendar_of_a_task_are_fine(notes: Writer) -> None:
    notes.write({
        "mentors/p": person(),
        "mentors/q": person("emoji_ok: true"),
        "touchpoints/2026-06-01 past": contact("channel: email", body="🎉"),
        "touchpoints/2026-06-20 task": contact(body="- [ ] call 📅 2026-06-20"),
        "touchpoints/2026-06-21 fine": "---\npeople: q\n---\n🎉",
    })  # fmt: skip
    assert lines(notes, "C24") == []


def test_a_call_that_nothing_announces_is_named(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("announce_first: call"),
        "touchpoints/2026-05-15 too early": contact("channel: email"),
        "touchpoints/2026-06-01 a call": contact("channel: call"),
        "touchpoints/2026-06-15 a call": contact("channel: call"),
    })  # fmt: skip
    assert lines(notes, "C25", "2026-06-01 a call.md") == []
    assert lines(notes, "C25", "2026-06-15 a call.md") == [3]


@pytest.mark.parametrize("day", ["2026-05-16", "2026-06-15"])
def test_thirty_days_before_and_the_same_day_announce(notes: Writer, day: str) -> None:
    notes.write({
        "mentors/p": person("announce_first: call"),
        f"touchpoints/{day} announced": contact("channel: email"),
        "touchpoints/2026-06-15 a call": contact("channel: call"),
    })  # fmt: skip
    assert lines(notes, "C25") == []


def test_a_planned_letter_announces_a_planned_visit(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("announce_first: in-person"),
        "touchpoints/2026-07-01 announced": contact("channel: letter"),
        "touchpoints/2026-07-15 visit": contact("channel: in-person"),
    })  # fmt: skip
    assert lines(notes, "C25") == []
    assert lines(notes, "C25", today=date(2026, 7, 10)) == []
