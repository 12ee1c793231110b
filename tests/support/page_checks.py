"""Every page of both journals, opened one after the other; `web/page_checks.js` says what is wrong.

There are some 800 pages. They are dealt out in shares, large and small ones alike, so that
several processes can take one each.
"""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

from tests.support.browser import Watched
from tests.support.built_sites import pages
from tests.support.paths import REPO, WEB_TOOLS

SHARES = 6
#: The address of a site, and the path of one of its pages.
Stop = tuple[str, str]
Open = Callable[..., Watched]
AXE = (WEB_TOOLS / "axe-core" / "axe.min.js").read_text("utf-8") if WEB_TOOLS.is_dir() else ""
CHECKS = (REPO / "tests" / "web" / "page_checks.js").read_text("utf-8")
WIDE: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 320, "height": 800}
A4: ViewportSize = {"width": 658, "height": 987}  # within its margins


def share(number: int, sites: dict[Path, str]) -> list[Stop]:
    """Return one of `SHARES` parts of all pages of the sites, which are found at addresses."""
    found = [(page, site) for site in sites for page in pages(site)]
    found.sort(key=lambda one: one[0].stat().st_size)
    return [
        (sites[site], page.relative_to(site).as_posix()) for page, site in found[number::SHARES]
    ]


def faults(watched: Watched, stops: list[Stop], look: Callable[[Page], list[str]]) -> list[str]:
    """Open every page, and return what is wrong on it: what it says, asks, and what one sees."""
    assert stops
    homes = tuple({home for home, _ in stops})
    found = []
    for home, path in stops:
        watched.page.goto(home + path)
        found += [f"{path}: {fault}" for fault in look(watched.page)]
    found += watched.said
    return found + [f"asked of another host: {url}" for url in watched.foreign(homes)]


def run_check(page: Page, name: str) -> list[str]:
    """Return what one of the checks finds."""
    found: list[str] = page.evaluate(f"{CHECKS}.{name}()")
    return found


class WideAndNarrow:
    """Looks on a wide screen and on a phone, first on that on which the page was opened.

    What colours and sizes decide is looked at once for each kind of element: all that have the same
    names, classes and states, and stand within the same, look the same.
    """

    def __init__(self) -> None:
        self.seen: dict[str, list[int]] = {"wide": [], "narrow": []}

    def __call__(self, page: Page) -> list[str]:
        sizes = [("wide", WIDE), ("narrow", PHONE)]
        if page.viewport_size == PHONE:
            sizes.reverse()
        found = []
        for name, size in sizes:
            if page.viewport_size != size:
                page.set_viewport_size(size)
            said, self.seen[name] = page.evaluate(f"{CHECKS}.{name}", self.seen[name])
            found += said
        return found
