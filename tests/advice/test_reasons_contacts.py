"""Reasons that grow from earlier contacts: a reply owed, a promise, something to come back to."""

import pytest

from tests.support.advice import about, advised, days, maybe, mentor, met
from tests.support.findings import note
from tests.support.journal import Files, Writer

# Today is 2026-06-15; sixty days ago it was 2026-04-16.
THEIRS = ("direction: in",)
REPLIES: dict[str, tuple[list[Files], list[str | None]]] = {
    "a note from them": ([met("2026-06-10", *THEIRS)], ["2026-06-17"]),
    "of today": ([met("2026-06-15", *THEIRS)], ["2026-06-22"]),
    "of tomorrow": ([met("2026-06-16", *THEIRS)], []),
    "sixty days old": ([met("2026-04-16", *THEIRS)], ["2026-04-23"]),
    "sixty-one days old": ([met("2026-04-15", *THEIRS)], [None]),
    "a year old": ([met("2025-06-15", *THEIRS)], [None]),
    "a year and a day old": ([met("2025-06-14", *THEIRS)], []),
    "a question": ([met("2026-06-10", *THEIRS, "kind: question")], ["2026-06-17"]),
    "an offer": ([met("2026-06-10", *THEIRS, "kind: offer")], ["2026-06-17"]),
    "a reply": ([met("2026-06-10", *THEIRS, "kind: reply")], []),
    "a greeting": ([met("2026-06-10", *THEIRS, "kind: greeting")], []),
    "thanks": ([met("2026-06-10", *THEIRS, "kind: thanks")], []),
    "a call that they made alone": ([met("2026-06-10", *THEIRS, "channel: call")], ["2026-06-17"]),
    "a call": ([met("2026-06-10", "channel: call")], []),
    "from both": ([met("2026-06-10", "direction: both")], []),
    "a draft": ([met("2026-06-10", *THEIRS, "draft: true")], []),
    "the first of two": (
        [met("2026-06-01", *THEIRS), met("2026-06-10", *THEIRS)],
        ["2026-06-08"],
    ),
    "a note, then thanks": (
        [met("2026-06-08", *THEIRS), met("2026-06-10", *THEIRS, "kind: thanks")],
        ["2026-06-15"],
    ),
    "mine the day before": ([met("2026-06-10", *THEIRS), met("2026-06-09")], ["2026-06-17"]),
    "mine on the day": ([met("2026-06-10", *THEIRS), met("2026-06-10")], []),
    "mine on the day, earlier": (
        [met("2026-06-10", *THEIRS, "time: 18:00"), met("2026-06-10", "time: 08:00")],
        ["2026-06-17"],
    ),
    "mine on the day, later": (
        [met("2026-06-10", *THEIRS, "time: 08:00"), met("2026-06-10", "time: 18:00")],
        [],
    ),
    "mine on the day, at the same time": (
        [met("2026-06-10", *THEIRS, "time: 08:00"), met("2026-06-10", "time: 08:00")],
        [],
    ),
    "mine on the day, nobody knows when": (
        [met("2026-06-10", *THEIRS, "time: 18:00"), met("2026-06-10")],
        [],
    ),
    "mine later": ([met("2026-06-10", *THEIRS), met("2026-06-12")], []),
    "a call later": ([met("2026-06-10", *THEIRS), met("2026-06-12", "channel: call")], []),
    "mine planned": ([met("2026-06-10", *THEIRS), met("2026-06-20")], ["2026-06-17"]),
    "mine cancelled": (
        [met("2026-06-10", *THEIRS), met("2026-06-12", "state: cancelled")],
        ["2026-06-17"],
    ),
    "only the older has an answer": (
        [met("2026-06-01", *THEIRS), met("2026-06-02"), met("2026-06-10", *THEIRS)],
        ["2026-06-17"],
    ),
}


@pytest.mark.parametrize("case", REPLIES)
def test_a_reply_is_owed(notes: Writer, case: str) -> None:
    files, by = REPLIES[case]
    assert days(advised(notes, mentor(), *files), "reply") == by


TASKS: dict[str, tuple[str, list[str | None]]] = {
    "with a day": ("- [ ] send it 📅 2026-06-20", ["2026-06-20"]),
    "with a day in the past": ("- [ ] send it 📅 2026-03-17", ["2026-03-17"]),
    "with a day ninety-one days ago": ("- [ ] send it 📅 2026-03-16", [None]),
    "with a day in brackets": ("- [ ] send it [due:: 2026-06-20]", ["2026-06-20"]),
    "without a day": ("- [ ] send it", [None]),
    "with a day that is none": ("- [ ] send it 📅 2026-02-30", [None]),
    "with a star": ("* [ ] send it 📅 2026-06-20", ["2026-06-20"]),
    "with a plus": ("+ [ ] send it 📅 2026-06-20", ["2026-06-20"]),
    "numbered": ("1. [ ] send it 📅 2026-06-20", ["2026-06-20"]),
    "nested": ("- list\n  - [ ] send it 📅 2026-06-20", ["2026-06-20"]),
    "two of them": (
        "- [ ] later 📅 2026-06-21\n- [ ] sooner 📅 2026-06-20",
        ["2026-06-20", "2026-06-21"],
    ),
    "one with and one without a day": (
        "- [ ] one day\n- [ ] soon 📅 2026-06-20",
        ["2026-06-20", None],
    ),
    "done": ("- [x] send it 📅 2026-06-20", []),
    "done in capitals": ("- [X] send it 📅 2026-06-20", []),
    "dropped": ("- [-] send it 📅 2026-06-20", []),
    "theirs": ("- [ ] send it #theirs 📅 2026-06-20", []),
    "almost theirs": ("- [ ] send it #theirself 📅 2026-06-20", ["2026-06-20"]),
    "of somebody else": ("- [ ] send it to [[q]] 📅 2026-06-20", []),
    "of both": ("- [ ] send it to [[q]] and [[p]] 📅 2026-06-20", ["2026-06-20"]),
    "of nobody there is": ("- [ ] send it to [[nobody]] 📅 2026-06-20", ["2026-06-20"]),
    "about a note": ("- [ ] send [[paper]] 📅 2026-06-20", ["2026-06-20"]),
    "in code": ("```\n- [ ] send it 📅 2026-06-20\n```", []),
    "in a comment": ("%%\n- [ ] send it 📅 2026-06-20\n%%", []),
    "no list": ("[ ] send it 📅 2026-06-20", []),
}
OTHERS = {"people/q": note(), "news/paper": note("date: 2020-01-01")}


@pytest.mark.parametrize("case", TASKS)
def test_a_task_of_a_touchpoint_is_a_promise(notes: Writer, case: str) -> None:
    body, by = TASKS[case]
    found = advised(notes, mentor(), OTHERS, met("2026-06-01", body=body))
    assert days(found, "promise") == by


TASK = "- [ ] send it 📅 2026-06-20"
NAMED = "- [ ] send it to [[p]] 📅 2026-06-20"
PLACES: dict[str, tuple[Files, bool]] = {
    "their own note": ({"mentors/p": note("prefers: email", body=TASK)}, True),
    "their note, for somebody else": (
        {"mentors/p": note("prefers: email", body="- [ ] ask [[q]] 📅 2026-06-20")},
        False,
    ),
    "a note about somebody else": ({"people/r": note(body=TASK)}, False),
    "a note about somebody else, that names them": ({"people/r": note(body=NAMED)}, True),
    "an opportunity for them": ({"opportunities/o": note("for: p", body=TASK)}, True),
    "an opportunity that is settled": (
        {"opportunities/o": note("for: p", "state: declined", body=TASK)},
        True,
    ),
    "an opportunity from them": ({"opportunities/o": note("from: p", body=TASK)}, False),
    "an opportunity for nobody": ({"opportunities/o": note(body=TASK)}, False),
    "news about them": ({"news/2020-01-01 n": note("about: p", body=TASK)}, False),
    "news that names them": ({"news/2020-01-01 n": note(body=NAMED)}, True),
    "a goal that names them": ({"goals/g": note(body=NAMED)}, True),
    "a goal they help with": ({"goals/g": note("people: p", body=TASK)}, False),
    "a trip that names them": (
        {"trips/t": note("city: Rome", "start: 2026-08-01", body=NAMED)},
        True,
    ),
    "a lesson that names them": ({"lessons/l": note(body=NAMED)}, True),
    "a touchpoint with somebody else, that names them": (
        met("2026-06-01", "people: q", body=NAMED),
        True,
    ),
    "a touchpoint with two": (met("2026-06-01", "people: [q, p]", body=TASK), True),
    "a touchpoint to come": (met("2026-06-25", body=TASK), True),
    "a cancelled touchpoint": (met("2026-06-01", "state: cancelled", body=TASK), False),
    "a planned one that never was": (met("2026-06-01", "state: planned", body=TASK), False),
    "a draft": ({"goals/g": note("draft: true", body=NAMED)}, False),
}


@pytest.mark.parametrize("case", PLACES)
def test_a_task_belongs_to_them_in(notes: Writer, case: str) -> None:
    files, theirs = PLACES[case]
    found = advised(notes, mentor(), OTHERS, files)
    assert days(found, "promise") == (["2026-06-20"] if theirs else [])


def test_a_promise_without_a_day_puts_nobody_in_the_list(notes: Writer) -> None:
    person = {"mentors/p": note("cadence: none", "prefers: email", body="- [ ] send it")}
    assert maybe(notes, person) is None


def test_the_note_behind_a_promise_is_where_it_stands(notes: Writer) -> None:
    found = advised(notes, mentor(), {"goals/g": note(body=NAMED)})
    assert about(found, "promise") == ["goals/g"]


def test_what_is_long_past_stays_while_nothing_of_mine_came_after(notes: Writer) -> None:
    old = met("2025-01-10", body="- [ ] send it 📅 2025-02-01")
    assert days(advised(notes, mentor(), old), "promise") == ["2025-02-01"]
    theirs = met("2026-05-01", *THEIRS, "kind: reply")
    assert days(advised(notes, theirs), "promise") == ["2025-02-01"]
    assert days(advised(notes, met("2026-05-02")), "promise") == [None]
