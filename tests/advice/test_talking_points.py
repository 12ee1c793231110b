"""What there is to say: news, recognition, an offer, a question, each if there is one."""

import pytest

from tests.support.advice import advised, mentor, met
from tests.support.findings import note
from tests.support.journal import Files, Writer

# Today is 2026-06-15; half a year before, it was 2025-12-15.
FRESH: dict[str, tuple[tuple[str, ...], bool]] = {
    "of today": (("date: 2026-06-15",), True),
    "of tomorrow": (("date: 2026-06-16",), False),
    "of half a year ago": (("date: 2025-12-15",), True),
    "of a day before": (("date: 2025-12-14",), False),
    "fresh until today": (("date: 2020-01-01", "fresh_until: 2026-06-15"), True),
    "fresh until yesterday": (("date: 2026-06-01", "fresh_until: 2026-06-14"), False),
    "a draft": (("date: 2026-06-01", "draft: yes"), False),
    "private": (("date: 2026-06-01", "private: yes"), True),
}


@pytest.mark.parametrize("case", FRESH)
def test_my_news_and_theirs_are_told_while_they_are_fresh(notes: Writer, case: str) -> None:
    lines, fresh = FRESH[case]
    files = {"news/mine": note(*lines), "news/theirs": note(*lines, "about: p")}
    points = advised(notes, mentor(), files).talking_points
    assert points.news == (("news/mine",) if fresh else ())
    assert points.recognition == (("news/theirs",) if fresh else ())


ABOUT = {
    "me": (("about: me",), True, False),
    "me, by default": ((), True, False),
    "me, in brackets": (('about: "[[me]]"',), True, False),
    "them": (("about: p",), False, True),
    "both": (("about: [p, me]",), False, True),
    "somebody else": (("about: q",), False, False),
    "nobody there is": (("about: nobody",), False, False),
}


@pytest.mark.parametrize("case", ABOUT)
def test_whose_news_it_is(notes: Writer, case: str) -> None:
    lines, mine, theirs = ABOUT[case]
    files = {"news/n": note("date: 2026-06-01", *lines), "people/q": note()}
    points = advised(notes, mentor(), files).talking_points
    assert (bool(points.news), bool(points.recognition)) == (mine, theirs)


def test_news_are_newest_first(notes: Writer) -> None:
    days = ("2026-06-03", "2026-06-10", "2026-05-01")
    mine = {f"news/{day} mine": note() for day in days}
    theirs = {f"news/{day} theirs": note("about: p") for day in days}
    points = advised(notes, mentor(), mine, theirs).talking_points
    assert [name[5:15] for name in points.news] == [
        "2026-06-10",
        "2026-06-03",
        "2026-05-01",
    ]
    assert [name[5:15] for name in points.recognition] == [
        "2026-06-10",
        "2026-06-03",
        "2026-05-01",
    ]


def test_what_one_has_been_told_is_news_to_the_other(notes: Writer) -> None:
    files: Files = {
        "people/q": note("prefers: email", "birthday: 06-20"),
        "news/2026-06-01 n": note(),
    }
    told = met("2026-06-10", "people: q", body="[[2026-06-01 n]]")
    assert advised(notes, mentor(), files, told).talking_points.news == ("news/2026-06-01 n",)
    other = notes.advice().of("people/q")
    assert other is None or other.talking_points.news == ()
    assert advised(notes, met("2026-06-11", body="[[2026-06-01 n]]")).talking_points.news == ()


OFFERS: dict[str, tuple[tuple[str, ...], bool]] = {
    "for them": (("for: p",), True),
    "for them, by the last day": (("for: p", "deadline: 2026-06-15"), True),
    "for them, too late": (("for: p", "deadline: 2026-06-14"), False),
    "for them, offered": (("for: p", "state: offered"), False),
    "for somebody else": (("for: q", "fields: Optics"), False),
    "for me": (("for: me", "fields: Optics"), False),
    "in their field": (("fields: Optics",), True),
    "in their field, in capitals": (("fields: [x, OPTICS]",), True),
    "in what interests them": (("fields: straße",), True),
    "in what interests them, spelt otherwise": (("fields: STRASSE",), True),
    "in part of their field": (("fields: Optic",), False),
    "in no field": ((), False),
    "in another field": (("fields: Botany",), False),
    "in their field, by the last day": (("fields: optics", "deadline: 2026-06-15"), True),
    "in their field, too late": (("fields: optics", "deadline: 2026-06-14"), False),
    "in their field, dropped": (("fields: optics", "state: dropped"), False),
    "in their field, a draft": (("fields: optics", "draft: true"), False),
}


@pytest.mark.parametrize("case", OFFERS)
def test_an_opportunity_may_be_offered(notes: Writer, case: str) -> None:
    lines, offered = OFFERS[case]
    person = mentor("fields: [Optics, Music]", "interests: Straße")
    points = advised(
        notes, person, {"people/q": note(), "opportunities/o": note(*lines)}
    ).talking_points
    assert points.offer == (("opportunities/o",) if offered else ())


def test_offers_for_them_come_first_then_by_last_day_then_by_id(notes: Writer) -> None:
    offers = {
        "a": ("for: p",),
        "b": ("for: p", "deadline: 2026-08-01"),
        "c": ("for: p", "deadline: 2026-07-01"),
        "d": ("for: p",),
        "e": ("fields: optics",),
        "f": ("fields: optics", "deadline: 2026-06-20"),
        "g": ("fields: optics", "deadline: 2026-06-20"),
    }
    files = {f"opportunities/{name}": note(*lines) for name, lines in offers.items()}
    points = advised(notes, mentor("fields: optics"), files).talking_points
    assert "".join(name[-1] for name in points.offer) == "cbadfge"


def test_an_unmatched_offer_is_made_to_each_once(notes: Writer) -> None:
    person, other = (
        mentor("fields: optics"),
        {"people/q": note("fields: optics", "next: 2026-07-01")},
    )
    offer = {"opportunities/o": note("fields: optics")}
    told = met("2026-06-10", "people: q", body="[[o]]")
    assert advised(notes, person, other, offer, told).talking_points.offer == ("opportunities/o",)
    found = notes.advice().of("people/q")
    assert found
    assert found.talking_points.offer == ()


ASKED: dict[str, tuple[tuple[str, ...], bool]] = {
    "the same": (("question: Which bridge is loudest?",), True),
    "in capitals": (("question: WHICH BRIDGE IS LOUDEST?",), True),
    "with more spaces": (('question: "Which  bridge is   loudest ?"',), True),
    "without the question mark": (("question: Which bridge is loudest",), True),
    "with other signs": (("question: Which bridge is loudest…?!",), True),
    "with a sign of another script": (("question: Which bridge is loudest？",), True),
    "a longer one": (("question: Which bridge is loudest today?",), False),
    "other words": (("question: Which bridge is louder?",), False),
    "by them": (("direction: in", "question: Which bridge is loudest?"), True),
    "planned": (("question: Which bridge is loudest?", "date: 2026-06-20"), False),
    "cancelled": (("question: Which bridge is loudest?", "state: cancelled"), False),
    "a draft": (("question: Which bridge is loudest?", "draft: true"), False),
    "of somebody else": (("question: Which bridge is loudest?", "people: q"), False),
    "in the text alone": ((), False),
}


@pytest.mark.parametrize("case", ASKED)
def test_a_question_is_asked_once(notes: Writer, case: str) -> None:
    lines, asked = ASKED[case]
    person = mentor('questions: ["Which bridge is loudest?"]')
    contact = met("2026-06-01", *lines, body="Which bridge is loudest?")
    points = advised(notes, person, {"people/q": note()}, contact).talking_points
    assert points.question == (() if asked else ("Which bridge is loudest?",))


def test_questions_keep_the_order_in_which_they_were_written(notes: Writer) -> None:
    person = mentor('questions: ["Zinc or tin?", "And when?", "Zinc or tin?", "Here?"]')
    found = advised(notes, person, met("2026-06-01", "question: and when"))
    assert found.talking_points.question == ("Zinc or tin?", "Here?")


def test_a_single_question_needs_no_list(notes: Writer) -> None:
    found = advised(notes, mentor("questions: Here or there?"))
    assert found.talking_points.question == ("Here or there?",)


def test_nothing_to_say_is_four_empty_slots(notes: Writer) -> None:
    points = advised(notes, mentor()).talking_points
    assert (
        points.news,
        points.recognition,
        points.offer,
        points.question,
    ) == ((), (), (), ())
