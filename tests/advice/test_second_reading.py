"""What is advised about journals made at random is what a second reading of the rules says."""

import tempfile
from pathlib import Path

import pytest

from journal.advice import PersonAdvice
from tests.support.journal import TODAY, Writer
from tests.support.second_reading.as_notes import as_notes
from tests.support.second_reading.listing import Listed, listed, to_confirm
from tests.support.second_reading.random_facts import random_facts

_SLOTS = ("news", "recognition", "offer", "question")


def said(advice: PersonAdvice) -> Listed:
    hold, points = advice.hold, advice.talking_points
    return Listed(
        person=advice.person,
        section=advice.section,
        reach_by=advice.reach_by,
        last_contact=advice.last_contact,
        phase=advice.phase,
        way=(advice.channel, advice.then),
        hold=(hold.kind, hold.until) if hold else None,
        reasons=[(reason.kind, reason.by, reason.stale) for reason in advice.reasons],
        slots={slot: list(getattr(points, slot)) for slot in _SLOTS},
    )


def compare(seed: int) -> None:
    facts = random_facts(seed, TODAY)
    with tempfile.TemporaryDirectory() as folder:
        journal = Writer(Path(folder)).write(as_notes(facts))
        assert [found for found in journal.journal().findings if found.level == "error"] == []
        advice = journal.advice()
    assert [said(each) for each in advice.people] == listed(facts, TODAY), seed
    assert list(advice.to_confirm) == to_confirm(facts, TODAY), seed


@pytest.mark.parametrize("seed", range(60))
def test_the_rules_are_read_alike(seed: int) -> None:
    compare(seed)


@pytest.mark.slow
@pytest.mark.parametrize("hundred", range(20))
def test_the_rules_are_read_alike_in_many_journals(hundred: int) -> None:
    for seed in range(1000 + 100 * hundred, 1100 + 100 * hundred):
        compare(seed)
