"""Every link on a page leads to a page that is there, and to something on it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.built_sites import pages

pytestmark = pytest.mark.long

LYCHEE = Path(sys.executable).with_name("lychee")


@pytest.fixture(params=["sample", "generated"])
def site(request: pytest.FixtureRequest) -> Path:
    """Both journals, one after the other."""
    found: Path = request.getfixturevalue(request.param)
    return found


def checked(site: Path) -> dict[str, Any]:
    """What the link checker says of all pages below a folder; it asks no other host."""
    done = subprocess.run(
        [
            *(LYCHEE, "--offline", "--include-fragments", "--no-progress", "--format", "json"),
            f"{site}/**/*.html",
        ],
        cwd=site,
        capture_output=True,
        check=False,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_every_link_and_fragment_leads_somewhere(site: Path) -> None:
    found = checked(site)
    assert found["error_map"] == {}
    assert found["successful"] > 10 * len(pages(site))  # the menu alone has as many


def test_what_leads_nowhere_would_be_found(tmp_path: Path) -> None:
    links = '<a href="gone.html">1</a> <a href="#gone">2</a> <a href="b.html#here">3</a>'
    (tmp_path / "a.html").write_text(f"<!doctype html><title>a</title>{links}")
    (tmp_path / "b.html").write_text('<!doctype html><title>b</title><p id="here">')
    (lost,) = checked(tmp_path)["error_map"].values()
    assert {one["url"].rpartition("/")[2] for one in lost} == {"gone.html", "a.html#gone"}
