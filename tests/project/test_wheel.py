"""The wheel carries what runs, and nothing that git does not know."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import journal
from tests.support.paths import REPO

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone that has stray files lying in it, and one that git is told to overlook."""
    clone = tmp_path_factory.mktemp("cloned") / "clone"
    subprocess.run(["git", "clone", "-q", str(REPO), str(clone)], check=True)
    (clone / "journal" / "stray.py").write_text("never added\n")
    (clone / "templates" / "stray.html").write_text("never added\n")
    (clone / "journal" / "__pycache__").mkdir()
    (clone / "journal" / "__pycache__" / "stray.pyc").write_text("never added\n")
    return clone


def built(clone: Path, folder: Path, **env: str) -> Path:
    """Build a wheel as `pip install .` does, with more in its environment."""
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "-w", str(folder), str(clone)], check=True, env={**os.environ, **env})
    (found,) = folder.glob("*.whl")
    return found


def inside(wheel: Path) -> set[str]:
    """The files of the package in a wheel."""
    return {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}


@pytest.fixture(scope="module")
def wheel(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of that clone."""
    return built(clone, tmp_path_factory.mktemp("wheel"))


def test_the_wheel_has_only_what_git_knows(wheel: Path) -> None:
    listed = subprocess.run(
        ["git", "-C", str(REPO), "ls-tree", "-r", "--name-only", "HEAD", "journal", "templates"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    known = {
        f"journal/{name}" if name.startswith("templates/") else name for name in listed if name
    }
    assert inside(wheel) == known


@pytest.mark.parametrize("git", ["not installed", "of another owner"])
def test_a_wheel_is_built_where_git_cannot_be_asked(clone: Path, tmp_path: Path, git: str) -> None:
    """Then it has what git does not know, but nothing that it is told to overlook."""
    unasked = {
        "not installed": {"PATH": str(tmp_path)},
        "of another owner": {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"},
    }
    found = inside(built(clone, tmp_path, **unasked[git]))
    assert "journal/stray.py" in found
    assert "journal/templates/base.html" in found
    assert "journal/__pycache__/stray.pyc" not in found


def test_the_wheel_carries_the_templates_and_the_version(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "journal/templates/base.html" in names
    assert "journal/templates/static/journal.css" in names
    assert wheel.name.startswith(f"mentoring_journal-{journal.__version__}-")


def test_the_wheel_builds_a_site_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    run = [sys.executable, "-P", "-c", "import sys; from journal.cli import main; main()"]
    where = {"cwd": tmp_path, "env": {"PYTHONPATH": str(installed), "PATH": "/usr/bin:/bin"}}
    subprocess.run([*run, "init", "mine"], check=True, capture_output=True, **where)  # type: ignore[call-overload]
    subprocess.run([*run, "-C", "mine", "build"], check=True, capture_output=True, **where)  # type: ignore[call-overload]
    page = (tmp_path / "mine" / "site" / "index.html").read_text(encoding="utf-8")
    assert "static/journal.css" in page
