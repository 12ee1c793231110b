"""A note is changed only as it was read, whole or not at all, and the last change comes back."""

import os
import stat
from pathlib import Path

import pytest

from journal.account import Seal
from journal.errors import NotWritten, Refused
from journal.file_names import CACHE_FOLDER
from journal.writing.changed_lines import LineChange, changed_lines
from journal.writing.last_change import change_notes, undo
from journal.writing.note_change import NoteChange, apply_changes, read_note, reverse
from tests.support.journal import Writer

AMARA = "content/mentors/amara.md"
BO = "content/mentors/bo.md"
ZOE, NEWS = "content/people/Zoë.md", "content/news/x.md"
OLD, NEW = b"---\nsince: 2015\n---\r\nHi", b"---\nsince: 2016\n---\r\nHi"


@pytest.fixture
def root(notes: Writer) -> Path:
    return notes.write({"mentors/amara": OLD, "mentors/bo": OLD}).root


def files(root: Path) -> dict[str, bytes]:
    below = root / "content"
    return {str(p.relative_to(root)): p.read_bytes() for p in below.rglob("*") if p.is_file()}


CHANGES = {
    "one line": (NoteChange(AMARA, OLD, NEW),),
    "two notes": (NoteChange(AMARA, OLD, NEW), NoteChange(BO, OLD, NEW)),
    "another name": (NoteChange(AMARA, OLD, OLD, "content/mentors/zoe.md"),),
    "name and text": (NoteChange(AMARA, OLD, NEW, ZOE), NoteChange(BO, OLD, NEW)),
    "another case": (NoteChange(AMARA, OLD, NEW, "content/mentors/Amara.md"),),
    "a new note": (NoteChange("content/touchpoints/2026/2026-06-15 Call.md", None, b"Hi\r\n"),),
    "a new note, and a line": (NoteChange(NEWS, None, b""), NoteChange(BO, OLD, NEW)),
    "a note gone": (NoteChange(BO, OLD, None),),
}  # fmt: skip


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_and_undo_give_the_same_bytes(root: Path, changes: tuple[NoteChange, ...]) -> None:
    (root / "content/people").mkdir()
    before = files(root)
    change_notes(root, changes)
    for change in changes:
        if change.after is not None:
            assert files(root)[change.new_path] == change.after
    assert files(root) != before
    undo(root)
    assert files(root) == before


def test_the_mode_of_a_note_stays(root: Path) -> None:
    (root / AMARA).chmod(0o640)
    change_notes(root, CHANGES["one line"])
    assert stat.S_IMODE((root / AMARA).stat().st_mode) == 0o640
    assert stat.S_IMODE((root / CACHE_FOLDER / "undo").stat().st_mode) == 0o600
    assert sorted(os.listdir(root / "content/mentors")) == ["amara.md", "bo.md"]


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES.keys())
def test_where_one_note_has_changed_nothing_is_written(
    root: Path, changes: tuple[NoteChange, ...]
) -> None:
    (root / "content/people").mkdir()
    (root / changes[-1].path).parent.mkdir(parents=True, exist_ok=True)
    (root / changes[-1].path).write_bytes(b"somebody else's")
    before = files(root)
    with pytest.raises(Refused):
        change_notes(root, changes)
    assert files(root) == before
    with pytest.raises(Refused, match="no change"):
        undo(root)


def test_a_name_that_is_taken_is_not_overwritten(root: Path) -> None:
    for name in ("bo", "BO"):
        with pytest.raises(Refused, match="is there already"):
            change_notes(root, [NoteChange(AMARA, OLD, OLD, f"content/mentors/{name}.md")])
    assert files(root) == {AMARA: OLD, BO: OLD}


@pytest.mark.parametrize("where", ["note", "folder", "content"])
def test_no_link_is_followed(root: Path, tmp_path: Path, where: str) -> None:
    linked = {"note": AMARA, "folder": "content/mentors", "content": "content"}[where]
    (root / linked).rename(tmp_path / "elsewhere")
    (root / linked).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refused):
        read_note(root, AMARA)
    with pytest.raises(Refused):
        change_notes(root, CHANGES["one line"])
    assert (root / AMARA).read_bytes() == OLD


@pytest.mark.parametrize("kind", ["pipe", "folder", "nothing"])
def test_what_is_no_plain_note_is_not_opened(root: Path, kind: str) -> None:
    (root / AMARA).unlink()
    if kind == "pipe":
        os.mkfifo(root / AMARA)
    elif kind == "folder":
        (root / AMARA).mkdir()
    with pytest.raises(Refused):
        read_note(root, AMARA)


def test_a_note_that_is_read_only_stays(root: Path) -> None:
    (root / BO).chmod(0o400)
    with pytest.raises(NotWritten, match="read-only"):
        change_notes(root, CHANGES["two notes"])
    assert files(root) == {AMARA: OLD, BO: OLD}


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("done", [0, 1])
def test_what_was_done_before_a_kill_can_be_taken_back(
    root: Path, changes: tuple[NoteChange, ...], done: int
) -> None:
    (root / "content/people").mkdir()
    before = files(root)
    change_notes(root, changes)
    apply_changes(root, [reverse(change) for change in changes[done:]])  # as if not yet made
    undo(root)
    assert files(root) == before


def test_between_the_text_and_the_name_it_can_be_taken_back_too(root: Path) -> None:
    change_notes(root, [NoteChange(AMARA, OLD, NEW, "content/mentors/zoe.md")])
    (root / "content/mentors/zoe.md").rename(root / AMARA)
    undo(root)
    assert files(root) == {AMARA: OLD, BO: OLD}


def test_only_the_last_change_comes_back_and_once(root: Path) -> None:
    change_notes(root, [NoteChange(AMARA, OLD, NEW)])
    change_notes(root, [NoteChange(BO, OLD, NEW)])
    undo(root)
    assert files(root) == {AMARA: NEW, BO: OLD}
    with pytest.raises(Refused, match="was taken back already"):
        undo(root)


def test_what_somebody_else_has_written_since_is_not_taken_back(root: Path) -> None:
    change_notes(root, CHANGES["two notes"])
    (root / BO).write_bytes(b"mine")
    with pytest.raises(Refused, match="has changed since"):
        undo(root)
    assert files(root) == {AMARA: NEW, BO: b"mine"}


def test_a_trial_changes_nothing(root: Path) -> None:
    change_notes(root, CHANGES["two notes"])
    assert undo(root, dry_run=True) == (NoteChange(BO, NEW, OLD), NoteChange(AMARA, NEW, OLD))
    assert files(root) == {AMARA: NEW, BO: NEW}


def test_a_record_that_somebody_else_made_is_not_believed(root: Path) -> None:
    change_notes(root, CHANGES["one line"])
    record = root / CACHE_FOLDER / "undo"
    packed = record.read_bytes()[16:]
    for raw in (b"", b"x", b"x" * 16 + packed, Seal(b"k" * 32).of(packed) + packed):
        record.write_bytes(raw)
        with pytest.raises(Refused, match="no change"):
            undo(root)
    assert files(root)[AMARA] == NEW


def test_without_a_folder_for_the_record_the_change_stands(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (root / CACHE_FOLDER).symlink_to(tmp_path / "elsewhere")
    change_notes(root, CHANGES["one line"])
    assert files(root)[AMARA] == NEW
    assert os.listdir(tmp_path / "elsewhere") == []


def test_what_changed_is_told_by_line() -> None:
    before, after = b"\xef\xbb\xbfa\r\nb\r\nc\r\nd", b"\xef\xbb\xbfa\r\nB\r\nc\r\nd\r\ne"
    assert changed_lines(NoteChange("x", before, after)) == [
        LineChange(2, ("b",), ("B",)),
        LineChange(5, (), ("e",)),
    ]
    assert changed_lines(NoteChange("x", b"a\nb\n", b"b\n")) == [LineChange(1, ("a",), ())]
    assert changed_lines(NoteChange("x", None, b"a\n")) == [LineChange(1, (), ("a",))]
