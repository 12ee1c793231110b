"""Notes are looked at while somebody saves, moves and deletes them; each costs itself at most."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from journal.notes.records import Person
from journal.reading.cache import Cache
from journal.reading.folder import ReadOptions, open_cache, read_folder
from journal.reading.note_reader import read_note
from journal.reading.note_store import NoteStore
from journal.reading.scan import FileStamp, NoteFile, scan_content
from journal.serve.last_good_notes import LastGoodNotes
from tests.support.journal import TODAY, Writer

GOOD = "---\nsince: 2020\n---\n"
MANY = 120
SECONDS = 0.5


@pytest.fixture
def people(notes: Writer) -> Writer:
    """Many mentors who stay, and one whom somebody works on."""
    return notes.write({f"mentors/p{n}": GOOD for n in range(MANY)} | {"mentors/at-work": GOOD})


@pytest.fixture
def cache(people: Writer) -> Iterator[Cache]:
    found = open_cache(people.root)
    yield found
    found.close()


def note(root: Path) -> Path:
    return root / "content/mentors/at-work.md"


def _moved_and_written(root: Path) -> None:
    away = note(root).with_name("at-work.md~")
    note(root).rename(away)
    note(root).write_text(GOOD)
    away.unlink()


def _replaced(root: Path) -> None:
    draft = note(root).with_name("draft.md.tmp")
    draft.write_text(GOOD)
    draft.replace(note(root))


def _deleted(root: Path) -> None:
    note(root).unlink()
    note(root).write_text(GOOD)


def _a_link(root: Path) -> None:
    note(root).unlink()
    note(root).symlink_to("/etc/hostname")
    note(root).unlink()
    note(root).write_text(GOOD)


def _a_folder(root: Path) -> None:
    note(root).unlink()
    note(root).mkdir()
    note(root).rmdir()
    note(root).write_text(GOOD)


def _a_folder_that_comes_and_goes(root: Path) -> None:
    inner = root / "content/mentors/inner"
    inner.mkdir()
    (inner / "x.md").write_text(GOOD)
    shutil.rmtree(inner)
    inner.symlink_to("/etc")
    inner.unlink()


@contextmanager
def at_work(work: Callable[[Path], None], root: Path) -> Iterator[None]:
    """Somebody who does that again and again."""
    end = Event()

    def loop() -> None:
        while not end.is_set():
            work(root)

    worker = Thread(target=loop)
    worker.start()
    try:
        yield
    finally:
        end.set()
        worker.join()


@pytest.mark.parametrize(
    "work",
    [
        _moved_and_written,
        _replaced,
        _deleted,
        _a_link,
        _a_folder,
        _a_folder_that_comes_and_goes,
    ],
)
def test_what_is_being_saved_costs_itself_and_no_other_note(
    people: Writer, cache: Cache, work: Callable[[Path], None]
) -> None:
    own = ("content/mentors/at-work", "content/mentors/inner")
    with at_work(work, people.root):
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            folder = read_folder(people.root, cache)
            assert len([note for note in folder.notes if note.stem.startswith("p")]) == MANY
            assert all(finding.path.startswith(own) for finding in folder.findings)
            assert "hostname" not in repr(folder.notes)


def test_a_note_that_goes_between_look_and_read_is_no_note_and_no_mistake(
    people: Writer, cache: Cache
) -> None:
    seen = scan_content(people.root)
    note(people.root).unlink()
    folder = read_folder(people.root, cache, ReadOptions(scan=seen))
    assert len(folder.notes) == MANY
    assert not folder.findings
    assert not folder.left_out
    note(people.root).write_text(GOOD)
    assert len(read_folder(people.root, cache).notes) == MANY + 1


def _leaf(root: Path, outside: Path) -> None:
    note(root).unlink()
    note(root).symlink_to(outside / "at-work.md")


def _parent(root: Path, outside: Path) -> None:
    (root / "content/mentors").rename(root / "away")
    (root / "content/mentors").symlink_to(outside)


def _content(root: Path, outside: Path) -> None:
    (root / "content").rename(root / "away")
    (root / "content").symlink_to(outside.parent)


@pytest.mark.parametrize("swap", [_leaf, _parent, _content])
def test_no_link_is_followed_that_takes_the_place_of_what_was_found(
    people: Writer, tmp_path_factory: pytest.TempPathFactory, swap: Callable[[Path, Path], None]
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "mentors"
    outside.mkdir()
    (outside / "at-work.md").write_text("---\nwhy: stolen\n---\nstolen\n")
    status = os.lstat(note(people.root))
    swap(people.root, outside)
    found = NoteFile("mentors/at-work.md", FileStamp(status.st_size, 0, 0), 0o600)
    kept = read_note(people.root, found, None, None).note
    assert [mistake.code for mistake in kept.mistakes] == ["F08"]
    assert b"stolen" not in repr(kept).encode()


def test_a_folder_in_the_place_of_a_note_is_named(people: Writer) -> None:
    note(people.root).unlink()
    note(people.root).mkdir()
    kept = read_note(
        people.root, NoteFile("mentors/at-work.md", FileStamp(9, 0, 0), 0o600), None, None
    ).note
    assert [mistake.message for mistake in kept.mistakes] == ["not a regular file"]


def test_a_loop_of_links_costs_no_other_note(people: Writer) -> None:
    (people.root / "content/mentors/loop").symlink_to("loop")
    seen = scan_content(people.root)
    assert len(seen.notes) == MANY + 1
    assert not seen.unreadable_folders


def test_what_cannot_be_looked_into_while_serving_stays_as_it_was(
    people: Writer, cache: Cache
) -> None:
    followed = LastGoodNotes(people.root, cache, scan_content(people.root), TODAY)
    (people.root / "content").rename(people.root / "away")
    followed.refresh(scan_content(people.root), now=0.0)
    followed.refresh(scan_content(people.root), now=9.0)
    assert len(followed.bodies) == MANY + 1
    (people.root / "away").rename(people.root / "content")
    note(people.root).unlink()
    followed.refresh(scan_content(people.root), now=10.0)
    followed.refresh(scan_content(people.root), now=19.0)
    assert len(followed.bodies) == MANY


NOW = 1_800_000_000_000_000_000


@pytest.mark.parametrize(
    ("age", "fraction", "is_settled"),
    [
        (0.04, 1, False),
        (0.06, 1, True),
        (1.9, 0, False),
        (2.1, 0, True),
    ],
)
def test_a_stamp_is_trusted_once_a_second_save_would_leave_another(
    age: float, fraction: int, is_settled: bool
) -> None:
    saved = NOW // 1_000_000_000 * 1_000_000_000 + fraction
    now = saved + int(age * 1e9)
    long_ago = saved - 10**12 + 1
    assert FileStamp(1, saved, long_ago).is_settled(now) is is_settled
    assert FileStamp(1, long_ago, saved).is_settled(now) is is_settled


@pytest.mark.parametrize(("fraction", "apart"), [(0, 2_000_000_000), (1, 50_000_000)])
def test_two_saves_in_one_stamp_are_both_read(
    people: Writer, cache: Cache, fraction: int, apart: int
) -> None:
    """The second save leaves the stamp of the first, as on a disk with coarse ones it does."""
    saved = (time.time_ns() // 1_000_000_000 + 1) * 1_000_000_000 + fraction
    found = scan_content(people.root).notes[0]._replace(stamp=FileStamp(17, saved, saved))
    seen = scan_content(people.root)._replace(notes=(found,))
    store = NoteStore(people.root, cache)
    for met in ("one", "two"):
        (people.root / "content" / found.path).write_text(f"---\nmet: {met}\n---\n")
        (kept,) = store.update(seen)
        assert isinstance(kept.note, Person)
        assert kept.note.met == met
    assert not seen.is_settled(saved + apart)
    assert seen.is_settled(saved + apart + 1)
