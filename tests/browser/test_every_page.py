"""Every page of the sample, and of a journal of thousands, in a real browser."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.support.browser import needs_browser
from tests.support.page_checks import (
    A4,
    AXE,
    SHARES,
    WIDE,
    Open,
    WideAndNarrow,
    faults,
    run_check,
    share,
)
from tests.support.web_tools import needs_web_tools

pytestmark = [*needs_browser(), *needs_web_tools(), pytest.mark.parametrize("part", range(SHARES))]


@pytest.fixture
def from_disk(sample: Path, generated: Path) -> dict[Path, str]:
    return {site: f"{site.as_uri()}/" for site in (sample, generated)}


@pytest.fixture
def over_http(sample: Path, generated: Path, served: Callable[[Path], str]) -> dict[Path, str]:
    return {site: served(site) for site in (sample, generated)}


def test_every_page_is_quiet_and_can_be_used_by_anybody_in_light_and_dark_on_any_screen(
    part: int, from_disk: dict[Path, str], opened: Open
) -> None:
    watched = opened(viewport=WIDE)
    watched.page.add_init_script(AXE)
    assert faults(watched, share(part, from_disk), WideAndNarrow()) == []


def test_every_page_is_as_quiet_over_http_and_cuts_nothing_in_two_on_paper(
    part: int, over_http: dict[Path, str], opened: Open
) -> None:
    watched = opened(viewport=A4)
    watched.page.emulate_media(media="print")
    assert faults(watched, share(part, over_http), partial(run_check, name="paper")) == []


def test_every_page_can_be_used_without_script(
    part: int, from_disk: dict[Path, str], opened: Open
) -> None:
    watched = opened(java_script_enabled=False)
    assert faults(watched, share(part, from_disk), partial(run_check, name="bare")) == []
