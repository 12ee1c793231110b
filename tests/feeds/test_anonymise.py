"""What the calendar tells of people, and the bytes that it is written in."""

import os
from datetime import date

import pytest

from journal.feeds.source import initials
from tests.support.feeds import calendar_of, event, events, parsed, said, summaries
from tests.support.journal import TODAY, Files, Writer
from tests.support.paths import REPO

HOSTILE = "Zoë; “O’Hara”, \\n \\ 🙂 BEGIN:VEVENT"
EVERYTHING: Files = {
    "mentors/amara-okoye": "---\naliases: [Ama]\nprefers: email\nsince: 2016-09-01\n"
    "birthday: 05-09\nreview_on: 2026-12-01\ncountry: IE\nholidays: [Christmas Day]\n"
    "city: London\nquestions: [How is Zuleika?]\n---\n",
    "people/zuleika-petrov": "---\n---\n",
    "touchpoints/2026-06-01 Amara again": "---\npeople: amara-okoye\nchannel: email\n"
    "followup_on: 2026-07-01\n---\n- [ ] call Zuleika for Amara 📅 2026-07-02\n",
    "touchpoints/2026-07-03 Amara at noon": "---\npeople: amara-okoye\nplace: Okoye Hall\n---\n"
    "With Zuleika.\n",
    "opportunities/medal": "---\ntitle: The Petrov medal\nfor: amara-okoye\norg: Okoye and sons\n"
    "deadline: 2026-09-01\nevent_on: 2026-10-01\n---\n",
    "trips/one": "---\ncity: London\npurpose: to see Amara\nstart: 2026-08-01\n---\n",
    "trips/two": "---\nwho: amara-okoye\ncity: Petrovgrad\nstart: 2026-08-02\n---\n",
    "news/2026-06-02-prize": "---\ntitle: Zuleika's prize\n---\n",
    "news/2026-06-03-hers": "---\nabout: amara-okoye\ntitle: Okoye on the radio\n---\n",
}
NAMES = ("amara", "okoye", "ama", "zuleika", "petrov", "noor")


def with_names(journal: Writer, way: str) -> Writer:
    """Let the calendar call people by that way; the title names somebody, too."""
    settings = f'title = "Noor\'s journal"\n[calendar]\nnames = "{way}"\n'
    return journal.write({**EVERYTHING, "journal.toml": settings})


def unfolded(written: bytes) -> str:
    """A calendar with each of its lines whole."""
    return written.replace(b"\r\n ", b"").decode()


def test_names_stand_in_full_where_nothing_else_was_asked_for(notes: Writer) -> None:
    written = unfolded(calendar_of(with_names(notes, "full").root)).casefold()
    assert all(name in written for name in NAMES)


@pytest.mark.parametrize("way", ["initials", "none"])
def test_no_name_stands_anywhere_where_none_is_wanted(notes: Writer, way: str) -> None:
    written = unfolded(calendar_of(with_names(notes, way).root)).casefold()
    assert [name for name in NAMES if name in written] == []


@pytest.mark.parametrize("way", ["initials", "none"])
def test_without_names_the_days_and_ids_stay_as_they_are(notes: Writer, way: str) -> None:
    full = events(with_names(notes, "full").root)
    other = events(with_names(notes, way).root)
    assert [(e.uid, e.dtstart, e.dtend) for e in full] == [
        (e.uid, e.dtstart, e.dtend) for e in other
    ]


def test_initials_stand_for_names(notes: Writer) -> None:
    found = summaries(with_names(notes, "initials").root)
    assert {
        "Reach out to A. O. by email",
        "Come back to a contact with A. O.",
        "Promise: something promised (A. O.)",
        "Contact with A. O.",
        "Last day: an opportunity (A. O.)",
        "A. O. on a trip",
        "Trip",
        "Birthday of A. O.",
        "10 years with A. O.",
        "Holiday: greet A. O.",
        "Go over what you agreed with A. O.",
    } <= set(found)


def test_without_names_it_is_somebody(notes: Writer) -> None:
    found = event(with_names(notes, "none").root, "Reach out to somebody by email")
    assert found.description is not None
    assert "Your news: 1" in found.description.split("\n")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Amara Okoye", "A. O."),
        ("Jean-Luc van der Meer", "J. L. v. d. M."),
        ("Øyvind", "Ø."),
        ("林", ""),
        ("森 太郎", ""),
        ("X", ""),
        ("B. O'Neill", "O."),
        ("“Ziggy” Stardust", "Z. S."),
    ],
)
def test_initials_never_are_a_whole_name(name: str, short: str) -> None:
    assert initials(name) == short


def test_private_notes_and_drafts_are_left_out_unless_asked_for(notes: Writer) -> None:
    notes.write(
        {
            "mentors/amara": "---\n---\n",
            "mentors/secret": "---\nbirthday: 07-01\nprivate: true\n---\n",
            "touchpoints/2026-07-01 a": "---\ntitle: Hush\npeople: amara\nprivate: true\n---\n",
            "touchpoints/2026-07-02 b": "---\ntitle: Rough\npeople: amara\ndraft: true\n---\n",
            "touchpoints/2026-07-03 c": "---\ntitle: Both\npeople: [amara, secret]\n---\n"
            "With [[secret]].\n- [ ] ask [[secret]] 📅 2026-07-04\n",
        }
    )
    shown = unfolded(calendar_of(notes.root))
    assert "Both" in shown
    assert not [word for word in ("Hush", "Rough", "ecret") if word in shown]
    private = unfolded(calendar_of(notes.root, private=True))
    assert all(word in private for word in ("Hush", "Birthday of Secret", "ask secret"))
    assert "Rough" not in private
    assert "Rough" in unfolded(calendar_of(notes.root, drafts=True))


def test_the_same_day_gives_the_same_bytes(notes: Writer) -> None:
    first = calendar_of(with_names(notes, "full").root)
    for path in (notes.root / "content").rglob("*.md"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    assert calendar_of(notes.root) == first
    assert calendar_of(notes.root, date(2026, 6, 16)) != first


def test_lines_end_in_crlf_and_have_75_bytes_at_most(notes: Writer) -> None:
    names = {"mentors/a": "森" * 60, "mentors/b": "🙂" * 50, "mentors/c": "é" * 200}
    notes.write(
        {path: f"---\ntitle: {name}\nbirthday: 07-01\n---\n" for path, name in names.items()}
    )
    written = calendar_of(notes.root)
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in written.replace(b"\r\n", b"")
    lines = written.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
    found = {said(each) for each in parsed(written)}
    assert {f"Birthday of {name}" for name in names.values()} <= found


def test_what_was_typed_is_read_back_and_nothing_else(notes: Writer) -> None:
    typed = HOSTILE.replace("\\", "\\\\")
    notes.write({"mentors/a": f'---\ntitle: "{typed}"\nbirthday: 07-01\n---\n'})
    assert said(event(notes.root, "Birthday")) == f"Birthday of {HOSTILE}".replace("\\\\", "\\")


def test_nothing_that_a_screen_obeys_gets_through(notes: Writer) -> None:
    notes.write({"mentors/a": "---\n---\n- [ ] one\x1b[31m two \u202e three 📅 2026-07-01\n"})
    written = calendar_of(notes.root).decode()
    assert "\x1b" not in written
    assert "\u202e" not in written


def test_every_event_is_of_whole_days_private_and_leaves_me_free(notes: Writer) -> None:
    written = calendar_of(with_names(notes, "full").root).decode()
    count = len(events(notes.root))
    assert count > 12
    for line in ("DTSTART;VALUE=DATE:", "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "CATEGORIES:Ment"):
        assert written.count(f"\r\n{line}") == count
    assert "VALARM" not in written
    assert "VTODO" not in written


def test_an_event_is_never_stamped_later_than_today(notes: Writer) -> None:
    notes.write({"touchpoints/2027-07-03 far": "---\npeople: amara-okoye\n---\n"})
    stamps = [f"{each.dtstamp:%Y-%m-%d}" for each in events(with_names(notes, "full").root)]
    assert max(stamps) == TODAY.isoformat()


def test_the_sample_journal_has_all_kinds() -> None:
    sample = REPO
    found = events(sample, date(2026, 11, 20))
    kinds = {word for each in found for word in each.categories}
    assert kinds == {
        "Mentoring", "Reach out", "Follow-up", "Promise", "Opportunity", "Trip", "Occasion",
        "Contact", "Agreement",
    }  # fmt: skip
