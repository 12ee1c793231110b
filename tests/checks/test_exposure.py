"""Git, and other accounts of the machine."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.checks import exposure_findings


def git(root: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def said(root: Path, site: Path | None = None) -> list[str]:
    found = list(exposure_findings(root, (), site))
    assert {(f.path, f.line, f.code) for f in found} <= {(".gitignore", 1, "G01")}
    return [finding.message for finding in found]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    return tmp_path


def test_without_git_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert said(tmp_path) == []


def test_what_git_does_not_ignore_is_named(repository: Path) -> None:
    assert said(repository) == [
        "git does not ignore site/",
        "git does not ignore .journal-cache/",
    ]


@pytest.mark.parametrize(
    "ignored",
    ["/site/\n/.journal-cache/\n", "site\n.journal-cache\n", "site/*\n.journal-cache/*\n", "*\n"],
)
def test_what_git_ignores_is_fine_whatever_the_pattern(repository: Path, ignored: str) -> None:
    (repository / ".gitignore").write_text(ignored)
    assert said(repository) == []


def test_a_journal_inside_a_larger_repository_is_found(repository: Path) -> None:
    root = repository / "notes" / "journal"
    root.mkdir(parents=True)
    assert len(said(root)) == 2
    (repository / ".gitignore").write_text("notes/journal/site/\n.journal-cache/\n")
    assert said(root) == []


def test_a_site_that_git_tracks_is_named_though_it_is_ignored(repository: Path) -> None:
    (repository / "site").mkdir()
    (repository / "site/index.html").write_text("A page")
    git(repository, "add", "site")
    (repository / ".gitignore").write_text("/site/\n/.journal-cache/\n")
    assert said(repository) == ["git tracks site/, made of your notes"]


def test_another_output_folder_is_asked_about_instead(repository: Path) -> None:
    (repository / ".gitignore").write_text("/site/\n/.journal-cache/\n")
    assert said(repository, repository / "out [a]") == ["git does not ignore out [a]/"]
    assert said(repository, repository.parent / "elsewhere") == []


def test_another_repository_in_the_environment_is_not_asked(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / ".gitignore").write_text("/site/\n/.journal-cache/\n")
    monkeypatch.setenv("GIT_DIR", str(repository / "nowhere"))
    assert said(repository) == []


def test_a_broken_repository_is_one_that_git_does_not_answer_for(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("nonsense")
    (message,) = said(tmp_path)
    assert message.startswith("git does not answer for the repository around")


def test_git_runs_no_program_that_a_repository_names(repository: Path) -> None:
    hook = repository / "hook"
    hook.write_text(f"#!/bin/sh\ntouch {repository}/ran\n")
    hook.chmod(0o700)
    git(repository, "config", "core.fsmonitor", str(hook))
    assert said(repository)
    assert not (repository / "ran").exists()


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A journal's root that every account of the machine can reach."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        open_above = os.name == "posix" and all(f.stat().st_mode & 1 for f in root.parents)
        if not open_above and not os.environ.get("CI"):
            pytest.skip("nobody else can reach the system's own temporary folder")
        root.chmod(0o755)
        (root / "content/mentors").mkdir(parents=True)
        for path in (root / "content", root / "content/mentors"):
            path.chmod(0o755)
        yield root


OPEN = ("mentors/a.md", "mentors/b.md")


def test_notes_that_others_can_reach_and_read_are_one_finding_that_names_the_folder(
    reachable: Path,
) -> None:
    (found,) = exposure_findings(reachable, OPEN)
    assert (found.path, found.line, found.code) == ("content", 1, "G02")
    assert "notes in content/" in found.message


@pytest.mark.parametrize("closed", [".", "content", "content/mentors"])
def test_one_closed_folder_above_keeps_them(reachable: Path, closed: str) -> None:
    (reachable / closed).chmod(0o750)
    assert list(exposure_findings(reachable, OPEN)) == []


def test_notes_that_only_their_owner_reads_are_fine(reachable: Path) -> None:
    assert list(exposure_findings(reachable, ())) == []
