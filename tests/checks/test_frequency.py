"""Room between messages, and plans that have passed."""

from datetime import date

import pytest

from tests.support.findings import contact, lines, messages, note, person
from tests.support.journal import Writer

TEXT = contact("channel: text")
EMAIL = contact("channel: email")


def test_texts_on_two_days_running_are_named_on_the_second(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("accepts: text"),
        "touchpoints/2026-06-01 a": TEXT,
        "touchpoints/2026-06-02 b": TEXT,
    })  # fmt: skip
    assert (lines(notes, "C26", "a.md"), lines(notes, "C26", "b.md")) == ([], [3])


@pytest.mark.parametrize(
    "between",
    [
        {"touchpoints/2026-06-01 answer": contact("channel: text", "direction: in")},
        {"touchpoints/2026-06-02 rang": contact("channel: call")},
        {"touchpoints/2026-06-01 a": contact("channel: text", "answered_on: 2026-06-02")},
        {"touchpoints/2026-06-01 a": EMAIL},
        {"touchpoints/2026-06-01 a": contact("channel: text", "state: cancelled")},
    ],
)
def test_an_answer_between_or_another_channel_makes_it_a_conversation(
    notes: Writer, between: dict[str, str]
) -> None:
    texts = {"touchpoints/2026-06-01 a": TEXT, "touchpoints/2026-06-02 b": TEXT}
    notes.write({"mentors/p": person("accepts: text")} | texts | between)
    assert lines(notes, "C26") == []


def test_texts_to_two_people_are_no_row(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("accepts: text"),
        "mentors/q": person("accepts: text"),
        "touchpoints/2026-06-01 a": TEXT,
        "touchpoints/2026-06-02 b": "---\npeople: q\nchannel: text\n---\n",
    })  # fmt: skip
    assert lines(notes, "C26") == []


def test_a_message_sooner_than_their_gap_is_named(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("min_gap: 10 days"),
        "touchpoints/2026-06-01 a": EMAIL,
        "touchpoints/2026-06-10 b": EMAIL,
    })  # fmt: skip
    assert (lines(notes, "C28", "a.md"), lines(notes, "C28", "b.md")) == ([], [3])
    assert "9 days after" in messages(notes, "C28")[0]
    assert "11 June 2026" in messages(notes, "C28")[0]


def test_a_message_on_the_day_the_gap_ends_is_fine(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("min_gap: 10 days"),
        "touchpoints/2026-06-01 a": EMAIL,
        "touchpoints/2026-06-11 b": EMAIL,
    })  # fmt: skip
    assert lines(notes, "C28") == []


def test_two_messages_on_one_day_are_one_too_many(notes: Writer) -> None:
    notes.write({
        "mentors/p": person(),
        "touchpoints/2026-06-01 a": EMAIL,
        "touchpoints/2026-06-01 b": EMAIL,
    })  # fmt: skip
    assert lines(notes, "C28") == [3]


def test_a_plan_too_soon_is_named_with_the_gap_of_the_phase(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("phase: waiting"),
        "touchpoints/2026-06-10 a": EMAIL,
        "touchpoints/2026-06-30 b": EMAIL,
        "touchpoints/2026-07-21 c": EMAIL,
    })  # fmt: skip
    assert (lines(notes, "C28", "b.md"), lines(notes, "C28", "c.md")) == ([3], [])


@pytest.mark.parametrize(
    "between",
    [
        {"touchpoints/2026-06-02 met": contact("channel: in-person")},
        {"touchpoints/2026-06-10 c": contact("channel: email", "direction: in")},
        {"touchpoints/2026-06-01 a": contact("channel: email", "answered_on: 2026-06-03")},
        {"touchpoints/2026-06-10 b": contact("channel: email", "direction: in")},
        {"mentors/p": person("min_gap: none")},
    ],
)
def test_an_answer_leaves_the_gap_behind(notes: Writer, between: dict[str, str]) -> None:
    mails = {"touchpoints/2026-06-01 a": EMAIL, "touchpoints/2026-06-10 b": EMAIL}
    notes.write({"mentors/p": person("phase: waiting")} | mails | between)
    assert lines(notes, "C28") == []


PHASES_OF_THEN = {
    "the phase of then leaves less room": ("phases: [2026-01 active, 2026-06 waiting]", []),
    "the phase of now has begun": ("phases: [2026-01 active, 2026-05-19 waiting]", [3]),
    "it was new then": ("since: 2025-12-01", []),
    "it was not new any more": ("since: 2025-11-19", [3]),
    "the phase of then leaves more room": ("phases: [2026-01 waiting, 2026-06 active]", [3]),
}


@pytest.mark.parametrize("case", PHASES_OF_THEN)
def test_the_gap_is_that_of_the_phase_of_then(notes: Writer, case: str) -> None:
    line, found = PHASES_OF_THEN[case]
    notes.write({
        "mentors/p": note("prefers: email", line),
        "touchpoints/2026-05-10 a": EMAIL,
        "touchpoints/2026-05-19 b": EMAIL,
    })  # fmt: skip
    assert lines(notes, "C28") == found


@pytest.mark.parametrize("kind", ["greeting", "thanks", "congratulation"])
def test_a_kind_word_is_never_too_soon(notes: Writer, kind: str) -> None:
    notes.write({
        "mentors/p": person(),
        "touchpoints/2026-06-01 a": EMAIL,
        "touchpoints/2026-06-02 b": contact("channel: email", f"kind: {kind}"),
    })  # fmt: skip
    assert lines(notes, "C28") == []
    notes.write({"touchpoints/2026-06-02 b": contact("channel: email", "kind: update")})
    assert lines(notes, "C28") == [3]


def test_a_plan_whose_day_has_passed_is_asked_about(notes: Writer) -> None:
    plan = contact("channel: call", "state: planned")
    notes.write({"mentors/p": person(), "touchpoints/2026-06-14 a": plan})
    assert lines(notes, "C40") == [4]


@pytest.mark.parametrize("state", ["state: cancelled", "state: done", "kind: note"])
def test_what_is_settled_is_not_asked_about(notes: Writer, state: str) -> None:
    notes.write(
        {"mentors/p": person(), "touchpoints/2026-06-14 a": contact("channel: call", state)}
    )
    assert lines(notes, "C40") == []


def test_a_plan_for_today_has_not_passed(notes: Writer) -> None:
    plan = contact("channel: call", "state: planned")
    notes.write({"mentors/p": person(), "touchpoints/2026-06-15 a": plan})
    assert lines(notes, "C40") == []
    assert lines(notes, "C40", today=date(2026, 6, 16)) == [4]


@pytest.mark.parametrize("state", ["kind: note", "state: done", "state:"])
def test_a_contact_ahead_that_is_not_said_to_be_planned_is_named(notes: Writer, state: str) -> None:
    notes.write(
        {"mentors/p": person(), "touchpoints/2026-06-16 a": contact("channel: call", state)}
    )
    assert len(lines(notes, "C41")) == 1
    assert lines(notes, "C41", today=date(2026, 6, 16)) == []


@pytest.mark.parametrize("state", ["state: planned", "state: cancelled", "draft: true"])
def test_a_plan_and_what_will_not_be_are_not_named(notes: Writer, state: str) -> None:
    notes.write(
        {"mentors/p": person(), "touchpoints/2026-06-16 a": contact("channel: call", state)}
    )
    assert lines(notes, "C41") == []
