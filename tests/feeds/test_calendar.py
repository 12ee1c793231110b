"""The calendar: what is in it and when, read back by another library."""

from datetime import date

import pytest
from ical.event import EventStatus

from tests.support.feeds import calendar_of, event, events, said, summaries
from tests.support.journal import Files, Writer

ASKED = "prefs_asked: 2026-01-01\nphase: waiting\n"
EMAIL = "---\npeople: {}\nchannel: email\n---\n"
NOTES: Files = {
    "mentors/amara-okoye": f"---\nsince: 2015-03-01\nprefers: email\n{ASKED}"
    "questions: [Which bridge is loudest?]\n---\n",
    "mentors/rakesh-menon": f"---\nsince: 2016\n{ASKED}city: London\n---\n",
    "touchpoints/2026-05-01": EMAIL.format("amara-okoye"),
    "touchpoints/2026-05-02": EMAIL.format("rakesh-menon"),
    "news/2026-06-01-prize": "---\ntitle: A prize\n---\n",
}


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """Two mentors, heard from in May."""
    return notes.write(NOTES)


def test_the_next_contact_stands_on_the_day_of_the_advice_with_channel_and_words(
    journal: Writer,
) -> None:
    found = event(journal.root, "Reach out to Amara Okoye by email")
    assert found.dtstart == date(2026, 8, 1)
    assert found.dtend == date(2026, 8, 2)
    assert found.description is not None
    lines = found.description.split("\n")
    assert lines == [
        "Your last contact was on 1 May 2026; you keep in touch every 3 months.",
        "Your news: A prize",
        "To ask: Which bridge is loudest?",
    ]


def test_three_more_follow_by_cadence_and_are_tentative(journal: Writer) -> None:
    found = [e for e in events(journal.root) if said(e).startswith("Reach out to Amara")]
    days = [date(2026, 8, 1), date(2026, 11, 1), date(2027, 2, 1), date(2027, 5, 1)]
    assert [each.dtstart for each in found] == days
    tentative = [each.status is EventStatus.TENTATIVE for each in found]
    assert tentative == [False, True, True, True]
    assert all("(by cadence)" in said(each) for each in found[1:])


def test_after_an_overdue_contact_the_cadence_runs_from_today(journal: Writer) -> None:
    found = events(journal.root, date(2027, 1, 31))
    days = [each.dtstart for each in found if said(each).startswith("Reach out to Amara")]
    assert days == [date(2026, 8, 1), date(2027, 4, 30), date(2027, 7, 30), date(2027, 10, 30)]


@pytest.mark.parametrize(
    ("key", "left"),
    [("cadence: none", 0), ("until: 2026-01-01", 0), ("next: 2026-07-01\ncadence: none", 1)],
)
def test_without_a_cadence_nothing_follows(journal: Writer, key: str, left: int) -> None:
    journal.write({"mentors/bo-lund": f"---\nsince: 2016\n{ASKED}{key}\n---\n"})
    found = [each for each in summaries(journal.root) if "Bo Lund" in each]
    assert len(found) == left


def test_whoever_is_paused_is_not_to_be_reached_out_to(journal: Writer) -> None:
    journal.write({"mentors/bo-lund": f"---\npaused: true\nbirthday: 07-01\n{ASKED}---\n"})
    assert [s for s in summaries(journal.root) if "Bo Lund" in s] == ["Birthday of Bo Lund"]


def test_a_reminder_that_has_moved_keeps_its_id(journal: Writer) -> None:
    before = event(journal.root, "Reach out to Amara Okoye by")
    journal.write({"touchpoints/2026-06-01": EMAIL.format("amara-okoye")})
    after = event(journal.root, "Reach out to Amara Okoye by")
    assert (before.uid, before.dtstart) == (after.uid, date(2026, 8, 1))
    assert after.dtstart == date(2026, 9, 1)
    assert after.dtstamp > before.dtstamp


def test_a_promise_with_another_due_date_keeps_its_id(journal: Writer) -> None:
    def promised(due: str) -> str:
        return f"{EMAIL.format('amara-okoye')}- [ ] send the plots 📅 {due}\n"

    journal.write({"touchpoints/2026-06-01": promised("2026-07-01")})
    before = event(journal.root, "Promise: send the plots")
    journal.write({"touchpoints/2026-06-01": promised("2026-07-09")})
    after = event(journal.root, "Promise: send the plots (Amara Okoye)")
    assert before.uid == after.uid
    assert (before.dtstart, after.dtstart) == (date(2026, 7, 1), date(2026, 7, 9))


def test_no_two_events_have_one_id(journal: Writer) -> None:
    task = "- [ ] send the plots 📅 2026-07-01\n"
    journal.write({"touchpoints/2026-06-01": EMAIL.format("amara-okoye") + task + task})
    ids = [each.uid for each in events(journal.root)]
    assert len(ids) == len(set(ids))
    assert sum(s.startswith("Promise") for s in summaries(journal.root)) == 2


def test_promises_of_theirs_done_undated_and_cancelled_ones_are_left_out(journal: Writer) -> None:
    head = "---\npeople: amara-okoye\nchannel: email\n{}---\n"
    tasks = (
        "- [ ] call #theirs 📅 2026-07-01\n- [x] write 📅 2026-07-01\n- [ ] some day\n"
        "- [-] drop 📅 2026-07-01\n"
    )
    journal.write({"touchpoints/2026-06-01": head.format("") + tasks})
    cancelled = head.format("state: cancelled\n") + "- [ ] cancelled 📅 2026-07-01\n"
    journal.write({"touchpoints/2026-06-02": cancelled})
    assert not [s for s in summaries(journal.root) if s.startswith("Promise")]


def test_a_follow_up_names_all_its_people_once(journal: Writer) -> None:
    note = "---\ntitle: Grant\npeople: [amara-okoye, rakesh-menon]\nchannel: email\n"
    journal.write({"touchpoints/2026-06-01": f"{note}followup_on: 2026-07-03\n---\n"})
    found = event(journal.root, "Come back to")
    assert said(found) == "Come back to “Grant” with Amara Okoye and Rakesh Menon"
    assert found.dtstart == date(2026, 7, 3)
    journal.write({"touchpoints/2026-06-10": EMAIL.format("[amara-okoye, rakesh-menon]")})
    assert event(journal.root, "Come back to").uid == found.uid
    late = date(2026, 7, 2)
    journal.write({"touchpoints/2026-06-30": EMAIL.format("[amara-okoye, rakesh-menon]")})
    assert not [s for s in summaries(journal.root, late) if s.startswith("Come back")]


def test_an_opportunity_has_its_last_day_and_the_day_to_offer_it(journal: Writer) -> None:
    note = "---\ntitle: A medal\nfor: amara-okoye\ndeadline: 2026-09-30\nlead: 2 weeks\n"
    journal.write({"opportunities/medal": f"{note}event_on: 2026-10-20\n---\n"})
    last = event(journal.root, "Last day: A medal (Amara Okoye)")
    offer = event(journal.root, "Time to offer (last day 30 September 2026): A medal")
    held = event(journal.root, "The day itself: A medal")
    days = [each.dtstart for each in (offer, last, held)]
    assert days == [date(2026, 9, 16), date(2026, 9, 30), date(2026, 10, 20)]


def test_what_was_offered_has_its_last_day_only_and_what_is_closed_none(journal: Writer) -> None:
    note = "---\ntitle: A medal\nfor: amara-okoye\ndeadline: 2026-09-30\n{}---\n"
    told = "---\npeople: amara-okoye\nchannel: email\nabout: medal\n---\n"
    journal.write({"opportunities/medal": note.format(""), "touchpoints/2026-06-10": told})
    assert [s for s in summaries(journal.root) if "medal" in s] == [
        "Last day: A medal (Amara Okoye)"
    ]
    journal.write({"opportunities/medal": note.format("state: declined\n")})
    assert not [s for s in summaries(journal.root) if "medal" in s]


def test_a_trip_ends_on_the_day_after_its_last(journal: Writer) -> None:
    mine = "---\ncity: London\nstart: 2026-07-01\nend: 2026-07-04\npurpose: a lecture\n---\n"
    theirs = "---\nwho: amara-okoye\ncity: Porto\nstart: 2026-08-01\nstate: idea\n---\n"
    gone = "---\ncity: Oslo\nstart: 2026-01-01\n---\n"
    off = "---\ncity: Rome\nstart: 2026-09-01\nstate: cancelled\n---\n"
    journal.write({"trips/a": mine, "trips/b": theirs, "trips/c": gone, "trips/d": off})
    found = event(journal.root, "Trip")
    assert (found.dtstart, found.dtend) == (date(2026, 7, 1), date(2026, 7, 5))
    assert found.description == "a lecture\nThere: Rakesh Menon"
    idea = event(journal.root, "Amara Okoye in Porto")
    assert (idea.dtstart, idea.dtend) == (date(2026, 8, 1), date(2026, 8, 2))
    assert idea.status is EventStatus.TENTATIVE


def test_a_planned_contact_says_when_and_where(journal: Writer) -> None:
    note = "---\ntitle: The grant\npeople: amara-okoye\nchannel: video\ntime: 15:30\n"
    journal.write({"touchpoints/2026-07-01": f"{note}place: my office\n---\nBring [[prize]].\n"})
    found = event(journal.root, "Video call with Amara Okoye, 15:30")
    assert found.description == "The grant\nmy office\nBring prize."


def test_an_agreement_is_gone_over_on_its_day(journal: Writer) -> None:
    journal.write({"mentors/bo-lund": f"---\nreview_on: 2026-12-01\n{ASKED}---\n"})
    found = event(journal.root, "Go over what you agreed with Bo Lund")
    assert found.dtstart == date(2026, 12, 1)


def test_the_dead_get_nothing(journal: Writer) -> None:
    journal.write(
        {
            "mentors/eva-blom": f"---\ndied: 2026-01-01\nbirthday: 07-01\nreview_on: 2026-12-01\n"
            f"since: 2016-07-01\n{ASKED}---\n- [ ] write to her sister 📅 2026-07-01\n",
            "touchpoints/2026-07-01": "---\npeople: eva-blom\n---\n",
            "touchpoints/2026-07-02": "---\npeople: [eva-blom, amara-okoye]\n---\n",
            "trips/eva": "---\nwho: eva-blom\ncity: Porto\nstart: 2026-07-01\n---\n",
            "opportunities/eva": "---\nfor: eva-blom\ndeadline: 2026-07-01\n---\n",
        }
    )
    written = calendar_of(journal.root).decode()
    assert "va Blom" not in written
    assert "sister" not in written
    assert "Contact with Amara Okoye" in written
    assert "SUMMARY:Last day" not in written


def test_an_empty_journal_has_a_calendar_without_events(notes: Writer) -> None:
    assert events(notes.root) == []


def test_far_ahead_nothing_breaks(journal: Writer) -> None:
    journal.write(
        {
            "mentors/bo-lund": f"---\nnext: 2126-06-15\nreview_on: 2126-06-14\n{ASKED}---\n",
            "trips/far": "---\ncity: Oslo\nstart: 2126-06-01\nend: 2126-06-15\n---\n",
            "opportunities/old": "---\ndeadline: 2026-07-01\nlead: 99999 years\n---\n",
        }
    )
    far = [each for each in events(journal.root) if "Oslo" in said(each)]
    assert [each.dtstart for each in far] == [date(2126, 6, 1)]
