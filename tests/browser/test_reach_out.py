"""The list and the first page in a browser, on the day of the build and later.

The site is built as of Friday, 20 November 2026.
"""

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page

from journal.wording.dates import distance
from tests.support.browser import needs_browser
from tests.support.dated_pages import BUILT, LATER, NOON, Opened, build_as_of, go

pytestmark = needs_browser()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_as_of(tmp_path_factory.mktemp("built"), BUILT)


def _list(site: Path) -> Path:
    return site / "reach-out" / "index.html"


def _sections(page: Page) -> dict[str, list[str]]:
    """The names in every section that is shown."""
    return {
        section.get_attribute("id") or "": section.locator("h3:visible").all_inner_texts()
        for section in page.locator("section[data-cards]:visible").all()
    }


def _days(page: Page) -> list[list[str]]:
    """Name, day and distance of every card that is shown."""
    cards = page.locator(".reach:visible").all()
    parts = ("h3", "[data-reach-by]", ".when .state")
    dated = [card for card in cards if card.get_attribute("data-due")]
    return [[card.locator(part).inner_text() for part in parts] for card in dated]


AS_BUILT = {
    "overdue": ["Ida", "Ada"],
    "this-week": ["Hal", "Kim", "Bo"],
    "begin": ["Jo"],
    "soon": ["Cy"],
    "later": ["Di"],
    "snoozed": ["Ed", "Flo"],
    "paused": ["Gus"],
}
TEN_DAYS_ON = {
    "overdue": ["Ada", "Bo"],
    "this-week": ["Ed", "Hal", "Kim", "Cy"],
    "begin": ["Jo"],
    "soon": ["Di"],
    "dormant": ["Ida"],
    "snoozed": ["Flo"],
    "paused": ["Gus"],
}


def test_on_its_day_the_list_stands_as_it_was_built(site: Path, opened: Opened) -> None:
    page = go(opened(), _list(site))
    assert _sections(page) == AS_BUILT
    assert "Worked out as of 20 November 2026." in page.inner_text("main")


def test_ten_days_later_cards_stand_where_their_day_asks_for(site: Path, opened: Opened) -> None:
    page = go(opened(), _list(site), LATER)
    assert _sections(page) == TEN_DAYS_ON
    said = "From the notes as of 20 November 2026; days are counted from today, 30 November 2026."
    assert said in page.inner_text("main")


def test_ten_days_later_the_phrases_count_from_then(site: Path, opened: Opened) -> None:
    found = {name: rest for name, *rest in _days(go(opened(), _list(site), LATER))}
    assert found["Ada"] == ["17 November 2026", "13 days ago"]
    assert found["Bo"] == ["25 November 2026", "5 days ago"]
    assert found["Cy"] == ["5 December 2026", "in 5 days"]
    assert found["Hal"] == ["30 November 2026", "today"]


def test_ten_days_later_it_says_what_a_new_build_says(
    site: Path, tmp_path: Path, opened: Opened
) -> None:
    old = go(opened(), _list(site), LATER)
    new = go(opened(), _list(build_as_of(tmp_path, LATER)), LATER)
    assert _sections(old) == _sections(new)
    assert _days(old) == _days(new)


def test_a_reason_whose_day_is_over_is_left_out(site: Path, opened: Opened) -> None:
    birthday = ".reach:has-text('Ida') li:visible:has-text('birthday')"
    assert go(opened(), _list(site)).locator(birthday).count() == 1
    page = go(opened(), _list(site), LATER)
    assert page.locator("li:visible:has-text('birthday')").count() == 0


def test_the_counts_follow_the_cards(site: Path, opened: Opened) -> None:
    page = go(opened(), _list(site), LATER)
    entries = page.locator("nav[aria-label=Sections] li:visible").all_inner_texts()
    assert [text.replace("\n", " ") for text in entries] == [
        "It's time 2", "This week 4", "To begin with 1", "Coming up 1", "Long quiet 1", "Snoozed 1",
        "Paused 1",
    ]  # fmt: skip
    assert page.locator("#overdue h2").inner_text() == "It's time 2"


def test_before_the_day_of_the_build_nothing_moves(site: Path, opened: Opened) -> None:
    page = go(opened(), _list(site), BUILT - timedelta(days=30))
    assert _sections(page) == AS_BUILT


def test_a_page_left_open_past_midnight_moves_on(site: Path, opened: Opened) -> None:
    watched = opened()
    watched.page.clock.install(time=datetime.combine(BUILT, time(23, 59, 30), NOON.tzinfo))
    watched.page.goto(_list(site).as_uri())
    assert watched.page.locator("#overdue .when .state").last.inner_text() == "3 days ago"
    watched.page.clock.run_for(61_000)
    assert watched.page.locator("#overdue .when .state").last.inner_text() == "4 days ago"


def test_the_first_page_counts_from_today_as_well(site: Path, opened: Opened) -> None:
    page = go(opened(), site / "index.html", LATER)
    assert page.locator(".first .state").nth(1).inner_text() == "13 days ago"
    assert "days are counted from today, 30 November 2026" in page.inner_text("main")


def test_page_and_script_say_a_distance_alike(site: Path, opened: Opened) -> None:
    days = [LATER + timedelta(days=n) for n in (-900, -70, -40, -14, -3, -1, 0, 1, 2, 13, 59, 800)]
    asked = "".join(f"<p><b data-day={day.isoformat()}></b></p>" for day in days)
    file = site / "reach-out" / "distances.html"
    file.write_text(_list(site).read_text("utf-8").replace("</h1>", f"</h1>{asked}"), "utf-8")
    page = go(opened(), file, LATER)
    said = page.locator("main > p > b").all_inner_texts()
    assert said == [distance(day, LATER) for day in days]


def test_their_time_is_told_and_that_they_keep_it_quiet(site: Path, opened: Opened) -> None:
    clock, watched = "[data-tz]", opened(timezone_id="Europe/Lisbon")
    page = go(watched, _list(site), at=time(11, 30, tzinfo=NOON.tzinfo))
    assert page.locator(clock).inner_text() == (
        "there it is 20:30 (Tokyo time, 9 hours ahead of yours)"
    )
    page = go(watched, _list(site), at=time(16, 5, tzinfo=NOON.tzinfo))
    assert page.locator(clock).inner_text() == (
        "there it is 01:05 Saturday, quiet hours (Tokyo time, 9 hours ahead of yours)"
    )


def test_choices_narrow_the_list_and_say_how_many_are_left(site: Path, opened: Opened) -> None:
    page = go(opened(), _list(site))
    page.get_by_label("City").select_option("Bergen")
    assert _sections(page) == {"this-week": ["Bo"], "soon": ["Cy"]}
    assert page.get_by_role("status").inner_text() == "2 of 11 people shown"
    page.get_by_label("Tag").select_option("rivers")
    assert _sections(page) == {"soon": ["Cy"]}
    assert page.url.endswith("#tag=rivers&city=bergen")
    page.get_by_role("button", name="Show all").click()
    assert _sections(page) == AS_BUILT
    assert "#" not in page.url


def test_choices_are_kept_in_the_address(site: Path, opened: Opened) -> None:
    watched = opened()
    watched.page.clock.set_fixed_time(datetime.combine(BUILT, NOON))
    watched.page.goto(f"{_list(site).as_uri()}#role=protege&city=nowhere")
    assert _sections(watched.page) == {"paused": ["Gus"]}
    assert watched.page.get_by_label("Role").input_value() == "protege"
    assert watched.page.get_by_label("City").input_value() == ""


def test_an_address_of_a_card_shows_it_whatever_was_chosen(site: Path, opened: Opened) -> None:
    page = go(opened(), _list(site))
    anchor = page.locator(".reach:has-text('Ada')").get_attribute("id")
    page.get_by_label("City").select_option("Bergen")
    page.evaluate(f"location.hash = '{anchor}'")
    page.locator(f"[id='{anchor}']").wait_for(state="visible")
    assert _sections(page) == AS_BUILT


def test_the_list_is_narrowed_by_keyboard_alone(site: Path, opened: Opened) -> None:
    page = go(opened(), _list(site))
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "city":
            break
    page.keyboard.type("Po")
    page.keyboard.press("Enter")
    assert _sections(page) == {"overdue": ["Ada"]}
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Show all":
            break
    page.keyboard.press("Enter")
    assert _sections(page) == AS_BUILT
    assert page.evaluate("document.activeElement.name") == "role"


@pytest.mark.parametrize("file", ["index.html", "reach-out/index.html", "people/index.html"])
def test_no_page_says_anything_whatever_the_day(site: Path, opened: Opened, file: str) -> None:
    for day in (BUILT, LATER, BUILT + timedelta(days=800)):
        watched = opened()
        go(watched, site / file, day)
        assert watched.said == []


def test_with_script_off_everything_can_be_read(site: Path, opened: Opened) -> None:
    page = go(opened(java_script_enabled=False), _list(site), LATER)
    assert _sections(page) == AS_BUILT
    assert "Worked out as of 20 November 2026." in page.inner_text("main")
    assert page.locator("[data-tz]").inner_text() == "Tokyo time, 9 hours ahead of yours"
    assert page.locator("main :is(select, button):visible").count() == 0
