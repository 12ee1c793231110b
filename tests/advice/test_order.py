"""In what order people and reasons stand, and whose turn it is."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

from journal.advice.list_sections import shown_this_week
from tests.support.advice import advised, day, kinds, mentor, met
from tests.support.findings import note
from tests.support.journal import TODAY, Writer

# Today is Monday, 2026-06-15.
ORDER = {
    "mentors/a": ("next: 2026-09-02", "paused: true"),
    "mentors/b": ("next: 2026-06-01", "snooze_until: 2026-06-16"),
    "mentors/c": ("phase: dormant", "last_contact: 2000"),
    "mentors/d": ("title: Zoe", "next: 2026-09-01"),
    "mentors/e": ("title: adam", "next: 2026-09-01"),
    "mentors/f": ("title: Bea", "next: 2026-09-01"),
    "mentors/g": ("next: 2026-08-31",),
    "mentors/h": ("next: 2026-07-01",),
    "mentors/i": ("next: 2026-06-16",),
    "mentors/j": ("next: 2026-06-15",),
    "mentors/k": ("next: 2026-06-14",),
    "mentors/l": ("next: 2020-01-01",),
    "mentors/m": (),
}


def test_the_order_is_by_section_then_day_then_name(notes: Writer) -> None:
    notes.write({name: note("prefers: email", *lines) for name, lines in ORDER.items()})
    order = [found.person[-1] for found in notes.advice().people]
    assert "".join(order) == "lkjimhgefdcba"


SAME_DAY = {
    "mentors/p": note("city: Rome", "review_on: 2026-06-20", "next: 2026-06-20"),
    **met("2026-06-01", "followup_on: 2026-06-20", body="- [ ] a\n- [ ] b 📅 2026-06-20"),
    **met("2026-06-13", "direction: in"),
    **met("2026-06-20", "channel: call"),
    "opportunities/o": note("for: p", "deadline: 2026-07-20"),
    "news/n": note("date: 2026-06-06", "about: p"),
    "trips/t": note("city: Rome", "start: 2026-07-11"),
}


def test_reasons_of_one_day_keep_their_order(notes: Writer) -> None:
    assert kinds(advised(notes, SAME_DAY)) == [
        "reply", "promise", "followup", "next", "planned", "opportunity", "recognise", "trip",
        "agreement", "promise", "preferences",
    ]  # fmt: skip


def test_an_occasion_comes_before_an_agreement_and_the_cadence_last(notes: Writer) -> None:
    person = note("birthday: 06-20", "review_on: 2026-06-20")
    found = advised(notes, {"mentors/p": person}, met("2026-03-20"))
    assert kinds(found) == ["occasion", "agreement", "cadence", "preferences"]


def test_reasons_are_by_day_first(notes: Writer) -> None:
    person = mentor("birthday: 06-16", "review_on: 2026-06-15")
    found = advised(notes, person, met("2026-03-14"))
    assert kinds(found) == ["cadence", "agreement", "occasion"]


#: Long quiet: a contact is known, and it is long ago.
QUIET = ("phase: dormant", "last_contact: 2020")


def shown(notes: Writer, today: str, section: str = "dormant") -> list[str]:
    return [found.person[-1] for found in shown_this_week(notes.advice(day(today)), section)]


def test_of_many_dormant_three_take_their_turn_each_week(notes: Writer) -> None:
    notes.write({f"mentors/{name}": note(*QUIET) for name in "abcdefg"})
    turns = [shown(notes, str(TODAY + timedelta(weeks=week))) for week in range(7)]
    assert all(len(set(turn)) == 3 for turn in turns)
    assert all(set(one) != set(other) for one, other in pairwise(turns))
    assert Counter(name for turn in turns for name in turn) == dict.fromkeys("abcdefg", 3)


def test_a_turn_lasts_from_monday_to_sunday(notes: Writer) -> None:
    notes.write({f"mentors/{name}": note(*QUIET) for name in "abcdefg"})
    assert shown(notes, "2026-12-28") == shown(notes, "2027-01-01") == shown(notes, "2027-01-03")
    assert shown(notes, "2026-12-27") != shown(notes, "2026-12-28")
    assert shown(notes, "2027-01-03") != shown(notes, "2027-01-04")


def test_three_dormant_are_always_shown(notes: Writer) -> None:
    notes.write({f"mentors/{name}": note(*QUIET) for name in "abc"})
    assert shown(notes, "2026-06-15") == shown(notes, "2026-06-22") == ["a", "b", "c"]


def test_of_those_to_begin_with_three_take_their_turn_each_week(notes: Writer) -> None:
    notes.write({f"mentors/{name}": note("prefers: email") for name in "abcdefg"})
    turns = [shown(notes, str(TODAY + timedelta(weeks=week)), "begin") for week in range(7)]
    assert Counter(name for turn in turns for name in turn) == dict.fromkeys("abcdefg", 3)
    assert all(set(one) != set(other) for one, other in pairwise(turns))


def test_all_who_are_overdue_are_shown(notes: Writer) -> None:
    lines = ("prefers: email", "last_contact: 2025")
    notes.write({f"mentors/{name}": note(*lines) for name in "abcdefg"})
    assert shown(notes, "2026-06-15", "overdue") == list("abcdefg")
