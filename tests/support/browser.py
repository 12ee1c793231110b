"""Sites built by the real command, their pages, and what a browser is told and says."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # what needs no browser runs without Playwright
    from playwright.sync_api import Page

CHROMIUM = shutil.which("chromium")
REPO = Path(__file__).parents[2]
WEB = REPO / "tests" / "web" / "node_modules"
#: Where this is set, a test that cannot run fails.
REQUIRED = bool(os.environ.get("JOURNAL_BROWSER_REQUIRED"))
DAY = "2026-11-20"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no page reaches anybody else
]


def needs_browser() -> list[pytest.MarkDecorator]:
    """Return the marks of a test module that needs a browser."""
    if CHROMIUM or REQUIRED:
        return [pytest.mark.browser]
    return [pytest.mark.browser, pytest.mark.skip(reason="no chromium: apt-get install chromium")]


def needs_web_tools() -> list[pytest.MarkDecorator]:
    """Return the marks of a test module that needs what `npm ci` puts into tests/web."""
    if WEB.is_dir() or REQUIRED:
        return []
    return [pytest.mark.skip(reason="no tools in tests/web: install Node.js, then make test")]


def build(root: Path) -> Path:
    """Build the site of a journal as of `DAY` by the command, and return its folder."""
    command = [sys.executable, "-m", "journal", "-C", str(root), "build", "--today", DAY]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=REPO)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return root / "site"


def build_sample(root: Path) -> Path:
    """Build the sample journal in a folder of its own."""
    shutil.copytree(REPO / "content", root / "content")
    shutil.copy(REPO / "journal.toml", root)
    return build(root)


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


class Watched:
    """A page that keeps what it says and asks for."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"{page.url}: {error}"))
        page.on("request", lambda request: self.asked.append(request.url))

    def foreign(self, homes: str | tuple[str, ...]) -> list[str]:
        """Return what was asked of anybody but `homes`."""
        return [url for url in self.asked if not url.startswith(homes)]


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
