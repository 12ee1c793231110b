"""The sample is a decade that ends on one day, and shows what the journal is for."""

import re
from datetime import timedelta

import pytest

from journal.advice import advise
from journal.checks import check
from journal.library import Journal
from journal.library.opening import open_journal
from tests.support.paths import REPO
from tests.support.site import SAMPLE_DAY

_SIX_WEEKS = timedelta(days=42)


@pytest.fixture(scope="module")
def sample() -> Journal:
    return open_journal(REPO, lambda _: SAMPLE_DAY).journal


def test_make_site_and_the_readme_name_the_day_on_which_it_ends() -> None:
    assert f"SAMPLE_DAY := {SAMPLE_DAY}\n" in (REPO / "Makefile").read_text()
    assert f"journal build --today {SAMPLE_DAY}" in (REPO / "README.md").read_text()


def test_what_lies_ahead_of_that_day_is_planned_and_within_six_weeks(sample: Journal) -> None:
    ahead = [note for note in sample.touchpoints if note.date > SAMPLE_DAY]
    assert {note.state for note in ahead} == {"planned"}
    assert max(note.date for note in ahead) <= SAMPLE_DAY + _SIX_WEEKS
    assert all(note.date <= SAMPLE_DAY for note in sample.news)


def test_it_is_a_decade_and_names_no_year_far_ahead(sample: Journal) -> None:
    assert SAMPLE_DAY.year - sample.touchpoints[0].date.year == 10
    files = [REPO / "journal.toml", *(REPO / "content").rglob("*.md")]
    assert [file for file in files if re.search(r"\b20(?:2[89]|[3-9]\d)\b", file.read_text())] == []


def test_it_has_mentors_proteges_and_somebody_in_every_state(sample: Journal) -> None:
    folders = [person.folder for person in sample.people]
    assert folders.count("mentors") >= 12
    assert folders.count("proteges") >= 2
    advice = advise(sample)
    assert {each.section for each in advice.people} == {
        "overdue", "this-week", "begin", "soon", "later", "resting", "dormant", "snoozed", "paused",
    }  # fmt: skip
    assert len(advice.to_confirm) == 1
    assert any(reason.stale for each in advice.people for reason in each.reasons)


def test_nothing_in_it_is_an_error(sample: Journal) -> None:
    assert [found for found in check(sample) if found.level == "error"] == []
