"""Writing beside an open page: what is saved is seen, where one was reading."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browsing import Watched, needs_browser
from tests.conftest import Writer
from tests.serving import Server, wait_for

pytestmark = needs_browser()

READ = """async (url) => {
    try { return await (await fetch(url, { credentials: 'include' })).text(); }
    catch { return 'refused'; }
}"""
FRAME = """(url) => new Promise((done) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    frame.onload = () => {
        try { done(frame.contentDocument.body.innerText); } catch { done('refused'); }
    };
    document.body.append(frame);
})"""
LONG = "\n\n".join(f"Paragraph {number}." for number in range(200))
NOTE = "---\ntitle: Amara Okoye\nsince: 2015\nprefers: email\nprefs_asked: 2026-01-01\n---\n"


def save(notes: Writer, text: str) -> None:
    """Save the note as most editors do."""
    path = notes.root / "content/mentors/amara-okoye.md"
    draft = path.with_name(".amara-okoye.md.tmp")
    draft.write_text(NOTE + text)
    os.replace(draft, path)


@pytest.fixture
def server(notes: Writer, start: Callable[..., Server]) -> Server:
    """A server of a journal with a long note."""
    notes.write({"mentors/amara-okoye": NOTE + LONG})
    notes.write({"journal.toml": '[editor]\nurl = "vscode://file/{path}:{line}"\n'})
    return start(notes.root)


def enter(server: Server, watched: Watched, path: str = "people/amara-okoye/") -> Page:
    """Open the printed address, then a page."""
    watched.page.goto(f"{server.home}?token={server.token}")
    assert "token" not in watched.page.url
    watched.page.goto(server.home + path)
    watched.page.wait_for_function(
        "performance.getEntriesByType('resource').some(e => e.name.endsWith('live.js'))"
    )
    time.sleep(0.3)
    return watched.page


def test_a_save_is_seen_and_the_place_on_the_page_is_kept(
    server: Server, notes: Writer, opened: Callable[..., Watched]
) -> None:
    watched = opened()
    page = enter(server, watched)
    page.evaluate("scrollTo(0, 2000)")
    page.wait_for_timeout(200)
    save(notes, f"{LONG}\n\nSaved just now.")
    page.get_by_text("Saved just now.").wait_for(timeout=5000)
    wait_for(lambda: bool(page.evaluate("Math.abs(scrollY - 2000) < 5")), "the place on the page")
    assert watched.said == []
    assert watched.foreign(server.home) == []


def test_a_stylesheet_is_changed_without_loading_the_page_anew(
    server: Server, notes: Writer, opened: Callable[..., Watched]
) -> None:
    page = enter(server, opened())
    page.evaluate("window.stayed = true")
    shipped = Path(__file__).parent.parent / "templates/static/journal.css"
    style = shipped.read_text() + "\nh1 { outline: 7px solid; }\n"
    notes.write({"templates/static/journal.css": style})
    outline = "getComputedStyle(document.querySelector('h1')).outlineWidth"
    wait_for(lambda: page.evaluate(outline) == "7px", "the new style")
    assert page.evaluate("window.stayed") is True
    sheets = 'link[rel="stylesheet"][href*="journal.css"]'
    wait_for(lambda: page.locator(sheets).count() == 1, "the old style to go")


def test_a_page_out_of_sight_holds_no_connection_and_catches_up(
    server: Server, notes: Writer, opened: Callable[..., Watched]
) -> None:
    page = enter(server, opened())
    hide = """(hidden) => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
    }"""
    page.evaluate(hide, True)
    page.evaluate("window.stayed = true")
    save(notes, "While nobody looked.")
    server.sees("/people/amara-okoye/", "While nobody looked.")
    page.wait_for_timeout(500)
    assert page.evaluate("window.stayed") is True
    page.evaluate(hide, False)
    page.get_by_text("While nobody looked.").wait_for(timeout=5000)


def test_a_tab_finds_the_server_again(
    server: Server, notes: Writer, opened: Callable[..., Watched], start: Callable[..., Server]
) -> None:
    page = enter(server, opened())
    server.stop()
    save(notes, "Written while it was down.")
    time.sleep(1.1)
    start(notes.root, "--port", str(server.port))
    page.get_by_text("Written while it was down.").wait_for(timeout=10_000)


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


def test_a_contact_is_written_from_the_browser(
    server: Server, notes: Writer, opened: Callable[..., Watched]
) -> None:
    watched = opened()
    page = enter(server, watched)
    page.get_by_role("link", name="Log a touchpoint").click()
    assert page.get_by_label("With whom", exact=True).input_value() == "mentors/amara-okoye"
    page.get_by_label("What was said").fill("Coffee, and a plan.")
    page.get_by_role("button", name="Write it down").click()
    page.get_by_text("Coffee, and a plan.").wait_for(timeout=5000)
    assert list((notes.root / "content/touchpoints/2026").glob("*.md"))
    assert watched.said == []


def test_without_scripts_the_forms_work(server: Server, opened: Callable[..., Watched]) -> None:
    page = opened(java_script_enabled=False).page
    page.goto(f"{server.home}?token={server.token}")
    page.goto(f"{server.home}-/snooze?who=mentors/amara-okoye")
    page.get_by_label("Until").fill("in 2 weeks")
    page.get_by_role("button", name="Show the line").click()
    assert "snooze_until: 2026-06-29" in page.inner_text("main")


def test_another_site_cannot_read_the_journal(
    server: Server, notes: Writer, opened: Callable[..., Watched], served: Callable[[Path], str]
) -> None:
    evil = notes.root / "evil"
    evil.mkdir()
    (evil / "index.html").write_text("<!doctype html><title>evil</title>")
    watched = opened()
    enter(server, watched)
    page = watched.page
    page.goto(served(evil))
    assert page.evaluate(READ, server.home) == "refused"
    assert "Amara" not in page.evaluate(FRAME, server.home)
