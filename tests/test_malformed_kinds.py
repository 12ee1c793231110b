"""Values that keys of other folders cannot take: line, column and code of what is found."""

import pytest

from tests.malforming import (
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
    "num words": touchpoint("minutes: twenty", (4, 10, "F03")),
    "num unit": touchpoint("minutes: 20 min", (4, 10, "F03")),
    "num comma": touchpoint("minutes: 1,000", (4, 10, "F03")),
    "num hex": touchpoint("minutes: 0x10", (4, 10, "F03")),
    "num plus": touchpoint("minutes: +5", (4, 10, "F03")),
    "num big": touchpoint("minutes: 99999999999999999999", (4, 10, "F03")),
    "num superscript": touchpoint("minutes: ²", (4, 10, "F03")),
    "num underscore": touchpoint("question_seconds: 1_0", (4, 19, "F03")),
    "dur lead": trip("lead: soon", (4, 7, "F03")),
    "clock 1digit": touchpoint("time: 9:30", (4, 7, "F03")),
    "clock ampm": touchpoint("time: 9:30 pm", (4, 7, "F03")),
    "clock seconds": touchpoint("time: 09:30:00", (4, 7, "F03")),
    "clock dot": touchpoint("time: 09.30", (4, 7, "F03")),
    "clock 24": touchpoint("time: 24:00", (4, 7, "F03")),
    "clock min60": touchpoint("time: 09:60", (4, 7, "F03")),
    "end before": trip("end: 2026-06-30", (4, 6, "F14")),
    "closed before": goal("start: 2026-01-01\nclosed_on: 2025-12-31", (4, 12, "F14")),
    "answered before": touchpoint("answered_on: 2020-01-01", (4, 14, "F14")),
    "fresh bad": news("fresh_until: forever", (3, 14, "F03")),
    "deadline bad": opportunity("deadline: end of June", (3, 11, "F03")),
    "state bad": opportunity("state: offerd", (3, 8, "F04")),
    "kind bad": opportunity("kind2: x", (3, 1, "F06")),
    "state bad r": trip("state: maybe", (4, 8, "F04")),
    "state bad g": goal("state: wip", (3, 8, "F04")),
    "urgent bad": goal("urgent: very", (3, 9, "F03")),
    "practice bad": lesson("practice: always", (3, 11, "F04")),
    "kind syn": news("date: 2026-05-02", (3, 7, "F12")),
    "holiday list": touchpoint("holiday: [a, b]", (4, 10, "F03")),
    "gave map": touchpoint("gave: {advice: rest}", (4, 7, "F03")),
    "direction bad": touchpoint("direction: to", (4, 12, "F04")),
    "kind list": touchpoint("kind: [note, update]", (4, 7, "F04")),
    "state bad t": touchpoint("state: planed", (4, 8, "F04")),
    "seconds bad": touchpoint("question_seconds: 30s", (4, 19, "F03")),
    "answered bad": touchpoint("answered_on: 2026-06-31", (4, 14, "F03")),
    "followup bad": touchpoint("follow-up: later", (4, 12, "F03")),
    "chan near": touchpoint("chanel: call", (4, 1, "F06")),
    "peopel": touchpoint("peopel: bo", (4, 1, "F06")),
    "qsec near": touchpoint("question_second: 5", (4, 1, "F06")),
    "place map": touchpoint("place: {a: b}", (4, 8, "F03")),
    "time curly": touchpoint("time: “09:30”", (4, 7, "F03")),
    "date mismatch": touchpoint("date: 2026-05-03", (4, 7, "F12")),
    "kind": news("kind2: x\nfresh_untill: 2026-08-01", (3, 1, "F06"), (4, 1, "F06")),
    "fresh": news("fresh_until: 2026-02-29", (3, 14, "F03")),
    "date list": news("date: [2026-05-01]", (3, 7, "F03")),
    "nodate2": whole("---\nkind: prize\n---\n", (2, 7, "F04"), folder="news"),
    "event": opportunity("event_on: 32.01.2026", (3, 11, "F03")),
    "closed": opportunity("closed_on: never", (3, 12, "F03")),
    "lead": opportunity("lead: 1 fortnight", (3, 7, "F03")),
    "fields": opportunity("fields: {a: b}", (3, 9, "F03")),
    "for two": opportunity("for: [me, bo, nobody]", (3, 15, "F10")),
    "kind near": opportunity("kinds: grant", (3, 1, "F06")),
    "result": opportunity("result: [a]", (3, 9, "F03")),
    "org": opportunity("org: @uni", (3, 6, "F01")),
    "end": trip("end: 2026-07-32", (4, 6, "F03")),
    "country": trip("country: Italia", (4, 10, "F15")),
    "state": trip("state: book", (4, 8, "F04")),
    "dup again again": trip("city: Milan", (4, 1, "F02")),
    "purpose": trip("purpose: talk: at the fair", (4, 14, "F01")),
    "noend": whole("---\nstart: 2026-07-01\ncity:\n---\n", (3, 1, "F05"), folder="trips"),
    "both": whole(
        "---\ncity: [Rome, Milan]\nstart: 2026-07-01\n---\n", (2, 7, "F03"), folder="trips"
    ),
    "kind again": goal("kind: jobs", (3, 1, "F02")),
    "target": goal("target: Q3 2026", (3, 9, "F03")),
    "start": goal("start: 2026", (3, 8, "F03")),
    "state2": goal("state: hold", (3, 8, "F04")),
    "urgent": goal("urgent: [true]", (3, 9, "F03")),
    "people again again": goal("people: [bo, nobody]", (3, 14, "F10")),
    "aspect": lesson("aspect: listen", (3, 1, "F02")),
    "practice": lesson("practice: [habit]", (3, 11, "F04")),
    "from2": lesson("from: {who: bo}", (3, 7, "F03")),
    "from3": lesson("from: “bo”", (3, 7, "F10")),
    "kind again again": lesson("practise: habit", (3, 1, "F06")),
    "roles": person("roles: [protege, freind]", (3, 18, "F04"), folder="proteges"),
    "tz again": person("tz: Lisbon", (3, 5, "F15"), folder="proteges"),
    "country again": person("country: XX", (3, 10, "F15"), folder="people"),
    "bday": person("birthday: 13-01", (3, 11, "F03"), folder="people"),
    "tone": person("tone: [in, formal]", (3, 7, "F04"), folder="people"),
    "support": person("support: {feedback: yes}", (3, 10, "F04"), folder="proteges"),
    "intro again": person(
        "introduced_by: [[nobody]]", (3, 16, "F07"), (3, 16, "F10"), folder="people"
    ),
    "languages": person("languages: {en: good}", (3, 12, "F03"), folder="proteges"),
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
