"""A contact that is written down already is asked about, not written twice without a word."""

from pathlib import Path

import pytest

from journal.errors import Exit
from tests.support.command import Ran, run
from tests.support.journal import Writer


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with two people and a piece of news."""
    return notes.write(
        {
            "mentors/amara": "---\ntitle: Amara Okoye\nprefers: email\n---\n",
            "mentors/bo": "---\ntitle: Bo Chen\nprefers: email\n---\n",
            "news/2026-06-01-prize": "---\ntitle: A prize\n---\n",
            "news/2026-06-02-paper": "---\ntitle: A paper\n---\n",
        }
    )


def log(journal: Writer, *args: str) -> Ran:
    """Log a contact of today with Amara."""
    return run(journal.root, "log", "amara", *args)


def contacts(root: Path) -> int:
    """How many touchpoints there are."""
    return len(list((root / "content/touchpoints").rglob("*.md")))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([], []),
        (["-m", "Told her."], ["-m", "Told  her.\n"]),
        (["-m", "Told her."], ["-m", "Told her.", "--on", "2026-06-15", "--channel", "mail"]),
        (["-m", "Told her."], ["-m", "Told her.", "--about", "prize", "--title", "Another"]),
        (["-m", "Told her."], ["-m", "Told her.", "--time", "15:00"]),
        (["--question", "Why?"], ["--question", "Why?"]),
        (["--about", "prize"], ["--about", "A prize"]),
        (["bo", "-m", "x"], ["bo chen", "-m", "x"]),
    ],
)
def test_the_same_contact_is_refused_where_nobody_can_be_asked(
    journal: Writer, first: list[str], second: list[str]
) -> None:
    path = log(journal, *first).out.strip()
    ran = log(journal, *second)
    assert ran.status == Exit.NOT_RUN
    assert f"That is written down already, in {path}: nothing was written. With --again" in ran.err
    assert contacts(journal.root) == 1
    assert log(journal, *second, "--again").status == Exit.FINE
    assert contacts(journal.root) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["-m", "Told her."], ["-m", "Told her more."]),
        (["-m", "Told her."], ["-m", "Told her.", "--on", "yesterday"]),
        (["-m", "Told her."], ["-m", "Told her.", "--channel", "call"]),
        (["-m", "Told her."], ["-m", "Told her.", "--direction", "in"]),
        (["-m", "x", "--time", "9am"], ["-m", "x", "--time", "3pm"]),
        (["-m", "Told her."], ["bo", "-m", "Told her."]),
        (["--about", "prize"], ["--about", "paper"]),
        (["--question", "Why?"], ["--question", "How?"]),
        (["-m", "x", "--set", "state=cancelled"], ["-m", "x"]),
    ],
)
def test_another_contact_of_that_day_is_written(
    journal: Writer, first: list[str], second: list[str]
) -> None:
    assert log(journal, *first).status == Exit.FINE
    ran = log(journal, *second)
    assert ran.status == Exit.FINE, ran.err
    assert contacts(journal.root) == 2
