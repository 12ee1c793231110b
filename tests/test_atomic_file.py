"""A file is written whole or not at all, and never through a link or over another by mistake."""

import errno
import os
import stat
from pathlib import Path

import pytest

from journal.atomic_file import create_file, replace_file, write_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_whole_and_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o277)
    try:
        create_file(str(tmp_path / "new"), b"whole")
    finally:
        os.umask(before)
    assert (tmp_path / "new").read_bytes() == b"whole"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600
    assert names(tmp_path) == ["new"]


def test_what_is_there_is_not_touched_by_a_new_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("file", "link"):
        with pytest.raises(FileExistsError):
            create_file(str(tmp_path / name), b"new")
    assert (tmp_path / "file").read_text() == "mine"
    assert names(tmp_path) == ["file", "link"]


def test_without_links_a_new_file_is_written_all_the_same(tmp_path: Path) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    create_file(str(tmp_path / "new"), b"whole", link=no_links)
    assert (tmp_path / "new").read_bytes() == b"whole"
    with pytest.raises(FileExistsError):
        create_file(str(tmp_path / "new"), b"other", link=no_links)
    assert (tmp_path / "new").read_bytes() == b"whole"
    assert names(tmp_path) == ["new"]


def test_replacing_takes_the_place_of_a_link_and_leaves_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("mine")
    (tmp_path / "file").symlink_to("elsewhere")
    replace_file(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"
    assert not (tmp_path / "file").is_symlink()
    assert (tmp_path / "elsewhere").read_text() == "mine"
    assert names(tmp_path) == ["elsewhere", "file"]


def test_what_could_not_be_replaced_is_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=r"folder|directory"):
        replace_file(tmp_path / "folder", b"new")
    assert names(tmp_path) == ["folder"]


def test_of_a_file_that_fails_half_way_nothing_is_left(tmp_path: Path) -> None:
    def chunks() -> list[bytes]:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        write_file(str(tmp_path / "file"), (chunk for _ in "x" for chunk in chunks()))
    assert names(tmp_path) == []


def test_the_size_is_that_of_all_chunks(tmp_path: Path) -> None:
    assert write_file(str(tmp_path / "file"), [b"ab", b"", b"c"], flush=False) == 3
    assert (tmp_path / "file").read_bytes() == b"abc"
