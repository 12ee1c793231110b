"""Writing beside an open page: what is saved is seen, where one was reading."""

from collections.abc import Callable
from contextlib import ExitStack, closing

from playwright.sync_api import Browser

from tests.support.browser import Watched, needs_browser
from tests.support.journal import Writer
from tests.support.paths import REPO
from tests.support.reload_channel import Events
from tests.support.served_note import LONG, enter, notes, save, server, shared
from tests.support.server import Server, wait_for

__all__ = ["notes", "server", "shared"]

pytestmark = needs_browser()

STREAMS = 64  # that the server holds open at once


def test_a_save_is_seen_and_the_place_on_the_page_is_kept(
    server: Server, notes: Writer, opened: Callable[..., Watched]
) -> None:
    watched = opened()
    page = enter(server, watched)
    page.evaluate("scrollTo(0, 2000)")
    page.wait_for_timeout(200)
    asked = watched.asked.count(page.url)
    save(notes, f"{LONG}\n\nSaved just now.")
    page.get_by_text("Saved just now.").wait_for(timeout=5000)
    wait_for(lambda: bool(page.evaluate("Math.abs(scrollY - 2000) < 5")), "the place on the page")
    page.wait_for_timeout(500)
    assert watched.asked.count(page.url) == asked + 1, "one save is one reload"
    assert watched.said == []
    assert watched.foreign(server.home) == []


def test_a_stylesheet_is_changed_without_loading_the_page_anew(
    server: Server, notes: Writer, opened: Callable[..., Watched]
) -> None:
    page = enter(server, opened())
    page.evaluate("window.stayed = true")
    shipped = REPO / "templates/static/journal.css"
    style = shipped.read_text() + "\nh1 { outline: 7px solid; }\n"
    notes.write({"templates/static/journal.css": style})
    outline = "getComputedStyle(document.querySelector('h1')).outlineWidth"
    wait_for(lambda: page.evaluate(outline) == "7px", "the new style")
    assert page.evaluate("window.stayed") is True
    sheets = 'link[rel="stylesheet"][href*="journal.css"]'
    wait_for(lambda: page.locator(sheets).count() == 1, "the old style to go")


HIDE = """(hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
}"""


def test_a_page_out_of_sight_is_left_alone_and_catches_up(
    server: Server, notes: Writer, opened: Callable[..., Watched]
) -> None:
    page = enter(server, opened())
    page.evaluate(HIDE, True)
    page.evaluate("window.stayed = true")
    save(notes, "While nobody looked.")
    server.sees("/people/amara-okoye/", "While nobody looked.")
    page.wait_for_timeout(500)
    assert page.evaluate("window.stayed") is True
    page.evaluate(HIDE, False)
    page.get_by_text("While nobody looked.").wait_for(timeout=5000)


def test_a_page_out_of_sight_holds_no_connection(
    server: Server, opened: Callable[..., Watched]
) -> None:
    page = enter(server, opened())
    with ExitStack() as stack:

        def status() -> int:
            return stack.enter_context(closing(Events(server))).status

        assert [status() for _ in range(STREAMS - 1)] == [200] * (STREAMS - 1)
        assert status() == 503, "the page has the last one"
        page.evaluate(HIDE, True)
        wait_for(lambda: status() == 200, "the page to let go of it")


def test_many_tabs_behind_one_another_hold_nothing_up(server: Server, browser: Browser) -> None:
    context = browser.new_context()
    first = context.new_page()
    first.goto(server.way_in())
    context.add_init_script("Object.defineProperty(document, 'hidden', { value: true })")
    behind = [context.new_page() for _ in range(8)]
    for page in behind:
        page.goto(f"{server.home}people/amara-okoye/")
    front = context.new_page()
    front.goto(f"{server.home}people/")
    assert "Amara Okoye" in front.inner_text("main")
    context.close()


def test_a_banner_comes_and_goes(
    server: Server, notes: Writer, opened: Callable[..., Watched]
) -> None:
    page = enter(server, opened())
    notes.write({"mentors/amara-okoye": "---\nsince: <b>soon</b>\n---\n"})
    page.locator(".banner").wait_for(timeout=5000)
    assert "Paragraph 1." in page.inner_text("main")
    link = page.locator(".banner a").get_attribute("href")
    assert link == f"vscode://file{notes.root}/content/mentors/amara-okoye.md:2"
    save(notes, LONG)
    page.locator(".banner").wait_for(state="detached", timeout=5000)


def test_the_letter_e_opens_the_note_in_the_editor(
    server: Server, opened: Callable[..., Watched]
) -> None:
    page = enter(server, opened())
    page.evaluate("""() => { window.went = []; navigation.addEventListener('navigate',
        event => { window.went.push(event.destination.url); }) }""")
    page.keyboard.press("e")
    page.wait_for_timeout(200)
    went = page.evaluate("window.went")
    assert [url for url in went if url.startswith("vscode://file")]
