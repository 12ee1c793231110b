"""What the words of the advice mean: done, planned, told, asked, answered."""

import pytest

from tests.support.advice import PERSON, about, advised, day, days, kinds, maybe, mentor, met
from tests.support.findings import note
from tests.support.journal import Writer

# Today is 2026-06-15, a Monday; the cadence is three months.
TAKES_PLACE = {
    "dated today": ("2026-06-15", (), "2026-06-15"),
    "dated yesterday": ("2026-06-14", (), "2026-06-14"),
    "dated today and said to be done": ("2026-06-15", ("state: done",), "2026-06-15"),
    "a channel by another word": ("2026-06-15", ("channel: zoom",), "2026-06-15"),
    "a state that is no state": ("2026-06-01", ("state: finished",), "2026-06-01"),
    "private": ("2026-06-01", ("private: true",), "2026-06-01"),
    "not a draft": ("2026-06-01", ("draft: no",), "2026-06-01"),
    "tomorrow": ("2026-06-16", (), None),
    "tomorrow, though said to be done": ("2026-06-16", ("state: done",), None),
    "planned for today": ("2026-06-15", ("state: planned",), None),
    "planned for yesterday": ("2026-06-14", ("state: planned",), None),
    "cancelled": ("2026-06-01", ("state: cancelled",), None),
    "a draft": ("2026-06-01", ("draft: true",), None),
    "without a channel": ("2026-06-01", ("channel:",), None),
    "on a channel that is none": ("2026-06-01", ("channel: pigeon",), None),
    "with somebody else": ("2026-06-01", ("people: q",), None),
    "with nobody there is": ("2026-06-01", ("people: nobody",), None),
}


@pytest.mark.parametrize("case", TAKES_PLACE)
def test_only_a_touchpoint_that_took_place_is_the_last_contact(notes: Writer, case: str) -> None:
    when, lines, last = TAKES_PLACE[case]
    found = advised(notes, mentor(), {"people/q": note()}, met(when, *lines))
    assert found.last_contact == (day(last) if last else None)


LIES_AHEAD = {
    "tomorrow": ("2026-06-16", (), ["2026-06-16"]),
    "tomorrow, said to be done": ("2026-06-16", ("state: done",), ["2026-06-16"]),
    "tomorrow, planned": ("2026-06-16", ("state: planned",), ["2026-06-16"]),
    "tomorrow, without a channel": ("2026-06-16", ("channel:",), ["2026-06-16"]),
    "planned for today": ("2026-06-15", ("state: planned",), ["2026-06-15"]),
    "tomorrow, in capitals": ("2026-06-16", ("state: PLANNED",), ["2026-06-16"]),
    "tomorrow, cancelled": ("2026-06-16", ("state: cancelled",), []),
    "planned for yesterday": ("2026-06-14", ("state: planned",), []),
    "today": ("2026-06-15", (), []),
    "tomorrow, a draft": ("2026-06-16", ("draft: true",), []),
    "cancelled today": ("2026-06-15", ("state: cancelled",), []),
}


@pytest.mark.parametrize("case", LIES_AHEAD)
def test_only_a_touchpoint_that_lies_ahead_is_planned(notes: Writer, case: str) -> None:
    when, lines, planned = LIES_AHEAD[case]
    assert days(advised(notes, mentor(), met(when, *lines)), "planned") == planned


def test_a_key_date_beats_the_date_of_the_file_name(notes: Writer) -> None:
    found = advised(notes, mentor(), met("2026-06-01", "date: 2026-05-30"))
    assert found.last_contact == day("2026-05-30")


def test_a_key_date_that_cannot_be_read_leaves_that_of_the_file_name(notes: Writer) -> None:
    found = advised(notes, mentor(), met("2026-06-01", "date: 30 May"))
    assert found.last_contact == day("2026-06-01")


def test_one_person_who_is_nobody_costs_the_others_nothing(notes: Writer) -> None:
    found = advised(notes, mentor(), met("2026-06-01", "people: [nobody, p]"))
    assert found.last_contact == day("2026-06-01")


NEWS = {"news/prize": note("date: 2026-06-10", "about: p")}
TELLS = {
    "about": (("about: prize",), ""),
    "about, by id": (("about: '[[news/prize]]'",), ""),
    "about, without quotes": (("about: [[prize]]",), ""),
    "about, by another case": (("about: PRIZE",), ""),
    "a link in the text": ((), "I saw [[prize]]!"),
    "a link with other words": ((), "I saw [[prize|the prize]]!"),
    "a link to a heading of it": ((), "I saw [[prize#why]]!"),
    "a relative address": ((), "I saw [it](../news/prize.md)!"),
    "a task that is done": ((), "- [x] congratulate on [[prize]]"),
    "a private one": (("private: true",), "[[prize]]"),
    "two people": (("people: [p, q]",), "[[prize]]"),
}
TELLS_NOT = {
    "one from them": (("direction: in", "kind: reply"), "They told me of [[prize]]."),
    "a task that was dropped": ((), "- [-] congratulate on [[prize]]"),
    "a line below a task that was dropped": ((), "- [-] congratulate\n  on [[prize]]"),
    "an open task": ((), "- [ ] congratulate on [[prize]]"),
    "a line below an open task": ((), "- [ ] congratulate\n  on [[prize]]"),
    "a quote": ((), "> I saw [[prize]]"),
    "code": ((), "`[[prize]]`"),
    "a block of code": ((), "```\n[[prize]]\n```"),
    "a comment": ((), "%%[[prize]]%%"),
    "an embed": ((), "![[prize]]"),
    "what it grew from": (("because_of: prize",), ""),
    "nothing": ((), "prize"),
    "a draft": (("draft: true",), "[[prize]]"),
    "a cancelled one": (("state: cancelled",), "[[prize]]"),
    "one that is planned for today": (("state: planned",), "[[prize]]"),
    "one of tomorrow": (("date: 2026-06-16",), "[[prize]]"),
    "one with somebody else": (("people: q",), "[[prize]]"),
}


@pytest.mark.parametrize("case", TELLS)
def test_who_is_linked_to_news_has_been_told(notes: Writer, case: str) -> None:
    lines, body = TELLS[case]
    contact = met("2026-06-15", *lines, body=body)
    found = advised(notes, mentor(), {"people/q": note()}, NEWS, contact)
    assert "recognise" not in kinds(found)
    assert found.talking_points.recognition == ()


@pytest.mark.parametrize("case", TELLS_NOT)
def test_nobody_has_been_told_by(notes: Writer, case: str) -> None:
    lines, body = TELLS_NOT[case]
    contact = met("2026-06-15", *lines, body=body)
    found = advised(notes, mentor(), {"people/q": note()}, NEWS, contact)
    assert days(found, "recognise") == ["2026-06-24"]
    assert found.talking_points.recognition == ("news/prize",)


def test_telling_before_the_day_of_the_news_counts(notes: Writer) -> None:
    found = advised(notes, mentor(), NEWS, met("2026-06-01", body="[[prize]]"))
    assert "recognise" not in kinds(found)


DRAFTS = {
    "news/a": note("date: 2026-06-10", "about: p", "draft: true"),
    "opportunities/b": note("for: p", "deadline: 2026-07-01", "draft: true"),
    "trips/c": note("city: Rome", "start: 2026-07-01", "draft: true"),
    "people/d": note("draft: true", body="- [ ] write to [[p]] 📅 2026-06-16"),
}


def test_draft_notes_count_for_nothing(notes: Writer) -> None:
    found = advised(notes, mentor("city: Rome"), DRAFTS)
    assert kinds(found) == ["begin"]
    assert found.talking_points.recognition == ()
    assert found.talking_points.offer == ()


def test_the_same_notes_count_once_they_are_no_drafts(notes: Writer) -> None:
    ready = {name: text.replace("draft: true", "draft: false") for name, text in DRAFTS.items()}
    found = advised(notes, mentor("city: Rome"), ready)
    assert sorted(kinds(found)) == ["begin", "opportunity", "promise", "recognise", "trip"]


def test_private_notes_count_everywhere(notes: Writer) -> None:
    private = {name: text.replace("draft: true", "private: true") for name, text in DRAFTS.items()}
    found = advised(notes, mentor("city: Rome", "private: true"), private)
    assert sorted(kinds(found)) == ["begin", "opportunity", "promise", "recognise", "trip"]
    assert found.talking_points.recognition == ("news/a",)


def test_a_draft_of_a_person_is_not_advised_about(notes: Writer) -> None:
    assert maybe(notes, mentor("draft: true"), met("2026-01-01")) is None


def test_the_note_behind_the_cadence_is_the_last_contact(notes: Writer) -> None:
    found = advised(notes, mentor(), met("2026-01-01"), met("2026-02-01", "draft: true"))
    assert about(found, "cadence") == ["touchpoints/2026-01-01 note"]
    assert found.person == PERSON
