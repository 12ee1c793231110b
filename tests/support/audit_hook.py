"""What the program asks the system to change, as Python's own audit tells it, in every process."""

import os
from pathlib import Path

from tests.support.paths import REPO

#: Loaded by each Python that finds it on its path, and so by workers, too.
_RECORDER = """
import os, sys

_out = os.open(os.environ["JOURNAL_AUDIT"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {
    "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.chown", "os.link",
    "os.symlink", "os.truncate", "os.utime", "os.setxattr", "os.removexattr", "sqlite3.connect",
}

def _name(given):
    if isinstance(given, int):
        given = os.readlink(f"/proc/self/fd/{given}")
    return os.path.abspath(os.fsdecode(given)) if os.path.isabs(given) else os.fsdecode(given)

def _record(event, args):
    if event == "open":
        path, _, flags = args
        paths = [path] if flags & _WRITES else []
    else:
        paths = args[:2] if event in ("os.rename", "os.link") else args[:1]
        paths = paths if event in _CHANGES else []
    for path in paths:
        os.write(_out, f"{event} {_name(path)!r}\\n".encode("utf-8", "surrogateescape"))

sys.addaudithook(_record)
"""


class Audit:
    """A record of what processes with this environment change."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(_RECORDER)
        self._file = folder / "record"
        self.env = {
            "PYTHONPATH": f"{folder}{os.pathsep}{REPO}",
            "JOURNAL_AUDIT": str(self._file),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    @property
    def lines(self) -> list[str]:
        """Each change: what was done, and the path as it was given."""
        return self._file.read_text(errors="surrogateescape").splitlines()

    def outside(self, *folders: Path) -> list[str]:
        """Changes anywhere but below these folders, and but of devices and of memory."""
        absolute = [line for line in self.lines if line.partition(" ")[2].startswith("'/")]
        ours = (*(f"'{folder}/" for folder in folders), "'/dev/", "'/memfd:")
        return [line for line in absolute if not line.partition(" ")[2].startswith(ours)]

    def below(self, folder: Path) -> list[str]:
        """Changes of what lies below a folder, and those whose relative path might."""
        names = {path.name for path in folder.rglob("*")} | {folder.name}
        return [line for line in self.lines if _may_lie_in(line.partition(" ")[2], folder, names)]


def _may_lie_in(shown: str, folder: Path, names: set[str]) -> bool:
    path = Path(shown[1:-1])
    if path.is_absolute():
        return path.is_relative_to(folder)
    return path.suffix == ".md" or not names.isdisjoint(path.parts)
