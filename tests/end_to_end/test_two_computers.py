"""A journal on two computers, on which contacts of one day are written down: git joins them."""

import os
import subprocess
from pathlib import Path

import pytest

from journal.errors import Exit
from tests.support.command import run
from tests.support.journal import Writer

pytestmark = pytest.mark.slow

CONFIG = '[user]\nname = "Noor Haddad"\nemail = noor@example.org\n[pull]\nrebase = false\n'


@pytest.fixture(autouse=True)
def git_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git know one person only."""
    (tmp_path / "gitconfig").write_text(CONFIG)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def git(root: Path, *words: str) -> None:
    """Have git do something, as its person would."""
    subprocess.run(["git", "-C", os.fspath(root), *words], check=True, capture_output=True)


def log(root: Path, *args: str) -> None:
    """Log a contact, and commit it."""
    assert run(root, "log", "amara", *args).status == Exit.FINE
    git(root, "add", "content")
    git(root, "commit", "-m", "a contact")


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (["-m", "Told her of the grant."], ["-m", "Told her that the paper is out."]),
        (["--question", "Which bridge?"], ["--question", "Which boat?"]),
        (["--about", "prize"], ["--about", "paper"]),
        (["--title", "Weekly", "-m", "From the laptop."], ["--title", "Weekly", "-m", "At work."]),
        (["-m", "The very same."], ["-m", "The very same."]),
    ],
)
def test_contacts_of_one_day_are_joined_without_a_conflict(
    tmp_path: Path, here: list[str], there: list[str]
) -> None:
    laptop, office = tmp_path / "laptop", tmp_path / "office"
    laptop.mkdir()
    notes = Writer(laptop).write(
        {
            ".gitignore": "/site/\n/.journal-cache/\n",
            "mentors/amara": "---\ntitle: Amara Okoye\nprefers: email\n---\n",
            "news/2026-06-01-prize": "---\ntitle: A prize\n---\n",
            "news/2026-06-02-paper": "---\ntitle: A paper\n---\n",
        }
    )
    git(laptop, "init", "-q", "-b", "main")
    git(laptop, "add", ".")
    git(laptop, "commit", "-m", "First")
    git(tmp_path, "clone", "-q", str(laptop), str(office))
    log(laptop, *here)
    log(office, *there)
    git(laptop, "pull", "-q", str(office), "main")
    assert len(notes.journal().touchpoints) == (1 if here == there else 2)
