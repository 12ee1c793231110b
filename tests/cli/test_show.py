"""`journal show`: a person on one screen, in the words of their page and of `journal next`."""

import pytest

from journal.errors import Exit
from tests.support.command import run
from tests.support.journal import Writer

AMARA = """\
---
title: Amara Okoye
since: 2015-03-01
email: amara@example.org
phone: "+44 20 7946 0018"
tz: Asia/Tokyo
prefers: email
avoids: text
prefs_asked: 2026-01-01
---
"""


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with one mentor, a contact, and promises both ways."""
    return notes.write(
        {
            "mentors/amara": AMARA,
            "touchpoints/2026-06-01 Ferries": "---\npeople: amara\nchannel: email\n---\n"
            "She said: go slow.\n\n- [ ] send the plots 📅 2026-06-20\n"
            "- [ ] lend me the book #theirs\n",
        }
    )


def test_one_screen_has_how_to_reach_what_was_said_promised_and_what_is_next(
    journal: Writer,
) -> None:
    ran = run(journal.root, "show", "okoye", NO_COLOR="1")
    assert ran.status == Exit.FINE
    for text in (
        "Amara Okoye\n",
        "Mentor since 1 March 2015 · last contact 1 June 2026",
        "E-mail: amara@example.org",
        "Telephone: +44 20 7946 0018",
        "Prefers: email",
        "Avoid: text",
        "There it is ",
        "1 June 2026, Ferries: She said: go slow.",
        "You promised\n  send the plots, by 20 June 2026\n",
        "They promised\n  lend me the book\n",
        "Next: This week\n",
        "by 20 June 2026, in 5 days",
        "content/mentors/amara.md",
    ):
        assert text in ran.out, ran.out
    assert len(ran.out.splitlines()) <= 40
    assert all(len(line) <= 80 for line in ran.out.splitlines())


def test_what_is_private_is_shown_to_its_owner(journal: Writer) -> None:
    journal.write(
        {
            "touchpoints/2026-06-10 Secret": "---\npeople: amara\nchannel: call\nprivate: true\n"
            "---\nWhispered.\n"
        }
    )
    assert "Secret: Whispered." in run(journal.root, "show", "amara").out


def test_why_nothing_is_next_is_said(journal: Writer) -> None:
    journal.write({"people/bo": "---\ntitle: Bo Chen\n---\n"})
    assert "You do not keep in touch with them regularly" in run(journal.root, "show", "bo").out


def test_of_who_died_nothing_is_next_and_nobody_is_to_reach(journal: Writer) -> None:
    journal.write({"mentors/amara": AMARA.replace("tz:", "died: 2026-06-05\ntz:")})
    out = run(journal.root, "show", "amara").out
    assert "Died on 5 June 2026" in out
    assert "How to reach them" not in out
    assert "Next:" not in out


def test_a_note_that_cannot_be_read_is_said_to_be_one(journal: Writer) -> None:
    journal.write({"mentors/sean": "---\nwhy: he said: come\n---\n"})
    ran = run(journal.root, "show", "sean")
    assert "Their note cannot be read" in ran.out


def test_who_is_nobody_is_said(journal: Writer) -> None:
    ran = run(journal.root, "show", "amra")
    assert ran.status == Exit.NOT_RUN
    assert "did you mean" in ran.err
