"""Phases, how often each asks for a contact, and how much room each leaves."""

import pytest

from tests.support.advice import advised, day, days, kinds, maybe, mentor, met, stranger
from tests.support.findings import note
from tests.support.journal import Files, Writer

# Today is 2026-06-15.
PHASES: dict[str, tuple[tuple[str, ...], str]] = {
    "a phase written down": (("phase: active",), "active"),
    "a phase in capitals": (("phase: Dormant",), "dormant"),
    "a phase beats the lines": (("phase: active", "phases: [2020 waiting]"), "active"),
    "a phase beats being new": (("since: 2026-06-01", "phase: dormant"), "dormant"),
    "a phase that is none": (("phase: sleeping",), "waiting"),
    "the last line": (("phases: [2020 active, 2024-02 new mentor]",), "new"),
    "a line of today": (("phases: [2020 waiting, 2026-06-15 active]",), "active"),
    "a line of tomorrow": (("phases: [2020 active, 2026-06-16 waiting]",), "active"),
    "a line of this month": (("phases: [2020 waiting, 2026-06 active]",), "active"),
    "a line of next month": (("phases: [2020 active, 2026-07 waiting]",), "active"),
    "a line of this year": (("phases: 2026 active",), "active"),
    "a line beats being new": (("since: 2026-06-01", "phases: 2026-06-01 active"), "active"),
    "only a line of tomorrow": (("since: 2026-06-01", "phases: 2026-06-16 active"), "new"),
    "a phase that ended by itself": (("phases: [2020 active, 2021 ended]",), "ended"),
    "begun today": (("since: 2026-06-15",), "new"),
    "begun tomorrow": (("since: 2026-06-16",), "new"),
    "begun half a year ago but a day": (("since: 2025-12-16",), "new"),
    "begun half a year ago": (("since: 2025-12-15",), "waiting"),
    "begun in that month": (("since: 2026-01",), "new"),
    "begun this year": (("since: 2026",), "new"),
    "begun last year": (("since: 2025",), "waiting"),
    "nothing known": ((), "waiting"),
    "over today": (("until: 2026-06-15", "phase: active"), "ended"),
    "over tomorrow": (("until: 2026-06-16", "phase: active"), "active"),
    "over this month": (("until: 2026-06", "phase: active"), "ended"),
    "over this year": (("until: 2026", "phase: active"), "ended"),
    "over next month": (("until: 2026-07", "phase: active"), "active"),
    "over before it began": (("since: 2020", "until: 2019", "phase: active"), "active"),
}
PROMISE: Files = {"people/q": note(body="- [ ] write to [[p]] 📅 2026-06-20")}


@pytest.mark.parametrize("case", PHASES)
def test_the_phase_is(notes: Writer, case: str) -> None:
    lines, phase = PHASES[case]
    assert advised(notes, stranger(*lines), PROMISE).phase == phase


DORMANT = {
    "three years without a contact": (("since: 2010",), "2023-06-15", "dormant"),
    "three years but a day": (("since: 2010",), "2023-06-16", "waiting"),
    "waiting by word": (("phase: waiting",), "2023-06-15", "dormant"),
    "waiting by line": (("phases: 2020 waiting",), "2023-06-15", "dormant"),
    "active": (("phase: active",), "2023-06-15", "active"),
    "new": (("phase: new",), "2023-06-15", "new"),
    "ended": (("phase: ended",), "2023-06-15", "ended"),
    "begun long ago, no contact known": (("since: 2010",), "", "waiting"),
    "a contact that no note tells of": (("last_contact: 2023-06-15",), "", "dormant"),
    "a later one that no note tells of": (("last_contact: 2023-07",), "2023-06-15", "waiting"),
    "begun long ago, and a contact": (("since: 2010",), "2026-06-01", "waiting"),
    "nothing known": ((), "", "waiting"),
}


@pytest.mark.parametrize("case", DORMANT)
def test_waiting_turns_into_dormant_after_three_years(notes: Writer, case: str) -> None:
    lines, contact, phase = DORMANT[case]
    touchpoint = met(contact) if contact else {}
    assert advised(notes, stranger(*lines), touchpoint, PROMISE).phase == phase


def test_three_years_from_a_leap_day_are_over_on_28_february(notes: Writer) -> None:
    files = (stranger(), met("2020-02-29"))
    assert advised(notes, *files, today=day("2023-02-27")).phase == "waiting"
    assert advised(notes, today=day("2023-02-28")).phase == "dormant"


def test_half_a_year_from_31_august_is_over_on_28_february(notes: Writer) -> None:
    assert advised(notes, stranger("since: 2024-08-31"), today=day("2025-02-27")).phase == "new"
    assert advised(notes, today=day("2025-02-28")).phase == "waiting"


# The last contact was on 2026-05-31, from them: nothing of mine asks for room.
HEARD = met("2026-05-31", "direction: in", "kind: reply")
CADENCES = {
    "new": (("phase: new",), "2026-06-14"),
    "active": (("phase: active",), "2026-06-14"),
    "waiting": (("phase: waiting",), "2026-08-31"),
    "dormant": (("phase: dormant",), "2027-05-31"),
    "their own": (("phase: waiting", "cadence: 10 days"), "2026-06-10"),
    "their own beats a light role": (("roles: peer", "cadence: weekly"), "2026-06-07"),
    "in short": (("cadence: 2w",), "2026-06-14"),
    "in ISO": (("cadence: P1M",), "2026-06-30"),
    "a word": (("cadence: Quarterly",), "2026-08-31"),
    "twice a year": (("cadence: twice a year",), "2026-11-30"),
    "fortnightly": (("cadence: fortnightly",), "2026-06-14"),
    "no duration": (("cadence: sometimes",), "2026-08-31"),
    "mentor": (("roles: mentor",), "2026-08-31"),
    "sponsor": (("roles: sponsor",), "2026-08-31"),
    "protege": (("roles: mentee",), "2026-08-31"),
    "peer": (("roles: peer",), "2026-11-30"),
    "potential mentor": (("roles: potential-mentor",), "2026-11-30"),
    "potential protege": (("roles: [potential-protege]",), "2026-11-30"),
    "several light roles": (("roles: [peer, associate, potential-mentor]",), "2026-11-30"),
    "peer and sponsor": (("roles: [peer, sponsor]",), "2026-08-31"),
    "a light role, active": (("roles: peer", "phase: active"), "2026-06-14"),
    "a light role, dormant": (("roles: peer", "phase: dormant"), "2027-05-31"),
    "a role that is none": (("roles: guru",), "2026-08-31"),
}


@pytest.mark.parametrize("case", CADENCES)
def test_the_cadence_is(notes: Writer, case: str) -> None:
    lines, by = CADENCES[case]
    assert days(advised(notes, stranger(*lines), HEARD), "cadence") == [by]


NO_CADENCE = {
    "ended": ("phase: ended",),
    "ended, with a cadence of their own": ("phase: ended", "cadence: weekly"),
    "over": ("until: 2026-01-01", "cadence: weekly"),
    "none": ("cadence: none",),
    "an associate": ("roles: associate",),
    "an associate with a cadence": ("roles: associate", "cadence: weekly"),
}


@pytest.mark.parametrize("case", NO_CADENCE)
def test_there_is_no_cadence_for(notes: Writer, case: str) -> None:
    assert maybe(notes, stranger(*NO_CADENCE[case]), HEARD) is None


FOLDERS = {"mentors": ["cadence"], "proteges": ["cadence"], "people": []}


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_folder_says_the_role(notes: Writer, folder: str) -> None:
    notes.write({f"{folder}/p": note("prefers: email"), **HEARD})
    assert kinds(notes.advice().of(f"{folder}/p")) == FOLDERS[folder]


def test_a_role_written_down_beats_the_folder(notes: Writer) -> None:
    notes.write({"people/p": note("prefers: email", "role: sponsor"), **HEARD})
    assert days(notes.advice().of("people/p"), "cadence") == ["2026-08-31"]


# The cadence is a day, so that the room left after my message decides.
GAPS = {
    "new": (("phase: new",), "2026-06-17"),
    "active": (("phase: active",), "2026-06-16"),
    "waiting": (("phase: waiting",), "2026-07-05"),
    "dormant": (("phase: dormant",), "2026-09-14"),
    "their own": (("phase: waiting", "min_gap: 5 days"), "2026-06-19"),
    "no duration": (("phase: waiting", "min_gap: a while"), "2026-07-05"),
}


@pytest.mark.parametrize("case", GAPS)
def test_the_room_left_after_a_message_is(notes: Writer, case: str) -> None:
    lines, by = GAPS[case]
    found = advised(notes, stranger("cadence: 1 day", *lines), met("2026-06-14"))
    assert days(found, "cadence") == [by]
    assert found.hold
    assert (found.hold.kind, str(found.hold.until)) == ("min_gap", by)


def test_no_room_at_all_may_be_asked_for(notes: Writer) -> None:
    person = stranger("cadence: 1 day", "min_gap: none")
    found = advised(notes, person, met("2026-06-14"))
    assert (days(found, "cadence"), found.hold) == (["2026-06-15"], None)


def test_the_well_known_mentor_waits(notes: Writer) -> None:
    assert advised(notes, mentor()).phase == "waiting"
    assert advised(notes, met("2026-06-01")).phase == "waiting"
