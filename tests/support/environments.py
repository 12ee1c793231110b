"""Runs tests in environments of their own, below `.bench/`: all but the browser's and the longest.

python -m tests.support.environments oldest    the oldest libraries that pyproject.toml allows
python -m tests.support.environments newest    the newest Python of this machine, if newer
"""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.support.paths import REPO

PINS = REPO / "requirements" / "dev.txt"
#: There is no browser in these environments; they may keep what Python compiles.
NOT_THERE = frozenset({"JOURNAL_BROWSER_REQUIRED", "PYTHONDONTWRITEBYTECODE"})
Version = tuple[int, ...]
_ASK = (
    "import ensurepip, sys, venv; v = sys.version_info; "
    "print(*v[:3]) if v.releaselevel == 'final' else None"
)
_BOUND = re.compile(r"^([\w.-]+)>=([\w.]+)", re.MULTILINE)
_PIN = re.compile(r"^([\w.-]+)==([^\s;]+)", re.MULTILINE)


def oldest_allowed() -> dict[str, str]:
    """Return the lower bound of every library that the program needs."""
    project = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))["project"]
    return dict(_BOUND.findall("\n".join(project["dependencies"])))


def pinned() -> dict[str, str]:
    """Return the version of every library that is pinned for those who work on the program."""
    return dict(_PIN.findall(PINS.read_text("utf-8")))


def newest_python() -> tuple[Version, Path]:
    """Return version and path of the newest Python that runs and can make environments."""
    found = {_version(path): path for path in _pythons()}
    return max(found.items())


def _pythons() -> Iterator[Path]:
    yield Path(sys.executable)
    folders = [Path(folder) for folder in os.get_exec_path()]
    folders += (Path.home() / ".pyenv" / "versions").glob("*/bin")
    for folder in folders:
        yield from (path for path in folder.glob("python3.*") if path.suffix[1:].isdigit())


def _version(python: Path) -> Version:
    """Return the version of a Python, or nothing: not every file of that name is one that runs."""
    try:
        done = subprocess.run([python, "-c", _ASK], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(map(int, done.stdout.split())) if done.returncode == 0 else ()


def run_tests(name: str, python: Path, constraints: dict[str, str]) -> int:
    """Install the program with exactly these libraries, and return the exit status of its tests."""
    folder = REPO / ".bench" / name
    subprocess.run([python, "-m", "venv", "--clear", folder], check=True)
    listed = folder / "constraints.txt"
    listed.write_text("".join(f"{package}=={v}\n" for package, v in constraints.items()), "utf-8")
    inside = str(folder / "bin" / "python")
    install = [inside, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    wanted = ["--constraint", str(listed), "--editable", ".[test]"]
    subprocess.run([*install, *wanted], check=True, cwd=REPO)
    tests = ["-m", "pytest", "-q", "-n", "auto", "-m", "not (browser or long)"]
    env = {key: value for key, value in os.environ.items() if key not in NOT_THERE}
    return subprocess.run([inside, *tests], check=False, cwd=REPO, env=env).returncode


def main(which: str) -> int:
    """Run one of the two, and say which Python it is."""
    if which == "oldest":
        return run_tests(which, Path(sys.executable), pinned() | oldest_allowed())
    version, python = newest_python()
    said = ".".join(map(str, version))
    if version[:2] <= sys.version_info[:2]:
        sys.stdout.write(f"No Python here is newer than {said}: nothing more to test.\n")
        return 0
    sys.stdout.write(f"The newest Python here is {said}: {python}\n")
    return run_tests(which, python, pinned())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
