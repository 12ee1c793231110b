"""What is changed is followed: notes, folders, settings, templates; by hints and by looking."""

import mmap
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.banners import BANNER
from tests.support.journal import trust
from tests.support.reload_channel import Events
from tests.support.server import Server, Start, wait_for

pytestmark = pytest.mark.long

MENTOR = "---\ntitle: Amara Okoye\n---\n{}\n"
PAGE = "/people/amara-okoye/"
SAVED = "Saved just now."
GIT = ["git", "-c", "user.name=N", "-c", "user.email=n@example.org", "-C"]


@pytest.fixture(scope="module")
def server(start_for_module: Start, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server of a journal with one mentor; each test changes what is its own."""
    return start_for_module(journal(tmp_path_factory.mktemp("watched")))


@pytest.fixture
def events(server: Server) -> Iterator[Events]:
    """The reload channel of that server."""
    found = Events(server).begun()
    yield found
    found.close()


def journal(root: Path) -> Path:
    note = root / "content" / "mentors" / "amara-okoye.md"
    note.parent.mkdir(parents=True)
    note.write_text(MENTOR.format("As it was."))
    time.sleep(0.06)
    return root


def put(root: Path, name: str, text: str) -> Path:
    path = root / "content" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_new_note_is_one_reload_with_it(server: Server, events: Events) -> None:
    put(server.root, "mentors/jonas-weber", "---\ntitle: Jonas Weber\n---\n")
    server.sees("/people/", "Jonas Weber")
    assert server.get("/people/jonas-weber/").status == 200
    time.sleep(0.5)
    assert len(events.numbers) == 2, events.numbers


def test_a_renamed_note_is_one_reload_with_its_new_address_alone(server: Server) -> None:
    path = put(server.root, "mentors/lena", "---\ntitle: Lena Sommer\n---\n")
    server.sees("/people/", "Lena Sommer")
    time.sleep(0.5)
    before = server.counter()
    os.rename(path, path.with_name("lena-s.md"))
    wait_for(lambda: server.get("/people/lena-s/").status == 200, "the new address")
    wait_for(lambda: server.get("/people/lena/").status == 404, "the old one to go")
    assert server.page("/people/").count('href="../people/lena') == 1
    time.sleep(0.5)
    assert server.counter() == before + 1


def test_a_deleted_note_is_one_reload_without_it(server: Server) -> None:
    path = put(server.root, "mentors/tomas", "---\ntitle: Tomás Ferreira\n---\n")
    server.sees("/people/", "Tomás Ferreira")
    before = server.counter()
    path.unlink()
    server.sees("/people/", "Tomás Ferreira", there=False)
    assert server.get("/people/tomas/").status == 404
    time.sleep(0.5)
    assert server.counter() == before + 1


def test_a_new_folder_is_followed(server: Server) -> None:
    text = "---\npeople: amara-okoye\nchannel: email\n---\nFirst words.\n"
    put(server.root, "touchpoints/2026/2026-06-01 first", text)
    server.sees(PAGE, "First words.")


def test_settings_are_one_reload(server: Server, events: Events) -> None:
    (server.root / "journal.toml").write_text('title = "A new title"\n')
    server.sees("/", "A new title")
    time.sleep(0.5)
    assert len(events.numbers) == 2, events.numbers


def test_a_template_is_one_reload(server: Server, events: Events) -> None:
    own = server.root / "templates"
    own.mkdir()
    time.sleep(0.3)
    text = '{% extends "base.html" %}{% block main %}<h1>All mine</h1>{% endblock %}'
    trust(server.root, {"about.html": text})
    (own / "about.html").write_text(text)
    server.sees("/about/", "All mine")
    time.sleep(0.5)
    assert len(events.numbers) == 2, events.numbers
    shutil.rmtree(own)
    server.sees("/about/", "All mine", there=False)


def test_own_templates_and_scripts_come_with_a_yes_and_go(server: Server) -> None:
    own = server.root / "templates"
    (own / "static").mkdir(parents=True)
    (own / "static" / "own.js").write_text("// mine\n")
    (own / "about.html").write_text(
        '{% extends "base.html" %}{% block main %}<h1>All mine</h1>{% endblock %}'
    )
    trust(server.root)
    server.sees("/about/", "All mine")
    wait_for(lambda: server.get("/static/own.js").status == 200, "the new script")
    shutil.rmtree(own)
    server.sees("/about/", "All mine", there=False)


def test_a_page_that_nobody_looks_at_is_not_made(server: Server) -> None:
    (server.root / "templates").mkdir(exist_ok=True)
    (server.root / "templates" / "about.html").write_text("{{ 1 + 'a' }}")
    trust(server.root)
    server.sees("/about/", BANNER)  # made, it would say so on every page
    (server.root / "templates" / "about.html").write_text("{{ 2 + 'a' }}")
    server.sees("/", BANNER, there=False)
    put(server.root, "mentors/amara-okoye", MENTOR.format(SAVED))
    assert BANNER not in server.sees(PAGE, SAVED)
    assert BANNER in server.page("/about/")
    shutil.rmtree(server.root / "templates")
    server.sees("/", BANNER, there=False)


def test_a_stylesheet_is_told_apart_from_pages(server: Server, events: Events) -> None:
    own = server.root / "templates" / "static"
    own.mkdir(parents=True)
    trust(server.root, {"static/journal.css": "body { color: black }\n"})
    (own / "journal.css").write_text("body { color: black }\n")
    wait_for(lambda: "black" in server.get("/static/journal.css").text, "the style")
    wait_for(lambda: len(events.numbers) > 1, "an event")
    first, last = (numbers.split() for numbers in (events.numbers[0], events.numbers[-1]))
    assert first[0] == last[0]
    assert int(last[1]) > int(first[1])


def branch(root: Path, files: dict[str, str]) -> None:
    """Make a repository of a journal, and a branch of it with these files, too."""
    subprocess.run([*GIT, str(root), "init", "-q", "-b", "main"], check=True)
    subprocess.run([*GIT, str(root), "add", "content"], check=True)
    subprocess.run([*GIT, str(root), "commit", "-qm", "before"], check=True)
    lines = ["commit refs/heads/other", "committer N <n@example.org> 0 +0000", "data 0"]
    lines.append("from refs/heads/main")
    for name, text in files.items():
        lines += [f'M 100644 inline "content/{name}.md"', f"data {len(text)}", text]
    data = "\n".join([*lines, ""]).encode()
    subprocess.run([*GIT, str(root), "fast-import", "--quiet"], input=data, check=True)


def test_a_checkout_of_thousands_of_files_is_one_reload(tmp_path: Path, start: Start) -> None:
    files = {f"news/2026-01-01 n{number}": "Some news.\n" for number in range(2000)}
    other = {"mentors/amara-okoye": MENTOR.format("On the other branch.")}
    branch(journal(tmp_path), {**files, **other})
    server = start(tmp_path)
    names = (("other", "On the other branch."), ("main", "As it was."))
    with closing(Events(server)) as events:
        for count, (name, text) in enumerate(names):
            subprocess.run([*GIT, str(server.root), "checkout", "-q", name], check=True)
            server.sees(PAGE, text)
            server.sees("/news/", "n1999", there=name == "other")
            time.sleep(0.5)
            assert len(events.numbers) == 2 + count, events.numbers


@pytest.mark.parametrize("name", ["content", "."])
def test_a_folder_that_was_replaced_is_still_followed(
    tmp_path: Path, start: Start, name: str
) -> None:
    server = start(journal(tmp_path))
    folder = server.root / name
    away = server.root.with_name("away")
    os.rename(folder, away)
    shutil.copytree(away, folder, symlinks=True)
    time.sleep(0.5)
    put(server.root, "mentors/amara-okoye", MENTOR.format(SAVED))
    server.sees(PAGE, SAVED)
    shutil.rmtree(away)


def test_what_no_event_told_of_is_found_by_looking(server: Server) -> None:
    text = "Written through memory, so that the system reports nothing."
    path = put(server.root, "mentors/mapped", MENTOR.format("." * len(text)))
    server.sees("/people/mapped/", "......")
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as memory:
        memory[memory.find(b"....") : memory.find(b"....") + len(text)] = text.encode()
        memory.flush()
        server.sees("/people/mapped/", text)


def test_reading_and_what_editors_and_git_leave_is_no_change(
    server: Server, events: Events
) -> None:
    folder = server.root / "content" / "mentors"
    for name in ("4913", "a.md~", ".a.md.swp", "#a.md#", "a.md.tmp", "a.md.vsctmp", ".DS_Store",
                 "a.md___jb_tmp___", ".goutputstream-X1", ".sb-1-x", "a.md.AbCdEf"):  # fmt: skip
        (folder / name).write_text("x")
    os.symlink("noor@laptop.4242:1700000000", folder / ".#a.md")
    (server.root / "site").mkdir()
    (server.root / "site" / "index.html").write_text("x")
    (server.root / ".journal-cache" / "other").write_text("x")
    subprocess.run([*GIT, str(server.root), "init", "-q"], check=True)
    subprocess.run([*GIT, str(server.root), "add", "journal.toml"], check=False)
    for _ in range(200):
        (folder / "amara-okoye.md").read_bytes()
    time.sleep(4)
    assert len(events.numbers) == 1, events.numbers
