"""What others could have read while a build was at work: looked for at every step of it.

`python -m tests.support.file_modes ROOT UMASK` tells in a line of JSON how the build ended, how
many steps it took, and what was open to group or world between any two of them.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from journal.cli import main
from tests.support.killed_command import Moments

_MAKING = frozenset({"open", "os.mkdir", "os.rename", "os.chmod", "sql"})
_MADE = ("site", ".site", ".journal-cache")


class ModeWatcher(Moments):
    """Looks at everything that a build has made whenever it is about to make more."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, None)
        self.steps = 0
        self.open: set[str] = set()
        self._is_looking = self._has_made = False

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        """Be told of an event of the interpreter."""
        if not self._is_looking:
            super().__call__(event, args)

    def at(self, event: str, place: str) -> None:
        """Look before the next step, if the last one may have made something."""
        if self._has_made:
            self._is_looking = True
            self.steps += 1
            self.open |= {str(path) for path in self._made() if path.lstat().st_mode & 0o077}
            self._is_looking = False
        self._has_made = event in _MAKING

    def _made(self) -> Iterator[Path]:
        for path in Path(self.root).iterdir():
            if path.name.startswith(_MADE):
                yield path
                yield from path.rglob("*")


if __name__ == "__main__":
    root, umask = sys.argv[1:]
    os.umask(int(umask, 8))
    watcher = ModeWatcher(Path(root))
    sys.addaudithook(watcher)
    status = main(["-C", root, "build"])
    watcher.at("the", "end")
    answer = {"status": status, "steps": watcher.steps, "open": sorted(watcher.open)}
    sys.stderr.write(json.dumps(answer))
