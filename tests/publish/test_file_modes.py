"""What a build makes is for its owner alone, not only in the end, but at every step."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import environment
from tests.support.small_disk import journal_in

pytestmark = pytest.mark.long


@pytest.mark.parametrize("umask", ["000", "077"])
def test_nothing_is_ever_open_to_others_between_two_steps_of_a_build(
    tmp_path: Path, umask: str
) -> None:
    root = journal_in(tmp_path / "journal")
    for _ in ("without a site", "with one"):
        peeked = subprocess.run(
            [sys.executable, "-m", "tests.support.file_modes", str(root), umask],
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        found = json.loads(peeked.stderr)
        assert (found["status"], found["open"]) == (0, [])
        assert found["steps"] > 100
        (root / ".journal-cache/notes.sqlite").unlink()
    made = [p for name in ("site", ".journal-cache") for p in (root / name).rglob("*")]
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in made}
    assert modes == {(True, 0o700), (False, 0o600)}
