"""A marker of somebody else's says nothing of what may be deleted."""

import json
import shutil
from pathlib import Path

import pytest

from journal.errors import Exit
from journal.publish import published_id
from journal.publish.marker import MARKER
from tests.support.clean_journal import bytes_of
from tests.support.command import run
from tests.support.journal import Writer

FINE = "---\nsince: 2015\nprefs_asked: 2026-01-01\nprefers: email\n---\n"
ANOTHERS = "was made by an older version, by another account, or for another journal"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A journal that was built."""
    (tmp_path / "mine").mkdir()
    Writer(tmp_path / "mine").write({"mentors/amara": FINE})
    assert run(tmp_path / "mine", "build").status == Exit.FINE
    return tmp_path / "mine"


def refused(root: Path, target: Path) -> None:
    """Build into a folder; it is refused in one sentence, and nothing in it is changed."""
    before = bytes_of(target)
    (root / "content/mentors/new.md").write_text(FINE)
    ran = run(root, "build", "--site", str(target))
    assert ran.status == Exit.NOT_RUN
    assert ANOTHERS in ran.err
    assert "delete it, then build again" in ran.err
    assert ran.err.count("\n") == 1
    assert bytes_of(target) == before


def listing(thesis: Path, **more: object) -> None:
    """Put a marker that lists a thesis beside it."""
    about = {"made by": "mentoring journal", "build_id": "x", "files": {thesis.name: 9}, **more}
    (thesis.parent / MARKER).write_text(json.dumps(about))


@pytest.mark.parametrize("seal", [None, "", "00" * 32, 5, ["x"], "ü"])
def test_a_thesis_that_a_marker_lists_stays(root: Path, tmp_path: Path, seal: object) -> None:
    (tmp_path / "papers").mkdir()
    thesis = tmp_path / "papers/thesis.txt"
    thesis.write_text("ten years")
    listing(thesis, **({} if seal is None else {"seal": seal}))
    refused(root, thesis.parent)


def test_a_true_marker_with_a_file_more_in_its_list_is_none(root: Path) -> None:
    marker = root / "site" / MARKER
    (root / "site/thesis.txt").write_text("ten years")
    about = json.loads(marker.read_bytes())
    about["files"]["thesis.txt"] = 9
    marker.write_text(json.dumps(about))
    refused(root, root / "site")


def test_the_site_of_another_journal_of_mine_is_not_replaced(root: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Writer(tmp_path / "other").write({"mentors/bo": FINE}).root
    refused(other, root / "site")


def test_a_journal_that_was_moved_says_what_to_do(root: Path, tmp_path: Path) -> None:
    root.rename(tmp_path / "moved")
    refused(tmp_path / "moved", tmp_path / "moved/site")
    shutil.rmtree(tmp_path / "moved/site")
    assert run(tmp_path / "moved", "build").status == Exit.FINE


def test_a_site_of_an_older_version_says_what_to_do(root: Path) -> None:
    marker = root / "site" / MARKER
    about = json.loads(marker.read_bytes())
    del about["seal"]
    marker.write_text(json.dumps(about))
    refused(root, root / "site")


@pytest.mark.parametrize("kind", ["staging", "old"])
@pytest.mark.parametrize("marker", [b"", b"{}", None])
def test_a_folder_named_like_what_a_killed_build_leaves_stays(
    root: Path, kind: str, marker: bytes | None
) -> None:
    left = root / f".site.{kind}-1"
    left.mkdir()
    (left / "thesis.txt").write_text("ten years")
    if marker is None:
        listing(left / "thesis.txt")
    else:
        (left / MARKER).write_bytes(marker)
    assert run(root, "build", "--clean").status == Exit.FINE
    assert (left / "thesis.txt").read_text() == "ten years"


def test_a_site_brought_along_is_not_put_back_in_the_place_of_one(root: Path) -> None:
    (root / "site").rename(root / ".site.old-1")
    listing(root / ".site.old-1/index.html")
    assert run(root, "build").status == Exit.FINE
    assert published_id(root / "site", root)
