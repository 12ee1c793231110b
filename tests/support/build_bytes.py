"""Whether two builds of a journal give the same bytes."""

import shutil
import subprocess
from pathlib import Path

from tests.support.command import command, environment
from tests.support.killed_command import files_below


def built(root: Path, hash_seed: str, before: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Build a journal under a hash seed, and return every file of its site."""
    site = root.parent / "site"
    said = subprocess.run(
        [*before, *command("build", "--clean", "--site", str(site))],
        cwd=root,
        env=environment(PYTHONHASHSEED=hash_seed),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    ).stdout
    assert "Built in" in said
    found = files_below(site)
    shutil.rmtree(site)
    return found


def differing(found: dict[str, bytes], meant: dict[str, bytes]) -> list[str]:
    """Return the paths of what is not the same in both."""
    return [path for path in {**found, **meant} if found.get(path) != meant.get(path)]
