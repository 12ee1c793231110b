"""This account's own folders: what is in them is ours alone, or it is not believed."""

import os
import stat
from pathlib import Path

import pytest

from journal.account import (
    account_key,
    cache_folder,
    read_or_create_private,
    read_private,
    state_folder,
)
from journal.atomic_file import replace_file


def test_folders_are_private_and_apart_for_each_journal(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    folders = {state_folder(one), state_folder(other), cache_folder(one), cache_folder(other)}
    assert len(folders) == 4
    assert all(stat.S_IMODE(folder.stat().st_mode) == 0o700 for folder in folders)
    assert not any(str(tmp_path) in str(folder) and "one" in folder.name for folder in folders)


def test_a_key_is_the_same_every_time_and_another_for_each_purpose() -> None:
    assert account_key("cache") == account_key("cache")
    assert account_key("cache") != account_key("site")


def test_where_no_key_can_be_kept_one_holds_for_this_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_text("a file, where the folder should be")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert account_key("cache") == account_key("cache")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o601, 0o610])
def test_a_file_that_others_can_reach_counts_as_absent(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "token"
    replace_file(path, b"ours")
    assert read_private(path) == b"ours"
    path.chmod(mode)
    assert read_private(path) == b""
    assert read_or_create_private(path, b"new") == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_counts_as_absent_and_is_replaced_not_followed(tmp_path: Path) -> None:
    elsewhere, path = tmp_path / "elsewhere", tmp_path / "token"
    replace_file(elsewhere, b"theirs")
    path.symlink_to(elsewhere)
    assert read_private(path) == b""
    assert read_or_create_private(path, b"ours") == b"ours"
    assert elsewhere.read_bytes() == b"theirs"
    assert not path.is_symlink()


def test_a_pipe_does_not_hold_anybody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "token", 0o600)
    assert read_private(tmp_path / "token") == b""


def test_what_was_kept_first_stays(tmp_path: Path) -> None:
    path = tmp_path / "token"
    assert read_or_create_private(path, b"first") == b"first"
    assert read_or_create_private(path, b"second") == b"first"
    assert [found.name for found in tmp_path.iterdir()] == ["token"]
