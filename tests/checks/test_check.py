"""All findings together: their order, what counts for nothing, and that nothing is said twice."""

from datetime import date

from journal.checks import check
from tests.support.findings import contact, lines, note, person
from tests.support.journal import Writer

ALL_KINDS = {
    "mentors/p": note("avoids: text", "tz: Mars/Base", "review_on: 2026-01-01", "phase: active"),
    "touchpoints/2026-06-20 plan": contact(
        "channel: text", "time: 03:00", "question: Why? How?", body="🎉"
    ),
    "touchpoints/2026-06-01 lost": contact("state: planned"),
    "opportunities/grant": note("deadline: 2026-06-20", "for: p"),
    "trips/lisbon": note("city: Lisbon", "start: 2026-06-20"),
}


def test_findings_of_reading_come_along(notes: Writer) -> None:
    notes.write({"mentors/p": person("birthday: soon")})
    assert lines(notes, "F03") == [4]


def test_findings_are_in_the_order_of_path_line_column_and_code(notes: Writer) -> None:
    found = check(notes.write(ALL_KINDS).journal())
    keys = [(f.path, f.line, f.column, f.code) for f in found]
    assert len(keys) > 5
    assert keys == sorted(keys)
    assert len(set(found)) == len(found)


def test_drafts_are_asked_nothing_about_advice(notes: Writer) -> None:
    drafts = {
        name: text.replace("---\n", "---\ndraft: true\n", 1) for name, text in ALL_KINDS.items()
    }
    assert {f.code for f in check(notes.write(drafts).journal())} == {"F15"}


def test_a_draft_is_no_message_that_another_one_comes_too_soon_after(notes: Writer) -> None:
    notes.write({
        "mentors/p": person(),
        "touchpoints/2026-06-01 a": contact("channel: email", "draft: true"),
        "touchpoints/2026-06-02 b": contact("channel: email"),
    })  # fmt: skip
    assert lines(notes, "C28") == []


def test_a_person_whose_note_cannot_be_read_is_asked_nothing(notes: Writer) -> None:
    notes.write({"mentors/p": "---\nsince: [2015\n---\n"})
    assert {f.code for f in check(notes.journal())} == {"F01"}


def test_of_people_who_died_only_open_plans_are_said(notes: Writer) -> None:
    notes.write(
        ALL_KINDS | {"mentors/p": note("died: 2026-06-02", "avoids: text", "phase: active")}
    )
    assert {f.code for f in check(notes.journal())} == {"C30", "C31", "C40"}


def test_messages_never_hold_what_a_terminal_obeys(notes: Writer) -> None:
    title = 'title: "\\e[31mRed"'
    notes.write({"mentors/p": note(title, "since: 2015")})
    found = [str(finding) for finding in check(notes.journal())]
    assert len(found) == 2
    assert not [said for said in found if "\x1b" in said]


def test_the_last_and_the_first_days_of_the_calendar_are_days_like_others(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("tz: Pacific/Kiritimati", "prefs_asked: 0001-01-01"),
        "touchpoints/9999-12-31 z": contact("channel: call", "time: 23:30"),
        "opportunities/o": note("deadline: 9999-12-31", "lead: 9999 years"),
        "journal.toml": '[me]\ntz = "Pacific/Pago_Pago"\n',
    })  # fmt: skip
    assert check(notes.journal())
    assert check(notes.journal(date(1, 1, 2)))
    assert check(notes.journal(date(9997, 12, 31)))
