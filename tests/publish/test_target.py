"""Only a folder that is absent, empty or ours is ever replaced; only what we made is deleted."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.errors import NotPublished
from journal.publish import Published, publish, published_id
from journal.publish.publication import File


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "journal"
    (root / "content/mentors").mkdir(parents=True)
    (root / "content/mentors/amara.md").write_text("Amara")
    return root


def built(root: Path, target: Path, build_id: str = "1", page: bytes = b"page") -> Published:
    files = [("index.html", page)]
    return publish(target, files, root=root, content=root / "content", build_id=build_id)


def refused(root: Path, target: Path) -> str:
    """Return what is said; nothing may have been made, moved or deleted."""
    before = everything(root.parent)
    with pytest.raises(NotPublished) as error:
        built(root, target)
    assert everything(root.parent) == before
    message = str(error.value)
    assert "\n" not in message
    return message


def everything(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.rglob("*"))


def test_a_site_is_made_where_there_is_nothing(root: Path) -> None:
    built(root, root / "site")
    assert (root / "site/index.html").read_bytes() == b"page"


def test_an_empty_folder_is_used(root: Path) -> None:
    (root / "site").mkdir()
    built(root, root / "site")
    assert (root / "site/index.html").read_bytes() == b"page"


def test_missing_folders_above_the_site_are_made(root: Path) -> None:
    built(root, root / "out/public/site")
    assert (root / "out/public/site/index.html").read_bytes() == b"page"


def test_a_folder_outside_the_journal_is_fine(root: Path, tmp_path: Path) -> None:
    built(root, tmp_path / "www")
    assert (tmp_path / "www/index.html").read_bytes() == b"page"


def test_a_relative_target_is_below_the_current_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    publish(Path("site"), [], root=Path(), content=Path("content"), build_id="1")
    assert published_id(root / "site", root) == "1"


def test_somebodys_thesis_is_not_deleted(root: Path) -> None:
    (root / "site").mkdir()
    (root / "site/thesis.txt").write_text("ten years")
    assert "thesis.txt" in refused(root, root / "site")


def test_a_thesis_put_into_our_site_is_not_deleted_either(root: Path) -> None:
    built(root, root / "site")
    (root / "site/thesis.txt").write_text("ten years")
    assert "thesis.txt" in refused(root, root / "site")


def test_a_folder_put_into_our_site_is_not_deleted(root: Path) -> None:
    built(root, root / "site")
    (root / "site/drafts").mkdir()
    assert "drafts" in refused(root, root / "site")


def test_a_link_in_our_site_is_not_followed(root: Path, tmp_path: Path) -> None:
    built(root, root / "site")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/index.html").write_text("mine")
    (root / "site/photos").symlink_to(tmp_path / "photos")
    assert "photos" in refused(root, root / "site")


def test_a_page_replaced_by_a_link_goes_without_what_it_leads_to(
    root: Path, tmp_path: Path
) -> None:
    built(root, root / "site")
    (tmp_path / "mine.html").write_text("mine")
    (root / "site/index.html").unlink()
    (root / "site/index.html").symlink_to(tmp_path / "mine.html")
    built(root, root / "site", "2")
    assert (tmp_path / "mine.html").read_text() == "mine"
    assert not (root / "site/index.html").is_symlink()


def test_a_thesis_saved_into_the_site_while_it_is_built_is_not_deleted(root: Path) -> None:
    def files() -> Iterator[File]:
        yield "index.html", b"new"
        (root / "site/thesis.txt").write_text("ten years")

    built(root, root / "site", page=b"old")
    with pytest.raises(NotPublished, match=r"thesis\.txt"):
        publish(root / "site", files(), root=root, content=root / "content", build_id="2")
    assert (root / "site/index.html").read_bytes() == b"old"


def test_a_leftover_with_something_of_anothers_in_it_is_kept(root: Path) -> None:
    built(root, root / "site")
    (root / "site").rename(root / ".site.staging-1")
    (root / ".site.staging-1/thesis.txt").write_text("ten years")
    for build_id in ("2", "3"):
        built(root, root / "site", build_id)
    assert [p.name for p in (root / ".site.staging-1").iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("name", [".site.staging-1", ".site.old-1"])
def test_a_folder_of_that_name_without_our_marker_is_kept(root: Path, name: str) -> None:
    (root / name).mkdir()
    (root / name / "thesis.txt").write_text("ten years")
    built(root, root / "site")
    assert (root / name / "thesis.txt").read_text() == "ten years"


def test_a_link_of_that_name_is_kept_and_not_followed(root: Path, tmp_path: Path) -> None:
    built(root, tmp_path / "elsewhere")
    (root / ".site.staging-1").symlink_to(tmp_path / "elsewhere")
    built(root, root / "site")
    assert published_id(tmp_path / "elsewhere", root) == "1"


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (".", "your notes"),
        ("..", "your notes"),
        ("/", "your notes"),
        ("content", "your notes"),
        ("content/mentors", "inside the notes"),
        ("content/site", "inside the notes"),
        ("site/../content", "your notes"),
    ],
)
def test_the_notes_and_what_holds_them_are_never_replaced(
    root: Path, target: str, said: str
) -> None:
    assert said in refused(root, root / target)


def test_notes_kept_elsewhere_are_as_safe(root: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    with pytest.raises(NotPublished, match="your notes"):
        publish(notes, [], root=root, content=notes, build_id="1")
    with pytest.raises(NotPublished, match="is or holds the journal"):
        publish(root, [], root=root, content=notes, build_id="1")


def test_home_and_what_holds_it_are_never_replaced(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "homes/noor"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    assert "home folder" in refused(root, home)
    assert "home folder" in refused(root, home.parent)
    built(root, home / "site")


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_git_keeps_is_never_replaced(root: Path, tmp_path: Path, kind: str) -> None:
    built(root, tmp_path / "pages")
    git = tmp_path / "pages/.git"
    git.mkdir() if kind == "folder" else git.write_text("gitdir: elsewhere")
    assert "git" in refused(root, tmp_path / "pages")


def test_a_journal_in_git_has_its_site_inside(root: Path) -> None:
    (root / ".git").mkdir()
    built(root, root / "site")
    assert "git" in refused(root, root / ".git/site")


def test_a_link_is_never_replaced(root: Path, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (root / "site").symlink_to(tmp_path / "www")
    assert "is a link" in refused(root, root / "site")
    (root / "dangling").symlink_to(tmp_path / "nowhere")
    assert "is a link" in refused(root, root / "dangling")


def test_a_link_on_the_way_inside_the_journal_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (root / "out").symlink_to(tmp_path / "www")
    assert "through the link “out”" in refused(root, root / "out/site")
    assert "through the link “out”" in refused(root, root / "out/deeper/site")


def test_a_journal_reached_through_a_link_is_fine(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    linked = tmp_path / "link"
    built(linked, linked / "site")
    assert published_id(root / "site", root) == "1"


def test_a_file_or_a_pipe_is_not_replaced(root: Path) -> None:
    (root / "site").write_text("ten years")
    assert "is not a folder" in refused(root, root / "site")
    os.mkfifo(root / "pipe")
    assert "is not a folder" in refused(root, root / "pipe")


def test_names_in_a_message_cannot_steer_the_terminal(root: Path) -> None:
    (root / "site").mkdir()
    (root / "site" / "a\x1b[2J\nb").touch()
    assert refused(root, root / "site").isprintable()
