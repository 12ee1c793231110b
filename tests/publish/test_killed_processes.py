"""A large build makes copies of itself; whichever of them is killed, the site is a whole one."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.killed_command import COPY, Builder, Moment, builder, files_below

FORK = "os.fork copies"
PAGE = "open .site.staging/a page"

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        sys.platform != "linux",
        reason="processes are only copied on Linux",
    ),
]


@pytest.fixture
def large(tmp_path: Path) -> Iterator[tuple[Path, Builder]]:
    """A journal whose pages are enough to be shared out, built and then changed."""
    root = tmp_path / "journal"
    (root / "content/mentors").mkdir(parents=True)
    for number in range(25):
        _write(root, number, "The old one.")
    with builder(root) as build:
        assert build.build().status == 0
        _write(root, 7, "The new one.")
        yield root, build


def _write(root: Path, number: int, text: str) -> None:
    path = root / f"content/mentors/m{number}.md"
    path.write_text(f"---\nsince: 2015\n---\n{text} Ask [[m{number // 2}]].\n")
    os.utime(path, (1_780_000_000 + len(text), 1_780_000_000))


def _pages(root: Path) -> dict[str, bytes]:
    found = files_below(root / "site")
    return {path: data for path, data in found.items() if path.endswith(".html")}


def test_killed_while_copies_of_it_are_at_work_a_build_leaves_the_old_site(
    large: tuple[Path, Builder],
) -> None:
    root, build = large
    old = _pages(root)
    for moment in (Moment(FORK), Moment(PAGE), Moment(PAGE, 30), Moment("ctypes.dlsym syncfs")):
        ended = build.build(moment)
        assert (ended.status, ended.is_over) == (-9, True), moment
        assert _pages(root) == old, moment
    assert build.build().status == 0
    assert b"The new one" in _pages(root)["people/m7/index.html"]
    assert [path.name for path in root.glob(".site*")] == []


@pytest.mark.parametrize("milliseconds", [0, 3, 30])
def test_a_copy_that_is_killed_costs_no_page(
    large: tuple[Path, Builder], milliseconds: int
) -> None:
    root, build = large
    assert build.build(Moment(COPY, milliseconds)).status == 0
    made = _pages(root)
    (root / "site/index.html").unlink()
    assert FORK in build.build().moments
    assert _pages(root) == made
    assert len(made) > 60
