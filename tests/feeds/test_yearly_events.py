"""Birthdays, anniversaries and holidays in the calendar."""

from datetime import date

import pytest

from tests.support.feeds import event, events, said, summaries
from tests.support.journal import Writer

AMARA = "---\nprefs_asked: 2026-01-01\n{}---\n"


@pytest.mark.parametrize("birthday", ["05-09", "1971-05-09"])
def test_a_birthday_comes_every_year(notes: Writer, birthday: str) -> None:
    notes.write({"mentors/amara": AMARA.format(f"birthday: {birthday}\n")})
    found = event(notes.root, "Birthday of Amara")
    assert found.dtstart == date(2026, 5, 9)
    assert found.rrule is not None
    assert found.rrule.as_rrule_str() == "FREQ=YEARLY"


def test_a_birthday_on_29_february_comes_on_the_28th_in_other_years(notes: Writer) -> None:
    notes.write({"mentors/amara": AMARA.format("birthday: 02-29\n")})
    found = event(notes.root, "Birthday of Amara")
    assert found.rrule is not None
    days = found.as_rrule()
    assert days is not None
    first = [day for day, _ in zip(days, range(4), strict=False)]
    assert first == [date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29), date(2029, 2, 28)]


@pytest.mark.parametrize(
    ("since", "words", "day"),
    [
        ("2025-09-01", "1 year with Amara", date(2026, 9, 1)),
        ("2021-09-01", "5 years with Amara", date(2026, 9, 1)),
        ("2016-02-29", "15 years with Amara", date(2031, 2, 28)),
        ("2022-06-16", "5 years with Amara", date(2027, 6, 16)),
    ],
)
def test_the_next_anniversary_alone_is_given(
    notes: Writer, since: str, words: str, day: date
) -> None:
    notes.write({"mentors/amara": AMARA.format(f"since: {since}\ncadence: none\n")})
    (found,) = [each for each in events(notes.root) if " with " in said(each)]
    assert (said(found), found.dtstart, found.rrule) == (words, day, None)


def test_since_a_month_has_no_anniversary(notes: Writer) -> None:
    notes.write({"mentors/amara": AMARA.format("since: 2025-09\ncadence: none\n")})
    assert summaries(notes.root) == []


def test_a_holiday_that_never_moves_comes_every_year_and_once_for_all(notes: Writer) -> None:
    keys = "country: IE\nholidays: [Christmas Day]\ncadence: none\n"
    notes.write({"mentors/amara": AMARA.format(keys), "mentors/bo": AMARA.format(keys)})
    found = event(notes.root, "Christmas Day: greet Amara and Bo")
    assert found.dtstart == date(2026, 12, 25)
    assert found.rrule is not None
    assert found.rrule.as_rrule_str() == "FREQ=YEARLY"


def test_a_holiday_that_moves_is_given_for_twelve_months(notes: Writer) -> None:
    keys = "country: IE\nholidays: [Easter Monday]\ncadence: none\n"
    notes.write({"mentors/amara": AMARA.format(keys)})
    found = event(notes.root, "Easter Monday")
    assert (found.dtstart, found.rrule) == (date(2027, 3, 29), None)
    found_then = events(notes.root, date(2026, 4, 6))
    both = [each for each in found_then if said(each).startswith("Easter")]
    assert [each.dtstart for each in both] == [date(2026, 4, 6), date(2027, 3, 29)]
    assert both[1].uid == found.uid != both[0].uid


def test_a_year_that_nobody_has_worked_out_yet_warns_of_nothing(notes: Writer) -> None:
    keys = "country: IN\nholidays: [Republic Day]\ncadence: none\n"
    notes.write({"mentors/amara": AMARA.format(keys)})
    assert summaries(notes.root, date(2036, 6, 15)) == ["Republic Day: greet Amara"]


def test_holidays_of_the_settings_come_on_their_days(notes: Writer) -> None:
    lab = '[[holiday]]\nname = "Lab"\ndates = ["05-04"]\nfor_all = true\n'
    once = '[[holiday]]\nname = "Ten years"\ndates = ["2026-11-08", "2020-11-08"]\n'
    leap = '[[holiday]]\nname = "Leap"\ndates = ["02-29"]\n'
    notes.write({"journal.toml": lab + once + leap})
    keys = "holidays: [ten years, leap]\ncadence: none\n"
    notes.write(
        {"mentors/amara": AMARA.format(keys), "mentors/bo": AMARA.format("cadence: none\n")}
    )
    found = [(said(each), each.dtstart, bool(each.rrule)) for each in events(notes.root)]
    assert found == [
        ("Lab: greet Amara and Bo", date(2026, 5, 4), True),
        ("Ten years: greet Amara", date(2026, 11, 8), False),
        ("Leap: greet Amara", date(2027, 2, 28), False),
    ]


def test_more_than_three_are_counted_in_the_line_and_named_below(notes: Writer) -> None:
    notes.write({"journal.toml": '[[holiday]]\nname = "Lab"\ndates = ["05-04"]\nfor_all = true\n'})
    notes.write({f"people/{name}": AMARA.format("") for name in ("amara", "bo", "cy", "di", "eli")})
    found = event(notes.root, "Lab: greet Amara, Bo and 3 others")
    assert found.description == "Amara\nBo\nCy\nDi\nEli"
