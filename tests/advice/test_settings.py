"""Settings that change the advice, and words in notes that mean the same to it."""

import pytest

from tests.support.advice import advised, days, kinds, maybe, mentor, met, stranger
from tests.support.findings import note
from tests.support.journal import Files, Writer

# Today is 2026-06-15.
HEARD = met("2026-05-31", "direction: in", "kind: reply")
CADENCES = {
    "waiting": ('waiting = "1 month"', ("phase: waiting",), ["2026-06-30"]),
    "waiting, in their own": ('waiting = "1 month"', ("cadence: 2 weeks",), ["2026-06-14"]),
    "waiting, a light role": ('waiting = "1 month"', ("roles: peer",), ["2026-11-30"]),
    "another phase": ('active = "1 month"', ("phase: waiting",), ["2026-08-31"]),
    "active": ('active = "monthly"', ("phase: active",), ["2026-06-30"]),
    "dormant": ('dormant = "2 years"', ("phase: dormant",), ["2028-05-31"]),
    "never": ('dormant = "none"', ("phase: dormant",), []),
    "ended": ('ended = "1 year"', ("phase: ended",), []),
    "badly written": ('waiting = "often"', ("phase: waiting",), ["2026-08-31"]),
}


@pytest.mark.parametrize("case", CADENCES)
def test_the_cadence_of_a_phase_is_a_setting(notes: Writer, case: str) -> None:
    setting, lines, by = CADENCES[case]
    notes.write({"journal.toml": f"[cadence]\n{setting}\n"})
    assert days(maybe(notes, stranger(*lines), HEARD), "cadence") == by


DORMANT = {"11 months": "dormant", "1 year": "dormant", "366 days": "waiting", "none": "waiting"}


@pytest.mark.parametrize("silence", DORMANT)
def test_how_long_a_silence_makes_dormant_is_a_setting(notes: Writer, silence: str) -> None:
    notes.write({"journal.toml": f'[defaults]\ndormant = "{silence}"\n'})
    assert advised(notes, stranger(), met("2025-06-15")).phase == DORMANT[silence]


FRESH = {"5 days": True, "4 days": False, "6 months": True}


@pytest.mark.parametrize("fresh", FRESH)
def test_how_long_news_stay_fresh_is_a_setting(notes: Writer, fresh: str) -> None:
    notes.write({"journal.toml": f'[defaults]\nfresh = "{fresh}"\n'})
    files = {"news/2026-06-10 mine": note(), "news/2026-06-10 theirs": note("about: p")}
    found = advised(notes, mentor(), files)
    points = found.talking_points
    told = (
        bool(points.news),
        bool(points.recognition),
        "recognise" in kinds(found),
    )
    assert told == (FRESH[fresh],) * 3


def test_news_with_a_day_of_their_own_stay_fresh_until_then(notes: Writer) -> None:
    notes.write({"journal.toml": '[defaults]\nfresh = "1 day"\n'})
    news = {"news/2026-06-01 n": note("about: p", "fresh_until: 2026-06-15")}
    assert days(advised(notes, mentor(), news), "recognise") == ["2026-06-15"]


SAME: dict[str, tuple[Files, Files]] = {
    "with": (
        {"touchpoints/2026-06-01 a": note("people: p", "channel: email")},
        {"touchpoints/2026-06-01 a": note("with: p", "channel: e-mail")},
    ),
    "keys in capitals": (
        {
            "touchpoints/2026-06-01 a": note(
                "people: p", "channel: email", "followup_on: 2026-06-20"
            )
        },
        {
            "touchpoints/2026-06-01 a": note(
                "People: p", "Channel: EMAIL", "Followup-On: 2026-06-20"
            )
        },
    ),
    "a folder inside": (
        {"touchpoints/2026-06-01 a": note("people: p", "channel: email")},
        {"touchpoints/2026/06/2026-06-01 a": note("people: p", "channel: email")},
    ),
    "by id": (
        {"touchpoints/2026-06-01 a": note("people: p", "channel: email")},
        {"touchpoints/2026-06-01 a": note('people: "[[mentors/p]]"', "channel: email")},
    ),
    "without quotes": (
        {"touchpoints/2026-06-01 a": note("people: p", "channel: email")},
        {"touchpoints/2026-06-01 a": note("people: [[P]]", "channel: email")},
    ),
    "by alias": (
        {"touchpoints/2026-06-01 a": note("people: p", "channel: email")},
        {"touchpoints/2026-06-01 a": note("people: [ZOE-OBRIEN]", "channel: email")},
    ),
    "by address": (
        {"touchpoints/2026-06-01 a": note("people: p", "channel: email")},
        {"touchpoints/2026-06-01 a": note('people: "[Zoë](../mentors/p.md)"', "channel: email")},
    ),
    "a call by telephone": (
        {"touchpoints/2026-06-01 a": note("people: p", "channel: call", "direction: both")},
        {"touchpoints/2026-06-01 a": note("people: p", "channel: Phone")},
    ),
    "a date as a key": (
        {"touchpoints/2026-06-01 a": note("people: p", "channel: email")},
        {"touchpoints/a": note("people: p", "channel: email", "date: 2026-06-01")},
    ),
    "Windows' line ends": (
        {"touchpoints/2026-06-01 a": note("people: p", "channel: email", "question: Here?")},
        {
            "touchpoints/2026-06-01 a": note(
                "people: p", "channel: email", "question: Here?"
            ).replace("\n", "\r\n")
        },
    ),
    "dots for the last fence": (
        {"touchpoints/2026-06-01 a": note("people: p", "channel: email")},
        {"touchpoints/2026-06-01 a": "---\npeople: p\nchannel: email\n...\n"},
    ),
}


@pytest.mark.parametrize("case", SAME)
def test_what_means_the_same_is_advised_the_same(notes: Writer, case: str) -> None:
    plain, other = SAME[case]
    person = mentor("aliases: Zoë OBrien", "phase: waiting", "questions: Here?")
    expected = advised(notes, person, plain)
    for name in plain:
        (notes.root / f"content/{name}.md").unlink()
    assert maybe(notes, stranger()) is not None
    found = advised(notes, person, other)
    assert found.last_contact == expected.last_contact
    assert [(r.kind, r.by) for r in found.reasons] == [(r.kind, r.by) for r in expected.reasons]
    assert (found.section, found.hold, found.talking_points) == (
        expected.section,
        expected.hold,
        expected.talking_points,
    )


def test_a_key_written_twice_counts_as_absent(notes: Writer) -> None:
    found = advised(
        notes, mentor(), {"mentors/p": note("phase: active", "Phase: new", "prefers: call")}
    )
    assert (found.phase, found.channel) == ("waiting", "call")


def test_a_name_of_two_notes_is_neither(notes: Writer) -> None:
    twice = {"people/p": note(), **met("2026-06-01")}
    assert advised(notes, mentor(), twice).last_contact is None
    by_id = met("2026-06-02", "people: mentors/p")
    assert str(advised(notes, by_id).last_contact) == "2026-06-02"


def test_a_contact_with_two_counts_for_both(notes: Writer) -> None:
    notes.write({"mentors/q": note("prefers: call"), **met("2026-06-01", "people: [p, q]")})
    found = advised(notes, mentor())
    other = notes.advice().of("mentors/q")
    assert other
    assert found.last_contact == other.last_contact is not None
