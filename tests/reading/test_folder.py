"""What lies in a folder besides good notes, and what the cache may and may not change."""

import os
import socket
from pathlib import Path

import msgspec
import pytest

from journal.file_names import CACHE_FOLDER
from journal.reading.cached_note import RenderedBody
from journal.reading.folder import ReadOptions, open_cache, read_folder
from journal.reading.note_reader import WORTH_A_PROCESS
from tests.support.journal import Writer

GOOD = "---\nsince: 2020\n---\n"


class Html(msgspec.Struct, frozen=True):
    """A body as a renderer gives it back."""

    html: str
    mistakes: tuple[()] = ()


def deadly(body: str, first_line: int, key: str) -> RenderedBody:
    """Render anything; one body takes the whole process down."""
    if "deadly" in body:
        os._exit(7)
    return Html(body)


def codes(notes: Writer) -> list[tuple[str, str]]:
    return [(path, code) for path, _, code in notes.codes()]


def test_what_is_no_regular_file_is_named_and_never_opened(
    notes: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes.write({"mentors/ada": GOOD})
    here = notes.root / "content" / "mentors"
    os.mkfifo(here / "pipe.md")
    (here / "folder.md").mkdir()
    (here / "outward.md").symlink_to("/etc/hostname")
    (here / "dangling.md").symlink_to("nowhere")
    (here / "loop.md").symlink_to("loop.md")
    (here / "linked").symlink_to(tmp_path)
    with socket.socket(socket.AF_UNIX) as bound:
        monkeypatch.chdir(here)  # a socket's path may not be long
        bound.bind("socket.md")
        names = ("dangling.md", "folder.md", "linked", "loop.md", "outward.md", "pipe.md")
        expected = [(f"content/mentors/{name}", "F18") for name in (*names, "socket.md")]
        assert codes(notes) == expected
    assert list(notes.journal().notes) == ["mentors/ada"]


def test_content_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    notes = Writer(tmp_path)
    (tmp_path / "content").rmdir()
    (tmp_path / "content").symlink_to("/etc")
    assert codes(notes) == [("content", "F18")]


@pytest.mark.parametrize(
    "name",
    [
        "ada.sync-conflict-20250101-120000-ABCDEFG",
        "ada (conflicted copy 2025-01-01)",
        "ada (Noor's conflicted copy 2025-01-01)",
        "ada (case conflict)",
        "ada_conflict-20250101-120000",
    ],
)
def test_a_copy_of_a_sync_program_is_not_read_as_a_second_note(notes: Writer, name: str) -> None:
    path = notes.root / f"content/mentors/{name}.md"
    notes.write({"mentors/ada": GOOD})
    path.write_text(GOOD)
    assert codes(notes) == [(f"content/mentors/{name}.md", "F17")]
    assert list(notes.journal().notes) == ["mentors/ada"]


@pytest.mark.parametrize(("one", "other"), [("Ada", "ada"), ("Zoe\u0308", "Zo\u00eb")])
def test_names_that_other_systems_cannot_keep_apart(notes: Writer, one: str, other: str) -> None:
    notes.write({f"mentors/{one}": GOOD, f"mentors/{other}": GOOD})
    assert [code for _, code in codes(notes)] == ["F17"]
    assert len(notes.journal().people) == 1


def test_strange_names_are_findings_and_never_crash(notes: Writer) -> None:
    here = notes.root / "content" / "mentors"
    here.mkdir()
    for name in (b"new\nline.md", b"caf\xe9.md", b"CON.md", b"x" * 250 + b".md"):
        (Path(os.fsdecode(os.fsencode(here) + b"/" + name))).write_text(GOOD)
    journal = notes.journal()
    assert [finding.code for finding in journal.findings] == ["F17", "F17", "F17"]
    assert all(finding.path.isprintable() for finding in journal.findings)
    assert {person.stem for person in journal.people} == {"CON", "x" * 250}


def test_a_note_in_no_known_folder_and_hidden_ones(notes: Writer) -> None:
    notes.write({"ideas/ada": GOOD, "loose": "x", "_drafts/x": "x", "mentors/.hidden": "x"})
    (notes.root / "content/_x.md").write_text("x")
    expected = [("content/ideas/ada.md", "F09"), ("content/loose.md", "F09")]
    assert codes(notes) == expected


def test_a_file_over_4_mib_is_left_out(notes: Writer) -> None:
    notes.write({"news/2026-01-01 long": b"x" * (4 * 1024 * 1024 + 1), "mentors/ada": GOOD})
    assert codes(notes) == [("content/news/2026-01-01 long.md", "F08")]


@pytest.mark.parametrize("damage", [b"", b"not a database at all", os.urandom(4096)])
def test_a_damaged_cache_changes_nothing(notes: Writer, damage: bytes) -> None:
    notes.write({"mentors/ada": GOOD, "mentors/bo": "---\nnext: soon\n---\n"})
    before = notes.journal()
    (cache,) = (notes.root / CACHE_FOLDER).glob("*.sqlite")
    cache.write_bytes(damage)
    again = notes.journal()
    assert (again.notes, again.findings) == (before.notes, before.findings)


def test_the_cache_can_be_read_by_its_owner_alone(notes: Writer) -> None:
    before = os.umask(0)
    try:
        notes.write({"mentors/ada": GOOD}).journal()
    finally:
        os.umask(before)
    folder = notes.root / CACHE_FOLDER
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_a_second_save_in_the_same_moment_is_seen(notes: Writer) -> None:
    path = notes.root / "content/mentors/ada.md"
    notes.write({"mentors/ada": "---\nmet: one\n---\n"}).journal()
    status = path.stat()
    path.write_text("---\nmet: two\n---\n")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert notes.journal().people[0].met == "two"


def test_deleted_renamed_and_restored_notes(notes: Writer) -> None:
    notes.write({"mentors/ada": GOOD, "mentors/bo": GOOD}).journal()
    path = notes.root / "content/mentors/bo.md"
    path.rename(path.with_name("cy.md"))
    assert set(notes.journal().notes) == {"mentors/ada", "mentors/cy"}
    path.with_name("cy.md").unlink()
    assert set(notes.journal().notes) == {"mentors/ada"}
    notes.write({"mentors/bo": GOOD})
    assert set(notes.journal().notes) == {"mentors/ada", "mentors/bo"}


@pytest.mark.slow
def test_a_note_that_kills_its_reader_costs_only_itself(notes: Writer) -> None:
    many = {f"mentors/p{n}": f"{GOOD}text {n}" for n in range(WORTH_A_PROCESS + 10)}
    notes.write({**many, "mentors/p5": f"{GOOD}deadly <b>"})
    cache = open_cache(notes.root)
    try:
        folder = read_folder(notes.root, cache, ReadOptions(bodies=True, render=deadly))
        html = folder.bodies
    finally:
        cache.close()
    assert [(f.path, f.code) for f in folder.findings] == [("content/mentors/p5.md", "M01")]
    assert len(folder.notes) == len(many)
    assert html["mentors/p6"].strip() == "text 6"
    assert "deadly &lt;b&gt;" in html["mentors/p5"]
