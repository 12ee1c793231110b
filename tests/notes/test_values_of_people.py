"""Values that people's keys cannot take: line, column and code of what is found."""

import pytest

from tests.support.malformed import Cases, Checked, assert_harmless, check_all, person

CASES: Cases = {
    "a day in wide digits": person("next: ２０２６-01-01", (3, 7, "F03")),
    "a day in Arabic digits": person("next: ٢٠٢٦-01-01", (3, 7, "F03")),
    "a day with minus signs": person("next: 2026−01−01", (3, 7, "F03")),
    "a day with en dashes": person("next: 2026–01–01", (3, 7, "F03")),
    "day first": person("next: 03.02.2026", (3, 7, "F03")),
    "month first": person("next: 2/3/2026", (3, 7, "F03")),
    "a day without zeros": person("next: 2026-1-5", (3, 7, "F03")),
    "the year 0": person("next: 0000-01-01", (3, 7, "F03")),
    "a year for a day": person("next: 2026", (3, 7, "F03")),
    "500 digits": person("next: " + "9" * 500, (3, 7, "F03")),
    "a list of one day": person("next: [2026-01-01]", (3, 7, "F03")),
    "a list of two days": person("next:\n  - 2026-01-01\n  - 2026-02-01", (4, 3, "F03")),
    "the word null": person("next: null", (3, 7, "F03")),
    "a tilde": person("next: ~", (3, 7, "F03")),
    "a day as a link": person("next: [[2026-01-01]]", (3, 7, "F03")),
    "a day as a quoted link": person("next: '[[2026-01-01]]'", (3, 7, "F03")),
    "a comment that touches the day": person("next: 2026-01-01# soon", (3, 7, "F03")),
    "a weekday before the day": person("next: Mon 2026-01-01", (3, 7, "F03")),
    "a day and a time": person("next: 2026-01-01 10:00", (3, 7, "F03")),
    "a day after a bidi override": person("next: \u202e2026-01-01", (3, 7, "F03")),
    "a day before a zero-width space": person("next: 2026-01-01\u200b", (3, 7, "F03")),
    "a month with a slash": person("until: 2024/05", (3, 8, "F03")),
    "month 0": person("until: 2024-00", (3, 8, "F03")),
    "a month in words": person("until: May 2024", (3, 8, "F03")),
    "a range of years": person("until: 2024-2025", (3, 8, "F03")),
    "about a year": person("until: ~2024", (3, 8, "F03")),
    "a year of five digits": person("until: 20240", (3, 8, "F03")),
    "a flag of 1": person("paused: 1", (3, 9, "F03")),
    "a flag of on": person("paused: on", (3, 9, "F03")),
    "a list for a flag": person("paused: [true]", (3, 9, "F03")),
    "a flag of x": person("paused: x", (3, 9, "F03")),
    "private in French": person("private: oui", (3, 10, "F03")),
    "perhaps a draft": person("draft: maybe", (3, 8, "F03")),
    "negative weeks": person("cadence: -2 weeks", (3, 10, "F03")),
    "a month and a half": person("cadence: 1.5 months", (3, 10, "F03")),
    "a number in words": person("cadence: two weeks", (3, 10, "F03")),
    "an ISO duration of nothing": person("cadence: P", (3, 10, "F03")),
    "minutes for a cadence": person("cadence: PT5M", (3, 10, "F03")),
    "a number without unit": person("cadence: 14", (3, 10, "F03")),
    "every so often": person("cadence: every 3 months", (3, 10, "F03")),
    "a list for a duration": person("cadence: [2, weeks]", (3, 10, "F03")),
    "millions of years": person("cadence: 99999999 years", (3, 10, "F03")),
    "hours with a comma": person("quiet_hours: 21:00, 09:00", (3, 14, "F03")),
    "one hour": person("quiet_hours: 21:00", (3, 14, "F03")),
    "hour 25": person("quiet_hours: 25:00-09:00", (3, 14, "F03")),
    "two pairs of hours": person("quiet_hours: [21:00-09:00, 12:00-13:00]", (3, 14, "F03")),
    "hours as a mapping": person("quiet_hours:\n  from: 21:00\n  to: 09:00", (4, 3, "F03")),
    "hours in words": person("quiet_hours: 21:00 to 09:00", (3, 14, "F03")),
    "a birthday in words": person("birthday: 14 March", (3, 11, "F03")),
    "30 February": person("birthday: 02-30", (3, 11, "F03")),
    "29 February of no leap year": person("birthday: 1900-02-29", (3, 11, "F03")),
    "a year of birth alone": person("birthday: 1950", (3, 11, "F03")),
    "an unknown year of birth": person("birthday: ????-03-14", (3, 11, "F03")),
    "dashes for the year of birth": person("birthday: --03-14", (3, 11, "F03")),
    "a tone misspelt": person("tone: frendly", (3, 7, "F04")),
    "a list of one tone": person("tone: [formal]", (3, 7, "F04")),
    "a phase misspelt": person("phase: activ", (3, 8, "F04")),
    "a weekday misspelt": person("quiet_days: [sat, sun, saturnday]", (3, 24, "F04")),
    "channels in two brackets": person("prefers: [[email, call]]", (3, 10, "F04")),
    "channels as a mapping": person("prefers: {email: true}", (3, 10, "F04")),
    "a role misspelt": person("roles: mentr", (3, 8, "F04")),
    "support of no such kind": person("support:\n- feedback\n- moral", (5, 3, "F04")),
    "a phase line without its phase": person("phases:\n  - 2020", (4, 5, "F04")),
    "a phase line without its date": person("phases:\n  - waiting", (4, 5, "F03")),
    "a phase after a colon": person("phases:\n  - 2020: waiting", (4, 5, "F03")),
    "phases as a mapping": person("phases:\n  2020: waiting\n  2021: active", (4, 3, "F03")),
    "phases with commas": person("phases: 2020 waiting, 2021 active", (3, 9, "F03")),
    "phases in a block of text": person("phases: |\n  2020 waiting\n  2021 active", (3, 9, "F03")),
    "three phases backwards": person(
        "phases:\n  - 2020 waiting\n  - 2019 active\n  - 2018 new", (5, 5, "F13"), (6, 5, "F13")
    ),
    "a phase before its date": person("phases:\n  - waiting 2020", (4, 5, "F03")),
    "tz typo": person("tz: Europe/Lisbonn", (3, 5, "F15")),
    "a path for a zone": person("tz: /etc/passwd", (3, 5, "F15")),
    "a relative path for a zone": person("tz: ../../etc/passwd", (3, 5, "F15")),
    "a zone by its distance": person("tz: GMT+1", (3, 5, "F15")),
    "a list of zones": person("tz: [Europe/Lisbon]", (3, 5, "F03")),
    "country name": person("country: Portugal", (3, 10, "F15")),
    "country uk": person("country: UK", (3, 10, "F15")),
    "a country that is SS in capitals": person("country: ß", (3, 10, "F15")),
    "holiday typo": person("country: PT\nholidays: [Chrismas Day]", (4, 12, "F15")),
    "holiday nocountry": person("holidays: [Diwali]", (3, 12, "F15")),
    "link data": person("link: data:text/html,x", (3, 7, "M02")),
    "link bare": person("link: example.org", (3, 7, "M02")),
    "link space": person("link: https://example.org/a b", (3, 7, "M02")),
    "link list": person("link:\n - https://example.org\n - https://example.com", (4, 2, "F03")),
    "a Markdown link for an address": person("link: '[x](https://example.org)'", (3, 7, "M02")),
    "an address with an escape": person('link: "https://example.org/\\x1b[31m"', (3, 7, "F03")),
    "email mapping": person("email: {work: a@example.org}", (3, 8, "F03")),
    "a handle for an e-mail": person("email: @ada", (3, 8, "F01")),
    "title list": person("title: [a, b]", (3, 8, "F03")),
    "aliases mapping": person("aliases: {a: b}", (3, 10, "F03")),
    "ESC as an escape": person('met: "a\\x1bb"', (3, 6, "F03")),
    "NUL as an escape": person('met: "a\\0b"', (3, 6, "F03")),
    "BEL in a key": person('"me\\at": x', (3, 1, "F06")),
    "half a character as an escape": person('met: "a\\ud800b"', (3, 10, "F01")),
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return check_all(tmp_path_factory.mktemp("journal"), CASES)


def test_all_of_them_together_cost_no_other_note(checked: Checked) -> None:
    assert_harmless(checked)


@pytest.mark.parametrize("name", CASES)
def test_a_value_that_cannot_be_read_is_named_where_it_stands(checked: Checked, name: str) -> None:
    assert checked.found[name] == CASES[name].found
