"""The forms in a browser, and other sites that try to read the journal or to write in it."""

from collections.abc import Callable
from pathlib import Path

from tests.support.browser import Watched, needs_browser
from tests.support.journal import Writer
from tests.support.served_note import enter, notes, server, shared
from tests.support.server import Server

__all__ = ["notes", "server", "shared"]

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


def test_a_snooze_is_written_and_taken_back(
    server: Server, notes: Writer, opened: Callable[..., Watched]
) -> None:
    watched = opened()
    page = enter(server, watched)
    note = notes.root / "content/mentors/amara-okoye.md"
    before = note.read_bytes()
    page.get_by_role("link", name="Snooze until").click()
    page.get_by_label("Until").fill("in 2 weeks")
    page.get_by_role("button", name="Snooze").click()
    page.get_by_text("snoozed until 29 June 2026").wait_for(timeout=5000)
    assert b"snooze_until: 2026-06-29" in note.read_bytes()
    page.get_by_role("link", name="Undo").click()
    page.get_by_role("button", name="Take it back").click()
    page.get_by_text("Taken back").wait_for(timeout=5000)
    assert note.read_bytes() == before
    assert watched.said == []


def test_a_new_name_is_written_and_taken_back(
    server: Server, notes: Writer, opened: Callable[..., Watched]
) -> None:
    watched = opened()
    page = enter(server, watched)
    note = notes.root / "content/mentors/amara-okoye.md"
    before = note.read_bytes()
    page.get_by_role("link", name="another name").click()
    page.get_by_label("New name").fill(" ")
    page.get_by_role("button", name="Rename").click()
    page.get_by_text("That is no name").wait_for(timeout=5000)
    page.get_by_label("New name").fill("Amara Obi")
    page.get_by_role("button", name="Rename").click()
    page.get_by_text("Amara Okoye is Amara Obi now").wait_for(timeout=5000)
    assert page.inner_text("h1") == "Amara Obi"
    assert not note.exists()
    page.get_by_role("link", name="Undo").click()
    page.get_by_role("button", name="Take it back").click()
    page.get_by_text("Taken back").wait_for(timeout=5000)
    assert note.read_bytes() == before
    assert [said for said in watched.said if "422" not in said] == []


def test_without_scripts_the_forms_work(server: Server, opened: Callable[..., Watched]) -> None:
    page = opened(java_script_enabled=False).page
    page.goto(server.way_in())
    page.goto(f"{server.home}-/snooze?who=mentors/amara-okoye")
    page.get_by_label("Until").fill("in 2 weeks")
    page.get_by_role("button", name="Suggest them again").click()
    assert "Amara Okoye is not snoozed." in page.inner_text("body")


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


def test_a_form_of_another_site_writes_nothing(
    server: Server, notes: Writer, opened: Callable[..., Watched], served: Callable[[Path], str]
) -> None:
    evil = notes.root / "evil-form"
    evil.mkdir()
    (evil / "index.html").write_text(
        f"<!doctype html><title>evil</title><form method=post action={server.home}-/log>"
        "<input name=who value=mentors/amara-okoye><input name=text value=forged><button>go"
    )
    watched = opened()
    enter(server, watched)
    watched.page.goto(served(evil))
    with watched.page.expect_response(f"{server.home}-/log") as answer:
        watched.page.get_by_role("button").click()
    assert answer.value.status == 403
    assert not [p for p in notes.root.glob("content/**/*.md") if "forged" in p.read_text()]
