"""After doing what a reason asks, and writing it down with the line that is offered, it is gone."""

import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.advice import PersonAdvice, Reason
from journal.advice.settling import settling_command, settling_line
from journal.errors import Exit
from tests.support.advice import advised, kinds, mentor, met
from tests.support.command import run
from tests.support.journal import TODAY, Files, Writer
from tests.support.second_reading.as_notes import as_notes
from tests.support.second_reading.random_facts import random_facts

MAY = met("2026-05-20")
#: Kind of reason -> notes that give it, and the line that is offered.
OFFERED: dict[str, tuple[Files, str]] = {
    "reply": (
        met("2026-06-10", "direction: in"),
        "journal log P --channel email --kind reply -m '…'",
    ),
    "promise": (
        met("2026-05-01", body="- [ ] send plots 📅 2026-06-01\n"),
        "journal log P --channel email --keeps 'send plots' -m '…'",
    ),
    "followup": (
        met("2026-06-01", "followup_on: 2026-06-14"),
        "journal log P --channel email --about 'touchpoints/2026-06-01 note-2026-06-14' -m '…'",
    ),
    "next": (mentor("next: 2026-06-10"), "journal log P --channel email -m '…'"),
    "opportunity": (
        {"opportunities/grant": "---\nfor: p\ndeadline: 2026-07-01\n---\n"},
        "journal log P --channel email --about opportunities/grant -m '…'",
    ),
    "recognise": (
        {"news/prize": "---\nabout: p\ndate: 2026-06-01\n---\n"},
        "journal log P --channel email --kind congratulation --about news/prize -m '…'",
    ),
    "trip": (
        {**mentor("city: Rome"), "trips/t": "---\ncity: Rome\nstart: 2026-07-01\n---\n"},
        "journal log P --channel email --about trips/t -m '…'",
    ),
    "occasion": (
        mentor("birthday: 06-20"),
        "journal log P --channel email --kind greeting -m '…'",
    ),
    "agreement": (
        mentor("review_on: 2026-06-10"),
        "journal log P --channel email --kind agreement -m '…'",
    ),
    "preferences": (
        {"mentors/p": "---\nsince: 2015-03-01\nphase: waiting\nemail: p@example.org\n---\n"},
        "journal log P --channel email --kind preferences -m '…'",
    ),
}


def of_kind(advice: PersonAdvice, kind: str) -> Reason:
    return next(reason for reason in advice.reasons if reason.kind == kind)


def done(notes: Writer, line: str) -> None:
    ran = run(notes.root, *shlex.split(line)[1:])
    assert ran.status == Exit.FINE, ran.err


@pytest.mark.parametrize("kind", OFFERED)
def test_the_line_that_is_offered_settles_the_reason(notes: Writer, kind: str) -> None:
    files, line = OFFERED[kind]
    advice = advised(notes, mentor(), MAY, files)
    assert settling_line(notes.journal(), advice, of_kind(advice, kind)) == line
    done(notes, line)
    assert kind not in kinds(advised(notes))


def test_after_the_line_the_cadence_asks_later(notes: Writer) -> None:
    advice = advised(notes, mentor(), met("2026-03-01"))
    done(notes, settling_line(notes.journal(), advice, of_kind(advice, "cadence")))
    assert str(advised(notes).reach_by) == "2026-09-15"


def test_who_shares_a_name_is_called_by_their_id(notes: Writer) -> None:
    notes.write({"people/other": "---\ntitle: P\n---\n"})
    advice = advised(notes, mentor(), met("2026-03-01"))
    line = settling_line(notes.journal(), advice, of_kind(advice, "cadence"))
    assert line == "journal log mentors/p --channel email -m '…'"


@pytest.mark.parametrize("box", ["- [ ] send plots", "- [ ] -f", "- [ ] Send  plots #theirs"])
def test_a_promise_whose_words_are_not_clear_is_called_by_its_place(
    notes: Writer, box: str
) -> None:
    other = "send plots" if "plots" in box else "-f"
    files = met("2026-05-01", body=f"{box}\n"), met("2026-05-02", body=f"- [ ] {other}\n")
    advice = advised(notes, mentor(), *files)
    line = settling_line(notes.journal(), advice, of_kind(advice, "promise"))
    assert "--keeps 'content/touchpoints/2026-05-0" in line
    done(notes, line)
    assert "promise" not in kinds(advised(notes)) or "#theirs" not in box


def test_a_promise_that_is_only_to_be_settled_is_ticked_and_no_contact_made_up(
    notes: Writer,
) -> None:
    old = met("2024-02-01", body="- [ ] send plots 📅 2024-03-01\n")
    advice = advised(notes, mentor(), MAY, old)
    line = settling_line(notes.journal(), advice, of_kind(advice, "promise"))
    assert line == "journal done P 'send plots'"
    done(notes, line)
    assert "promise" not in kinds(advised(notes))


def test_who_is_to_begin_with_has_a_line_with_a_month(notes: Writer) -> None:
    notes.write(mentor("prefers: email"))
    advice = advised(notes)
    line = settling_line(notes.journal(), advice, of_kind(advice, "begin"))
    assert line == "journal log P --on 2024-05"
    done(notes, line)
    assert kinds(advised(notes)) == ["cadence"]


def test_a_plan_is_confirmed_on_its_day(notes: Writer) -> None:
    plan = "---\npeople: p\nchannel: call\nstate: planned\n---\n"
    advice = advised(notes, mentor(), MAY, {f"touchpoints/{TODAY} call": plan})
    line = settling_line(notes.journal(), advice, of_kind(advice, "planned"))
    assert line == f"journal confirm '{TODAY} call'"
    done(notes, line)
    assert "planned" not in kinds(advised(notes))


def test_for_a_plan_nothing_is_to_be_written_down_before_its_day(notes: Writer) -> None:
    plan = {"touchpoints/2026-06-30 call": "---\npeople: p\nchannel: call\n---\n"}
    advice = advised(notes, mentor(), MAY, plan)
    assert settling_line(notes.journal(), advice, of_kind(advice, "planned")) == ""


def to_settle(notes: Writer) -> Iterator[tuple[PersonAdvice, Reason]]:
    """The reasons whose day has come, or that are to be said on no day."""
    for each in notes.advice().people:
        for reason in each.reasons:
            if reason.by is None or reason.by <= TODAY:
                yield each, reason


def settles_each(root: Path, seed: int) -> None:
    notes = Writer(root / "journal").write(as_notes(random_facts(seed, TODAY)))
    for number, (advice, reason) in enumerate(to_settle(notes)):
        words = settling_command(notes.journal(), advice, reason)
        if not words:
            continue
        if words[0] == "log" and "--on" not in words:
            words += ("-m", "Done.") if advice.channel else ("-m", "Done.", "--channel", "email")
        copy = root / f"copy{number}"
        shutil.copytree(notes.root, copy, ignore=shutil.ignore_patterns(".journal-cache"))
        ran = run(copy, *words)
        assert ran.status == Exit.FINE, (seed, words, ran.err)
        after = Writer.at(copy).advice().of(advice.person)
        there = [(r.kind, r.by, r.text) for r in after.reasons] if after else []
        assert (reason.kind, reason.by, reason.text) not in there, (seed, words)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8000, 8040))
def test_each_reason_of_a_random_journal_is_settled_by_its_line(tmp_path: Path, seed: int) -> None:
    (tmp_path / "journal").mkdir()
    settles_each(tmp_path, seed)
