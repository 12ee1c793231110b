"""The advice as JSON for other programs: the same fields, always, and days as text."""

import json
from typing import Any

import pytest

from tests.support.advice import mentor, met
from tests.support.command import run
from tests.support.findings import note
from tests.support.journal import Files, Writer

FIELDS = [
    "person", "name", "section", "reach_by", "last_contact", "phase", "channel", "then",
    "hold", "reasons", "slots",
]  # fmt: skip
REASON_FIELDS = ["kind", "by", "text", "notes", "stale"]
SLOTS = ["news", "recognition", "offer", "question"]


def found(notes: Writer, *files: Files, today: str = "2026-06-15") -> dict[str, Any]:
    for each in files:
        notes.write(each)
    shown = run(notes.root, "next", "--format", "json", JOURNAL_TODAY=today)
    assert shown.status == 0
    answer = json.loads(shown.out)
    assert isinstance(answer, dict)
    return answer


def test_an_empty_journal_has_nobody(notes: Writer) -> None:
    assert found(notes) == {
        "as_of": "2026-06-15",
        "people": [],
        "to_confirm": [],
        "unread": [],
    }


def test_a_person_of_whom_only_the_name_is_known(notes: Writer) -> None:
    answer = found(notes, {"mentors/zoë-o-brien": ""})
    assert answer["people"] == [
        {
            "person": "mentors/zoë-o-brien",
            "name": "Zoë O Brien",
            "section": "begin",
            "reach_by": None,
            "last_contact": None,
            "phase": "waiting",
            "channel": None,
            "then": None,
            "hold": None,
            "reasons": [
                {
                    "kind": "begin",
                    "by": None,
                    "text": "No contact with Zoë O Brien is written down yet. "
                    "When did you last speak?",
                    "notes": ["mentors/zoë-o-brien"],
                    "stale": False,
                },
                {
                    "kind": "preferences",
                    "by": None,
                    "text": "You have not asked yet how they like to be reached.",
                    "notes": [],
                    "stale": False,
                },
            ],
            "slots": {"news": [], "recognition": [], "offer": [], "question": []},
        }
    ]


FULL: Files = {
    **mentor("questions: Which bridge?", "fields: optics", "birthday: 06-20", "city: Rome"),
    **met(
        "2026-05-01", "followup_on: 2026-06-30", body="- [ ] send it 📅 2026-06-29\n- [ ] one day"
    ),
    **met("2026-06-08", "direction: in"),
    **met("2026-07-20", "channel: call"),
    "news/2026-06-01 mine": note(),
    "news/2026-06-02 theirs": note("about: p"),
    "opportunities/o": note("for: p", "deadline: 2026-08-01"),
    "trips/t": note("city: Rome", "start: 2026-08-20"),
}


def test_a_person_with_everything(notes: Writer) -> None:
    (person,) = found(notes, FULL)["people"]
    assert list(person) == FIELDS
    assert list(person["slots"]) == SLOTS
    assert all(
        list(reason) == ["kind", "by", "text", "notes", "stale"] for reason in person["reasons"]
    )
    assert [(reason["kind"], reason["by"], reason["notes"]) for reason in person["reasons"]] == [
        ("reply", "2026-06-15", ["touchpoints/2026-06-08 note-in"]),
        ("recognise", "2026-06-16", ["news/2026-06-02 theirs"]),
        ("occasion", "2026-06-20", ["mentors/p"]),
        ("promise", "2026-06-29", ["touchpoints/2026-05-01 note-2026-06-30"]),
        ("followup", "2026-06-30", ["touchpoints/2026-05-01 note-2026-06-30"]),
        ("opportunity", "2026-07-02", ["opportunities/o"]),
        ("planned", "2026-07-20", ["touchpoints/2026-07-20 note-call"]),
        ("trip", "2026-07-30", ["trips/t"]),
        ("cadence", "2026-09-08", ["touchpoints/2026-06-08 note-in"]),
        ("promise", None, ["touchpoints/2026-05-01 note-2026-06-30"]),
    ]
    assert person["slots"] == {
        "news": ["news/2026-06-01 mine"],
        "recognition": ["news/2026-06-02 theirs"],
        "offer": ["opportunities/o"],
        "question": ["Which bridge?"],
    }


def test_every_reason_is_a_sentence(notes: Writer) -> None:
    (person,) = found(notes, FULL)["people"]
    for reason in person["reasons"]:
        assert reason["text"][0].isupper() or reason["text"].startswith("“")
        assert reason["text"].endswith(".")
        assert not reason["text"].endswith("..")


PROMISES = {
    "send the plots": "You promised: send the plots.",
    "send the plots.": "You promised: send the plots.",
    "may I ask?": "You promised: may I ask?",
    "wait …": "You promised: wait …",
}


@pytest.mark.parametrize("task", PROMISES)
def test_a_promise_ends_with_one_stop(notes: Writer, task: str) -> None:
    (person,) = found(
        notes, mentor("cadence: none"), met("2026-06-01", body=f"- [ ] {task} 📅 2026-06-20")
    )["people"]
    assert person["reasons"][0]["text"] == PROMISES[task]


HOLDS: dict[str, tuple[tuple[str, ...], list[Files], dict[str, str]]] = {
    "room": (
        ("cadence: 1 day",),
        [met("2026-06-14")],
        {"kind": "min_gap", "until": "2026-07-05"},
    ),
    "rest": (
        (),
        [met("2026-01-10", "kind: question"), met("2026-03-10", "kind: question")],
        {"kind": "resting", "until": "2026-09-10"},
    ),
    "snooze": (
        ("snooze_until: 2026-10-01",),
        [met("2026-06-01")],
        {"kind": "snooze", "until": "2026-10-01"},
    ),
}


@pytest.mark.parametrize("case", HOLDS)
def test_a_hold_says_what_and_until_when(notes: Writer, case: str) -> None:
    lines, files, hold = HOLDS[case]
    (person,) = found(notes, mentor(*lines), *files)["people"]
    assert person["hold"] == hold
    assert list(person["hold"]) == ["kind", "until"]


def test_what_was_planned_for_a_day_that_has_passed_is_to_be_confirmed(notes: Writer) -> None:
    plans = (
        met("2026-06-12", "state: planned", "channel: call"),
        met("2026-06-10", "state: planned"),
        met("2026-06-11", "state: planned", "draft: true"),
        met("2026-06-11", "state: cancelled"),
        met("2026-06-15", "state: planned"),
        met("2026-06-09"),
    )
    assert found(notes, mentor(), *plans)["to_confirm"] == [
        "touchpoints/2026-06-10 note-planned",
        "touchpoints/2026-06-12 note-planned-call",
    ]


def test_what_is_long_past_while_life_went_on_is_stale(notes: Writer) -> None:
    old = met("2025-06-01", body="- [ ] send it 📅 2025-06-20")
    (person,) = found(notes, mentor(), old, met("2026-06-01"))["people"]
    promise = person["reasons"][-1]
    assert (promise["kind"], promise["by"], promise["stale"]) == ("promise", None, True)


def test_the_day_is_the_one_asked_for(notes: Writer) -> None:
    files = mentor(), met("2026-06-01")
    assert found(notes, *files)["people"][0]["section"] == "later"
    answer = found(notes, today="2026-09-02")
    assert (answer["as_of"], answer["people"][0]["section"]) == ("2026-09-02", "overdue")


def test_private_people_are_named_to_their_owner(notes: Writer) -> None:
    (person,) = found(notes, mentor("private: true", "title: Ann Able"))["people"]
    assert person["name"] == "Ann Able"


def test_what_was_typed_is_what_is_said(notes: Writer) -> None:
    person = mentor('title: "Ann <b>\\"Able\\"</b> & Co"', 'questions: ["1 < 2 & \\\\ é?"]')
    (shown,) = found(notes, person)["people"]
    assert shown["name"] == 'Ann <b>"Able"</b> & Co'
    assert shown["slots"]["question"] == ["1 < 2 & \\ é?"]


def test_mistakes_in_notes_do_not_keep_the_advice_from_being_given(notes: Writer) -> None:
    files: Files = {
        "mentors/bad": b"---\ntitle: \xff\n---\n",
        "touchpoints/2026-06-01 nobody": note("people: nobody", "channel: email"),
        "trips/nowhere": note("city: Rome"),
        "journal.toml": "title = 1\n",
    }
    answer = found(notes, files, mentor(), met("2026-06-01"))
    assert [person["person"] for person in answer["people"]] == ["mentors/p"]
    assert answer["unread"] == [
        {
            "person": "mentors/bad",
            "name": "Bad",
            "path": "content/mentors/bad.md",
            "line": 2,
            "column": 8,
        }
    ]
