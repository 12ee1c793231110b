"""`journal draft`: a message to begin from, printed and nothing else."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from journal.errors import Exit
from tests.support.command import run
from tests.support.journal import Writer


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with news for somebody."""
    return notes.write(
        {
            "mentors/amara": "---\nemail: amara@example.org\nsince: 2015\n---\n",
            "mentors/bo": "---\nsince: 2015\n---\n",
            "mentors/cleo": "---\ndied: 2020\nemail: c@example.org\n---\n",
            "people/dan": "---\nemail: dan@example.org\n---\n",
            "news/2026-06-01-prize": "---\ntitle: A prize & more\n---\n",
        }
    )


def test_a_draft_has_a_subject_and_what_there_is_to_say(journal: Writer) -> None:
    ran = run(journal.root, "draft", "ama")
    assert ran.status == Exit.FINE
    assert ran.out.startswith("Subject: ")
    assert "A prize & more" in ran.out
    assert "\n\n\n" not in ran.out


def test_nothing_is_written(journal: Writer) -> None:
    before = _notes(journal.root)
    run(journal.root, "draft", "amara")
    assert _notes(journal.root) == before


def _notes(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (root / "content").rglob("*.md")}


def test_as_an_address_it_says_the_same(journal: Writer) -> None:
    text = run(journal.root, "draft", "amara").out
    address = urlsplit(run(journal.root, "draft", "amara", "--mailto").out.strip())
    assert (address.scheme, address.path) == ("mailto", "amara@example.org")
    said = parse_qs(address.query)
    assert text.startswith(f"Subject: {said['subject'][0]}\n\n")
    assert said["body"][0].replace("\r\n", "\n").strip() in text


def test_without_an_address_it_says_where_to_put_one(journal: Writer) -> None:
    ran = run(journal.root, "draft", "bo", "--mailto")
    assert ran.status == Exit.NOT_RUN
    assert "no `email`: add it to “content/mentors/bo.md”" in ran.err


def test_the_dead_get_no_draft(journal: Writer) -> None:
    ran = run(journal.root, "draft", "cleo")
    assert ran.status == Exit.NOT_RUN
    assert "has died" in ran.err


def test_somebody_not_in_the_list_gets_one_too(journal: Writer) -> None:
    assert "Dan" in run(journal.root, "draft", "dan").out


def test_private_news_in_it_is_said(journal: Writer) -> None:
    assert run(journal.root, "draft", "amara").err == ""
    journal.write({"news/2026-06-02-x": "---\ntitle: Secret\nprivate: true\n---\n"})
    assert "private" in run(journal.root, "draft", "amara").err


def test_a_template_of_one_s_own_that_is_broken_is_one_sentence(journal: Writer) -> None:
    journal.write({"templates/draft.txt": "Subject: {{ nothing.here }}"})
    ran = run(journal.root, "draft", "amara")
    assert ran.status == Exit.NOT_RUN
    assert "templates/draft.txt" in ran.err
    assert ran.err.count("\n") == 1
