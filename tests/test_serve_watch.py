"""What an editor saves is seen, once, however it saves: each way as its system calls."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.serving import Events, Server, wait_for

MENTOR = "---\ntitle: Amara Okoye\n---\n{}\n"
PAGE = "/people/amara-okoye/"
SAVED = "Saved just now."


@pytest.fixture
def server(tmp_path: Path, start: Callable[..., Server]) -> Server:
    """A server of a journal with one mentor."""
    note = tmp_path / "content" / "mentors" / "amara-okoye.md"
    note.parent.mkdir(parents=True)
    note.write_text(MENTOR.format("As it was."))
    time.sleep(0.06)
    return start(tmp_path)


@pytest.fixture
def events(server: Server) -> Iterator[Events]:
    """The reload channel of that server."""
    found = Events(server)
    wait_for(lambda: len(found.numbers) == 1, "the first number")
    yield found
    found.close()


def in_place(note: Path, data: bytes) -> None:
    """As nano and echo do."""
    note.write_bytes(data)


def renamed(note: Path, data: bytes) -> None:
    """As Kate and many others do: a file beside it, then moved to its name."""
    draft = note.with_name(f".{note.name}.tmp")
    draft.write_bytes(data)
    os.replace(draft, note)


def gedit(note: Path, data: bytes) -> None:
    """As GLib does."""
    draft = note.with_name(".goutputstream-A1B2C3")
    draft.write_bytes(data)
    shutil.copy(note, f"{note}~")
    os.replace(draft, note)


def vim_with_backup(note: Path, data: bytes) -> None:
    """A try whether the folder can be written, the name moved away, a new file, the backup gone."""
    probe = note.with_name("4913")
    probe.touch()
    probe.unlink()
    backup = Path(f"{note}~")
    os.rename(note, backup)
    time.sleep(0.05)
    with note.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    backup.unlink()


def vim_without_backup(note: Path, data: bytes) -> None:
    """A swap file beside it; the note itself is cut to nothing and written."""
    swap = note.with_name(f".{note.name}.swp")
    swap.write_bytes(b"b0VIM 9.0")
    fd = os.open(note, os.O_WRONLY | os.O_TRUNC)
    os.write(fd, data)
    os.fsync(fd)
    os.close(fd)
    swap.unlink()


def vs_code(note: Path, data: bytes) -> None:
    """Opened, cut to nothing in a step of its own, written."""
    fd = os.open(note, os.O_RDWR)
    os.ftruncate(fd, 0)
    time.sleep(0.01)
    os.write(fd, data)
    os.close(fd)


def obsidian(note: Path, data: bytes) -> None:
    """Written in place, then its times are set."""
    note.write_bytes(data)
    now = time.time()
    os.utime(note, (now, now))


def emacs(note: Path, data: bytes) -> None:
    """A link that leads nowhere as lock, an autosave, the old file as backup, a new one."""
    lock, auto = note.with_name(f".#{note.name}"), note.with_name(f"#{note.name}#")
    os.symlink("noor@laptop.4242:1700000000", lock)
    auto.write_bytes(data)
    os.rename(note, f"{note}~")
    note.write_bytes(data)
    auto.unlink()
    lock.unlink()


def jetbrains(note: Path, data: bytes) -> None:
    """Written beside, the old one moved away, the new one moved in, the old one deleted."""
    new, old = Path(f"{note}___jb_tmp___"), Path(f"{note}___jb_old___")
    new.write_bytes(data)
    os.rename(note, old)
    os.rename(new, note)
    old.unlink()


def text_edit(note: Path, data: bytes) -> None:
    """A safe-save folder beside it, the file exchanged with what lies there."""
    folder = note.with_name(".sb-1a2b3c4d-XyZ")
    folder.mkdir()
    (folder / note.name).write_bytes(data)
    os.replace(folder / note.name, note)
    folder.rmdir()


def synchronised(note: Path, data: bytes) -> None:
    """As Syncthing brings it, with the times of the other machine."""
    draft = note.with_name(f".syncthing.{note.name}.tmp")
    draft.write_bytes(data)
    os.utime(draft, (1_700_000_000, 1_700_000_000))
    os.replace(draft, note)


def deleted_and_made(note: Path, data: bytes) -> None:
    """Deleted, and made anew."""
    note.unlink()
    time.sleep(0.05)
    note.write_bytes(data)


WAYS = [
    in_place, renamed, gedit, vim_with_backup, vim_without_backup, vs_code, obsidian, emacs,
    jetbrains, text_edit, synchronised, deleted_and_made,
]  # fmt: skip


@pytest.mark.parametrize("save", WAYS)
def test_one_save_is_one_reload_with_the_new_text(
    server: Server, events: Events, save: Callable[[Path, bytes], None]
) -> None:
    note = server.root / "content" / "mentors" / "amara-okoye.md"
    save(note, MENTOR.format(SAVED).encode())
    assert "As it was." not in server.sees(PAGE, SAVED)
    time.sleep(0.6)
    assert len(events.numbers) == 2, events.numbers
    assert 'class="banner"' not in server.page(PAGE)


def test_a_save_is_seen_in_a_moment(server: Server) -> None:
    note = server.root / "content" / "mentors" / "amara-okoye.md"
    times = []
    for count in range(5):
        time.sleep(0.1)
        renamed(note, MENTOR.format(f"Version {count}.").encode())
        began = time.monotonic()
        server.sees(PAGE, f"Version {count}.")
        times.append(time.monotonic() - began)
    assert sorted(times)[2] < 0.5, times


def test_a_slow_save_in_place_shows_no_half_of_it(server: Server, events: Events) -> None:
    note = server.root / "content" / "mentors" / "amara-okoye.md"
    head = [
        "---\n",
        "title: Ama",
        "ra Okoye\nphases:\n",
        "  - 2020-01-01 act",
        "ive\n---\n",
    ]
    with note.open("wb", buffering=0) as file:
        for piece in (*head, SAVED):
            file.write(piece.encode())
            time.sleep(0.35)
            page = server.page(PAGE)
            assert "Amara Okoye" in page
            assert "As it was." in page or piece in (head[-1], SAVED)
    server.sees(PAGE, SAVED)
    wait_for(lambda: 'class="banner"' not in server.page(PAGE), "the banner to go")


def test_a_conflicting_copy_is_named_and_costs_nothing(server: Server) -> None:
    note = server.root / "content" / "mentors" / "amara-okoye.md"
    copy = note.with_name("amara-okoye.sync-conflict-20260101-120000-ABCDEFG.md")
    copy.write_text(MENTOR.format("Another version."))
    server.sees("/check/", "sync-conflict")
    assert "As it was." in server.page(PAGE)


def test_new_renamed_and_deleted_notes_are_followed(server: Server) -> None:
    folder = server.root / "content" / "mentors"
    (folder / "jonas-weber.md").write_text("---\ntitle: Jonas Weber\n---\n")
    server.sees("/people/", "Jonas Weber")
    assert server.get("/people/jonas-weber/").status == 200
    os.rename(folder / "jonas-weber.md", folder / "jonas-w.md")
    wait_for(lambda: server.get("/people/jonas-w/").status == 200, "the new address")
    wait_for(lambda: server.get("/people/jonas-weber/").status == 404, "the old one to go")
    (folder / "jonas-w.md").unlink()
    server.sees("/people/", "Jonas Weber", there=False)
    assert server.get("/people/jonas-w/").status == 404


def test_a_new_folder_is_followed(server: Server) -> None:
    folder = server.root / "content" / "touchpoints" / "2026"
    folder.mkdir(parents=True)
    text = "---\npeople: amara-okoye\nchannel: email\n---\nFirst words.\n"
    (folder / "2026-06-01 first.md").write_text(text)
    server.sees(PAGE, "First words.")


def test_settings_are_followed(server: Server) -> None:
    (server.root / "journal.toml").write_text('title = "A new title"\n')
    server.sees("/", "A new title")


def test_templates_and_files_beside_the_notes_are_followed(server: Server) -> None:
    own = server.root / "templates"
    (own / "static").mkdir(parents=True)
    (own / "static" / "own.js").write_text("// mine\n")
    (own / "about.html").write_text(
        '{% extends "base.html" %}{% block main %}<h1>All mine</h1>{% endblock %}'
    )
    server.sees("/about/", "All mine")
    wait_for(lambda: server.get("/static/own.js").status == 200, "the new script")
    shutil.rmtree(own)
    server.sees("/about/", "All mine", there=False)


def test_a_stylesheet_is_told_apart_from_pages(server: Server, events: Events) -> None:
    own = server.root / "templates" / "static"
    own.mkdir(parents=True)
    (own / "journal.css").write_text("body { color: black }\n")
    wait_for(lambda: "black" in server.get("/static/journal.css").text, "the style")
    wait_for(lambda: len(events.numbers) > 1, "an event")
    first, last = (numbers.split() for numbers in (events.numbers[0], events.numbers[-1]))
    assert first[0] == last[0]
    assert int(last[1]) > int(first[1])


def test_a_checkout_of_many_files_is_one_reload(server: Server) -> None:
    root = server.root
    git = ["git", "-C", str(root), "-c", "user.name=N", "-c", "user.email=n@example.org"]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    (root / ".gitignore").write_text("/.journal-cache/\n")
    folder = root / "content" / "news"
    folder.mkdir()
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "before"], check=True)
    subprocess.run([*git, "checkout", "-qb", "other"], check=True)
    for number in range(600):
        text = f"---\ndate: 2026-01-01\n---\nNews {number}.\n"
        (folder / f"2026-01-01 news {number}.md").write_text(text)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "after"], check=True)
    server.sees("/news/", "News 599.")
    time.sleep(1)
    for branch, text in (("main", ""), ("other", "News 599.")):
        events = Events(server)
        wait_for(lambda: len(events.numbers) == 1, "the first number")  # noqa: B023
        subprocess.run([*git, "checkout", "-q", branch], check=True)
        server.sees("/news/", text or "News 599.", there=bool(text))
        time.sleep(1)
        assert len(events.numbers) == 2, (branch, events.numbers)
        events.close()


def test_a_folder_that_was_replaced_is_still_followed(server: Server) -> None:
    content = server.root / "content"
    os.rename(content, server.root / "away")
    shutil.copytree(server.root / "away", content)
    time.sleep(0.5)
    note = content / "mentors" / "amara-okoye.md"
    in_place(note, MENTOR.format(SAVED).encode())
    server.sees(PAGE, SAVED)


def test_reading_and_what_editors_leave_is_no_change(server: Server, events: Events) -> None:
    folder = server.root / "content" / "mentors"
    for name in ("4913", "a.md~", ".a.md.swp", ".#a.md", "#a.md#", "a.md.tmp", ".DS_Store"):
        (folder / name).write_text("x")
    (server.root / "site").mkdir()
    (server.root / "site" / "index.html").write_text("x")
    for _ in range(200):
        (folder / "amara-okoye.md").read_bytes()
    time.sleep(4)
    assert len(events.numbers) == 1, events.numbers


def test_without_watching_files_are_looked_at(tmp_path: Path, start: Callable[..., Server]) -> None:
    (tmp_path / "content" / "mentors").mkdir(parents=True)
    server = start(tmp_path, "--poll")
    (tmp_path / "content" / "mentors" / "jonas-weber.md").write_text("---\ntitle: Jonas W\n---\n")
    server.sees("/people/", "Jonas W")


@pytest.mark.parametrize("limit", ["max_inotify_instances", "max_inotify_watches"])
def test_where_the_system_cannot_watch_it_says_so_and_looks(
    tmp_path: Path, start: Callable[..., Server], limit: str
) -> None:
    (tmp_path / "content" / "mentors").mkdir(parents=True)
    script = f'echo 0 > /proc/sys/user/{limit} && exec "$@"'
    probe = ["unshare", "-Ur", "sh", "-c", script, "sh", "true"]
    usable = subprocess.run(probe, capture_output=True, check=False).returncode == 0
    if not usable and not os.environ.get("CI"):
        pytest.skip("no user namespaces here")
    server = start(tmp_path, before=["unshare", "-Ur", "sh", "-c", script, "sh"])
    wait_for(lambda: any("looked at instead" in line for line in server.said), "the message")
    (tmp_path / "content" / "mentors" / "jonas-weber.md").write_text("---\ntitle: Jonas W\n---\n")
    server.sees("/people/", "Jonas W")
