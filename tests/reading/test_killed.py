"""A command that is killed while it reads leaves no process behind."""

import sys
from pathlib import Path

import pytest

from tests.support.killed_command import Moment, builder

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        sys.platform != "linux",
        reason="processes are only copied on Linux",
    ),
]


def test_the_readers_of_a_killed_build_end_with_it(tmp_path: Path) -> None:
    (tmp_path / "content/mentors").mkdir(parents=True)
    for number in range(200):  # so many that they are read by processes of their own
        (tmp_path / f"content/mentors/m{number}.md").write_text("---\nsince: 2015\n---\n")
    with builder(tmp_path) as build:
        assert build.build().status == 0
        (tmp_path / ".journal-cache/notes.sqlite").unlink()
        ended = build.build(Moment("os.fork copies", 1))
        assert (ended.status, ended.is_over) == (-9, True)
        assert build.build().status == 0
