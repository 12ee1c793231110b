"""What one meant to come back to is a reason until one has."""

import pytest

from tests.support.advice import advised, days, kinds, mentor, met
from tests.support.findings import note
from tests.support.journal import Files, Writer

# Today is 2026-06-15.
THEIRS = ("direction: in",)
OTHERS = {"people/q": note()}


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


FOLLOWUPS: dict[str, tuple[tuple[str, ...], list[str | None]]] = {
    "from them": ((*THEIRS, "followup_on: 2026-06-14"), ["2026-06-14"]),
    "by its other name": (("follow_up: 2026-06-14",), ["2026-06-14"]),
    "before the contact itself": (("followup_on: 2026-04-01",), ["2026-04-01"]),
    "long past, and life went on": (("followup_on: 2026-01-01",), [None]),
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


TIMES = {
    "later": ("12:00", "18:00", []),
    "earlier": ("12:00", "08:00", ["2026-06-14"]),
    "at the same time": ("12:00", "12:00", ["2026-06-14"]),
    "at a time nobody knows": ("12:00", "", ["2026-06-14"]),
}


@pytest.mark.parametrize("case", TIMES)
def test_a_followup_on_the_same_day_counts_if_it_was_later(notes: Writer, case: str) -> None:
    asked, other, by = TIMES[case]
    lines = (f"time: {asked}", "followup_on: 2026-06-14")
    mine = met("2026-06-10", *([f"time: {other}"] if other else []))
    assert days(advised(notes, mentor(), met("2026-06-10", *lines), mine), "followup") == by


def test_every_followup_is_a_reason_of_its_own(notes: Writer) -> None:
    early, late = (
        met("2026-05-01", "followup_on: 2026-07-01"),
        met("2026-05-02", "follow_up: 2026-06-20"),
    )
    found = advised(notes, mentor(), early, late)
    assert days(found, "followup") == ["2026-06-20", "2026-07-01"]
