"""Values that keys of other folders cannot take: line, column and code of what is found."""

import pytest

from tests.support.malformed import (
    Cases,
    Checked,
    assert_harmless,
    check_all,
    goal,
    lesson,
    news,
    opportunity,
    person,
    touchpoint,
    trip,
    whole,
)

CASES: Cases = {
    "minutes in words": touchpoint("minutes: twenty", (4, 10, "F03")),
    "minutes with a unit": touchpoint("minutes: 20 min", (4, 10, "F03")),
    "thousands with a comma": touchpoint("minutes: 1,000", (4, 10, "F03")),
    "a hexadecimal number": touchpoint("minutes: 0x10", (4, 10, "F03")),
    "a plus sign": touchpoint("minutes: +5", (4, 10, "F03")),
    "twenty digits": touchpoint("minutes: 99999999999999999999", (4, 10, "F03")),
    "a superscript": touchpoint("minutes: ²", (4, 10, "F03")),
    "an underscore in a number": touchpoint("question_seconds: 1_0", (4, 19, "F03")),
    "soon for a lead": trip("lead: soon", (4, 7, "F03")),
    "one digit for the hour": touchpoint("time: 9:30", (4, 7, "F03")),
    "an hour in the evening": touchpoint("time: 9:30 pm", (4, 7, "F03")),
    "seconds": touchpoint("time: 09:30:00", (4, 7, "F03")),
    "a dot for a colon": touchpoint("time: 09.30", (4, 7, "F03")),
    "midnight as 24": touchpoint("time: 24:00", (4, 7, "F03")),
    "minute 60": touchpoint("time: 09:60", (4, 7, "F03")),
    "a trip that ends before it starts": trip("end: 2026-06-30", (4, 6, "F14")),
    "a goal closed before it started": goal(
        "start: 2026-01-01\nclosed_on: 2025-12-31", (4, 12, "F14")
    ),
    "an answer before the question": touchpoint("answered_on: 2020-01-01", (4, 14, "F14")),
    "fresh for ever": news("fresh_until: forever", (3, 14, "F03")),
    "a deadline in words": opportunity("deadline: end of June", (3, 11, "F03")),
    "an offer misspelt": opportunity("state: offerd", (3, 8, "F04")),
    "a key with a digit too many": opportunity("kind2: x", (3, 1, "F06")),
    "a trip in doubt": trip("state: maybe", (4, 8, "F04")),
    "a goal in progress": goal("state: wip", (3, 8, "F04")),
    "very urgent": goal("urgent: very", (3, 9, "F03")),
    "always practised": lesson("practice: always", (3, 11, "F04")),
    "news of another day than the file": news("date: 2026-05-02", (3, 7, "F12")),
    "holiday list": touchpoint("holiday: [a, b]", (4, 10, "F03")),
    "gifts as a mapping": touchpoint("gave: {advice: rest}", (4, 7, "F03")),
    "direction bad": touchpoint("direction: to", (4, 12, "F04")),
    "kind list": touchpoint("kind: [note, update]", (4, 7, "F04")),
    "planned misspelt": touchpoint("state: planed", (4, 8, "F04")),
    "seconds with a unit": touchpoint("question_seconds: 30s", (4, 19, "F03")),
    "31 June": touchpoint("answered_on: 2026-06-31", (4, 14, "F03")),
    "a follow-up in words": touchpoint("follow-up: later", (4, 12, "F03")),
    "chanel": touchpoint("chanel: call", (4, 1, "F06")),
    "peopel": touchpoint("peopel: bo", (4, 1, "F06")),
    "question_second": touchpoint("question_second: 5", (4, 1, "F06")),
    "place map": touchpoint("place: {a: b}", (4, 8, "F03")),
    "time curly": touchpoint("time: “09:30”", (4, 7, "F03")),
    "date mismatch": touchpoint("date: 2026-05-03", (4, 7, "F12")),
    "news with kind": news("kind2: x\nfresh_untill: 2026-08-01", (3, 1, "F06"), (4, 1, "F06")),
    "news with fresh": news("fresh_until: 2026-02-29", (3, 14, "F03")),
    "news with date list": news("date: [2026-05-01]", (3, 7, "F03")),
    "an unknown kind of news": whole("---\nkind: prize\n---\n", (2, 7, "F04"), folder="news"),
    "an opportunity with event": opportunity("event_on: 32.01.2026", (3, 11, "F03")),
    "an opportunity with closed": opportunity("closed_on: never", (3, 12, "F03")),
    "an opportunity with lead": opportunity("lead: 1 fortnight", (3, 7, "F03")),
    "an opportunity with fields": opportunity("fields: {a: b}", (3, 9, "F03")),
    "an opportunity with for two": opportunity("for: [me, bo, nobody]", (3, 15, "F10")),
    "an opportunity with kind near": opportunity("kinds: grant", (3, 1, "F06")),
    "an opportunity with result": opportunity("result: [a]", (3, 9, "F03")),
    "an opportunity with org": opportunity("org: @uni", (3, 6, "F01")),
    "a trip with end": trip("end: 2026-07-32", (4, 6, "F03")),
    "a trip with country": trip("country: Italia", (4, 10, "F15")),
    "a trip with state": trip("state: book", (4, 8, "F04")),
    "two cities in two lines": trip("city: Milan", (4, 1, "F02")),
    "a trip with purpose": trip("purpose: talk: at the fair", (4, 14, "F01")),
    "an empty city": whole("---\nstart: 2026-07-01\ncity:\n---\n", (3, 1, "F05"), folder="trips"),
    "two cities in a list": whole(
        "---\ncity: [Rome, Milan]\nstart: 2026-07-01\n---\n", (2, 7, "F03"), folder="trips"
    ),
    "the kind of a goal twice": goal("kind: jobs", (3, 1, "F02")),
    "a goal with target": goal("target: Q3 2026", (3, 9, "F03")),
    "a goal with start": goal("start: 2026", (3, 8, "F03")),
    "a goal with state2": goal("state: hold", (3, 8, "F04")),
    "a goal with urgent": goal("urgent: [true]", (3, 9, "F03")),
    "a goal with people again": goal("people: [bo, nobody]", (3, 14, "F10")),
    "a lesson with aspect": lesson("aspect: listen", (3, 1, "F02")),
    "a lesson with practice": lesson("practice: [habit]", (3, 11, "F04")),
    "whom as a mapping": lesson("from: {who: bo}", (3, 7, "F03")),
    "whom in curly quotes": lesson("from: “bo”", (3, 7, "F10")),
    "practise": lesson("practise: habit", (3, 1, "F06")),
    "a protege with roles": person("roles: [protege, freind]", (3, 18, "F04"), folder="proteges"),
    "a protege with tz": person("tz: Lisbon", (3, 5, "F15"), folder="proteges"),
    "an associate with country": person("country: XX", (3, 10, "F15"), folder="people"),
    "an associate with bday": person("birthday: 13-01", (3, 11, "F03"), folder="people"),
    "an associate with tone": person("tone: [in, formal]", (3, 7, "F04"), folder="people"),
    "a protege with support": person("support: {feedback: yes}", (3, 10, "F04"), folder="proteges"),
    "an associate with intro": person(
        "introduced_by: [[nobody]]", (3, 16, "F07"), (3, 16, "F10"), folder="people"
    ),
    "a protege with languages": person("languages: {en: good}", (3, 12, "F03"), folder="proteges"),
    "empty touch": whole("", (1, 1, "F05"), folder="touchpoints"),
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return check_all(tmp_path_factory.mktemp("journal"), CASES)


def test_all_of_them_together_cost_no_other_note(checked: Checked) -> None:
    assert_harmless(checked)


@pytest.mark.parametrize("name", CASES)
def test_a_key_of_any_folder_is_named_where_it_stands(checked: Checked, name: str) -> None:
    assert checked.found[name] == CASES[name].found
