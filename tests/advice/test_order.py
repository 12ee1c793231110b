"""In what order people and reasons stand, whose turn it is, and by which channel to reach them."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest

from journal.advice.recommendations import dormant_this_week
from tests.support.advice import advised, day, kinds, mentor, met
from tests.support.findings import note
from tests.support.journal import TODAY, Files, Writer

# Today is Monday, 2026-06-15.
ORDER = {
    "mentors/a": ("next: 2026-09-02", "paused: true"),
    "mentors/b": ("next: 2026-06-01", "snooze_until: 2026-06-16"),
    "mentors/c": ("phase: dormant", "since: 2000"),
    "mentors/d": ("title: Zoe", "next: 2026-09-01"),
    "mentors/e": ("title: adam", "next: 2026-09-01"),
    "mentors/f": ("title: Bea", "next: 2026-09-01"),
    "mentors/g": ("next: 2026-08-31",),
    "mentors/h": ("next: 2026-07-01",),
    "mentors/i": ("next: 2026-06-16",),
    "mentors/j": ("next: 2026-06-15",),
    "mentors/k": ("next: 2026-06-14",),
    "mentors/l": ("next: 2020-01-01",),
}


def test_the_order_is_by_section_then_day_then_name(notes: Writer) -> None:
    notes.write({name: note("prefers: email", *lines) for name, lines in ORDER.items()})
    order = [found.person[-1] for found in notes.advice().people]
    assert "".join(order) == "lkjihgefdcba"


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


CHANNELS: dict[str, tuple[tuple[str, ...], list[Files], str | None]] = {
    "the first preferred": (
        ("prefers: [call, email]", "accepts: text"),
        [met("2026-06-01")],
        "call",
    ),
    "the first accepted": (("prefers:", "accepts: [zoom, text]"), [met("2026-06-01")], "video"),
    "the last used": (("prefers:",), [met("2026-06-01", "channel: coffee")], "in-person"),
    "the last used, by them": (
        ("prefers:",),
        [met("2026-05-01"), met("2026-06-01", "channel: letter", "direction: in")],
        "letter",
    ),
    "not one that is planned": (
        ("prefers:",),
        [met("2026-05-01"), met("2026-07-01", "channel: letter")],
        "email",
    ),
    "the last used, announced first": (
        ("prefers:", "announce_first: call"),
        [met("2026-06-01", "channel: call")],
        "call",
    ),
    "the last used is avoided": (
        ("prefers:", "avoids: call", "email: p@example.org"),
        [met("2026-05-01", "channel: letter"), met("2026-06-01", "channel: call")],
        "email",
    ),
    "the last used is avoided, no address": (
        ("prefers:", "avoids: call"),
        [met("2026-06-01", "channel: call")],
        None,
    ),
    "an address": (("prefers:", "email: p@example.org"), [], "email"),
    "an address, but no e-mail": (("prefers:", "email: p@example.org", "avoids: email"), [], None),
    "nothing": (("prefers:",), [], None),
    "a telephone is not asked for": (("prefers:", "phone: '+351210000000'"), [], None),
    "the later of one day": (
        ("prefers:",),
        [
            met("2026-06-01", "time: 18:00", "channel: letter"),
            met("2026-06-01", "time: 09:00", "channel: chat"),
        ],
        "letter",
    ),
}


@pytest.mark.parametrize("case", CHANNELS)
def test_the_channel_is(notes: Writer, case: str) -> None:
    lines, files, channel = CHANNELS[case]
    assert advised(notes, mentor(*lines), *files).channel == channel


def shown(notes: Writer, today: str) -> list[str]:
    return [found.person[-1] for found in dormant_this_week(notes.advice(day(today)))]


def test_of_many_dormant_three_take_their_turn_each_week(notes: Writer) -> None:
    notes.write({f"mentors/{name}": note("prefers: email", "phase: dormant") for name in "abcdefg"})
    turns = [shown(notes, str(TODAY + timedelta(weeks=week))) for week in range(7)]
    assert all(len(set(turn)) == 3 for turn in turns)
    assert all(set(one) != set(other) for one, other in pairwise(turns))
    assert Counter(name for turn in turns for name in turn) == dict.fromkeys("abcdefg", 3)


def test_a_turn_lasts_from_monday_to_sunday(notes: Writer) -> None:
    notes.write({f"mentors/{name}": note("prefers: email", "phase: dormant") for name in "abcdefg"})
    assert shown(notes, "2026-12-28") == shown(notes, "2027-01-01") == shown(notes, "2027-01-03")
    assert shown(notes, "2026-12-27") != shown(notes, "2026-12-28")
    assert shown(notes, "2027-01-03") != shown(notes, "2027-01-04")


def test_three_dormant_are_always_shown(notes: Writer) -> None:
    notes.write({f"mentors/{name}": note("prefers: email", "phase: dormant") for name in "abc"})
    assert shown(notes, "2026-06-15") == shown(notes, "2026-06-22") == ["a", "b", "c"]
