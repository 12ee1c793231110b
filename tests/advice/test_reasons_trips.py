"""Trips that bring two people to one city are a reason to say so."""

import pytest

from tests.support.advice import about, advised, days, kinds, mentor, met
from tests.support.findings import note
from tests.support.journal import Writer

# Today is 2026-06-15; the last contact was on 2026-06-01.
LAST = met("2026-06-01")
MINE = 'city = "Porto"\n'
TRIPS: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "three weeks before it starts": (("city: Lisbon", "start: 2026-07-31"), ["2026-07-10"]),
    "in capitals": (("city: LISBON", "start: 2026-07-31"), ["2026-07-10"]),
    "to another of their cities": (("city: Evora", "start: 2026-07-31"), ["2026-07-10"]),
    "by another name of the city": (("city: LX", "start: 2026-07-31"), ["2026-07-10"]),
    "elsewhere": (("city: Rome", "start: 2026-07-31"), []),
    "to a part of the name": (("city: Lisb", "start: 2026-07-31"), []),
    "a lead of its own": (("city: Lisbon", "start: 2026-07-31", "lead: 1 month"), ["2026-06-30"]),
    "booked": (("city: Lisbon", "start: 2026-07-31", "state: booked"), ["2026-07-10"]),
    "an idea": (("city: Lisbon", "start: 2026-07-31", "state: idea"), []),
    "cancelled": (("city: Lisbon", "start: 2026-07-31", "state: cancelled"), []),
    "done": (("city: Lisbon", "start: 2026-07-31", "state: done"), []),
    "of today": (("city: Lisbon", "start: 2026-06-15"), ["2026-06-15"]),
    "of yesterday": (("city: Lisbon", "start: 2026-06-14"), []),
    "until today": (("city: Lisbon", "start: 2026-06-10", "end: 2026-06-15"), ["2026-06-15"]),
    "until yesterday": (("city: Lisbon", "start: 2026-06-10", "end: 2026-06-14"), []),
    "over before it starts": (
        ("city: Lisbon", "start: 2026-07-31", "end: 2026-06-01"),
        ["2026-07-10"],
    ),
    "of somebody else": (("city: Lisbon", "start: 2026-07-31", "who: q"), []),
    "of theirs to their city": (("city: Lisbon", "start: 2026-07-31", "who: p"), []),
    "of theirs to my city": (("city: Pôrto", "start: 2026-07-31", "who: p"), ["2026-07-10"]),
    "of theirs to my city, an idea": (
        ("city: Porto", "start: 2026-07-31", "who: p", "state: idea"),
        [],
    ),
    "of theirs to my city, over": (("city: Porto", "start: 2026-06-14", "who: p"), []),
    "of somebody else to my city": (("city: Porto", "start: 2026-07-31", "who: q"), []),
    "of mine to my city": (("city: Porto", "start: 2026-07-31"), []),
    "of both to their city": (
        ("city: Lisbon", "start: 2026-07-31", "who: [me, p]"),
        ["2026-07-10"],
    ),
    "without a start": (("city: Lisbon",), []),
}
SETTINGS = {"journal.toml": f'[me]\n{MINE}\n[places]\nlx = "Lisbon"\n"Lisboa" = "lisbón"\n'}
HOME = ("city: Lisboa", "other_cities: [Évora, LX]")


@pytest.mark.parametrize("case", TRIPS)
def test_a_trip_asks_for_a_word(notes: Writer, case: str) -> None:
    lines, by = TRIPS[case]
    files = {"trips/t": note(*lines), "people/q": note(), **SETTINGS}
    assert days(advised(notes, mentor(*HOME), LAST, files), "trip") == by


AWAY = {
    "all its days": (("start: 2026-07-30", "end: 2026-08-03"), False),
    "the same days": (("start: 2026-07-31", "end: 2026-08-02"), False),
    "all but the last day": (("start: 2026-07-30", "end: 2026-08-01"), True),
    "all but the first day": (("start: 2026-08-01", "end: 2026-08-03"), True),
    "only as an idea": (("start: 2026-07-30", "end: 2026-08-03", "state: idea"), True),
    "a draft": (("start: 2026-07-30", "end: 2026-08-03", "draft: true"), True),
    "the same city": (("city: LISBON", "start: 2026-07-30", "end: 2026-08-03"), True),
}


@pytest.mark.parametrize("case", AWAY)
@pytest.mark.parametrize(("mine", "theirs"), [("me", "p"), ("p", "me")])
def test_who_is_away_on_another_trip_is_not_met(
    notes: Writer, case: str, mine: str, theirs: str
) -> None:
    lines, meets = AWAY[case]
    place = "city: Lisbon"
    there = () if any(line.startswith("city") for line in lines) else ("city: Rome",)
    files = {
        "trips/t": note(place, "start: 2026-07-31", "end: 2026-08-02", f"who: {mine}"),
        "trips/away": note(*there, *lines, f"who: {theirs}"),
        "journal.toml": '[me]\ncity = "Lisbon"\n',
    }
    found = advised(notes, mentor(place if mine == "me" else "city: Rome"), LAST, files)
    assert ("trips/t" in about(found, "trip")) is meets


@pytest.mark.parametrize("who", ["", "who: p"])
def test_a_trip_they_have_been_told_of_asks_for_nothing(notes: Writer, who: str) -> None:
    city = "Porto" if who else "Lisbon"
    trip = note(f"city: {city}", "start: 2026-07-31", *filter(None, [who]))
    files = {"trips/t": trip, "journal.toml": f"[me]\n{MINE}"}
    assert "trip" in kinds(advised(notes, mentor("city: Lisbon"), files, LAST))
    assert "trip" not in kinds(advised(notes, met("2026-06-01", body="[[t]]")))


def test_a_trip_of_both_to_where_both_live_is_one_reason(notes: Writer) -> None:
    trip = note("city: Porto", "start: 2026-07-31", "who: [me, p]")
    files = {"trips/t": trip, "journal.toml": f"[me]\n{MINE}"}
    assert days(advised(notes, mentor("city: Porto"), LAST, files), "trip") == ["2026-07-10"]


def test_a_trip_to_nowhere_known_reaches_nobody_without_a_city(notes: Writer) -> None:
    trip = note("city: Porto", "start: 2026-07-31", "who: p")
    assert "trip" not in kinds(advised(notes, mentor(), LAST, {"trips/t": trip}))
