"""A note is there whole or not at all, at whatever step the command that writes it is killed.

A change of notes is there, or not, in each of them, and can be taken back.
"""

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


PLAN = "---\npeople: amara\nchannel: call\nstate: planned\n---\n- [ ] send the plots\n"
NOTES = {
    "content/mentors/amara.md": "---\nsince: 2015\n---\n",
    "content/touchpoints/2026-06-30 Call.md": PLAN,
    "content/touchpoints/2026-05-01 Letter.md": PLAN.replace(
        "people", "about: 2026-06-30 Call\npeople"
    ),
}
_WRITING = 60  # last moments; before them, notes are only read
CHANGES = {
    "snooze": ("snooze", "amara", "2 weeks"),
    "done": ("done", "content/touchpoints/2026-06-30 Call.md:6"),
    "move": ("move", "2026-06-30 Call", "2027-07-01"),
}


def notes_in(root: Path) -> dict[str, str]:
    found = (root / "content").rglob("*.md")
    return {path.relative_to(root).as_posix(): path.read_text() for path in found}


def as_before(root: Path) -> None:
    """Put the notes back by hand, and forget the change."""
    for name in notes_in(root):
        (root / name).unlink()
    for name, text in NOTES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    (root / ".journal-cache/undo").unlink(missing_ok=True)


@pytest.mark.parametrize("command", CHANGES.values(), ids=CHANGES.keys())
def test_killed_at_any_step_each_note_is_old_or_new_and_the_change_is_taken_back(
    notes: Writer, command: tuple[str, ...]
) -> None:
    as_before(notes.root)
    with builder(notes.root, *command) as changer:
        changer.build()  # when it answers, it has run, and loaded everything
        as_before(notes.root)
        moments = changer.build().moments
        after = notes_in(notes.root)
        assert after != NOTES
        whole = {*NOTES.values(), *after.values()}
        seen = set()
        for number, what in [*enumerate(moments)][-_WRITING:]:
            as_before(notes.root)
            changer.build(Moment(what, moments[:number].count(what)))
            now = notes_in(notes.root)
            assert len(now) == len(NOTES), what
            assert whole.issuperset(now.values()), what
            seen.add(tuple(sorted(now.items())))
            undone = run(notes.root, "undo")
            assert undone.status == 0 or "no change" in undone.err, undone.err
            assert notes_in(notes.root) == NOTES, what
        assert len(seen) >= ("move" in command) + 1
