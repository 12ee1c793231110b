"""Attachments are copied as they are; a link is never followed, and a bad one costs no page."""

import os
from pathlib import Path

import pytest

from journal.publish import Published, publish, published_id
from journal.publish.publication import File


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "journal"
    (root / "content/mentors").mkdir(parents=True)
    return root


def copied(root: Path, source: Path) -> Published:
    files: list[File] = [("index.html", b"home"), ("media/a/copy", source)]
    return publish(root / "site", files, root=root, content=root / "content", build_id="1")


def skipped(root: Path, source: Path) -> str:
    result = copied(root, source)
    assert (root / "site/index.html").read_bytes() == b"home"
    assert not (root / "site/media").exists()
    assert published_id(root / "site", root) == "1"
    (sentence,) = result.skipped
    return sentence


@pytest.mark.parametrize("size", [0, 1, 3_000_001])
def test_a_copy_is_the_same_to_the_byte(root: Path, size: int) -> None:
    source = root / "content/mentors/poster.pdf"
    source.write_bytes(os.urandom(size))
    assert copied(root, source).skipped == ()
    assert (root / "site/media/a/copy").read_bytes() == source.read_bytes()


def test_a_copy_is_for_its_owner_only(root: Path) -> None:
    source = root / "content/photo.jpg"
    source.write_bytes(b"jpg")
    source.chmod(0o777)
    copied(root, source)
    assert (root / "site/media/a/copy").stat().st_mode & 0o777 == 0o600


def test_a_file_from_outside_the_notes_can_be_copied(root: Path, tmp_path: Path) -> None:
    (tmp_path / "font.woff2").write_bytes(b"font")
    assert copied(root, tmp_path / "font.woff2").skipped == ()
    assert (root / "site/media/a/copy").read_bytes() == b"font"


def test_a_link_is_not_copied(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (root / "content/photo.jpg").symlink_to(tmp_path / "secret")
    assert skipped(root, root / "content/photo.jpg") == "“content/photo.jpg” is a link"


def test_a_link_outside_the_notes_is_not_copied_either(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "font.woff2").symlink_to(tmp_path / "secret")
    assert "is a link" in skipped(root, tmp_path / "font.woff2")


def test_a_file_behind_a_linked_folder_is_not_copied(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets/photo.jpg").write_text("secret")
    (root / "content/photos").symlink_to(tmp_path / "secrets")
    assert "content/photos/photo.jpg" in skipped(root, root / "content/photos/photo.jpg")


def test_a_path_that_climbs_out_of_the_notes_is_not_copied(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (root / "content/photos").symlink_to(tmp_path)
    assert skipped(root, root / "content/photos/../photos/secret")


def test_a_pipe_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "content/pipe")
    assert skipped(root, root / "content/pipe") == "“content/pipe” is not a regular file"


def test_a_folder_is_not_copied(root: Path) -> None:
    assert "mentors" in skipped(root, root / "content/mentors")


def test_a_file_that_is_gone_costs_no_page(root: Path) -> None:
    assert "cannot be read (No such file" in skipped(root, root / "content/gone.png")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("files/a\\b.png", "is left out: its address on the site has a backslash"),
        ("files/a\nb.png", "is left out: its address on the site has a backslash or a control"),
        ("files/../x.png", "is left out: its address on the site has “.” or “..” as a part"),
        ("files/\udcff.png", "is left out: its address on the site is not text"),
        ("files/" + "x" * 256, "is left out: its address on the site has a part of more than 255"),
        ("index.html", "is left out: another file has its address on the site"),
        ("index.html/photo.jpg", "is left out: another file has its address on the site"),
        ("media", "is left out: another file has its address on the site"),
    ],
)
def test_a_file_whose_name_cannot_be_an_address_costs_itself_alone(
    root: Path, address: str, said: str
) -> None:
    source = root / "content/photo.jpg"
    source.write_bytes(b"photo")
    files: list[File] = [("index.html", b"home"), ("media/copy", source), (address, source)]
    result = publish(root / "site", files, root=root, content=root / "content", build_id="1")
    (sentence,) = result.skipped
    assert sentence.startswith(f"“content/photo.jpg” {said}")
    assert (root / "site/index.html").read_bytes() == b"home"
    assert (root / "site/media/copy").read_bytes() == b"photo"
    assert published_id(root / "site", root) == "1"
