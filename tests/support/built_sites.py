"""Sites built by the real command, and their pages."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import REPO

DAY = "2026-11-20"


def copy_sample(root: Path) -> Path:
    """Copy the sample journal to a folder of its own, and return that."""
    shutil.copytree(REPO / "content", root / "content")
    shutil.copy(REPO / "journal.toml", root)
    return root


def build(root: Path) -> Path:
    """Build the site of a journal as of `DAY` by the command, and return its folder."""
    command = [sys.executable, "-m", "journal", "-C", str(root), "build", "--today", DAY]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=REPO)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return root / "site"


def build_sample(root: Path) -> Path:
    """Build the sample journal in a folder of its own."""
    return build(copy_sample(root))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal's site."""
    return build_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a generated journal with 2,000 touchpoints."""
    root = tmp_path_factory.mktemp("generated")
    script = [sys.executable, str(REPO / "benchmarks" / "generate.py"), str(root), "--size", "2000"]
    subprocess.run(script, check=True, capture_output=True)
    return build(root)


def pages(site: Path) -> list[Path]:
    """Return every page of a site."""
    return sorted(site.rglob("*.html"))


def kinds(site: Path) -> list[Path]:
    """Return one page of each kind: the largest of those that lie in one folder."""
    found: dict[str, Path] = {}
    for path in sorted(pages(site), key=lambda path: path.stat().st_size):
        place = path.relative_to(site).parts
        found["/".join((place[0], *("*" for _ in place[2:]), *place[3:-1]))] = path
    assert "index.html" in found
    return sorted(found.values())
