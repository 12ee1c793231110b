"""Values that people's keys cannot take: line, column and code of all that is found."""

import pytest

from tests.malforming import Cases, Checked, assert_harmless, check_all, person

CASES: Cases = {
    "date fullwidth": person("next: ２０２６-01-01", (3, 7, "F03")),
    "date arabic": person("next: ٢٠٢٦-01-01", (3, 7, "F03")),
    "date minus": person("next: 2026−01−01", (3, 7, "F03")),
    "date endash": person("next: 2026–01–01", (3, 7, "F03")),
    "date dmy": person("next: 03.02.2026", (3, 7, "F03")),
    "date us": person("next: 2/3/2026", (3, 7, "F03")),
    "date nozero": person("next: 2026-1-5", (3, 7, "F03")),
    "date year0": person("next: 0000-01-01", (3, 7, "F03")),
    "date year only": person("next: 2026", (3, 7, "F03")),
    "date long": person("next: " + "9" * 500, (3, 7, "F03")),
    "date list1": person("next: [2026-01-01]", (3, 7, "F03")),
    "date list2": person("next:\n  - 2026-01-01\n  - 2026-02-01", (4, 3, "F03")),
    "date null": person("next: null", (3, 7, "F03")),
    "date tilde": person("next: ~", (3, 7, "F03")),
    "date link": person("next: [[2026-01-01]]", (3, 7, "F03")),
    "date qlink": person("next: '[[2026-01-01]]'", (3, 7, "F03")),
    "date comment glued": person("next: 2026-01-01# soon", (3, 7, "F03")),
    "date day of week": person("next: Mon 2026-01-01", (3, 7, "F03")),
    "date time space": person("next: 2026-01-01 10:00", (3, 7, "F03")),
    "date rlo": person("next: \u202e2026-01-01", (3, 7, "F03")),
    "date zwsp": person("next: 2026-01-01\u200b", (3, 7, "F03")),
    "pdate slash": person("until: 2024/05", (3, 8, "F03")),
    "pdate month0": person("until: 2024-00", (3, 8, "F03")),
    "pdate words": person("until: May 2024", (3, 8, "F03")),
    "pdate range": person("until: 2024-2025", (3, 8, "F03")),
    "pdate approx": person("until: ~2024", (3, 8, "F03")),
    "pdate 5digits": person("until: 20240", (3, 8, "F03")),
    "bool 1": person("paused: 1", (3, 9, "F03")),
    "bool on": person("paused: on", (3, 9, "F03")),
    "bool list": person("paused: [true]", (3, 9, "F03")),
    "bool x": person("paused: x", (3, 9, "F03")),
    "bool private bad": person("private: oui", (3, 10, "F03")),
    "bool draft bad": person("draft: maybe", (3, 8, "F03")),
    "dur neg": person("cadence: -2 weeks", (3, 10, "F03")),
    "dur frac": person("cadence: 1.5 months", (3, 10, "F03")),
    "dur words": person("cadence: two weeks", (3, 10, "F03")),
    "dur P": person("cadence: P", (3, 10, "F03")),
    "dur PT": person("cadence: PT5M", (3, 10, "F03")),
    "dur num": person("cadence: 14", (3, 10, "F03")),
    "dur every": person("cadence: every 3 months", (3, 10, "F03")),
    "dur list": person("cadence: [2, weeks]", (3, 10, "F03")),
    "dur huge": person("cadence: 99999999 years", (3, 10, "F03")),
    "hours comma": person("quiet_hours: 21:00, 09:00", (3, 14, "F03")),
    "hours single": person("quiet_hours: 21:00", (3, 14, "F03")),
    "hours 25": person("quiet_hours: 25:00-09:00", (3, 14, "F03")),
    "hours list": person("quiet_hours: [21:00-09:00, 12:00-13:00]", (3, 14, "F03")),
    "hours mapping": person("quiet_hours:\n  from: 21:00\n  to: 09:00", (4, 3, "F03")),
    "hours to": person("quiet_hours: 21:00 to 09:00", (3, 14, "F03")),
    "bday day month": person("birthday: 14 March", (3, 11, "F03")),
    "bday 0230": person("birthday: 02-30", (3, 11, "F03")),
    "bday 1900": person("birthday: 1900-02-29", (3, 11, "F03")),
    "bday year": person("birthday: 1950", (3, 11, "F03")),
    "bday question": person("birthday: ????-03-14", (3, 11, "F03")),
    "bday obsid": person("birthday: --03-14", (3, 11, "F03")),
    "one tone": person("tone: frendly", (3, 7, "F04")),
    "one tone list": person("tone: [formal]", (3, 7, "F04")),
    "one phase": person("phase: activ", (3, 8, "F04")),
    "some day": person("quiet_days: [sat, sun, saturnday]", (3, 24, "F04")),
    "some nested": person("prefers: [[email, call]]", (3, 10, "F04")),
    "some mapping": person("prefers: {email: true}", (3, 10, "F04")),
    "some roles": person("roles: mentr", (3, 8, "F04")),
    "some support": person("support:\n- feedback\n- moral", (5, 3, "F04")),
    "phases nophase": person("phases:\n  - 2020", (4, 5, "F04")),
    "phases nodate": person("phases:\n  - waiting", (4, 5, "F03")),
    "phases colon": person("phases:\n  - 2020: waiting", (4, 5, "F03")),
    "phases mapping": person("phases:\n  2020: waiting\n  2021: active", (4, 3, "F03")),
    "phases commas": person("phases: 2020 waiting, 2021 active", (3, 9, "F03")),
    "phases text block": person("phases: |\n  2020 waiting\n  2021 active", (3, 9, "F03")),
    "phases order3": person(
        "phases:\n  - 2020 waiting\n  - 2019 active\n  - 2018 new", (5, 5, "F13"), (6, 5, "F13")
    ),
    "phases rev words": person("phases:\n  - waiting 2020", (4, 5, "F03")),
    "tz typo": person("tz: Europe/Lisbonn", (3, 5, "F15")),
    "tz abs": person("tz: /etc/passwd", (3, 5, "F15")),
    "tz dots": person("tz: ../../etc/passwd", (3, 5, "F15")),
    "tz gmt": person("tz: GMT+1", (3, 5, "F15")),
    "tz list": person("tz: [Europe/Lisbon]", (3, 5, "F03")),
    "country name": person("country: Portugal", (3, 10, "F15")),
    "country uk": person("country: UK", (3, 10, "F15")),
    "country sharp s": person("country: ß", (3, 10, "F15")),
    "holiday typo": person("country: PT\nholidays: [Chrismas Day]", (4, 12, "F15")),
    "holiday nocountry": person("holidays: [Diwali]", (3, 12, "F15")),
    "link data": person("link: data:text/html,x", (3, 7, "M02")),
    "link bare": person("link: example.org", (3, 7, "M02")),
    "link space": person("link: https://example.org/a b", (3, 7, "M02")),
    "link list": person("link:\n - https://example.org\n - https://example.com", (4, 2, "F03")),
    "link md": person("link: '[x](https://example.org)'", (3, 7, "M02")),
    "link ctrl": person('link: "https://example.org/\\x1b[31m"', (3, 7, "F03")),
    "email mapping": person("email: {work: a@example.org}", (3, 8, "F03")),
    "email at": person("email: @ada", (3, 8, "F01")),
    "title list": person("title: [a, b]", (3, 8, "F03")),
    "aliases mapping": person("aliases: {a: b}", (3, 10, "F03")),
    "text escape": person('met: "a\\x1bb"', (3, 6, "F03")),
    "text nul": person('met: "a\\0b"', (3, 6, "F03")),
    "text bell key": person('"me\\at": x', (3, 1, "F06")),
    "text surrogate": person('met: "a\\ud800b"', (3, 10, "F01")),
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return check_all(tmp_path_factory.mktemp("journal"), CASES)


def test_all_of_them_together_cost_no_other_note(checked: Checked) -> None:
    assert_harmless(checked)


@pytest.mark.parametrize("name", CASES)
def test_a_value_that_cannot_be_read_is_named_where_it_stands(checked: Checked, name: str) -> None:
    assert checked.found[name] == CASES[name].found
