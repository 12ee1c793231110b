"""Pages on paper: the text alone, and nothing cut in two that would fit on a page."""

from collections.abc import Callable
from pathlib import Path

from tests.browsing import Watched, kinds, needs_browser

pytestmark = needs_browser()

CUT = """() => [...document.querySelectorAll('main :is(.entry, li, tr, figure, .days table)')]
  .filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 900)
  .filter(e => !e.closest('svg'))
  .filter(e => {
    for (let up = e; up && up.id !== 'main'; up = up.parentElement)
      if (getComputedStyle(up).breakInside.startsWith('avoid')) return false;
    return true;
  }).map(e => e.outerHTML.slice(0, 60)).slice(0, 3)"""


def test_what_fits_on_a_page_is_not_cut(sample: Path, opened: Callable[..., Watched]) -> None:
    page = opened(viewport={"width": 700, "height": 1000}).page
    page.emulate_media(media="print")
    cut = {}
    for path in kinds(sample):
        page.goto(path.as_uri())
        if found := page.evaluate(CUT):
            cut[str(path.relative_to(sample))] = found
    assert cut == {}


def test_every_kind_of_page_prints(sample: Path, opened: Callable[..., Watched]) -> None:
    page = opened().page
    for path in kinds(sample):
        page.goto(path.as_uri())
        assert page.pdf(format="A4").startswith(b"%PDF-"), path
        page.emulate_media(media="print")
        assert not page.locator("header.site nav").is_visible(), path
        page.emulate_media(media="screen")
