"""A new note is whole or not there, and never takes the place of another."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.reading.scan import scan_content
from journal.writing import NotWritten, create_note
from journal.writing.create_note import create_note_by
from tests.support.publication import ordinary, running, said_by


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    (content / "mentors").mkdir(parents=True)
    return content


def refused(content: Path, note_id: str, text: str = "new") -> str:
    """Return what is said; nothing may have been written."""
    before = everything(content.parent)
    with pytest.raises(NotWritten) as error:
        create_note(content, note_id, text)
    assert everything(content.parent) == before
    message = str(error.value)
    assert message.isprintable()
    return message


def everything(folder: Path) -> dict[str, bytes | None]:
    return {str(p): p.read_bytes() if p.is_file() else None for p in folder.rglob("*")}


def test_a_note_holds_what_was_written_and_nothing_is_left_beside_it(content: Path) -> None:
    path = create_note(content, "mentors/amara-okoye", "---\n---\r\nAmara 🙂")
    assert path == content / "mentors/amara-okoye.md"
    assert path.read_bytes() == "---\n---\r\nAmara 🙂".encode()
    assert list((content / "mentors").iterdir()) == [path]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    path = create_note(tmp_path / "content", "touchpoints/2025/2025-03-14 Amara", "")
    assert path == tmp_path / "content/touchpoints/2025/2025-03-14 Amara.md"
    assert path.read_bytes() == b""


def test_a_note_that_is_there_is_never_overwritten(content: Path) -> None:
    create_note(content, "mentors/amara", "old")
    said = refused(content, "mentors/amara")
    assert said.startswith("“content/mentors/amara.md” is there already, and was not touched")
    assert (content / "mentors/amara.md").read_text() == "old"


@pytest.mark.parametrize(
    ("there", "new"), [("Ada", "ada"), ("Zoe\u0308", "Zoë"), ("STRASSE", "straße")]
)
def test_names_that_other_systems_cannot_keep_apart_are_the_same(
    content: Path, there: str, new: str
) -> None:
    create_note(content, f"mentors/{there}", "old")
    assert "is there already" in refused(content, f"mentors/{new}")


@pytest.mark.parametrize("kind", ["folder", "dangling link", "pipe"])
def test_whatever_has_the_name_is_not_replaced(content: Path, kind: str) -> None:
    path = content / "mentors/amara.md"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("nowhere")
    assert "is there already" in refused(content, "mentors/amara")


@pytest.mark.parametrize(
    "note_id",
    [
        "", "/etc/x", "../x", "mentors/../../x", "mentors/./x", "mentors//x", "mentors/",
        "mentors/..", ".git/x", "mentors/.x", "_drafts/x", "mentors/a\\b", "mentors/a\0b",
        "mentors/a\nb", "mentors/\x1b[2J", "mentors/\u202egpj", "mentors/\udcff",
        "mentors/" + "n" * 253, "mentors/" + "é" * 127,
    ],
)  # fmt: skip
def test_a_name_that_leaves_the_notes_or_is_never_read_is_refused(
    content: Path, note_id: str
) -> None:
    refused(content, note_id)


def test_the_longest_name_is_255_bytes(content: Path) -> None:
    assert create_note(content, "mentors/" + "n" * 252, "x").exists()


@pytest.mark.parametrize("link", ["content", "mentors"])
def test_a_linked_folder_is_never_written_through(tmp_path: Path, link: str) -> None:
    (tmp_path / "elsewhere/mentors").mkdir(parents=True)
    content = tmp_path / "journal/content"
    (content if link == "mentors" else content.parent).mkdir(parents=True)
    place = content if link == "content" else content / "mentors"
    place.symlink_to(tmp_path / "elsewhere")
    refused(content, "mentors/amara")


def test_a_file_where_a_folder_is_needed_is_one_sentence(content: Path) -> None:
    create_note(content, "mentors/amara", "old")
    assert "stands where a folder is needed" in refused(content, "mentors/amara.md/x")


def test_text_that_is_no_text_is_refused(content: Path) -> None:
    assert "is not text" in refused(content, "mentors/amara", "caf\udce9")


@pytest.mark.parametrize("umask", [0, 0o022, 0o027])
def test_a_note_is_for_its_owner_s_eyes_whatever_the_umask(content: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        path = create_note(content, "news/2025/poster", "x")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def no_links(_draft: str, _name: str, _folder: int | None) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def test_a_disk_without_links_is_written_as_carefully(content: Path) -> None:
    path = create_note_by(no_links, content, "mentors/amara", "Amara")
    assert path.read_text() == "Amara"
    assert list((content / "mentors").iterdir()) == [path]
    with pytest.raises(NotWritten, match="is there already"):
        create_note_by(no_links, content, "mentors/amara", "another")
    assert path.read_text() == "Amara"


def test_a_note_that_appears_at_the_last_moment_is_not_overwritten(content: Path) -> None:
    def raced(draft: str, name: str, folder: int | None) -> None:
        (content / "mentors/amara.md").write_text("theirs")
        os.link(draft, name, src_dir_fd=folder, dst_dir_fd=folder)

    with pytest.raises(NotWritten, match="is there already"):
        create_note_by(raced, content, "mentors/amara", "mine")
    assert [p.read_text() for p in (content / "mentors").iterdir()] == ["theirs"]


def test_the_note_has_its_name_only_once_it_is_whole(content: Path) -> None:
    seen: list[list[str]] = []

    def looking(draft: str, name: str, folder: int | None) -> None:
        seen.append([p.read_text() for p in (content / "mentors").iterdir()])
        assert name not in os.listdir(folder)
        assert draft.startswith(".")
        os.link(draft, name, src_dir_fd=folder, dst_dir_fd=folder)

    create_note_by(looking, content, "mentors/amara", "Amara")
    assert seen == [["Amara"]]


def test_a_folder_that_may_not_be_written_is_one_sentence(content: Path) -> None:
    (content / "mentors").chmod(0o500)
    script = """
import json
from journal.writing import NotWritten, create_note
try:
    create_note(Path(sys.argv[1]), "mentors/amara", "x")
except NotWritten as error:
    print(json.dumps({"said": str(error)}))
"""
    try:
        said = said_by(running(script, content, before=ordinary()))["said"]
    finally:
        (content / "mentors").chmod(0o700)
    assert str(said).startswith(
        "“content/mentors/amara.md” could not be written: you may not write"
    )


_names = st.text(min_size=1, max_size=12)


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(folders=st.lists(_names, max_size=2), name=_names, text=st.text(max_size=30))
def test_any_note_is_written_and_found_again_or_refused_whole(
    content: Path, folders: list[str], name: str, text: str
) -> None:
    before = everything(content)
    note_id = "/".join(["mentors", *folders, name])
    try:
        path = create_note(content, note_id, text)
    except NotWritten:
        assert {k: v for k, v in everything(content).items() if v is not None} == {
            k: v for k, v in before.items() if v is not None
        }
        return
    assert path.read_bytes() == text.encode()
    found = [note.path for note in scan_content(content.parent).notes]
    assert path.relative_to(content).as_posix() in found or path.parent.name.endswith(".md")
    path.unlink()
