"""Whatever fonts a system has, there is room to hit things with a finger: the sheet makes it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize

from tests.support.browser import needs_browser
from tests.support.built_sites import kinds
from tests.support.page_checks import AXE, CHECKS, PHONE, WIDE, Open
from tests.support.web_tools import REQUIRED, needs_web_tools

pytestmark = [*needs_browser(), *needs_web_tools()]

#: The voices of the sheet in the families of free systems; "mixed" is what many of them choose.
FAMILIES = {
    "DejaVu": {"serif": "DejaVu Serif", "sans": "DejaVu Sans"},
    "Liberation": {"serif": "Liberation Serif", "sans": "Liberation Sans"},
    "Noto": {"serif": "Noto Serif", "sans": "Noto Sans"},
    "mixed": {"serif": "Liberation Serif", "sans": "Noto Sans"},
}
MISSING = "not here: apt-get install fonts-dejavu-core fonts-liberation fonts-noto-core"


def _is_installed(font: str) -> bool:
    known = shutil.which("fc-list")
    return bool(known and subprocess.run([known, font], capture_output=True, check=True).stdout)


@pytest.fixture(scope="module")
def families() -> dict[str, dict[str, str]]:
    """Families whose fonts are installed: all of them, where tests may not be skipped."""
    found = {n: fonts for n, fonts in FAMILIES.items() if all(map(_is_installed, fonts.values()))}
    assert found == FAMILIES or not REQUIRED, MISSING
    return found or pytest.skip(MISSING)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_kind_of_page_can_be_hit_and_fits_in_any_of_the_families(
    sample: Path, opened: Open, families: dict[str, dict[str, str]], size: ViewportSize
) -> None:
    page = opened(viewport=size).page
    page.add_init_script(AXE)
    wrong = []
    for path in kinds(sample):
        page.goto(path.as_uri())
        found = page.evaluate(f"families => {CHECKS}.sizes(families)", families)
        wrong += [f"{path.parent.name}: {line}" for line in found]
    assert wrong == []
