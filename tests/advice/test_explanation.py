"""How a day came about, rule by rule, is what the advice says. Today is 15 June 2026."""

import tempfile
from pathlib import Path

import pytest

from journal.advice.explanation import Explanation, explain
from journal.advice.reason_kinds import REASON_KINDS
from tests.support.journal import TODAY, Files, Writer
from tests.support.second_reading.as_notes import as_notes
from tests.support.second_reading.random_facts import random_facts
from tests.support.worked_examples import EXAMPLES, PERSON

_WORDS = {"today", "phase", "first", "section", "planned", "min_gap", "resting", "snooze"}


def explained(notes: Writer, person: str = "mentors/p") -> Explanation:
    advice = notes.advice().of(person)
    assert advice
    return explain(notes.journal(), advice)


def rules(notes: Writer) -> list[str]:
    return [step.rule for step in explained(notes).steps]


def texts(notes: Writer) -> str:
    return " ".join(step.text for step in explained(notes).steps)


def contact(*keys: str) -> str:
    return "\n".join(("---", "people: p", "channel: email", *keys, "---\n"))


def mentor(*keys: str) -> Files:
    return {"mentors/p": "\n".join(("---", "title: Petra", "phase: waiting", *keys, "---\n"))}


def test_the_cadence_tells_from_what_it_is_counted_and_why_so_often(notes: Writer) -> None:
    notes.write({**mentor(), "touchpoints/2026-03-01 a": contact()})
    assert rules(notes) == ["phase", "cadence", "preferences", "section"]
    said = texts(notes)
    assert "They are in the phase waiting: their note says so." in said
    assert (
        "Your last contact was on 1 March 2026, and in this phase you are in touch every 3 months: "
        "by 1 June 2026."
    ) in said
    assert said.endswith("So: by 1 June 2026, under “It's time”.")


@pytest.mark.parametrize(
    ("keys", "settings", "said"),
    [
        (("cadence: 1 year",), "", "by their note you are in touch every year"),
        (("roles: peer",), "", "no mentor, sponsor or protégé of yours you are in touch every 6"),
        ((), '[cadence]\nwaiting = "5 weeks"\n', "by your settings you are in touch every 5 weeks"),
    ],
)
def test_it_is_said_who_chose_the_cadence(
    notes: Writer, keys: tuple[str, ...], settings: str, said: str
) -> None:
    notes.write({**mentor(*keys), "touchpoints/2026-03-01 a": contact(), "journal.toml": settings})
    assert said in texts(notes)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("phases: [2016 active, 2018 waiting]", "waiting: the last line of phases in their note"),
        ("since: 2026-03-01", "new: the mentoring began less than six months ago"),
        ("since: 2016", "waiting: nothing is written that says otherwise"),
        ("last_contact: 2016", "dormant: the last contact that is known lies a long time back"),
    ],
)
def test_it_is_said_on_what_the_phase_rests(notes: Writer, keys: str, said: str) -> None:
    notes.write({"mentors/p": f"---\n{keys}\n---\n"})
    if "since: 2016" in keys or "phases" in keys:
        notes.write({"touchpoints/2026-03-01 a": contact()})
    assert said in texts(notes)


def test_what_moved_the_day_is_named_with_the_notes_behind_it(notes: Writer) -> None:
    notes.write(
        {
            **mentor("snooze_until: 2026-12-24"),
            "touchpoints/2026-01-10 a": contact("kind: question"),
            "touchpoints/2026-03-10 b": contact("kind: request"),
            "touchpoints/2026-08-01 c": contact("state: planned"),
        }
    )
    found = {step.rule: step for step in explained(notes).steps}
    assert found["resting"].notes == ("touchpoints/2026-01-10 a", "touchpoints/2026-03-10 b")
    assert "not before 10 September 2026" in found["resting"].text
    assert found["resting"].until == "a word from them, or that day has come"
    assert found["snooze"].text == "You put this off until 24 December 2026."
    assert [step.rule for step in explained(notes).steps][-3:] == ["first", "snooze", "section"]


def test_a_year_is_counted_on_as_a_year(notes: Writer) -> None:
    notes.write({"mentors/p": "---\nlast_contact: 2016\n---\n"})
    said = "Your last contact was in 2016, and in this phase you are in touch every year: by 2017."
    assert said in texts(notes)
    assert "January" not in texts(notes)


def hold_to_advice(notes: Writer) -> set[str]:
    """Hold each explanation to the advice; return the rules that were named."""
    journal, named = notes.journal(), set()
    for advice in notes.advice().people:
        found = explain(journal, advice)
        told = [step.rule for step in found.steps]
        assert found.steps[-1].by == found.reach_by == advice.reach_by
        assert {reason.kind for reason in advice.reasons} <= set(told)
        for reason in advice.reasons:
            if reason.kind != "cadence":
                assert any(step.text.startswith(reason.text) for step in found.steps)
        if advice.hold:
            assert advice.hold.kind in told
        assert all(note in journal.notes for step in found.steps for note in step.notes)
        named.update(told)
    return named


@pytest.mark.parametrize("number", sorted(EXAMPLES))
def test_the_worked_examples_are_explained(notes: Writer, number: int) -> None:
    example = EXAMPLES[number]
    keys = {key: said for key, said in (PERSON | example.person).items() if said}
    lines = (f"{key}: {said}" for key, said in keys.items())
    notes.write({"mentors/p": "\n".join(("---", *lines, "---\n")), **example.notes})
    assert hold_to_advice(notes)


def _random_journal(seed: int) -> set[str]:
    with tempfile.TemporaryDirectory() as folder:
        return hold_to_advice(Writer(Path(folder)).write(as_notes(random_facts(seed, TODAY))))


def test_every_rule_of_random_journals_is_named_and_the_last_day_is_the_one_advised() -> None:
    named = set().union(*(_random_journal(seed) for seed in range(40)))
    assert named >= {"cadence", "phase", "section", "min_gap", "resting", "snooze", "reply"}
    assert named <= _WORDS | set(REASON_KINDS)


@pytest.mark.slow
def test_so_in_many_journals() -> None:
    for seed in range(2000, 2400):
        _random_journal(seed)
