"""Names that are long, hostile or read from right to left; a journal of nothing: in a browser."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.browser import needs_browser
from tests.support.built_sites import build, pages
from tests.support.journal import Writer
from tests.support.page_checks import A4, AXE, WIDE, Open, Stop, WideAndNarrow, faults, run_check
from tests.support.web_tools import needs_web_tools

pytestmark = [*needs_browser(), *needs_web_tools()]

EVIL = "'\"><script>alert(1)</script><img src=x onerror=alert(2)>'"
LONG = ("A title that goes on " * 15)[:300]
UNBROKEN = "Ω" * 300
RIGHT_TO_LEFT = "ليلى حداد"
FIRST = date(2025, 7, 1)


def _many() -> dict[str, str]:
    days = [(FIRST + timedelta(days=n)).isoformat() for n in range(400)]
    note = "---\npeople: [rtl]\nchannel: email\n---\nمرحبا"
    return {f"touchpoints/{day} word": note for day in days}


NOTES = {
    "mentors/evil": f"---\ntitle: {EVIL}\ncity: {EVIL}\nprefers: email\nsupport: feedback\n---\n",
    "mentors/long": f"---\ntitle: {LONG}\ncity: {LONG}\nsince: 2010\nprefers: call\n---\n",
    "mentors/unbroken": f"---\ntitle: {UNBROKEN}\nsince: 2010\nsupport: feedback\n---\n",
    "mentors/rtl": f"---\ntitle: {RIGHT_TO_LEFT}\nsince: 2012\nprefers: email\n---\nمرحبا",
    "mentors/nobody-yet": "",
    "proteges/kid": "",
    "touchpoints/2026-06-01 all": f"---\npeople: [evil, long, unbroken, rtl]\nchannel: call\n"
    f"title: {LONG}\nquestion: {UNBROKEN}\n---\n- [ ] {UNBROKEN}\n\n"
    f"| a | b |\n|---|---|\n| {UNBROKEN} | {LONG} |\n\n`{UNBROKEN}`\n\n> [!note] {UNBROKEN}",
    "lessons/one": f"---\ntitle: {LONG}\nfrom: [long, unbroken, rtl]\n---\n",
    "news/2026-11-01": f"---\ntitle: {UNBROKEN}\n---\n",
    "opportunities/one": f"---\ntitle: {UNBROKEN}\nfor: [rtl, unbroken]\n---\n",
    "trips/one": f"---\ntitle: {LONG}\nstart: 2026-12-05\nend: 2026-12-09\ncity: {UNBROKEN}\n---\n",
    "goals/one": f"---\ntitle: {UNBROKEN}\nhelped_by: [unbroken, rtl]\n---\n",
    "journal.toml": f"title = {EVIL!r}\n[me]\nname = {UNBROKEN!r}\n",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(Writer(tmp_path_factory.mktemp("hostile")).write(NOTES | _many()).root)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(Writer(tmp_path_factory.mktemp("empty")).root)


def _stops(site: Path) -> list[Stop]:
    return [(f"{site.as_uri()}/", page.relative_to(site).as_posix()) for page in pages(site)]


@pytest.mark.parametrize("journal", ["hostile", "empty"])
def test_every_page_is_quiet_and_fits_whatever_was_written(
    request: pytest.FixtureRequest, opened: Open, journal: str
) -> None:
    watched = opened(viewport=WIDE)
    watched.page.add_init_script(AXE)
    stops = _stops(request.getfixturevalue(journal))
    assert len(stops) >= 20
    assert faults(watched, stops, WideAndNarrow()) == []


@pytest.mark.parametrize("journal", ["hostile", "empty"])
def test_nothing_is_cut_on_paper_whatever_was_written(
    request: pytest.FixtureRequest, opened: Open, journal: str
) -> None:
    watched = opened(viewport=A4)
    watched.page.emulate_media(media="print")
    stops = _stops(request.getfixturevalue(journal))
    assert faults(watched, stops, lambda page: run_check(page, "paper")) == []


def test_a_name_without_end_leaves_room_for_the_rest(hostile: Path, opened: Open) -> None:
    for folder, name in (
        ("people", "tbody th"),
        ("quarters", "tbody th"),
        ("timeline", ".lanes p"),
    ):
        page = _at(opened(viewport=WIDE).page, hostile, folder)
        widths = page.eval_on_selector_all(name, "all => all.map(one => one.offsetWidth)")
        assert max(widths) <= 16 * 16, folder  # 16rem, at 16 pixels each


def test_a_name_of_the_other_direction_stands_where_names_stand(
    hostile: Path, opened: Open
) -> None:
    page = _at(opened(viewport=WIDE).page, hostile, "people/rtl")
    assert page.inner_text("h1") == RIGHT_TO_LEFT
    style = "one => [getComputedStyle(one).direction, getComputedStyle(one).textAlign]"
    assert page.eval_on_selector("h1", style) == ["rtl", "left"]
    assert page.locator("article.entry").count() == 401


def _at(page: Page, site: Path, folder: str) -> Page:
    page.goto((site / folder / "index.html").as_uri())
    return page
