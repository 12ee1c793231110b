"""The whole command on a disk that is full, read-only or another's: one line, and the old site."""

from pathlib import Path

import pytest

from journal.errors import Exit
from tests.support.publication import ordinary
from tests.support.small_disk import Tried, journal_in, on_a_disk

pytestmark = pytest.mark.long

FULL = "“site” could not be written: the disk is full: free some space, then build again."
READ_ONLY = "could not be written: the disk is read-only: build into a folder that can be written."


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return journal_in(tmp_path / "kept")


def refused(came: dict[str, object]) -> str:
    """Return what was said by a build that was refused; nothing may have changed."""
    said = str(came.pop("said"))
    assert came == {"status": Exit.NOT_RUN, "is_old": True, "notes": True, "beside": []}
    assert said.startswith("journal: ")
    assert said.count("\n") == 1
    return said


def test_a_disk_that_fills_up_at_any_point_is_one_line_and_the_old_site(
    kept: Path, tmp_path: Path
) -> None:
    rooms = (0, 8, 24, 60, 120, 200, 300)
    said = [refused(came) for came in on_a_disk(tmp_path / "disk", kept, 3000, "filled", *rooms)]
    assert len(said) == len(rooms)
    assert all("the disk is full: free some space" in each for each in said), said
    assert FULL in said[-1]


def test_with_room_again_the_build_that_was_refused_is_made(kept: Path, tmp_path: Path) -> None:
    first, second = on_a_disk(tmp_path / "disk", kept, 4000, "filled", 100, 1500)
    assert refused(first)
    assert (second["status"], second["is_old"], second["beside"]) == (Exit.FINE, False, [])


@pytest.mark.parametrize(
    ("how", "what"), [("sealed", "“site” is read-only"), ("beside", f"“disk/site” {READ_ONLY}")]
)
def test_a_read_only_disk_is_one_line_and_the_old_site(
    kept: Path, tmp_path: Path, how: str, what: str
) -> None:
    (came,) = on_a_disk(tmp_path / "disk", kept, 3000, how)
    assert what in refused(came)


@pytest.mark.parametrize(
    ("sealed", "mode", "said"),
    [
        (".", 0o500, "“site” could not be written: you may not write there"),
        ("site", 0o500, "“site” is read-only"),
    ],
)
def test_a_journal_that_may_not_be_written_is_one_line_and_the_old_site(
    kept: Path, sealed: str, mode: int, said: str
) -> None:
    tried = Tried(kept)
    (kept / sealed).chmod(mode)
    try:
        assert said in refused(tried.build(before=ordinary()))
    finally:
        (kept / sealed).chmod(0o700)
