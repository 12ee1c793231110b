"""Reasons that grow from earlier contacts: a reply owed, a promise, something to come back to."""

import pytest

from tests.support.advice import about, advised, days, kinds, maybe, mentor, met
from tests.support.findings import note
from tests.support.journal import Files, Writer

# Today is 2026-06-15; sixty days ago it was 2026-04-16.
THEIRS = ("direction: in",)
REPLIES: dict[str, tuple[list[Files], list[str]]] = {
    "a note from them": ([met("2026-06-10", *THEIRS)], ["2026-06-17"]),
    "of today": ([met("2026-06-15", *THEIRS)], ["2026-06-22"]),
    "of tomorrow": ([met("2026-06-16", *THEIRS)], []),
    "sixty days old": ([met("2026-04-16", *THEIRS)], ["2026-04-23"]),
    "sixty-one days old": ([met("2026-04-15", *THEIRS)], []),
    "a question": ([met("2026-06-10", *THEIRS, "kind: question")], ["2026-06-17"]),
    "an offer": ([met("2026-06-10", *THEIRS, "kind: offer")], ["2026-06-17"]),
    "a reply": ([met("2026-06-10", *THEIRS, "kind: reply")], []),
    "a greeting": ([met("2026-06-10", *THEIRS, "kind: greeting")], []),
    "thanks": ([met("2026-06-10", *THEIRS, "kind: thanks")], []),
    "a call that they made alone": ([met("2026-06-10", *THEIRS, "channel: call")], ["2026-06-17"]),
    "a call": ([met("2026-06-10", "channel: call")], []),
    "from both": ([met("2026-06-10", "direction: both")], []),
    "a draft": ([met("2026-06-10", *THEIRS, "draft: true")], []),
    "the later of two": (
        [met("2026-06-01", *THEIRS), met("2026-06-10", *THEIRS)],
        ["2026-06-17"],
    ),
    "a note, then thanks": (
        [met("2026-06-08", *THEIRS), met("2026-06-10", *THEIRS, "kind: thanks")],
        ["2026-06-15"],
    ),
    "mine the day before": ([met("2026-06-10", *THEIRS), met("2026-06-09")], ["2026-06-17"]),
    "mine on the day": ([met("2026-06-10", *THEIRS), met("2026-06-10")], []),
    "mine on the day, earlier": (
        [met("2026-06-10", *THEIRS, "time: 18:00"), met("2026-06-10", "time: 08:00")],
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
    "with a day in the past": ("- [ ] send it 📅 2025-06-20", ["2025-06-20"]),
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


# To be followed up on 2026-06-14; a week before, it was 2026-06-07.
ASKED: Files = {
    "touchpoints/2026-05-01 asked": note("people: p", "channel: email", "followup_on: 2026-06-14")
}
FOLLOWED = {
    "nothing": ({}, True),
    "mine eight days before": (met("2026-06-06"), True),
    "mine seven days before": (met("2026-06-07"), False),
    "mine on the day": (met("2026-06-14"), False),
    "mine after": (met("2026-06-15"), False),
    "a call": (met("2026-06-07", "channel: call"), False),
    "from them": (met("2026-06-10", *THEIRS), True),
    "planned": (met("2026-06-16"), True),
    "cancelled": (met("2026-06-10", "state: cancelled"), True),
    "a draft": (met("2026-06-10", "draft: true"), True),
    "with somebody else": (met("2026-06-10", "people: q"), True),
    "an early one about it": (met("2026-05-02", "about: 2026-05-01 asked"), False),
    "an early one that links to it": (met("2026-05-02", body="[[2026-05-01 asked]]"), False),
    "an early one that means to": (met("2026-05-02", body="- [ ] [[2026-05-01 asked]]"), True),
    "an early one from them about it": (
        met("2026-05-02", *THEIRS, "about: 2026-05-01 asked"),
        True,
    ),
    "one of the same day about it": (met("2026-05-01", "about: 2026-05-01 asked"), True),
    "one before it": (met("2026-04-30", "about: 2026-05-01 asked"), True),
}


@pytest.mark.parametrize("case", FOLLOWED)
def test_a_followup_stands_until_something_followed(notes: Writer, case: str) -> None:
    files, open_ = FOLLOWED[case]
    found = advised(notes, mentor(), OTHERS, ASKED, files)
    assert days(found, "followup") == (["2026-06-14"] if open_ else [])


def test_a_followup_of_a_few_days_needs_something_later(notes: Writer) -> None:
    asked = met("2026-06-10", "followup_on: 2026-06-14")
    assert days(advised(notes, mentor(), asked, met("2026-06-10")), "followup") == ["2026-06-14"]
    assert "followup" not in kinds(advised(notes, met("2026-06-11")))


FOLLOWUPS = {
    "from them": ((*THEIRS, "followup_on: 2026-06-14"), ["2026-06-14"]),
    "by its other name": (("follow_up: 2026-06-14",), ["2026-06-14"]),
    "before the contact itself": (("followup_on: 2026-01-01",), ["2026-01-01"]),
    "far ahead": (("followup_on: 2028-02-29",), ["2028-02-29"]),
    "no day": (("followup_on: soon",), []),
    "a draft": (("followup_on: 2026-06-14", "draft: true"), []),
    "cancelled": (("followup_on: 2026-06-14", "state: cancelled"), []),
    "planned for today": (("date: 2026-06-15", "state: planned", "followup_on: 2026-06-20"), []),
}


@pytest.mark.parametrize("case", FOLLOWUPS)
def test_a_followup_comes_from_a_contact(notes: Writer, case: str) -> None:
    lines, by = FOLLOWUPS[case]
    assert days(advised(notes, mentor(), met("2026-05-01", *lines)), "followup") == by


def test_every_followup_is_a_reason_of_its_own(notes: Writer) -> None:
    early, late = (
        met("2026-05-01", "followup_on: 2026-07-01"),
        met("2026-05-02", "follow_up: 2026-06-20"),
    )
    found = advised(notes, mentor(), early, late)
    assert days(found, "followup") == ["2026-06-20", "2026-07-01"]
