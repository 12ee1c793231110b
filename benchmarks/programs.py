"""The programs whose servers are measured, and where they are."""

import shutil
import subprocess
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from benchmarks.hugo_site import MISSING, find_hugo, hugo_version
from benchmarks.servers import HugoServer, JournalServer, MkdocsServer, Server

MKDOCS_VENV = Path(".bench/mkdocs")
MKDOCS_MISSING = f"""\
MkDocs was not found. To have it for the benchmarks alone:

    python -m venv {MKDOCS_VENV}
    {MKDOCS_VENV}/bin/pip install mkdocs==1.6.1

Or leave it out with --only journal,hugo.
"""


class Missing(Exception):
    """A program that is not there, and how one gets it."""


class Programs(NamedTuple):
    """What is measured; None is left out."""

    journal: Path | None
    """The interpreter that runs it."""
    hugo: Path | None
    mkdocs: Path | None

    def servers(self, journal: Path) -> list[Server]:
        """Return the servers, each over a copy of the notes of `journal` but its own."""
        beside = journal.parent / f"{journal.name}-others"
        found: list[Server] = []
        if self.hugo:
            found.append(HugoServer(self.hugo, beside / "hugo", journal))
        if self.mkdocs:
            found.append(MkdocsServer(self.mkdocs, beside / "mkdocs", journal))
            found.append(MkdocsServer(self.mkdocs, beside / "dirty", journal, dirty=True))
        return [*([JournalServer(self.journal, journal)] if self.journal else []), *found]

    def versions(self) -> dict[str, str]:
        """Return which versions the others have."""
        found = {"hugo": hugo_version(self.hugo)} if self.hugo else {}
        if self.mkdocs:
            said = subprocess.check_output([self.mkdocs, "--version"], text=True)
            found["mkdocs"] = said.split()[2]
        return found


def find_programs(repository: Path, python: Path, names: Collection[str]) -> Programs:
    """Return those of journal, hugo and mkdocs that are in `names`. Raise Missing."""
    hugo, mkdocs = find_hugo(repository, None), _find_mkdocs(repository)
    if "hugo" in names and hugo is None:
        raise Missing(MISSING)
    if "mkdocs" in names and mkdocs is None:
        raise Missing(MKDOCS_MISSING)
    wanted = zip(("journal", "hugo", "mkdocs"), (python, hugo, mkdocs), strict=True)
    return Programs(*(program if name in names else None for name, program in wanted))


def _find_mkdocs(repository: Path) -> Path | None:
    own = repository / MKDOCS_VENV / "bin" / "mkdocs"
    found = shutil.which("mkdocs")
    return own if own.is_file() else Path(found) if found else None
