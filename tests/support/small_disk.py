"""A journal on a disk of its own, of so many kilobytes, that is filled, sealed or taken away.

`python -m tests.support.small_disk FOLDER KEPT HOW…` is run in namespaces of its own, with a disk
of memory mounted on FOLDER: it copies the journal KEPT there, builds it, edits it, does to the disk
what is asked for, and tells in a line of JSON what came of each next build.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support.command import command, environment, process
from tests.support.killed_command import files_below
from tests.support.publication import apart

_BLOCK = 4096


def on_a_disk(folder: Path, kept: Path, kilobytes: int, *how: object) -> list[dict[str, Any]]:
    """Return what came of the builds on a disk of that size."""
    folder.mkdir()
    mount = f'mount -t tmpfs -o size={kilobytes}k none "$0" && exec "$@"'
    inside = [
        sys.executable,
        "-m",
        "tests.support.small_disk",
        str(folder),
        str(kept),
        *map(str, how),
    ]
    done = subprocess.run(
        [*apart("-Urm"), "sh", "-c", mount, str(folder), *inside],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def journal_in(root: Path, notes: int = 6) -> Path:
    """Write a small journal, without an error or a warning."""
    (root / "content/mentors").mkdir(parents=True)
    for number in range(notes):
        _write(root, number, "The old one.")
    return root


def _write(root: Path, number: int, text: str) -> None:
    note = f"---\nsince: 2015\nprefs_asked: 2026-01-01\n---\n{text}\n"
    (root / f"content/mentors/m{number}.md").write_text(note)


class Tried:
    """A journal that was built, then edited."""

    def __init__(self, root: Path) -> None:
        self.root = root
        assert process(root, "build").status == 0
        self.old = files_below(root / "site")
        for number in range(6):
            _write(root, number, "The new one. " * 400)
        self.notes = files_below(root / "content")

    def build(self, *args: str, before: tuple[str, ...] = ()) -> dict[str, Any]:
        """Build, and tell what came of it."""
        ran = subprocess.run(
            [*before, *command("build", *args)],
            cwd=self.root,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        return {
            "status": ran.returncode,
            "said": ran.stderr,
            "is_old": files_below(self.root / "site") == self.old,
            "notes": files_below(self.root / "content") == self.notes,
            "beside": sorted(path.name for path in self.root.glob(".site*")),
        }


def _fill(root: Path, kilobytes: int) -> None:
    """Fill the disk but for so many kilobytes, or make room for them."""
    with (root / "film.mp4").open("ab", buffering=0) as film:
        try:
            while film.write(bytes(_BLOCK)):
                pass
        except OSError:
            pass
        film.truncate(film.tell() - kilobytes * 1024)


def _filled(tried: Tried, *rooms: str) -> list[dict[str, Any]]:
    found = []
    for room in rooms:
        _fill(tried.root, int(room))
        found.append(tried.build("--clean"))
    return found


def _sealed(tried: Tried) -> list[dict[str, Any]]:
    subprocess.run(["mount", "-o", "remount,ro", str(tried.root)], check=True)
    return [tried.build()]


def _beside(tried: Tried) -> list[dict[str, Any]]:
    """Build onto a read-only disk from a folder that can be written."""
    target = tried.root / "disk"
    target.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "none", str(target)], check=True)
    return [tried.build("--site", str(target / "site"))]


_WAYS: dict[str, Callable[..., list[dict[str, Any]]]] = {
    "filled": _filled,
    "sealed": _sealed,
    "beside": _beside,
}


if __name__ == "__main__":
    folder, kept, how, *more = sys.argv[1:]
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    sys.stdout.write(json.dumps(_WAYS[how](Tried(Path(folder)), *more)))
