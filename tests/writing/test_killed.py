"""A note is there whole or not at all, at whatever step the command that writes it is killed."""

import re
import time
from pathlib import Path

import pytest

from tests.support.command import run
from tests.support.journal import Writer
from tests.support.killed_command import Moment, builder

pytestmark = pytest.mark.long

TEXT = "Told her. " * 3000
LINK = "os.link in an open folder"
COMMANDS = {
    "log": ("log", "amara", "--channel", "email", "--again", "-m", TEXT),
    "new": ("new", "news", "The paper is out", "--set", f"link=https://example.org/{'x' * 3000}"),
}


def whole_notes(root: Path) -> list[str]:
    """Return every note but that of the person, by what it holds; others are passed over."""
    found = [path for path in (root / "content").rglob("*.md") if path.stem != "amara"]
    assert all(path.stat().st_mode & 0o077 == 0 for path in found)
    return [re.sub(r"\d\d:\d\d", "", path.read_text()) for path in sorted(found)]


def remember_all(root: Path) -> None:
    """Have all notes in the cache, so that every run opens the same files."""
    time.sleep(0.06)  # what was saved this moment is read again
    run(root, "next")


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_killed_at_any_step_a_note_is_whole_or_not_there(
    notes: Writer, command: tuple[str, ...]
) -> None:
    notes.write({"mentors/amara": "---\nsince: 2015\nprefers: email\n---\n"})
    with builder(notes.root, *command) as writer:
        writer.build()
        remember_all(notes.root)
        moments = writer.build().moments
        whole = whole_notes(notes.root)[0]
        assert LINK in moments
        for number, what in enumerate(moments):
            before = whole_notes(notes.root)
            remember_all(notes.root)
            assert writer.build(Moment(what, moments[:number].count(what))).status == -9, what
            added = number > moments.index(LINK)
            assert whole_notes(notes.root) == [*before, whole][: len(before) + added], what
    assert "error" not in run(notes.root, "check").out
