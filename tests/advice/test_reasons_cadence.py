"""When the cadence asks for a contact, what moves that day, and who was never asked."""

import pytest

from tests.support.advice import about, advised, day, days, kinds, maybe, mentor, met
from tests.support.findings import note
from tests.support.journal import Files, Writer

# Today is 2026-06-15; waiting asks every 3 months and leaves 3 weeks.
THEIRS = ("direction: in", "kind: reply")
NEW = "phase: new"
BASES: dict[str, tuple[tuple[str, ...], list[Files], str]] = {
    "the last contact": ((), [met("2026-05-01"), met("2026-04-01")], "2026-08-01"),
    "the last contact, from them": (
        (),
        [met("2026-05-01"), met("2026-06-01", *THEIRS)],
        "2026-09-01",
    ),
    "the last contact before it began": (("since: 2026-06-01",), [met("2026-05-01")], "2026-08-01"),
    "the day a new mentoring began": (("since: 2026-06-10", NEW), [], "2026-06-24"),
    "today, where a new mentoring began long ago": (("since: 2026-03-10", NEW), [], "2026-06-15"),
    "the month it began": (("since: 2026-06", "phase: new"), [], "2026-06-15"),
    "a day to come": (("since: 2026-07-01", NEW), [], "2026-07-15"),
    "the last contact, though it is new": (
        ("since: 2026-06-01", NEW),
        [met("2026-06-02", *THEIRS)],
        "2026-06-16",
    ),
    "one that no note tells of": (("last_contact: 2026-05-10",), [], "2026-08-10"),
    "one of a month": (("last_contact: 2026-02",), [], "2026-05-01"),
    "one of a year": (("last_contact: 2026",), [], "2026-04-01"),
    "one by its other name": (("last_contacted: 2026-05-10",), [], "2026-08-10"),
    "one that is older than the last": (
        ("last_contact: 2026-04-30",),
        [met("2026-05-01")],
        "2026-08-01",
    ),
    "one that is later than the last": (
        ("last_contact: 2026-05-10",),
        [met("2026-05-01")],
        "2026-08-10",
    ),
    "not one of a day to come": (("last_contact: 2026-06-16",), [met("2026-05-01")], "2026-08-01"),
    "the end of a month": ((), [met("2025-11-30")], "2026-02-28"),
    "the end of a longer month": ((), [met("2026-01-31")], "2026-04-30"),
    "a leap day": (("cadence: 1 year",), [met("2024-02-29")], "2025-02-28"),
}


BEGINNINGS: dict[str, tuple[tuple[str, ...], list[Files]]] = {
    "nothing known": (("since:",), []),
    "begun long ago": (("since: 2015",), []),
    "begun a while ago": (("since: 2026-03-10",), []),
    "a long cadence": (("since:", "cadence: 1 year"), []),
    "dormant by word": (("phase: dormant",), []),
    "a new one that began on no day": (("since:", NEW), []),
    "a plan": ((), [met("2026-07-01")]),
    "a contact to come": (("last_contact: 2026-06-16",), []),
}


@pytest.mark.parametrize("case", BEGINNINGS)
def test_without_a_known_contact_there_is_a_beginning_to_make(notes: Writer, case: str) -> None:
    lines, files = BEGINNINGS[case]
    found = advised(notes, mentor(*lines), *files)
    assert (days(found, "begin"), days(found, "cadence")) == ([None], [])
    assert (found.section == "begin") is (not files)


NO_BEGINNINGS = ("phase: ended", "cadence: none", "roles: associate", "next: 2026-07-01")


@pytest.mark.parametrize("line", NO_BEGINNINGS)
def test_there_is_no_beginning_for(notes: Writer, line: str) -> None:
    assert "begin" not in kinds(maybe(notes, mentor(line)))


SPOKE = {
    "2026-05-10": "Your last contact was on 10 May 2026; you keep in touch every 3 months.",
    "2026-02": "Your last contact was in February 2026; you keep in touch every 3 months.",
    "2026": "Your last contact was in 2026; you keep in touch every 3 months.",
}


@pytest.mark.parametrize("written", SPOKE)
def test_the_last_contact_is_said_as_exactly_as_it_was_written(notes: Writer, written: str) -> None:
    found = advised(notes, mentor(f"last_contact: {written}"))
    assert [reason.text for reason in found.reasons] == [SPOKE[written]]
    assert about(found, "cadence") == ["mentors/p"]


@pytest.mark.parametrize("case", BASES)
def test_the_cadence_counts_from(notes: Writer, case: str) -> None:
    lines, files, by = BASES[case]
    found = advised(notes, mentor(*lines), *files)
    assert (days(found, "cadence"), found.hold) == ([by], None)


def test_a_month_ends_on_a_leap_day_in_a_leap_year(notes: Writer) -> None:
    assert days(
        advised(notes, mentor(), met("2023-11-30"), today=day("2023-12-01")), "cadence"
    ) == ["2024-02-29"]


PLANS = {
    "later than the cadence": (met("2026-10-01"), "2026-10-01"),
    "at twice the cadence": (met("2026-12-01"), "2026-12-01"),
    "a day further off": (met("2026-12-02"), "2026-09-01"),
    "a year ahead": (met("2027-06-01"), "2026-09-01"),
    "on its day": (met("2026-09-01"), "2026-09-01"),
    "sooner than the cadence": (met("2026-08-31"), "2026-09-01"),
    "the earlier of two counts": ({**met("2026-10-01"), **met("2026-07-01")}, "2026-09-01"),
    "cancelled": (met("2026-10-01", "state: cancelled"), "2026-09-01"),
    "lapsed": (met("2026-06-14", "state: planned"), "2026-09-01"),
}


@pytest.mark.parametrize("case", PLANS)
def test_a_plan_may_move_the_cadence(notes: Writer, case: str) -> None:
    plans, by = PLANS[case]
    found = advised(notes, mentor(), met("2026-06-01", *THEIRS), plans)
    assert (days(found, "cadence"), found.hold) == ([by], None)


# My message of 2026-06-10 leaves room until 2026-07-01.
ROOM = {
    "a day too soon": ("20 days", ("cadence", "2026-07-01", "min_gap")),
    "just enough": ("21 days", ("cadence", "2026-07-01", None)),
    "more than enough": ("22 days", ("cadence", "2026-07-02", None)),
}


@pytest.mark.parametrize("case", ROOM)
def test_room_is_left_after_my_message(notes: Writer, case: str) -> None:
    cadence, (kind, by, hold) = ROOM[case]
    found = advised(notes, mentor(f"cadence: {cadence}"), met("2026-06-10"))
    assert days(found, kind) == [by]
    assert (found.hold.kind if found.hold else None) == hold
    assert found.hold is None or str(found.hold.until) == by


def test_a_plan_that_leaves_enough_room_is_not_moved(notes: Writer) -> None:
    person = mentor("cadence: 5 days", "min_gap: 10 days")
    assert advised(notes, person, met("2026-06-10"), met("2026-06-20")).hold is None
    found = advised(notes, mentor("cadence: 5 days", "min_gap: 11 days"))
    assert (days(found, "cadence"), days(found, "planned")) == (["2026-06-21"], ["2026-06-20"])
    assert found.hold
    assert found.hold.kind == "min_gap"


def test_a_hold_is_said_only_until_its_day(notes: Writer) -> None:
    files = mentor("cadence: 1 day", "min_gap: 5 days"), met("2026-06-10")
    assert advised(notes, *files, today=day("2026-06-14")).hold
    found = advised(notes, today=day("2026-06-15"))
    assert (days(found, "cadence"), found.hold) == (["2026-06-15"], None)


def test_a_message_from_them_needs_no_room(notes: Writer) -> None:
    person = mentor("cadence: 1 day")
    found = advised(notes, person, met("2026-05-01"), met("2026-06-10", *THEIRS))
    assert (days(found, "cadence"), found.hold) == (["2026-06-11"], None)


def test_a_call_needs_room(notes: Writer) -> None:
    found = advised(notes, mentor("cadence: 1 day"), met("2026-06-10", "channel: call"))
    assert days(found, "cadence") == ["2026-07-01"]


ASKED = met("2026-01-10", "kind: question"), met("2026-03-10", "kind: request")
RESTS: dict[str, tuple[tuple[str, ...], list[Files], str, str | None]] = {
    "twice the cadence": ((), [], "2026-09-10", "resting"),
    "twice a cadence in days": (("cadence: 50 days",), [], "2026-06-18", "resting"),
    "from my last word, that asks nothing": ((), [met("2026-05-10")], "2026-11-10", "resting"),
    "longer than the room": (("min_gap: 5 months",), [], "2026-09-10", "resting"),
    "shorter than the room": (("min_gap: 7 months",), [], "2026-10-10", "resting"),
    "shorter than the plan": ((), [met("2026-09-10")], "2026-09-10", "resting"),
    "but a plan further off silences nobody": ((), [met("2026-12-01")], "2026-09-10", "resting"),
    "answered": ((), [met("2026-04-01", *THEIRS)], "2026-07-01", None),
    "no cadence": (("cadence: none", "birthday: 06-20"), [], "", None),
}


@pytest.mark.parametrize("case", RESTS)
def test_who_leaves_messages_unanswered_is_given_rest(notes: Writer, case: str) -> None:
    lines, files, by, hold = RESTS[case]
    found = advised(notes, mentor(*lines), *ASKED, *files)
    assert days(found, "cadence") == ([by] if by else [])
    assert (found.hold.kind if found.hold else None) == hold


def test_twice_three_months_from_the_end_of_august_is_the_end_of_february(notes: Writer) -> None:
    asked = met("2025-08-01", "kind: question"), met("2025-08-31", "kind: question")
    assert days(advised(notes, mentor(), *asked), "cadence") == ["2026-02-28"]


@pytest.mark.parametrize(("count", "rests"), [(1, True), (2, True), (3, False)])
def test_after_how_many_messages_is_a_setting(notes: Writer, count: int, rests: bool) -> None:
    notes.write({"journal.toml": f"[defaults]\nrest_after = {count}\n"})
    assert (advised(notes, mentor(), *ASKED).hold is not None) is rests


KNOWN = {
    "nothing": ((), True),
    "asked on a day": (("prefs_asked: 2026-06-15",), False),
    "asked long ago": (("prefs_asked: 2001-01-01",), False),
    "asked on a day that is none": (("prefs_asked: lately",), True),
    "prefers": (("prefers: email",), False),
    "accepts": (("accepts: call",), False),
    "announced first": (("announce_first: call",), False),
    "avoids": (("avoids: text",), False),
    "a channel that is none": (("prefers: pigeon",), True),
    "only an address": (("email: p@example.org",), True),
    "quiet hours": (("quiet_hours: 20:00-08:00",), True),
    "ended": (("phase: ended",), False),
    "an associate": (("roles: associate",), False),
    "a peer": (("roles: peer",), True),
}


@pytest.mark.parametrize("case", KNOWN)
def test_who_was_never_asked_how_they_like_it(notes: Writer, case: str) -> None:
    lines, never = KNOWN[case]
    found = advised(notes, {"mentors/p": note("since: 2026-06-01", "birthday: 06-20", *lines)})
    assert days(found, "preferences") == ([None] if never else [])
    assert "occasion" in kinds(found)


ASKED_THEM = {
    "a talk about it": (("kind: preferences",), False),
    "a talk planned": (("kind: preferences", "date: 2026-06-20"), True),
    "a talk cancelled": (("kind: preferences", "state: cancelled"), True),
    "a talk in a draft": (("kind: preferences", "draft: true"), True),
    "another talk": (("kind: meeting",), True),
}


@pytest.mark.parametrize("case", ASKED_THEM)
def test_a_talk_about_their_wishes_counts_as_asking(notes: Writer, case: str) -> None:
    lines, never = ASKED_THEM[case]
    found = advised(notes, {"mentors/p": note("since: 2015")}, met("2026-06-01", *lines))
    assert ("preferences" in kinds(found)) is never


def test_never_having_asked_puts_nobody_in_the_list(notes: Writer) -> None:
    assert maybe(notes, {"mentors/p": note("cadence: none")}) is None


def test_what_has_no_day_is_said_last(notes: Writer) -> None:
    found = advised(notes, {"mentors/p": note(body="- [ ] send it")})
    assert kinds(found) == ["promise", "begin", "preferences"]
