"""A repository of somebody else's runs nothing, whatever is asked of the journal in it."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import journal.git.process
from journal.git import GitStatus, git_status, repository_around, user_name
from tests.support.command import run
from tests.support.hostile_repository import (
    ELSEWHERE,
    Trap,
    cloned,
    from_an_archive,
    git,
    journal_in,
)
from tests.support.paths import REPO
from tests.support.server import Start

COMMANDS = [
    ["check"],
    ["build"],
    ["build", "--clean"],
    ["next"],
    ["init"],
    ["init", "deeper"],
    ["log", "theirs", "We spoke"],
    ["export", "json"],
    ["save"],
]


class Case(NamedTuple):
    """A journal of somebody else's, and the program that it names."""

    root: Path
    trap: Trap


@pytest.fixture(scope="module", params=[from_an_archive, cloned], ids=["archive", "clone"])
def prepared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """What somebody else prepared, made once."""
    folder = tmp_path_factory.mktemp("theirs")
    trap = Trap(folder)
    make: Callable[[Path, Trap], Path] = request.param
    return Case(make(folder, trap), trap)


@pytest.fixture
def hostile(prepared: Case) -> Iterator[Case]:
    """A journal that is opened; nothing may have run in the end."""
    prepared.trap.has_sprung()
    yield prepared
    assert not prepared.trap.has_sprung()


def test_the_traps_are_set(prepared: Case) -> None:
    git(prepared.root, "check-ignore", "-z", "--stdin", given="site/x\0")
    assert prepared.trap.has_sprung()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_runs_anything(hostile: Case, command: list[str]) -> None:
    ran = run(hostile.root, *command)
    assert "fault of the program" not in ran.err


def test_nothing_runs_while_it_is_served(hostile: Case, start: Start) -> None:
    server = start(hostile.root)
    assert server.get("/").status == server.get("/check/").status == 200


@pytest.mark.parametrize("name", ["core.fsmonitor", "core.sshCommand", "core.pager"])
def test_the_callers_environment_cannot_bring_it_back(
    hostile: Case, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "2")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", name)
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(hostile.trap.program))
    monkeypatch.setenv("GIT_CONFIG_KEY_1", "safe.bareRepository")
    monkeypatch.setenv("GIT_CONFIG_VALUE_1", "all")
    monkeypatch.setenv("GIT_SSH_COMMAND", str(hostile.trap.program))
    monkeypatch.setenv("GIT_PAGER", str(hostile.trap.program))
    monkeypatch.setenv("GIT_ALLOW_PROTOCOL", "ssh")
    monkeypatch.setenv("GIT_DIR", str(hostile.root))
    run(hostile.root, "check")


def test_where_git_refuses_that_is_said(tmp_path: Path) -> None:
    root = cloned(tmp_path, Trap(tmp_path))
    ran = run(root, "check")
    assert "G01 warning: git does not answer for the repository around" in ran.out
    assert "see that .gitignore has /site/ and /.journal-cache/" in ran.out


def test_a_folder_that_looks_like_a_repository_is_none(tmp_path: Path) -> None:
    root = journal_in(tmp_path / "bare")
    git(root, "init", "--quiet", "--bare", ".")
    trap = Trap(tmp_path)
    trap.set(root, ELSEWHERE | {"core.fsmonitor": "{trap}"})
    assert "G01" not in run(root, "check").out
    run(root, "init")
    assert repository_around(root) == root
    assert not trap.has_sprung()


def test_a_worktree_and_its_journal_are_asked_about(tmp_path: Path) -> None:
    main = journal_in(tmp_path / "main")
    git(main, "init", "--quiet", ".")
    git(main, "add", ".")
    git(main, "commit", "--quiet", "-m", "First")
    git(main, "worktree", "add", "--quiet", str(tmp_path / "beside"))
    assert (tmp_path / "beside/.git").is_file()
    known = git_status(tmp_path / "beside", ("content", "site"))
    assert known == GitStatus(frozenset({"content"}), frozenset())


def test_a_name_that_begins_alike_is_not_taken_for_another(tmp_path: Path) -> None:
    root = journal_in(tmp_path / "mine")
    git(root, "init", "--quiet", ".")
    (root / "site-notes").mkdir()
    (root / "site-notes/x").touch()
    git(root, "add", ".")
    known = git_status(root, ("site", "site-notes"))
    assert known is not None
    assert known.tracked == {"site-notes"}


def test_without_git_nobody_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = journal_in(tmp_path / "mine")
    (root / ".git").mkdir()
    monkeypatch.setenv("PATH", os.fspath(tmp_path / "nothing"))
    assert git_status(root, ("site",)) is None
    assert user_name() == ""


def test_a_git_that_does_not_end_is_not_waited_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = journal_in(tmp_path / "mine")
    (root / ".git").mkdir()
    slow = tmp_path / "bin/git"
    slow.parent.mkdir()
    slow.write_text(f"#!/bin/sh\nexec {shutil.which('sleep')} 60\n")
    slow.chmod(0o700)
    monkeypatch.setenv("PATH", os.fspath(slow.parent))
    monkeypatch.setattr(journal.git.process, "_SECONDS", 0.2)
    assert "git does not answer" in run(root, "check").out


def test_no_other_module_runs_a_program() -> None:
    found = subprocess.run(
        ["grep", "-rlE", r"subprocess|popen|posix_spawn|os\.system", "journal", "--include=*.py"],
        cwd=REPO,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert sorted(found) == ["journal/cli/editor.py", "journal/git/process.py"]
