"""What `journal log` is not told, it asks at a terminal."""

import pytest

from journal.errors import Exit
from journal.notes.records import Touchpoint
from tests.support.command import run
from tests.support.journal import Writer
from tests.support.terminal import at_terminal

pytestmark = pytest.mark.slow


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with somebody of whom nothing is known."""
    return notes.write({"mentors/amara": "---\ntitle: Amara Okoye\n---\n"})


def contacts(journal: Writer) -> tuple[Touchpoint, ...]:
    """Return what is written down."""
    return journal.journal().touchpoints


@pytest.mark.parametrize(
    ("answers", "channel"), [("coffee\n", "in-person"), ("smoke\nPhone\n", "call")]
)
def test_how_it_was_is_asked_until_it_is_understood(
    journal: Writer, answers: str, channel: str
) -> None:
    ran = at_terminal(journal.root, "log", "amara", "-m", "Talked.", answers=answers)
    assert ran.status == Exit.FINE, ran.err
    assert "How? email, text, call" in ran.err
    assert [note.channel for note in contacts(journal)] == [channel]
    assert ran.out.count("\n") == 1


@pytest.mark.parametrize(("answer", "count"), [("y\n", 2), ("n\n", 1), ("\n", 1)])
def test_the_same_contact_is_asked_about(journal: Writer, answer: str, count: int) -> None:
    args = ("log", "amara", "--channel", "email", "-m", "Told her.")
    run(journal.root, *args)
    ran = at_terminal(journal.root, *args, answers=answer)
    assert "That is written down already, in content/touchpoints/2026/2026-06-15" in ran.err
    assert len(contacts(journal)) == count
    assert ("Nothing was written." in ran.err) is (count == 1)
