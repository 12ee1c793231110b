"""A contact that keeps a promise ticks its box, in one step with the contact."""

from pathlib import Path

import pytest

from journal.errors import Exit
from tests.support.command import Ran, run
from tests.support.journal import Writer

MEETING = "touchpoints/2026/2026-05-01 Meeting"
TEXT = (
    "---\npeople: [amara, bo]\nchannel: call\n---\n\n- [ ] send the plots 📅 2026-06-01\n"
    "- [ ] read her draft\n- [x] book a table\n- [ ] a poem #theirs\n"
)
NOTES = {
    "mentors/amara": "---\ntitle: Amara Okoye\nprefers: email\n---\n",
    "mentors/bo": "---\ntitle: Bo Chen\nprefers: email\n---\n",
    "mentors/cem": "---\ntitle: Cem Demir\nprefers: email\n---\n\n- [ ] lend him the book\n",
    MEETING: TEXT,
}


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal in which promises are open."""
    return notes.write(NOTES)


def log(journal: Writer, *args: str) -> Ran:
    """Log a contact of today with Amara."""
    return run(journal.root, "log", "amara", "-m", "Sent it.", *args)


def meeting(root: Path) -> str:
    """Return the note with the promises."""
    return (root / f"content/{MEETING}.md").read_text()


def test_its_box_is_ticked_and_nothing_else_changes(journal: Writer) -> None:
    ran = log(journal, "--keeps", "PLOTS")
    assert ran.status == Exit.FINE, ran.err
    assert meeting(journal.root) == TEXT.replace("[ ] send", "[x] send")
    assert f"content/{MEETING}.md:6\n- - [ ] send the plots" in ran.out
    assert "Still waiting" not in ran.err


def test_several_are_ticked_in_one_step_that_undo_takes_back(journal: Writer) -> None:
    ran = log(journal, "--keeps", "plots", "--keeps", "read draft")
    assert ran.status == Exit.FINE, ran.err
    kept = TEXT.replace("[ ] send", "[x] send").replace("[ ] read", "[x] read")
    assert meeting(journal.root) == kept
    assert run(journal.root, "undo").status == Exit.FINE
    assert meeting(journal.root) == TEXT
    assert len(journal.journal().touchpoints) == 1


def test_one_that_stands_in_the_person_s_own_note_is_found(journal: Writer) -> None:
    assert run(journal.root, "log", "cem", "--keeps", "book").status == Exit.FINE
    text = (journal.root / "content/mentors/cem.md").read_text()
    assert "- [x] lend him the book" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("violin", "“send the plots”"),
        ("book a table", "No open promise has the words"),
        ("the", "is more than one promise"),
        ("lend him the book", "No open promise has the words"),
    ],
)
def test_where_none_fits_the_open_ones_are_offered_and_nothing_is_written(
    journal: Writer, words: str, said: str
) -> None:
    journal.write({MEETING: TEXT.replace("read her", "read the")})
    before = meeting(journal.root)
    ran = log(journal, "--keeps", words)
    assert ran.status == Exit.NOT_RUN
    assert said in ran.err
    assert meeting(journal.root) == before
    assert len(journal.journal().touchpoints) == 1


def test_the_reason_is_gone_afterwards(journal: Writer) -> None:
    found = journal.advice().of("mentors/amara")
    assert found
    assert "promise" in {reason.kind for reason in found.reasons}
    log(journal, "--keeps", "send the plots", "--keeps", "read her draft")
    found = journal.advice().of("mentors/amara")
    assert found
    assert "promise" not in {reason.kind for reason in found.reasons}
