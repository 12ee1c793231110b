"""Opportunities and trips."""

import pytest

from tests.support.findings import contact, lines, messages, note, person
from tests.support.journal import Writer


@pytest.mark.parametrize("day", ["2026-06-15", "2026-07-15"])
def test_a_near_deadline_and_nobody_told_is_named(notes: Writer, day: str) -> None:
    notes.write({"mentors/p": person(), "opportunities/o": note("for: p", f"deadline: {day}")})
    assert lines(notes, "O10") == [3]


@pytest.mark.parametrize("whom", ["for: me", "kind: grant"])
def test_one_for_me_or_for_nobody_yet_is_named_too(notes: Writer, whom: str) -> None:
    notes.write({"opportunities/o": note(whom, "deadline: 2026-07-01")})
    assert lines(notes, "O10") == [3]


@pytest.mark.parametrize(
    "differs",
    [("deadline: 2026-07-16",), ("deadline: 2026-07-01", "state: offered"), ("lead: 10 days",)],
)
def test_a_far_deadline_or_an_offer_made_is_fine(notes: Writer, differs: tuple[str, ...]) -> None:
    notes.write({"mentors/p": person(), "opportunities/o": note("for: p", *differs)})
    assert lines(notes, "O10") == []


def test_telling_one_of_them_is_offering(notes: Writer) -> None:
    notes.write({
        "mentors/p": person(),
        "opportunities/o": note("for: p", "deadline: 2026-07-01"),
        "touchpoints/2026-06-01 told": contact("channel: email", body="See [[o]]."),
    })  # fmt: skip
    assert lines(notes, "O10") == []


def test_nothing_is_offered_to_the_dead(notes: Writer) -> None:
    dead = note("died: 2026-06-01")
    notes.write({"mentors/p": dead, "opportunities/o": note("for: p", "deadline: 2026-07-01")})
    assert lines(notes, "O10") == []


@pytest.mark.parametrize("state", ["spotted", "offered", "accepted", "in-progress"])
def test_an_open_state_after_the_deadline_is_named(notes: Writer, state: str) -> None:
    notes.write({"opportunities/o": note(f"state: {state}", "deadline: 2026-06-14")})
    assert lines(notes, "O11") == [3]


@pytest.mark.parametrize(("deadline", "found"), [("2025-06-15", []), ("2025-06-16", [3])])
def test_a_deadline_of_over_a_year_ago_is_history(
    notes: Writer, deadline: str, found: list[int]
) -> None:
    notes.write({"opportunities/o": note("state: offered", f"deadline: {deadline}")})
    assert lines(notes, "O11") == found


def test_a_settled_state_or_a_deadline_today_is_fine(notes: Writer) -> None:
    notes.write({
        "opportunities/a": note("state: succeeded", "deadline: 2026-06-14"),
        "opportunities/b": note("state: offered", "deadline: 2026-06-15"),
    })  # fmt: skip
    assert lines(notes, "O11") == []


@pytest.mark.parametrize("key", ["for", "from", "with"])
@pytest.mark.parametrize("why", ["died: 2025", "phase: ended"])
def test_an_introduction_that_cannot_be_made_is_named(notes: Writer, key: str, why: str) -> None:
    notes.write({
        "mentors/p": person(why),
        "mentors/q": person(),
        "opportunities/o": note("kind: introduction", f"{key}:", "  - q", "  - p"),
    })  # fmt: skip
    assert lines(notes, "O20") == [5]


@pytest.mark.parametrize("differs", ["kind: grant", "kind: introduction\nstate: succeeded"])
def test_another_kind_or_one_that_was_made_is_fine(notes: Writer, differs: str) -> None:
    notes.write({"mentors/p": note("died: 2025"), "opportunities/o": note(differs, "with: p")})
    assert lines(notes, "O20") == []


def test_an_introduction_between_people_who_are_there_is_fine(notes: Writer) -> None:
    notes.write({
        "mentors/p": person(),
        "opportunities/o": note("kind: introduction", "with: p"),
    })  # fmt: skip
    assert lines(notes, "O20") == []


THERE = {"mentors/p": person("city: LISBOA"), "journal.toml": '[places]\nLisboa = "Lisbon"\n'}


def trip(*lines: str) -> dict[str, str]:
    return {"trips/t": note("city: Lisbon", *lines)}


def test_somebody_there_who_has_not_been_told_is_named(notes: Writer) -> None:
    notes.write(THERE | trip("start: 2026-07-06"))
    assert lines(notes, "T10") == [3]
    assert "P" in messages(notes, "T10")[0]


def test_one_of_their_other_cities_is_enough_and_four_are_named(notes: Writer) -> None:
    people = {f"mentors/m{n}": person("other_cities: [Porto, Lisbon]") for n in range(6)}
    notes.write(people | trip("start: 2026-06-20"))
    assert [m.count("M") for m in messages(notes, "T10")] == [4]
    assert "and 2 more" in messages(notes, "T10")[0]


@pytest.mark.parametrize(
    "differs",
    [
        ("start: 2026-07-07",),
        ("start: 2026-06-14",),
        ("start: 2026-06-20", "state: idea"),
        ("start: 2026-06-20", "who: p"),
        ("start: 2026-06-20", "who: [me, p]"),
    ],
)
def test_a_trip_far_ahead_over_unsure_or_not_mine_is_fine(
    notes: Writer, differs: tuple[str, ...]
) -> None:
    assert lines(notes.write(THERE | trip(*differs)), "T10") == []


def test_a_trip_that_has_begun_can_still_be_told(notes: Writer) -> None:
    notes.write(THERE | trip("start: 2026-06-14", "end: 2026-06-15", "state: booked"))
    assert lines(notes, "T10") == [3]


def test_those_who_were_told_died_or_live_elsewhere_are_not_named(notes: Writer) -> None:
    notes.write(THERE | trip("start: 2026-06-20"))
    notes.write({
        "mentors/dead": note("died: 2020", "city: Lisbon"),
        "mentors/elsewhere": person("city: Porto"),
        "touchpoints/2026-06-01 told": contact("channel: email", "about: t"),
    })  # fmt: skip
    assert lines(notes, "T10") == []
