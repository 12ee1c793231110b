"""What an editor saves is seen, once, however it saves; while it does, nothing half is shown."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from tests.support import editors
from tests.support.banners import BANNER
from tests.support.reload_channel import Events
from tests.support.server import Server, Start, wait_for

pytestmark = pytest.mark.long

MENTOR = "---\ntitle: Amara Okoye\n---\n{}\n"
BEFORE = "As it was."
SAVED = "Saved just now."
NAMES = [
    *(way.__name__.replace("_", "-") for way in editors.WAYS),
    "slow",
    "long",
    "often",
    "copied",
]


@pytest.fixture(scope="module")
def server(start_for_module: Start, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server of a journal with a mentor for each test."""
    root = tmp_path_factory.mktemp("saved")
    (root / "content" / "mentors").mkdir(parents=True)
    for name in NAMES:
        path(root, name).write_text(MENTOR.format(BEFORE))
    time.sleep(0.06)
    return start_for_module(root)


@pytest.fixture
def events(server: Server) -> Iterator[Events]:
    """The reload channel of that server."""
    found = Events(server).begun()
    yield found
    found.close()


def path(root: Path, name: str) -> Path:
    return root / "content" / "mentors" / f"{name}.md"


@pytest.mark.parametrize("save", editors.WAYS)
def test_one_save_is_one_reload_and_shows_the_old_text_or_the_new(
    server: Server, events: Events, save: Callable[[Path, bytes], None]
) -> None:
    name = save.__name__.replace("_", "-")
    data = MENTOR.format(SAVED).encode()
    saver = Thread(target=save, args=(path(server.root, name), data))
    saver.start()
    page = server.page(f"/people/{name}/")
    end = time.monotonic() + 20
    while SAVED not in page:
        assert BEFORE in page
        assert BANNER not in page
        assert time.monotonic() < end
        page = server.page(f"/people/{name}/")
    saver.join()
    time.sleep(0.5)  # past the patience with files that look wrong
    page = server.page(f"/people/{name}/")
    assert BEFORE not in page
    assert BANNER not in page
    assert len(events.numbers) == 2, events.numbers


def test_a_look_at_all_files_finds_no_more_in_them(server: Server, events: Events) -> None:
    time.sleep(3.5)  # it is due every three seconds
    assert len(events.numbers) == 1, events.numbers


def test_a_save_is_seen_in_a_moment(server: Server) -> None:
    times = []
    for count in range(5):
        time.sleep(0.1)
        editors.renamed(path(server.root, "often"), MENTOR.format(f"Version {count}.").encode())
        began = time.monotonic()
        server.sees("/people/often/", f"Version {count}.")
        times.append(time.monotonic() - began)
    assert sorted(times)[2] < 0.5, times


def test_of_front_matter_saved_slowly_the_old_stays_until_it_is_whole(server: Server) -> None:
    head = ["---\n", "title: Ama", "ra Okoye\nphases:\n", "  - 2020-01-01 act", "ive\n---\n"]
    with path(server.root, "slow").open("wb", buffering=0) as file:
        for piece in (*head, SAVED):
            file.write(piece.encode())
            time.sleep(0.35)
            page = server.page("/people/slow/")
            assert "Amara Okoye" in page
            assert BEFORE in page or piece in (head[-1], SAVED)
    server.sees("/people/slow/", SAVED)
    wait_for(lambda: BANNER not in server.page("/people/slow/"), "the banner to go")


def test_of_a_text_saved_slowly_every_part_is_a_note_and_the_whole_is_seen(
    server: Server, events: Events
) -> None:
    parts = ["First part.\n", "Second part.\n", "Third part.\n", "Last part.\n"]
    with path(server.root, "long").open("wb", buffering=0) as file:
        file.write(MENTOR.format("").encode())
        for part in parts:
            file.write(part.encode())
            time.sleep(0.5)
            page = server.page("/people/long/")
            assert "Amara Okoye" in page
            assert BANNER not in page
    assert all(part.strip() in server.sees("/people/long/", "Last part.") for part in parts)
    assert 2 <= len(events.numbers) <= 2 + len(parts)


def test_a_conflicting_copy_is_named_and_costs_nothing(server: Server, events: Events) -> None:
    note = path(server.root, "copied")
    copy = note.with_name("copied.sync-conflict-20260101-120000-ABCDEFG.md")
    copy.write_text(MENTOR.format("Another version."))
    page = server.sees("/check/", "not read as notes")
    assert "copied.sync" not in page
    page = server.page("/people/copied/")
    assert BEFORE in page
    assert BANNER not in page
    time.sleep(0.5)
    assert len(events.numbers) == 2, events.numbers


def test_a_tag_that_is_added_or_taken_away_has_its_page_made_and_gone(server: Server) -> None:
    for tags, status in (("tags: [salt]\n", 200), ("", 404)):
        text = MENTOR.format(SAVED).replace("---\n", f"---\n{tags}", 1)
        path(server.root, "often").write_text(text)
        wait_for(partial(_answers, server, "/tags/salt/", status), "the page")


def _answers(server: Server, address: str, status: int) -> bool:
    return server.get(address).status == status
