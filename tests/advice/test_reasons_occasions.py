"""Occasions for a greeting, and what was agreed and is to be gone over."""

import pytest

from tests.support.advice import about, advised, day, days, kinds, maybe, mentor, met
from tests.support.findings import note
from tests.support.journal import Writer

# Today is 2026-06-15.
BIRTHDAYS = {
    "today": ("06-15", ["2026-06-15"]),
    "yesterday": ("06-14", []),
    "in ten days": ("06-25", ["2026-06-25"]),
    "in eleven days": ("06-26", []),
    "with a year": ("1960-06-20", ["2026-06-20"]),
    "no day": ("06-31", []),
    "a day and a month": ("20 June", []),
}


@pytest.mark.parametrize("case", BIRTHDAYS)
def test_a_birthday_is_mentioned_ten_days_ahead(notes: Writer, case: str) -> None:
    birthday, by = BIRTHDAYS[case]
    assert days(advised(notes, mentor(f"birthday: {birthday}")), "occasion") == by


YEARS = {
    "the end of the year": ("2026-12-28", "01-05", "2027-01-05"),
    "the last day of the year": ("2026-12-21", "12-31", "2026-12-31"),
    "a leap day in a common year": ("2026-02-18", "02-29", "2026-02-28"),
    "a leap day in a leap year": ("2028-02-19", "02-29", "2028-02-29"),
    "a leap day of birth": ("2027-02-28", "1960-02-29", "2027-02-28"),
}


@pytest.mark.parametrize("case", YEARS)
def test_a_birthday_falls_on(notes: Writer, case: str) -> None:
    today, birthday, by = YEARS[case]
    found = advised(notes, mentor(f"birthday: {birthday}"), today=day(today))
    assert days(found, "occasion") == [by]


def test_a_leap_day_is_over_on_1_march(notes: Writer) -> None:
    found = advised(notes, mentor("birthday: 02-29"), today=day("2026-03-01"))
    assert days(found, "occasion") == []


# The birthday is on 20 June; ten days before, it is the 10th.
GREETED = {
    "ten days before": (("date: 2026-06-10",), False),
    "eleven days before": (("date: 2026-06-09",), True),
    "today": (("date: 2026-06-15",), False),
    "from them": (("date: 2026-06-12", "direction: in", "kind: thanks"), True),
    "from both": (("date: 2026-06-12", "direction: both"), False),
    "a call": (("date: 2026-06-12", "channel: call"), False),
    "planned": (("date: 2026-06-18",), True),
    "cancelled": (("date: 2026-06-12", "state: cancelled"), True),
    "a draft": (("date: 2026-06-12", "draft: true"), True),
    "with somebody else": (("date: 2026-06-12", "people: q"), True),
}


@pytest.mark.parametrize("case", GREETED)
def test_a_contact_of_the_ten_days_before_counts_as_greeting(notes: Writer, case: str) -> None:
    lines, open_ = GREETED[case]
    found = advised(
        notes, mentor("birthday: 06-20"), {"people/q": note()}, met("2026-06-12", *lines)
    )
    assert ("occasion" in kinds(found)) is open_


ANNIVERSARIES = {
    "one year": ("2025-06-20", True),
    "two years": ("2024-06-20", False),
    "four years": ("2022-06-20", False),
    "five years": ("2021-06-20", True),
    "ten years": ("2016-06-20", True),
    "eleven years": ("2015-06-20", False),
    "fifteen years": ("2011-06-20", True),
    "twenty years": ("2006-06-20", True),
    "no year yet": ("2026-06-20", False),
    "in five years": ("2031-06-20", False),
    "a month": ("2016-06", False),
    "a year": ("2016", False),
    "eleven days ahead": ("2016-06-26", False),
    "yesterday": ("2016-06-14", False),
}


@pytest.mark.parametrize("case", ANNIVERSARIES)
def test_the_day_it_began_is_remembered_after(notes: Writer, case: str) -> None:
    since, remembered = ANNIVERSARIES[case]
    found = advised(notes, mentor(f"since: {since}"))
    assert ("occasion" in kinds(found)) is remembered


def test_what_began_on_a_leap_day_is_remembered_on_28_february(notes: Writer) -> None:
    found = advised(notes, mentor("since: 2016-02-29"), today=day("2026-02-20"))
    assert days(found, "occasion") == ["2026-02-28"]


SETTINGS = """
[[holiday]]
name = "Lab day"
dates = ["06-20", "2026-06-23"]

[[holiday]]
name = "Lab day"
dates = ["06-24"]

[[holiday]]
name = "Everybody's day"
dates = ["06-21"]
for_all = true

[[holiday]]
name = "Portugal Day"
dates = ["2025-06-20", "02-29"]
"""
EVERYBODY = "2026-06-21"
LAB_DAYS = ["2026-06-20", EVERYBODY, "2026-06-23", "2026-06-24"]
HOLIDAYS = {
    "one of the settings": (("holidays: Lab day",), LAB_DAYS),
    "in another case": (("holidays: [LAB DAY]",), LAB_DAYS),
    "only the one for all": ((), [EVERYBODY]),
    "the one for all by name": (("holidays: everybody's day",), [EVERYBODY]),
    "a public one": (("holidays: [st. john's day]", "country: AD"), [EVERYBODY]),
    "of the settings, not of that year": (("holidays: portugal day", "country: PT"), [EVERYBODY]),
    "no country": (("holidays: Juneteenth",), [EVERYBODY]),
    "no such holiday": (("holidays: Pancake day", "country: US"), [EVERYBODY]),
    "no such country": (("holidays: Juneteenth", "country: XX"), [EVERYBODY]),
    "one of their country": (
        ("holidays: juneteenth national independence day", "country: us"),
        ["2026-06-19", EVERYBODY],
    ),
    "one of another country": (
        ("holidays: juneteenth national independence day", "country: PT"),
        [EVERYBODY],
    ),
}


@pytest.mark.parametrize("case", HOLIDAYS)
def test_holidays(notes: Writer, case: str) -> None:
    lines, by = HOLIDAYS[case]
    notes.write({"journal.toml": SETTINGS})
    assert days(advised(notes, mentor(*lines)), "occasion") == by


EID = ["2027-03-09", "2027-03-10"]
PUBLIC = {
    "Christmas Day": ("PT", "2026-12-20", ["2026-12-25"]),
    "New Year's Day": ("DE", "2026-12-25", ["2027-01-01"]),
    "Labor Day": ("CA", "2026-09-01", ["2026-09-07"]),
    "Labour Day": ("CA", "2026-09-01", ["2026-09-07"]),
    "Thanksgiving Day": ("US", "2026-11-20", ["2026-11-26"]),
    "Easter Sunday": ("PT", "2026-04-01", ["2026-04-05"]),
    "Natal": ("PT", "2026-12-20", []),
    "Eid al-Fitr": ("EG", "2027-03-05", EID),
    "Eid al-Fitr (Estimated)": ("EG", "2027-03-05", EID),
    "Waitangi Day": ("NZ", "2026-02-01", ["2026-02-06"]),
}


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_holiday_is_known_by_its_english_name(notes: Writer, name: str) -> None:
    country, today, by = PUBLIC[name]
    person = mentor(f'holidays: ["{name}"]', f"country: {country}")
    assert days(advised(notes, person, today=day(today)), "occasion") == by


def test_two_occasions_of_one_day_are_two_reasons(notes: Writer) -> None:
    notes.write({"journal.toml": SETTINGS})
    found = advised(notes, mentor("birthday: 06-21"))
    assert days(found, "occasion") == [EVERYBODY, EVERYBODY]


def test_a_holiday_for_all_reaches_those_without_a_cadence(notes: Writer) -> None:
    notes.write({"journal.toml": SETTINGS})
    found = advised(notes, mentor("roles: associate"))
    assert (kinds(found), found.section) == (["occasion"], "this-week")


# To be gone over on 2026-07-01; thirty days before, it is 2026-06-01.
REVIEWED = {
    "thirty days before": (("date: 2026-06-01", "kind: agreement"), False),
    "thirty-one days before": (("date: 2026-05-31", "kind: agreement"), True),
    "today": (("date: 2026-06-15", "kind: agreement"), False),
    "another kind": (("date: 2026-06-10", "kind: meeting"), True),
    "from them": (("date: 2026-06-10", "kind: agreement", "direction: in"), False),
    "planned": (("date: 2026-06-20", "kind: agreement"), True),
    "a draft": (("date: 2026-06-10", "kind: agreement", "draft: true"), True),
    "with somebody else": (("date: 2026-06-10", "kind: agreement", "people: q"), True),
}


@pytest.mark.parametrize("case", REVIEWED)
def test_what_was_agreed_is_gone_over(notes: Writer, case: str) -> None:
    lines, open_ = REVIEWED[case]
    files = {"people/q": note()}, met("2026-06-10", *lines)
    found = advised(notes, mentor("review_on: 2026-07-01"), *files)
    assert days(found, "agreement") == (["2026-07-01"] if open_ else [])


def test_a_review_of_long_ago_is_still_due(notes: Writer) -> None:
    found = advised(notes, mentor("review_on: 2020-02-29"), met("2020-01-29", "kind: agreement"))
    assert days(found, "agreement") == ["2020-02-29"]
    assert about(found, "agreement") == ["mentors/p"]


def test_a_review_needs_no_cadence(notes: Writer) -> None:
    found = maybe(notes, mentor("review_on: 2026-07-01", "phase: ended"))
    assert kinds(found) == ["agreement"]
