"""The new site takes the old one's place in one step, or in two where the system has no other."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import NotPublished
from journal.publish import publish, published_id
from journal.publish.publication import publish_by
from journal.publish.swap import renameat2
from journal.publish.target import SiteFolder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "journal"
    (root / "content").mkdir(parents=True)
    files = [("people/index.html", b"old")]
    publish(root / "site", files, root=root, content=root / "content", build_id="old")
    return root


def lacking(number: int) -> Callable[[Path, Path], None]:
    def exchange(_one: Path, _other: Path) -> None:
        raise OSError(number, os.strerror(number))

    return exchange


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL])
def test_without_an_exchange_two_renames_do(root: Path, number: int) -> None:
    place = SiteFolder.of(root / "site", root, root / "content")
    publish_by(lacking(number), place, [("index.html", b"new")], "new")
    assert published_id(root / "site", root) == "new"
    assert list(root.glob(".site.*")) == []


def test_an_exchange_that_fails_leaves_the_old_site(root: Path) -> None:
    place = SiteFolder.of(root / "site", root, root / "content")
    with pytest.raises(NotPublished, match="Input/output error"):
        publish_by(lacking(errno.EIO), place, [("index.html", b"new")], "new")
    assert published_id(root / "site", root) == "old"
    assert list(root.glob(".site.*")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is Linux's")
def test_the_exchange_of_linux_swaps_two_folders_in_one_step(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    renameat2(tmp_path / "one", tmp_path / "other")
    assert [p.name for p in (tmp_path / "one").iterdir()] == ["other"]
    with pytest.raises(FileNotFoundError):
        renameat2(tmp_path / "one", tmp_path / "none")
