"""Pages on paper: what is seen there, and that the checks of every page would find a fault."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.browser import Watched, needs_browser
from tests.support.built_sites import kinds
from tests.support.page_checks import A4, run_check

pytestmark = needs_browser()

Open = Callable[..., Watched]


@pytest.mark.parametrize("journal", ["sample", "generated"])
def test_every_kind_of_page_prints(
    request: pytest.FixtureRequest, opened: Open, journal: str
) -> None:
    page = opened().page
    for path in kinds(request.getfixturevalue(journal)):
        page.goto(path.as_uri())
        assert page.pdf(format="A4").startswith(b"%PDF-"), path
        page.emulate_media(media="print")
        assert not page.locator("header.site nav").is_visible(), path
        page.emulate_media(media="screen")


def test_what_is_cut_in_two_would_be_found(sample: Path, opened: Open) -> None:
    page = opened(viewport=A4).page
    page.emulate_media(media="print")
    page.goto((sample / "reach-out" / "index.html").as_uri())
    assert run_check(page, "paper") == []
    page.goto((sample / "reach-out" / "index.html").as_uri())
    page.evaluate("for (const e of document.querySelectorAll('*')) e.style.breakInside = 'auto'")
    assert run_check(page, "paper") != []
