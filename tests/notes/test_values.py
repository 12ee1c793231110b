"""What values mean once they are read: days with a time behind them, texts in a list of one."""

from datetime import date, time

import pytest

from journal.frontmatter import read_document
from journal.notes.kinds import KEY_NAMES
from journal.notes.parsing import parse_note
from journal.notes.records import AnyNote, Opportunity, Person, Touchpoint, Trip
from journal.values import Birthday


def read(note_id: str, *lines: str) -> AnyNote:
    text = "\n".join(("---", *lines, "---", ""))
    note = parse_note(note_id, read_document(text.encode(), KEY_NAMES)).note
    assert note
    return note


def touchpoint(*lines: str) -> Touchpoint:
    note = read("touchpoints/a", "people: p", "channel: email", *lines)
    assert isinstance(note, Touchpoint)
    return note


def person(*lines: str) -> Person:
    note = read("mentors/p", *lines)
    assert isinstance(note, Person)
    return note


@pytest.mark.parametrize(
    "written",
    ["2023-09-12T10:00", "2023-09-12 10:00", "2023-09-12T10:00:30", "2023-09-12T10:00+02:00"],
)
def test_a_time_behind_the_day_of_a_touchpoint_is_its_time(written: str) -> None:
    note = touchpoint(f"date: {written}")
    assert (note.date, note.time) == (date(2023, 9, 12), time(10))


def test_the_time_that_is_written_counts_before_the_one_behind_the_day() -> None:
    assert touchpoint("date: 2023-09-12T10:00", "time: 11:30").time == time(11, 30)


def test_a_time_that_cannot_be_read_is_not_taken_from_behind_the_day() -> None:
    assert touchpoint("date: 2023-09-12T10:00", "time: noon").time is None


def test_a_time_of_utc_is_not_taken_for_one_on_my_clock() -> None:
    assert touchpoint("date: 2023-09-12T10:00Z").time is None


def test_a_time_behind_any_other_day_is_passed_over() -> None:
    note = touchpoint("date: 2023-09-12", "followup_on: 2023-09-20T10:00")
    assert (note.followup_on, note.time) == (date(2023, 9, 20), None)
    assert str(person("since: 2015-03-01T10:00").since) == "2015-03-01"


def test_a_list_of_one_text_is_that_text() -> None:
    assert person("org: [Bell Labs]").org == "Bell Labs"
    note = read("opportunities/o", "result:", "  - accepted")
    assert isinstance(note, Opportunity)
    assert note.result == "accepted"


@pytest.mark.parametrize(
    ("written", "birthday"),
    [
        ("06-20", Birthday(6, 20)),
        ("--06-20", Birthday(6, 20)),
        ("--0620", Birthday(6, 20)),
        ("1970-06-20", Birthday(6, 20, 1970)),
        ("19700620", Birthday(6, 20, 1970)),
        ("1604-06-20", Birthday(6, 20)),
        ("16040229", Birthday(2, 29)),
    ],
)
def test_a_birthday_is_read_as_address_books_write_it(written: str, birthday: Birthday) -> None:
    assert person(f"birthday: {written}").birthday == birthday


def test_addresses_and_numbers_are_taken_apart() -> None:
    found = person(
        'email: ["Ada <ada@example.org>", "b@x.org, c@x.org"]',
        'phone: "+351 21 000 00 00 / 91 000 00 00"',
    )
    assert found.email == ("ada@example.org", "b@x.org", "c@x.org")
    assert found.phone == ("+351 21 000 00 00", "91 000 00 00")


def test_a_country_is_kept_by_its_two_letters() -> None:
    trip = read("trips/t", "city: Porto", "start: 2026-01-01", "country: portugal")
    assert isinstance(trip, Trip)
    assert (trip.country, person("country: UK").country) == ("PT", "GB")
