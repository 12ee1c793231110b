"""What a build does with sites that builds before it had moved aside when they were killed."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.publish import publish, published_id


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "journal"
    (root / "content").mkdir(parents=True)
    return root


def _publish(root: Path, build_id: str, files: Iterator[tuple[str, bytes]] | None = None) -> None:
    made = files or iter([("index.html", build_id.encode())])
    publish(root / "site", made, root=root, content=root / "content", build_id=build_id)


def _move_aside(root: Path, name: str, day: int) -> None:
    """Move the site aside, last written on a day, as a build does between its two renames."""
    (root / "site").rename(root / name)
    os.utime(root / name, (day * 86_400, day * 86_400))


def _failing() -> Iterator[tuple[str, bytes]]:
    yield "index.html", b"%d" % (1 // 0)


@pytest.mark.parametrize(("older", "newer"), [("a", "b"), ("b", "a")])
def test_of_two_sites_moved_aside_the_newer_one_is_put_back(
    root: Path, older: str, newer: str
) -> None:
    _publish(root, "older")
    _move_aside(root, "elsewhere", 10_000)
    _publish(root, "newer")
    _move_aside(root, f".site.old-{newer}", 20_000)
    (root / "elsewhere").rename(root / f".site.old-{older}")
    with pytest.raises(ZeroDivisionError):
        _publish(root, "never", _failing())
    assert published_id(root / "site", root) == "newer"
    assert list(root.glob(".site.*")) == []
