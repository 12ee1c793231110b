"""What the shell offers after Tab."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commanding import environment, process
from tests.conftest import Writer


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with a few notes."""
    return notes.write(
        {
            "mentors/amara-okoye": "---\naliases: [Prof]\n---\n",
            "people/klara-dvorakova": "---\ntitle: Klára Dvořáková\n---\n",
            "news/2026-06-01-prize": "---\ntitle: A prize\n---\n",
        }
    )


def complete(root: Path, *words: str) -> list[str]:
    """Return the values that bash would offer for the last of `words`."""
    ran = process(
        root,
        COMP_WORDS=" ".join(["journal", *words]),
        COMP_CWORD=str(len(words)),
        _JOURNAL_COMPLETE="bash_complete",
    )
    assert (ran.status, ran.err) == (0, "")
    return [line.partition(",")[2] for line in ran.out.split()]


def test_commands_are_offered(journal: Writer) -> None:
    assert complete(journal.root, "n") == ["new", "next"]


def test_options_of_a_command_are_offered(journal: Writer) -> None:
    assert complete(journal.root, "log", "x", "--fo") == ["--followup"]


@pytest.mark.parametrize("word", ["am", "oko", "PRO", "amara-o"])
def test_people_are_offered_by_any_word_of_a_name(journal: Writer, word: str) -> None:
    assert complete(journal.root, "log", word) == ["amara-okoye"]


def test_people_are_offered_without_accents(journal: Writer) -> None:
    assert complete(journal.root, "next", "dvor") == ["klara-dvorakova"]


def test_what_can_be_told_is_offered_for_about(journal: Writer) -> None:
    assert complete(journal.root, "log", "amara", "--about", "pri") == ["2026-06-01-prize"]


def test_the_words_of_a_key_are_offered(journal: Writer) -> None:
    assert complete(journal.root, "log", "amara", "--channel", "e") == ["email", "event"]


def test_without_a_journal_nothing_is_offered_and_nothing_said(tmp_path: Path) -> None:
    assert complete(tmp_path, "log", "am") == []


def test_another_root_is_completed_from(journal: Writer) -> None:
    assert complete(Path("/"), "-C", str(journal.root), "log", "am") == ["amara-okoye"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_takes_the_script() -> None:
    script = process(Path("/"), _JOURNAL_COMPLETE="bash_source").out
    done = subprocess.run(
        ["bash", "-c", f"{script}\ncomplete -p journal"],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "_journal_completion" in done.stdout
