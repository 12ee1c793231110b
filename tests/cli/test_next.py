"""`journal next`: the advice in 80 columns, in full for one person, and as JSON."""

import json
from pathlib import Path

import msgspec
import pytest

from journal.advice import Advice
from journal.cli.output import cells
from journal.errors import Exit
from tests.support.command import run
from tests.support.journal import Files, Writer

ASKED = "prefs_asked: 2026-01-01\n"
NOTES: Files = {
    "mentors/amara": f"---\nsince: 2015-03-01\nprefers: email\nphase: waiting\n{ASKED}"
    "tz: Asia/Tokyo\nquestions: [Which bridge is loudest?]\n---\n",
    "mentors/bo": f"---\nsince: 2015-03-01\nphase: waiting\nsnooze_until: 2026-09-01\n{ASKED}---\n",
    "mentors/cleo": f"---\ndied: 2020\n{ASKED}---\n",
    "mentors/dan": f"---\nuntil: 2020\n{ASKED}---\n",
    "mentors/eve": "---\ndraft: true\n---\n",
    "mentors/fay": b"---\ntitle: \xff\n---\n",
    "people/gus": f"---\n{ASKED}accepts: call\navoids: [text]\n---\n",
    "mentors/hal": f"---\ncadence: none\n{ASKED}---\n",
    "touchpoints/2026/2026-03-01 a": "---\npeople: [amara, bo]\nchannel: email\n---\n",
    "news/2026-06-01-prize": "---\ntitle: A prize\n---\n",
    "news/2026-06-02-secret": "---\ntitle: A secret\nprivate: true\n---\n",
}


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with somebody in every state."""
    return notes.write(NOTES)


def test_the_json_is_the_advice_to_the_letter(journal: Writer) -> None:
    shown = run(journal.root, "next", "--format", "json").out
    assert msgspec.json.decode(shown, type=Advice) == journal.advice()
    found = json.loads(shown)
    assert list(found) == ["as_of", "people", "to_confirm", "unread"]
    assert list(found["people"][0]) == [
        "person", "name", "section", "reach_by", "last_contact", "phase", "channel", "then",
        "hold", "reasons", "slots",
    ]  # fmt: skip
    assert found["people"][0]["hold"] is None
    assert found["people"][0]["reach_by"] == "2026-06-01"
    assert list(found["people"][0]["reasons"][0]) == ["kind", "by", "text", "notes", "stale"]


def test_the_text_has_a_section_a_day_and_the_reasons(journal: Writer) -> None:
    shown = run(journal.root, "next").out
    assert shown.startswith("Monday, 15 June 2026\n\nIt's time\n  Amara  ")
    assert "by 1 June 2026, 2 weeks ago\n" in shown
    assert "    by email · waiting · there it is " in shown
    assert "Your last contact was on 1 March 2026; you keep in touch every 3 months." in shown
    assert "\nSnoozed\n" in shown
    assert "You put this off until 1 September 2026." in shown


def test_what_was_planned_and_has_passed_is_asked_about_first(journal: Writer) -> None:
    plan = "---\ntitle: Call about funds\npeople: amara\nchannel: call\nstate: planned\n---\n"
    journal.write({"touchpoints/2026/2026-06-10 b": plan})
    shown = run(journal.root, "next").out
    assert shown.startswith("Monday, 15 June 2026\n\nDid it happen?\n  Call about funds  ")
    assert "  planned for 10 June 2026\n" in shown
    assert "  yes: journal confirm '2026-06-10 b'\n" in shown
    assert "  moved: journal move '2026-06-10 b' DAY\n" in shown
    assert "  cancelled: journal cancel '2026-06-10 b'\n" in shown
    asked = [
        json.loads(run(journal.root, "next", who, "--format", "json").out)
        for who in ("amara", "bo")
    ]
    assert [each["to_confirm"] for each in asked] == [["touchpoints/2026/2026-06-10 b"], []]


@pytest.mark.parametrize("who", ["amara", "gus"])
def test_of_one_person_too_it_is_asked_first_what_became_of_a_plan(
    journal: Writer, who: str
) -> None:
    plan = f"---\ntitle: Tea\npeople: {who}\nchannel: in-person\nstate: planned\n---\n"
    journal.write({"touchpoints/2026/2026-06-10 b": plan})
    assert run(journal.root, "next", who).out.startswith("Did it happen?\n  Tea  ")
    assert "Did it happen?" not in run(journal.root, "next", "bo").out


def test_somebody_to_begin_with_is_asked_about_and_not_dunned(journal: Writer) -> None:
    journal.write({"mentors/taro": f"---\ntitle: Tarō\nsince: 2016\n{ASKED}---\n"})
    shown = " ".join(run(journal.root, "next", "taro").out.split())
    assert shown.startswith("To begin with Tarō no channel known")
    assert "No contact with Tarō is written down yet. When did you last speak?" in shown
    assert "When did you last speak? journal log 'Tarō' --on 2024-05" in shown


def test_what_is_open_on_no_day_is_said_of_somebody_who_is_not_in_the_list(
    journal: Writer,
) -> None:
    journal.write({"mentors/dan": f"---\nuntil: 2020\n{ASKED}---\n- [ ] send plots\n"})
    shown = run(journal.root, "next", "dan").out
    said = "The mentoring has ended, and what is open has no day.\n    You promised: send plots.\n"
    assert said in shown


def test_three_to_begin_with_are_shown_and_all_are_named(notes: Writer) -> None:
    notes.write({f"mentors/m{number}": f"---\n{ASKED}---\n" for number in range(5)})
    shown = run(notes.root, "next").out
    assert shown.count("is written down yet") == 3
    assert "  Another week: M" in shown
    assert all(f"M{number}" in shown for number in range(5))
    assert run(notes.root, "next", "--section", "begin").out.count("is written down yet") == 5


def test_what_is_to_be_settled_is_said_last(notes: Writer) -> None:
    notes.write(
        {
            "mentors/amara": "---\nprefers: [call, email]\nannounce_first: call\n---\n",
            "touchpoints/2024-02-01 a": "---\npeople: amara\nchannel: email\n---\n"
            "- [ ] send plots 📅 2024-03-01\n",
            "touchpoints/2026-03-01 b": "---\npeople: amara\nchannel: email\n---\n",
        }
    )
    shown = run(notes.root, "next").out
    assert shown.endswith("    To settle: You promised: send plots.\n")
    assert (
        "    To settle: You promised: send plots.\n"
        "      kept: journal done Amara 'send plots'\n"
        "      dropped: journal done Amara 'send plots' --drop\n"
    ) in run(notes.root, "next", "amara").out
    assert "by email first, then by phone" in shown


@pytest.mark.parametrize("name", ["森" * 60, "a" * 200, "Zoë " * 40, "🙂" * 70])
def test_every_line_fits_80_columns_but_for_those_to_be_copied(journal: Writer, name: str) -> None:
    journal.write(
        {
            "mentors/long": f"---\ntitle: {name}\nsince: 2026-06-01\n---\n",
            "touchpoints/2026/2026-06-20 x": f"---\ntitle: {name}\npeople: long\n---\n",
        }
    )
    for args in (["next"], ["next", "amara"], ["next", "long"]):
        lines = run(journal.root, *args).out.splitlines()
        assert max(cells(line) for line in lines if not line.startswith("      journal ")) <= 80


def test_the_first_reason_of_who_is_due_has_the_line_to_write_down_afterwards(
    journal: Writer,
) -> None:
    task = "---\npeople: amara\nchannel: email\n---\n- [ ] send plots 📅 2026-12-01\n"
    journal.write({"touchpoints/2026/2026-03-01 b": task})
    line = "      journal log Amara --channel email -m '…'\n"
    promise = "    You promised: send plots.\n"
    assert f"every 3 months.\n{line}{promise}" in run(journal.root, "next").out
    keeps = "      journal log Amara --channel email --keeps 'send plots' -m '…'\n"
    assert f"{line}{promise}{keeps}" in run(journal.root, "next", "amara").out


def test_who_is_not_due_has_no_such_line_in_the_list(journal: Writer) -> None:
    journal.write({"touchpoints/2026/2026-06-01 b": "---\npeople: amara\nchannel: email\n---\n"})
    assert "journal log" not in run(journal.root, "next").out
    assert "journal log Amara" in run(journal.root, "next", "amara").out


@pytest.mark.parametrize("asked", [False, True])
def test_wishes_that_nobody_asked_for_are_said_to_be_a_guess(notes: Writer, asked: bool) -> None:
    notes.write({"mentors/amara": f"---\nprefers: email\navoids: call\n{ASKED * asked}---\n"})
    shown = " ".join(run(notes.root, "next", "amara").out.split())
    assert "Prefers: email; Avoid: call" in shown
    assert ("Avoid: call (as you know it)" in shown) is not asked


def test_why_tells_how_the_day_came_about_and_on_which_files_it_rests(journal: Writer) -> None:
    shown = run(journal.root, "next", "amara", "--why").out
    words = " ".join(shown.split())
    assert words.startswith("Amara They are in the phase waiting: their note says so.")
    assert (
        "Your last contact was on 1 March 2026, and in this phase you are in touch every 3 months: "
        "by 1 June 2026. content/touchpoints/2026/2026-03-01 a.md It stands until the next contact."
    ) in words
    assert words.endswith("So: by 1 June 2026, under “It's time”.")
    assert max(map(cells, shown.splitlines())) <= 80


def test_why_as_json_ends_with_the_day(journal: Writer) -> None:
    found = json.loads(run(journal.root, "next", "bo", "--why", "--format", "json").out)
    assert list(found) == ["as_of", "person", "name", "section", "reach_by", "steps"]
    assert [step["rule"] for step in found["steps"]] == ["phase", "cadence", "snooze", "section"]
    assert list(found["steps"][0]) == ["rule", "by", "text", "notes", "until"]
    assert found["steps"][-1]["by"] == found["reach_by"] == "2026-09-01"


def test_why_of_somebody_who_is_not_in_the_list_says_why_not(journal: Writer) -> None:
    assert "They have died" in run(journal.root, "next", "cleo", "--why").out
    assert json.loads(run(journal.root, "next", "cleo", "--why", "--format", "json").out) is None


def test_why_asks_whom(journal: Writer) -> None:
    refused = run(journal.root, "next", "--why")
    assert refused.status == Exit.NOT_RUN
    assert "Say whom" in refused.err


def test_nobody_waiting_is_said_calmly(notes: Writer) -> None:
    assert run(notes.root, "next").out.splitlines()[1] == "Nobody is waiting to hear from you."


def test_sections_and_a_limit_leave_the_rest_out(journal: Writer) -> None:
    snoozed = run(journal.root, "next", "--section", "snoozed", "--section", "soon").out
    assert "Bo" in snoozed
    assert "Amara" not in snoozed
    assert "Bo" not in run(journal.root, "next", "--limit", "1").out
    assert (
        len(json.loads(run(journal.root, "next", "--limit", "1", "--format", "json").out)["people"])
        == 1
    )


def test_the_exit_code_tells_of_the_overdue_when_asked(journal: Writer) -> None:
    assert run(journal.root, "next").status == Exit.FINE
    assert run(journal.root, "next", "--exit-code").status == Exit.OVERDUE
    assert run(journal.root, "next", "--exit-code", "--section", "soon").status == Exit.OVERDUE
    assert run(journal.root, "next", "--exit-code", "amara").status == Exit.OVERDUE
    assert run(journal.root, "next", "--exit-code", "bo").status == Exit.FINE
    assert run(journal.root, "next", "--exit-code", "--today", "2026-04-01").status == Exit.FINE


def test_one_person_is_shown_in_full_with_what_to_say(journal: Writer) -> None:
    shown = run(journal.root, "next", "ama").out
    assert shown.startswith("It's time\n  Amara")
    assert "  Last contact: 1 March 2026\n" in shown
    assert "  Prefers: email\n" in shown
    assert "  Your news\n  - A secret\n  - A prize\n" in shown
    assert "  To ask\n  - Which bridge is loudest?\n" in shown


@pytest.mark.parametrize(
    ("who", "why"),
    [
        ("cleo", "They have died; their page stays."),
        ("dan", "The mentoring has ended, and nothing else is waiting."),
        ("eve", "Their note is a draft"),
        ("fay", "Their note cannot be read"),
        ("gus", "You do not keep in touch with them regularly"),
        ("hal", "They have no cadence, and nothing else is waiting."),
    ],
)
def test_where_nothing_is_due_it_says_why(journal: Writer, who: str, why: str) -> None:
    ran = run(journal.root, "next", who)
    assert ran.status == Exit.FINE
    assert why in " ".join(ran.out.split())
    assert json.loads(run(journal.root, "next", who, "--format", "json").out)["people"] == []


def test_somebody_not_in_the_list_still_has_wishes_and_slots(journal: Writer) -> None:
    shown = run(journal.root, "next", "gus").out
    assert "Fine, too: call; Avoid: text" in shown
    assert "- A prize" in shown


def test_their_clock_and_quiet_hours_are_shown(journal: Writer) -> None:
    journal.write(
        {"mentors/all-day": f"---\nquiet_hours: 00:00-23:59\ntz: Asia/Tokyo\n{ASKED}---\n"}
    )
    assert "quiet hours" in run(journal.root, "next", "all day").out


@pytest.mark.parametrize("args", [["--limit", "0"], ["--limit", "x"], ["--section", "soonn"]])
def test_what_cannot_be_meant_is_refused(journal: Writer, args: list[str]) -> None:
    assert run(journal.root, "next", *args).status == Exit.NOT_RUN


def test_the_docs_show_what_why_says(notes: Writer) -> None:
    docs = (Path(__file__).parents[2] / "docs" / "advice.md").read_text(encoding="utf-8")
    shown = docs.partition("$ journal next amara --why\n")[2].partition("```")[0]
    asked = "---\npeople: amara-okoye\nchannel: email\nkind: {}\n---\n{}"
    named = "touchpoints/{} Email to Amara Okoye"
    notes.write(
        {
            "mentors/amara-okoye": f"---\nphase: waiting\nprefers: email\n{ASKED}---\n",
            named.format("2026-01-10"): asked.format("question", "How?"),
            named.format("2026-03-10"): asked.format(
                "request", "- [ ] send the plots 📅 2026-07-01"
            ),
        }
    )
    assert run(notes.root, "next", "amara", "--why").out == shown
