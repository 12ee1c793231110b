"""A file that cannot be used stays as it was, under a banner that goes by itself."""

import os
import re
import shutil
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.banners import BANNER, banner
from tests.support.journal import Writer
from tests.support.reload_channel import Events
from tests.support.server import Server, Start, wait_for

pytestmark = pytest.mark.long

FINE = "---\ntitle: Amara Okoye\n---\nAs it was.\n"
PAGE = "/people/amara-okoye/"
EDITOR = '[editor]\nurl = "vscode://file/{path}:{line}"\n'


@pytest.fixture(scope="module")
def shared(
    start_for_module: Start, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Server, Writer]:
    """A server of a journal with one mentor, and its writer."""
    notes = Writer(tmp_path_factory.mktemp("broken"))
    notes.write({"mentors/amara-okoye": FINE, "journal.toml": EDITOR})
    return start_for_module(notes.root), notes


@pytest.fixture
def notes(shared: tuple[Server, Writer]) -> Writer:
    """The writer, after everything has become what it was."""
    server, notes = shared
    shutil.rmtree(notes.root / "templates", ignore_errors=True)
    shutil.rmtree(notes.root / "content" / "touchpoints", ignore_errors=True)
    (notes.root / "content/mentors/amara-okoye.md").unlink(missing_ok=True)
    notes.write({"mentors/amara-okoye": FINE, "journal.toml": EDITOR})
    server.sees(PAGE, "As it was.")
    server.sees("/about/", BANNER, there=False)
    server.sees("/about/", "<h1>Mine</h1>", there=False)
    server.sees("/", "Good title", there=False)
    return notes


@pytest.fixture
def server(shared: tuple[Server, Writer], notes: Writer) -> Server:
    """The server, when it shows that."""
    return shared[0]


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("---\ntitle: Amara\nphases: [\n---\n", "line", "YAML"),
        ("---\ntitle: Amara Okoye\nsince: 2024-02-30\n---\n", "line 3, column 8", "2024-02-30"),
        ("---\ntitle: Amara Okoye\n", "line", "never clos"),
        (b"---\ntitle: Amara \xff\n---\n", "line 2", "UTF-8"),
        (
            "---\ntitle: <script>alert(1)</script>\nsince: <b>\n---\n",
            "line 3, column 8",
            "&lt;b&gt;",
        ),
        ("---\n" + "a: [" * 30 + "\n---\n", "line 2", ""),
    ],
)
def test_a_broken_note_stays_as_it_was_and_is_named(
    server: Server, notes: Writer, text: str | bytes, where: str, said: str
) -> None:
    notes.write({"mentors/amara-okoye": text})
    page = server.sees(PAGE, BANNER)
    assert "As it was." in page
    assert f"content/mentors/amara-okoye.md, {where}" in banner(page)
    assert said in banner(page)
    assert re.search(r"column \d+: .+ \(.+\)\. What was there before", banner(page)), "what to do"
    path = notes.root / "content/mentors/amara-okoye.md"
    assert re.search(rf'href="vscode://file{re.escape(str(path))}:\d+"', page)
    for address in ("/", "/people/", "/check/", "/about/"):
        assert BANNER in server.page(address)
    notes.write({"mentors/amara-okoye": FINE.replace("As it was", "Mended")})
    mended = server.sees(PAGE, "Mended.")
    assert BANNER not in mended
    assert not [line for line in server.said if "Traceback" in line]


def test_mended_by_going_back_the_banner_goes_too(server: Server, notes: Writer) -> None:
    notes.write({"mentors/amara-okoye": "---\n[\n---\n"})
    server.sees(PAGE, BANNER)
    notes.write({"mentors/amara-okoye": FINE})
    server.sees(PAGE, BANNER, there=False)


def test_a_broken_note_that_is_deleted_takes_its_banner_along(
    server: Server, notes: Writer
) -> None:
    notes.write({"mentors/amara-okoye": "---\n[\n---\n"})
    server.sees(PAGE, BANNER)
    (notes.root / "content/mentors/amara-okoye.md").unlink()
    server.sees("/people/", BANNER, there=False)
    assert server.get(PAGE).status == 404


def test_what_is_mended_within_a_moment_is_never_reported(server: Server, notes: Writer) -> None:
    tried = 0
    for _ in range(12):
        before = server.counter()
        began = time.monotonic()
        notes.write({"mentors/amara-okoye": ""})
        time.sleep(0.06)
        notes.write({"mentors/amara-okoye": FINE})
        was_a_moment = time.monotonic() - began < 0.15  # unless the machine was busy
        time.sleep(0.3)
        if was_a_moment:
            tried += 1
            assert server.counter() == before
        if tried == 3:
            break
    assert tried == 3
    assert BANNER not in server.page(PAGE)


def test_a_note_emptied_for_good_is_shown_empty(server: Server, notes: Writer) -> None:
    notes.write({"mentors/amara-okoye": ""})
    server.sees(PAGE, "As it was.", there=False)


def test_a_new_note_that_is_broken_is_named(server: Server, notes: Writer) -> None:
    notes.write({"touchpoints/2026/2026-06-01 x": "---\npeople: amara-okoye\ndate: soon\n---\n"})
    page = server.sees(PAGE, BANNER)
    assert "content/touchpoints/2026/2026-06-01 x.md, line 3" in banner(page)
    time.sleep(3.5)  # other looks at the files do not make it forget
    assert BANNER in server.page(PAGE)


def test_a_note_that_can_no_longer_be_opened_stays(server: Server, notes: Writer) -> None:
    path = notes.root / "content/mentors/amara-okoye.md"
    path.unlink()
    os.mkfifo(path)
    server.sees("/check/", "not a regular file")
    assert server.get("/").status == 200


def test_broken_settings_leave_the_last_ones(server: Server, notes: Writer) -> None:
    notes.write({"journal.toml": f'title = "Good title"\n{EDITOR}'})
    server.sees("/", "Good title")
    notes.write({"journal.toml": f'title = "Bad title\n{EDITOR}'})
    page = server.sees("/", BANNER)
    assert "Good title" in page
    assert "Bad title" not in page
    assert "journal.toml, line 1, column" in banner(page)
    assert f'href="vscode://file{notes.root}/journal.toml:1"' in page
    notes.write({"journal.toml": f'title = "Best title"\n{EDITOR}'})
    assert BANNER not in server.sees("/", "Best title")


OWN = '{% extends "base.html" %}{% block main %}<h1>Mine</h1>{% endblock %}'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% if %}", "templates/about.html, line 1"),
        (OWN.replace("<h1>", "\n<h1>{{ page.nothing }}"), "templates/about.html, line 2"),
        ("{% extends 'nowhere.html' %}", "nowhere.html"),
        (OWN.replace("Mine", "{{ 1 + 'a' }}"), "could not be made (TypeError)"),
        (b"\xff", "UTF-8"),
    ],
)
def test_a_broken_template_leaves_the_last_good_one(
    server: Server, notes: Writer, text: str | bytes, said: str
) -> None:
    notes.write({"templates/about.html": OWN})
    server.sees("/about/", "<h1>Mine</h1>")
    notes.write({"templates/about.html": text})
    page = server.sees("/about/", BANNER)
    assert "<h1>Mine</h1>" in page
    assert said in banner(page)
    assert f'href="vscode://file{notes.root}/templates' in page
    assert BANNER in server.page("/")
    notes.write({"templates/about.html": OWN.replace("Mine", "Better")})
    assert BANNER not in server.sees("/about/", "<h1>Better</h1>")
    assert not [line for line in server.said if "Traceback" in line]


def test_every_tab_learns_of_the_banner(server: Server, notes: Writer) -> None:
    with closing(Events(server).begun()) as events:
        notes.write({"mentors/amara-okoye": "---\n[\n---\n"})
        wait_for(lambda: len(events.numbers) == 2, "news of the banner")
        assert str(server.counter()) == events.numbers[-1].split()[0]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Amara Okoye\nprivat: true\n---\n",
        "---\ntitle: Amara Okoye\nprivate: true\nwhy: a: b\n---\n",
        "---\ntitle: Amara Okoye\nprivate: true\nsince: soon\n---\n",
    ],
)
def test_a_note_that_asks_to_be_private_is_gone_at_once_whatever_else_is_wrong_in_it(
    server: Server, notes: Writer, text: str
) -> None:
    notes.write({"mentors/amara-okoye": text})
    page = server.sees("/about/", BANNER)
    assert banner(page).startswith("A private note: something is wrong in it")
    assert "amara" not in page.casefold()
    assert "amara" not in server.page("/people/").casefold()
    notes.write({"mentors/amara-okoye": "---\nprivate: true\n---\n"})
    server.sees("/about/", BANNER, there=False)
    notes.write({"mentors/amara-okoye": "---\nprivate: true\nwhy: [\n---\n"})
    assert "amara" not in server.sees("/about/", BANNER).casefold()


def test_a_day_out_of_reason_is_told_as_it_is_saved(server: Server, notes: Writer) -> None:
    notes.write({"mentors/amara-okoye": FINE.replace("---\nAs", "next: 9026-03-01\n---\nAs")})
    assert "9026-03-01" in banner(server.sees("/about/", BANNER))


def test_notes_are_never_written(server: Server, notes: Writer) -> None:
    def state() -> list[tuple[Path, int, bytes]]:
        files = sorted(path for path in (notes.root / "content").rglob("*") if path.is_file())
        return [(path, path.stat().st_mtime_ns, path.read_bytes()) for path in files]

    notes.write({"mentors/amara-okoye": "---\n[\n---\n"})
    before = state()
    server.sees(PAGE, BANNER)
    server.stop()
    assert state() == before
