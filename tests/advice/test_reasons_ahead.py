"""Reasons that lie ahead: a day chosen by hand, a plan, an opportunity, news."""

import pytest

from tests.support.advice import about, advised, day, days, kinds, maybe, mentor, met
from tests.support.findings import note
from tests.support.journal import Files, Writer

# Today is 2026-06-15; the last contact was on 2026-06-01.
LAST = met("2026-06-01")
NEXTS = {
    "after the last contact": ("2026-06-02", ["next"]),
    "far ahead": ("2028-02-29", ["next"]),
    "on the day of the last contact": ("2026-06-01", ["cadence"]),
    "before the last contact": ("2026-05-31", ["cadence"]),
    "a day that is none": ("2026-06-31", ["cadence"]),
}


@pytest.mark.parametrize("case", NEXTS)
def test_the_next_contact_may_be_chosen(notes: Writer, case: str) -> None:
    chosen, expected = NEXTS[case]
    found = advised(notes, mentor(f"next: {chosen}"), LAST)
    assert kinds(found) == expected
    if expected == ["next"]:
        assert days(found, "next") == [chosen]


def test_a_chosen_day_holds_where_there_was_no_contact(notes: Writer) -> None:
    found = advised(notes, mentor("next: 2014-01-01"))
    assert (kinds(found), str(found.reach_by)) == (["next"], "2014-01-01")


def test_only_a_contact_of_mine_reaches_a_chosen_day(notes: Writer) -> None:
    thanks = met("2026-06-12", "direction: in", "kind: thanks")
    found = advised(notes, mentor("next: 2026-06-10"), LAST, thanks)
    assert days(found, "next") == ["2026-06-10"]
    assert kinds(advised(notes, met("2026-06-12", "direction: both"))) == ["cadence"]


def test_nothing_moves_a_chosen_day(notes: Writer) -> None:
    person = mentor("next: 2026-06-16", "min_gap: 1 year")
    asked = met("2026-01-01", "kind: question"), met("2026-06-01", "kind: request")
    found = advised(notes, person, *asked, met("2026-07-20"))
    assert days(found, "next") == ["2026-06-16"]
    assert (str(found.reach_by), found.hold, found.section) == ("2026-06-16", None, "this-week")


@pytest.mark.parametrize("line", ["phase: ended", "cadence: none", "roles: associate"])
def test_a_chosen_day_needs_no_cadence(notes: Writer, line: str) -> None:
    assert kinds(maybe(notes, mentor("next: 2026-06-16", line), LAST)) == ["next"]


def test_only_the_earliest_plan_is_a_reason(notes: Writer) -> None:
    plans = met("2026-07-01"), met("2026-06-20", "channel: call"), met("2026-06-18", "people: q")
    found = advised(notes, mentor(), {"people/q": note()}, LAST, *plans)
    assert days(found, "planned") == ["2026-06-20"]
    assert about(found, "planned") == ["touchpoints/2026-06-20 note-call"]


OPPORTUNITIES: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "thirty days before its last day": (("deadline: 2026-07-31",), ["2026-07-01"]),
    "its last day is today": (("deadline: 2026-06-15",), ["2026-06-15"]),
    "its lead began yesterday": (("deadline: 2026-07-14",), ["2026-06-15"]),
    "its lead begins today": (("deadline: 2026-07-15",), ["2026-06-15"]),
    "its lead begins tomorrow": (("deadline: 2026-07-16",), ["2026-06-16"]),
    "its last day was yesterday": (("deadline: 2026-06-14",), []),
    "no last day": ((), []),
    "no last day, but an event": (("event_on: 2026-07-31",), []),
    "a lead of its own": (("deadline: 2026-07-31", "lead: 1 month"), ["2026-06-30"]),
    "a lead of a leap month": (("deadline: 2028-03-31", "lead: 1 month"), ["2028-02-29"]),
    "no lead": (("deadline: 2026-07-31", "lead: 0 days"), ["2026-07-31"]),
    "a lead that is none": (("deadline: 2026-07-31", "lead: early"), ["2026-07-01"]),
    "spotted by word": (("deadline: 2026-07-31", "state: Spotted"), ["2026-07-01"]),
    "a state that is none": (("deadline: 2026-07-31", "state: seen"), ["2026-07-01"]),
    "for two": (("for: [q, p]", "deadline: 2026-07-31"), ["2026-07-01"]),
    "for them and me": (("for: [me, p]", "deadline: 2026-07-31"), ["2026-07-01"]),
    "for somebody else": (("for: q", "deadline: 2026-07-31"), []),
    "for me": (("for: me", "deadline: 2026-07-31"), []),
    "for nobody": (("for:", "deadline: 2026-07-31"), []),
    "with them": (("for: q", "with: p", "deadline: 2026-07-31"), []),
    **{
        state: (("deadline: 2026-07-31", f"state: {state}"), [])
        for state in (
            "offered",
            "accepted",
            "in-progress",
            "succeeded",
            "unsuccessful",
            "declined",
            "missed",
            "dropped",
        )
    },
}


def opportunity(*lines: str) -> Files:
    own = () if any(line.startswith("for:") for line in lines) else ("for: p",)
    return {"opportunities/o": note(*own, *lines), "people/q": note()}


@pytest.mark.parametrize("case", OPPORTUNITIES)
def test_an_opportunity_asks_to_be_offered(notes: Writer, case: str) -> None:
    lines, by = OPPORTUNITIES[case]
    assert days(advised(notes, mentor(), LAST, opportunity(*lines)), "opportunity") == by


OFFERED = {
    "told to them": (("about: o",), False),
    "told to the other": (("people: q", "about: o"), True),
    "told to both": (("people: [q, p]", "about: o"), False),
    "told to somebody else": (("people: r", "about: o"), True),
    "told today": (("date: 2026-06-15", "about: o"), False),
    "to be told": (("date: 2026-06-16", "about: o"), True),
    "told in a draft": (("about: o", "draft: true"), True),
    "not told": ((), True),
}


@pytest.mark.parametrize("case", OFFERED)
def test_an_opportunity_is_offered_to_whom_it_was_told(notes: Writer, case: str) -> None:
    lines, spotted = OFFERED[case]
    files = {**opportunity("for: [p, q]", "deadline: 2026-07-31"), "people/r": note()}
    found = advised(notes, mentor(), files, met("2026-06-01", *lines))
    assert ("opportunity" in kinds(found)) is spotted
    assert found.talking_points.offer == (("opportunities/o",) if spotted else ())


# Half a year before today was 2025-12-15.
NEWS: dict[str, tuple[tuple[str, ...], list[str | None]]] = {
    "of today": (("date: 2026-06-15",), ["2026-06-29"]),
    "of tomorrow": (("date: 2026-06-16",), []),
    "of half a year ago, and life went on": (("date: 2025-12-15",), [None]),
    "of a day before": (("date: 2025-12-14",), []),
    "fresh until today": (("date: 2026-03-03", "fresh_until: 2026-06-15"), ["2026-03-17"]),
    "fresh until yesterday": (("date: 2026-06-10", "fresh_until: 2026-06-14"), []),
    "fresh until no day": (("date: 2026-06-10", "fresh_until: long"), ["2026-06-24"]),
    "about them and me": (("date: 2026-06-10", "about: [me, p]"), ["2026-06-24"]),
    "about somebody else": (("date: 2026-06-10", "about: q"), []),
    "about me": (("date: 2026-06-10", "about: me"), []),
    "about nobody said": (("date: 2026-06-10", "about:"), []),
    "private": (("date: 2026-06-10", "private: yes"), ["2026-06-24"]),
    "without a day": ((), []),
}


@pytest.mark.parametrize("case", NEWS)
def test_their_news_asks_to_be_recognised(notes: Writer, case: str) -> None:
    lines, by = NEWS[case]
    own = () if any(line.startswith("about:") for line in lines) else ("about: p",)
    files = {"news/n": note(*own, *lines), "people/q": note()}
    assert days(advised(notes, mentor(), LAST, files), "recognise") == by


@pytest.mark.parametrize(("today", "fresh"), [("2026-02-28", True), ("2026-03-01", False)])
def test_news_of_31_august_stay_fresh_to_the_end_of_february(
    notes: Writer, today: str, fresh: bool
) -> None:
    news = {"news/n": note("about: p", "date: 2025-08-31")}
    found = advised(notes, mentor(), news, today=day(today))
    assert ("recognise" in kinds(found)) is fresh
