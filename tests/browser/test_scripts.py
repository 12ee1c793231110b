"""The scripts of every kind of page, from the disk and served: each keeps to itself."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.browser import Watched, needs_browser
from tests.support.built_sites import DAY, kinds
from tests.support.served_note import enter
from tests.support.server import Server, Start

pytestmark = needs_browser()

#: What one script hands to the next one on purpose.
HANDED_ON = {"/search/": {"MiniSearch", "Finder"}, "http://": {"Proof"}}
BEFORE = "window.before = new Set([...Object.getOwnPropertyNames(window), 'before'])"
ADDED = "Object.getOwnPropertyNames(window).filter(name => !before.has(name))"
GROUND = "getComputedStyle(document.documentElement).backgroundColor"
FORMS = ("-/log?who=mentors/amara-okoye", "-/snooze?who=mentors/amara-okoye", "-/plan")


def handed_on(address: str) -> set[str]:
    """The names that scripts of the page at an address share."""
    return {name for part, names in HANDED_ON.items() if part in address for name in names}


class Visit:
    """A browser's page, and the address of every kind of page there is."""

    def __init__(self, page: Page, addresses: list[str]) -> None:
        self.page = page
        self.addresses = addresses

    def names(self) -> set[str]:
        """What scripts have added for all: properties of the window, and what `const` declares."""
        session = self.page.context.new_cdp_session(self.page)
        declared = session.send("Runtime.globalLexicalScopeNames")["names"]
        session.detach()
        return {*declared, *self.page.evaluate(ADDED)}

    def ground(self) -> str:
        """The colour behind everything."""
        return str(self.page.evaluate(GROUND))

    def choose(self) -> None:
        """Press the switch: what the system has, light, dark."""
        self.page.get_by_role("button", name="Colours").click()


@pytest.fixture(scope="module")
def server(start_for_module: Start, sample: Path) -> Server:
    """The sample journal, served as of the day of its site."""
    return start_for_module(sample.parent, JOURNAL_TODAY=DAY)


@pytest.fixture(params=["from the disk", "served"])
def visit(request: pytest.FixtureRequest, sample: Path, opened: Callable[..., Watched]) -> Visit:
    watched = opened(color_scheme="light")
    paths = [page.relative_to(sample).as_posix() for page in kinds(sample)]
    if request.param == "from the disk":
        return Visit(watched.page, [f"{sample.as_uri()}/{path}" for path in paths])
    server = request.getfixturevalue("server")
    enter(server, watched, "")
    found = [path.removesuffix("index.html") for path in paths]
    return Visit(watched.page, [server.home + path for path in [*found, *FORMS]])


def test_no_script_leaves_a_name_behind_for_another_to_stumble_over(visit: Visit) -> None:
    visit.page.add_init_script(BEFORE)
    left = {}
    for address in visit.addresses:
        visit.page.goto(address)
        if (names := visit.names()) != handed_on(address):
            left[address] = names
    assert left == {}


def test_light_or_dark_holds_at_once_and_is_kept_on_every_kind_of_page(visit: Visit) -> None:
    visit.page.goto(visit.addresses[0])
    grounds = {"": visit.ground()}
    wrong = []
    for address in visit.addresses:
        visit.page.goto(f"{address}#main")
        visit.choose()
        light = visit.ground()
        visit.choose()
        dark = visit.ground()
        visit.page.reload()
        kept = visit.ground()
        same = visit.page.url == f"{address}#main"
        visit.choose()
        if not (light == grounds[""] == visit.ground() != dark == kept and same):
            wrong.append((address, light, dark, kept, visit.page.url))
    assert wrong == []
