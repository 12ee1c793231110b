"""What the calendar says of days ahead is what the rules will say on those days."""

from datetime import date, timedelta

import pytest

from tests.support.feeds import event, events, said, summaries
from tests.support.journal import TODAY, Writer

EMAIL = "---\npeople: {}\nchannel: email\n---\n"
HEAD = "---\nprefers: email\n{}\n---\n"


def reached(notes: Writer, name: str, today: date = TODAY) -> list[str]:
    found = events(notes.root, today)
    return [str(e.dtstart) for e in found if said(e).startswith(f"Reach out to {name}")]


def person(notes: Writer, *lines: str, last: str = "2026-06-10") -> None:
    notes.write({"mentors/amara": HEAD.format("\n".join(lines))})
    notes.write({f"touchpoints/{last} m": EMAIL.format("amara")})


def test_who_is_new_is_not_new_any_more_by_then(notes: Writer) -> None:
    person(notes, "since: 2025-12-20")
    assert reached(notes, "Amara") == ["2026-06-24", "2026-09-24", "2026-12-24", "2027-03-24"]


@pytest.mark.parametrize(
    ("since", "days"),
    [
        ("2026-01-10", ["2026-06-24", "2026-07-08", "2026-10-08", "2027-01-08"]),
        ("2026-05-01", ["2026-06-24", "2026-07-08", "2026-07-22", "2026-08-05"]),
    ],
)
def test_while_they_are_new_it_is_every_two_weeks(
    notes: Writer, since: str, days: list[str]
) -> None:
    person(notes, f"since: {since}")
    assert reached(notes, "Amara") == days


def test_when_the_mentoring_has_ended_nothing_follows(notes: Writer) -> None:
    person(notes, "since: 2020-12-20", "until: 2026-07-31", last="2026-04-10")
    assert reached(notes, "Amara") == ["2026-07-10"]
    assert not [s for s in summaries(notes.root) if "years with" in s]


def test_what_ends_later_goes_on_until_then(notes: Writer) -> None:
    person(notes, "since: 2020-12-20", "until: 2026-12-31", last="2026-04-10")
    assert reached(notes, "Amara") == ["2026-07-10", "2026-10-10"]
    person(notes, "since: 2020-12-20", "until: 2031-01-01", last="2026-04-10")
    assert event(notes.root, "10 years with Amara").dtstart == date(2030, 12, 20)


def test_a_line_of_phases_that_begins_by_then_counts(notes: Writer) -> None:
    person(notes, "phases: [2020-01 waiting, 2026-10-01 active]", last="2026-04-10")
    assert reached(notes, "Amara") == ["2026-07-10", "2026-10-01", "2026-10-15", "2026-10-29"]


def test_after_an_end_that_is_not_the_last_line_it_goes_on(notes: Writer) -> None:
    lines = "phases: [2020-01 waiting, 2026-08-01 ended, 2027-02-01 active]"
    person(notes, lines, last="2026-04-10")
    assert reached(notes, "Amara") == ["2026-07-10", "2027-02-01", "2027-02-15", "2027-03-01"]


def test_the_cadence_waits_for_a_plan_that_is_near_by_then(notes: Writer) -> None:
    person(notes, "birthday: 06-20", last="2026-05-10")
    plan = "---\npeople: amara\nchannel: call\n{}---\nx\n"
    for state in ("", "state: planned\n"):
        notes.write({"touchpoints/2026-12-31 w": plan.format(state)})
        days = ["2026-06-20", "2026-09-20", "2027-03-31", "2027-06-30"]
        assert reached(notes, "Amara") == days
    notes.write({"touchpoints/2026-12-31 w": plan.format("state: cancelled\n")})
    assert reached(notes, "Amara") == ["2026-06-20", "2026-09-20", "2026-12-20", "2027-03-20"]


def test_a_day_that_i_chose_stands_though_something_else_comes_first(notes: Writer) -> None:
    person(notes, "next: 2026-08-01", "birthday: 06-20", last="2026-05-10")
    assert reached(notes, "Amara") == ["2026-06-20", "2026-08-01", "2026-11-01", "2027-02-01"]
    chosen = [each for each in events(notes.root) if str(each.dtstart) == "2026-08-01"]
    assert [each.description for each in chosen] == [
        "You chose 1 August 2026 for the next contact."
    ]


def test_messages_without_an_answer_get_room_after_the_next_one_too(notes: Writer) -> None:
    person(notes, "phase: waiting", last="2026-01-10")
    ask = "---\npeople: amara\nchannel: email\nkind: question\n---\n"
    notes.write({"touchpoints/2026-02-01 b": ask, "touchpoints/2026-03-10 c": ask})
    assert reached(notes, "Amara") == ["2026-09-10", "2027-03-10", "2027-09-10", "2028-03-10"]


def test_what_was_planned_and_has_passed_is_asked_about_until_somebody_answers(
    notes: Writer,
) -> None:
    person(notes, "phase: waiting")
    plan = "---\npeople: amara\nchannel: call\nstate: {}\n---\n"
    notes.write({"touchpoints/2026-06-05 w": plan.format("planned")})
    asked = "Did it happen? Call with Amara, planned for 5 June 2026"
    for day in (TODAY, TODAY + timedelta(days=9)):
        assert event(notes.root, asked, day).dtstart == day
    assert event(notes.root, asked).uid == event(notes.root, asked, day).uid
    notes.write({"touchpoints/2026-06-05 w": plan.format("done")})
    assert asked not in summaries(notes.root)


def test_a_plan_of_today_is_not_asked_about(notes: Writer) -> None:
    person(notes, "phase: waiting")
    notes.write({f"touchpoints/{TODAY} w": "---\npeople: amara\nstate: planned\n---\n"})
    assert not [s for s in summaries(notes.root) if s.startswith("Did it happen?")]


def test_three_people_to_begin_with_a_week_on_its_monday(notes: Writer) -> None:
    notes.write({f"mentors/{name}": HEAD.format("phase: waiting") for name in ("a", "b", "c", "d")})
    begun = [each for each in events(notes.root) if said(each).startswith("Begin with")]
    assert [str(each.dtstart) for each in begun] == ["2026-06-15"] * 3
    later = [s for s in summaries(notes.root, date(2026, 6, 24)) if s.startswith("Begin with")]
    assert set(later) != {said(each) for each in begun}
    assert begun[0].description is not None
    assert begun[0].description.endswith("is written down yet. When did you last speak?")


def test_what_is_only_to_be_settled_gives_no_alarm(notes: Writer) -> None:
    person(notes, "phase: waiting", "review_on: 2025-01-01")
    old = "---\npeople: amara\nchannel: email\nfollowup_on: 2025-03-01\n---\n"
    notes.write({"touchpoints/2025-02-01": f"{old}- [ ] send plots 📅 2025-03-01\n"})
    assert [s for s in summaries(notes.root) if not s.startswith("Reach out")] == []


def test_what_is_long_past_gives_one_while_nothing_came_after_it(notes: Writer) -> None:
    person(notes, "phase: waiting", "review_on: 2025-01-01", last="2024-12-01")
    old = "---\npeople: amara\nchannel: email\nfollowup_on: 2025-03-01\n---\n"
    notes.write({"touchpoints/2024-12-02": f"{old}- [ ] send plots 📅 2025-03-01\n"})
    days = {said(each)[:4]: str(each.dtstart) for each in events(notes.root)}
    assert days["Come"] == days["Prom"] == "2025-03-01"


def test_a_promise_to_several_stands_while_one_of_them_waits(notes: Writer) -> None:
    person(notes, "phase: waiting")
    notes.write({"mentors/bo": HEAD.format("phase: waiting")})
    both = "---\npeople: [amara, bo]\nchannel: email\n---\n"
    notes.write({"touchpoints/2025-02-01": f"{both}- [ ] send plots 📅 2025-03-01\n"})
    assert event(notes.root, "Promise: send plots").dtstart == date(2025, 3, 1)
    notes.write({"touchpoints/2026-06-01 n": EMAIL.format("bo")})
    assert not [s for s in summaries(notes.root) if s.startswith("Promise")]


@pytest.mark.parametrize(
    ("before", "after"),
    [("2026-07-02", "2026-07-09"), ("2026-06-20", "2027-01-31"), ("2026-05-01", "2026-06-16")],
)
def test_a_reminder_put_off_is_stamped_later_on_the_same_day_too(
    notes: Writer, before: str, after: str
) -> None:
    stamps = []
    for due in (before, after):
        notes.write({"mentors/amara": HEAD.format("") + f"- [ ] send plots 📅 {due}\n"})
        stamps.append(event(notes.root, "Promise: send plots").dtstamp)
    assert stamps[0] < stamps[1]


def test_another_text_has_another_stamp_and_the_same_text_the_same(notes: Writer) -> None:
    stamps = []
    for text in ("send plots", "send the plots", "send plots"):
        notes.write({"mentors/amara": HEAD.format("") + f"- [ ] {text} 📅 2026-07-02\n"})
        stamps.append(event(notes.root, "Promise: send").dtstamp)
    assert stamps[0] != stamps[1]
    assert stamps[0] == stamps[2]


def test_no_stamp_is_later_than_the_day_of_the_calendar_and_the_next_day_has_later_ones(
    notes: Writer,
) -> None:
    person(notes, "phase: waiting", "next: 2126-06-01")
    today, tomorrow = events(notes.root), events(notes.root, TODAY + timedelta(days=1))
    assert {f"{each.dtstamp:%Y-%m-%d}" for each in today} == {TODAY.isoformat()}
    assert max(each.dtstamp for each in today) < min(each.dtstamp for each in tomorrow)
