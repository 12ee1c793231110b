"""The list: who is in it, and in which section."""

import pytest

from tests.support.advice import advised, day, maybe, mentor, met
from tests.support.journal import Files, Writer

# Today is Monday, 2026-06-15.
DISTANCES = {
    "2026-06-14": "overdue",
    "2026-06-15": "this-week",
    "2026-06-22": "this-week",
    "2026-06-23": "soon",
    "2026-07-27": "soon",
    "2026-07-28": "later",
    "2036-01-01": "later",
}


@pytest.mark.parametrize("chosen", DISTANCES)
def test_the_section_is_how_far_the_day_is(notes: Writer, chosen: str) -> None:
    found = advised(notes, mentor(f"next: {chosen}"))
    assert (found.section, str(found.reach_by)) == (DISTANCES[chosen], chosen)


SNOOZED = {
    # until, section, reach_by, held; the chosen day is 2026-06-10
    "a day before": ("2026-06-09", "overdue", "2026-06-10", False),
    "the same day": ("2026-06-10", "overdue", "2026-06-10", False),
    "a day later": ("2026-06-11", "this-week", "2026-06-11", False),
    "yesterday": ("2026-06-14", "this-week", "2026-06-14", False),
    "today": ("2026-06-15", "this-week", "2026-06-15", False),
    "tomorrow": ("2026-06-16", "snoozed", "2026-06-16", True),
    "next year": ("2027-06-16", "snoozed", "2027-06-16", True),
    "no day": ("later", "overdue", "2026-06-10", False),
}


@pytest.mark.parametrize("case", SNOOZED)
def test_snoozing_moves_everything(notes: Writer, case: str) -> None:
    until, section, by, held = SNOOZED[case]
    found = advised(notes, mentor("next: 2026-06-10", f"snooze_until: {until}"))
    assert (found.section, str(found.reach_by)) == (section, by)
    assert (found.hold is not None) is held
    if found.hold:
        assert (found.hold.kind, str(found.hold.until)) == ("snooze", until)
    assert str(found.reasons[0].by) == "2026-06-10"


BACK = {"2026-06-01": "this-week", "2026-05-31": "overdue"}


@pytest.mark.parametrize("until", BACK)
def test_for_fourteen_days_after_a_snooze_nobody_is_overdue(notes: Writer, until: str) -> None:
    found = advised(notes, mentor("next: 2026-05-01", f"snooze_until: {until}"))
    assert (found.section, str(found.reach_by)) == (BACK[until], until)


def test_a_snooze_before_the_day_changes_nothing(notes: Writer) -> None:
    found = advised(notes, mentor("next: 2026-06-14", "snooze_until: 2026-06-13"))
    assert (found.section, str(found.reach_by)) == ("overdue", "2026-06-14")


def test_snoozing_hides_the_hold_of_the_cadence(notes: Writer) -> None:
    person = mentor("cadence: 1 day", "snooze_until: 2026-07-06")
    found = advised(notes, person, met("2026-06-14"))
    assert found.hold
    assert found.hold.kind == "snooze"
    found = advised(notes, mentor("cadence: 1 day", "snooze_until: 2026-07-05"))
    assert found.hold
    assert found.hold.kind == "min_gap"


ASKED = met("2026-01-10", "kind: question"), met("2026-03-10", "kind: request")
RESTING: dict[str, tuple[tuple[str, ...], str]] = {
    "after today": ((), "resting"),
    "tomorrow": (("cadence: 49 days",), "resting"),
    "another day is sooner": (("birthday: 06-20",), "this-week"),
    "another day is later": (("review_on: 2026-12-01",), "resting"),
    "another day is the same": (("review_on: 2026-09-10",), "resting"),
    "long over": (("cadence: 10 days",), "overdue"),
    "over yesterday": (("cadence: 48 days",), "this-week"),
    "over 13 days ago": (("cadence: 42 days",), "this-week"),
    "over 15 days ago": (("cadence: 41 days",), "overdue"),
    "snoozed": (("snooze_until: 2026-10-01",), "snoozed"),
    "snoozed for less": (("snooze_until: 2026-09-01",), "resting"),
    "paused": (("paused: yes",), "paused"),
    "dormant": (("phase: dormant",), "resting"),
}


@pytest.mark.parametrize("case", RESTING)
def test_they_rest_while_the_cadence_speaks_first(notes: Writer, case: str) -> None:
    lines, section = RESTING[case]
    assert advised(notes, mentor(*lines), *ASKED).section == section


def test_rest_ends_on_its_day(notes: Writer) -> None:
    assert advised(notes, mentor(), *ASKED, today=day("2026-09-09")).section == "resting"
    assert advised(notes, today=day("2026-09-10")).section == "this-week"


DORMANT: dict[str, tuple[tuple[str, ...], list[Files], str]] = {
    "only the cadence": ((), [], "dormant"),
    "a promise without a day": ((), [met("2022-01-01", body="- [ ] send it")], "dormant"),
    "a promise": ((), [met("2022-01-01", body="- [ ] send it 📅 2026-06-20")], "overdue"),
    "a birthday": (("birthday: 06-20",), [], "overdue"),
    "a plan": ((), [met("2026-06-20")], "overdue"),
    "a plan within twice the cadence": (("cadence: 30 months",), [met("2026-06-20")], "this-week"),
    "an old promise": (
        (),
        [met("2021-01-01", body="- [ ] send it 📅 2021-02-01")],
        "dormant",
    ),
    "snoozed": (("snooze_until: 2026-07-01",), [], "snoozed"),
    "paused": (("paused: true",), [], "paused"),
    "a chosen day": (("next: 2026-06-20",), [], "this-week"),
}


@pytest.mark.parametrize("case", DORMANT)
def test_the_dormant_stand_apart_while_only_the_cadence_speaks(notes: Writer, case: str) -> None:
    lines, files, section = DORMANT[case]
    person = mentor("phase: dormant", *lines)
    assert advised(notes, person, met("2022-01-10"), *files).section == section


LISTED: dict[str, tuple[tuple[str, ...], bool]] = {
    "alive": ((), True),
    "died today": (("died: 2026-06-15",), False),
    "died this year": (("died: 2026",), False),
    "died long ago": (("died: 1999-01-01",), False),
    "died on no day": (("died: long ago",), True),
    "paused": (("paused: true",), True),
    "paused by a word that is none": (("paused: maybe",), True),
    "ended": (("phase: ended",), False),
    "ended, with a birthday": (("phase: ended", "birthday: 06-20"), True),
    "an associate": (("roles: associate",), False),
    "an associate with a birthday": (("roles: associate", "birthday: 06-20"), True),
    "no cadence": (("cadence: none",), False),
    "no cadence, snoozed": (("cadence: none", "snooze_until: 2026-07-01"), False),
    "died, with a birthday": (("died: 2026-01-01", "birthday: 06-20"), False),
}


@pytest.mark.parametrize("case", LISTED)
def test_who_is_in_the_list(notes: Writer, case: str) -> None:
    lines, listed = LISTED[case]
    assert (maybe(notes, mentor(*lines)) is not None) is listed


def test_the_paused_keep_day_and_hold(notes: Writer) -> None:
    found = advised(notes, mentor("paused: true", "snooze_until: 2026-07-01", "next: 2026-06-01"))
    assert (found.section, str(found.reach_by)) == ("paused", "2026-07-01")
    assert found.hold
    assert found.hold.kind == "snooze"
