"""`journal init`: a journal is made, and nothing that was there is touched."""

import os
import stat
import subprocess
import tomllib
from pathlib import Path

import pytest

from journal.errors import Exit
from journal.notes.kinds import FOLDERS
from tests.support.command import run


def git(root: Path, *words: str) -> str:
    """Ask git about a repository."""
    asked = subprocess.run(
        ["git", "-C", str(root), *words], capture_output=True, text=True, check=True
    )
    return asked.stdout


@pytest.fixture(autouse=True)
def git_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let git know one person only, and no repository around."""
    config = tmp_path / "gitconfig"
    config.write_text('[user]\n\tname = "Noor \\"N\\" Haddad"\n', encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return config


def test_a_new_journal_has_all_it_needs(tmp_path: Path) -> None:
    ran = run(tmp_path, "init", "mine")
    root = tmp_path / "mine"
    assert ran.status == Exit.FINE
    assert sorted(path.name for path in (root / "content").iterdir()) == sorted(FOLDERS)
    assert (root / ".git").is_dir()
    made = [line.strip() for line in ran.out.splitlines()[1:]]
    assert all((root / name).exists() for name in made)
    assert "journal.toml" in made
    assert "content/mentors/" in made


def test_a_new_journal_has_neither_errors_nor_warnings(tmp_path: Path) -> None:
    run(tmp_path, "init")
    assert run(tmp_path, "check", "--strict").status == Exit.FINE
    assert "My first mentor" in run(tmp_path, "next").out


def test_a_new_journal_can_be_built_and_git_ignores_the_site(tmp_path: Path) -> None:
    run(tmp_path, "init")
    assert run(tmp_path, "build", "--strict").status == Exit.FINE
    known = git(tmp_path, "status", "--porcelain", "--untracked-files=all")
    assert "content/mentors/my-first-mentor.md" in known
    assert "site/" not in known
    assert ".journal-cache" not in known


def test_the_settings_know_the_name_that_git_knows(tmp_path: Path) -> None:
    run(tmp_path, "init")
    settings = tomllib.loads((tmp_path / "journal.toml").read_text(encoding="utf-8"))
    assert settings["me"] == {"name": 'Noor "N" Haddad'}


def test_every_setting_in_the_comments_is_one(tmp_path: Path) -> None:
    run(tmp_path, "init", "--empty")
    path = tmp_path / "journal.toml"
    lines = path.read_text(encoding="utf-8").split("\n")
    told = [line.removeprefix("# ") if " = " in line or "[" in line else line for line in lines]
    path.write_text("\n".join(told), encoding="utf-8")
    ran = run(tmp_path, "check")
    assert "S01" not in ran.out, ran.out


def test_empty_has_no_notes(tmp_path: Path) -> None:
    run(tmp_path, "init", "--empty")
    assert not list((tmp_path / "content").rglob("*.md"))


def test_a_second_init_changes_nothing(tmp_path: Path) -> None:
    run(tmp_path, "init")
    before = _files(tmp_path)
    ran = run(tmp_path, "init")
    assert "nothing was changed" in ran.out
    assert _files(tmp_path) == before


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "journal.toml").write_text("# mine\n")
    (tmp_path / ".gitignore").write_text("*.pdf\nsite/\n")
    (tmp_path / "content/mentors").mkdir(parents=True)
    (tmp_path / "content/mentors/amara.md").write_text("---\nsince: 2015\n---\n")
    ran = run(tmp_path, "init")
    assert (tmp_path / "journal.toml").read_text() == "# mine\n"
    assert (tmp_path / ".gitignore").read_text() == "*.pdf\nsite/\n"
    assert [path.name for path in (tmp_path / "content").rglob("*.md")] == ["amara.md"]
    assert "Add to .gitignore yourself, it was there: /.journal-cache/" in ran.out


def test_inside_a_repository_no_other_is_made(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    run(tmp_path, "init", "mine")
    assert not (tmp_path / "mine/.git").exists()


def test_git_need_not_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    ran = run(tmp_path, "init", "mine")
    assert ran.status == Exit.FINE
    assert (tmp_path / "mine/journal.toml").is_file()
    assert not (tmp_path / "mine/.git").exists()


def test_the_notes_are_for_their_owner_alone(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    before = os.umask(0)
    try:
        run(tmp_path, "init", "mine")
    finally:
        os.umask(before)
    made = [root, *(path for path in root.rglob("*") if ".git" not in path.parts)]
    assert root / "journal.toml" in made
    for path in made:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_file_is_no_place_for_a_journal(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    ran = run(tmp_path, "init", "file")
    assert ran.status == Exit.NOT_RUN
    assert "is a file" in ran.err


@pytest.mark.parametrize("where", ["content", "content/mentors", "content/mentors/deep"])
def test_no_journal_is_made_inside_the_notes_of_another(tmp_path: Path, where: str) -> None:
    run(tmp_path, "init", "--empty")
    ran = run(tmp_path, "init", where)
    assert ran.status == Exit.NOT_RUN
    assert not (tmp_path / where / "journal.toml").exists()


def test_dash_c_names_where(tmp_path: Path) -> None:
    run(tmp_path, "-C", "mine", "init")
    assert (tmp_path / "mine/journal.toml").is_file()


def _files(root: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".git/" not in str(path)
    }


def test_the_first_commit_has_what_was_made_and_says_so(tmp_path: Path, git_of_one: Path) -> None:
    git_of_one.write_text('[user]\nname = "Noor"\nemail = "n@example.org"\n')
    (tmp_path / "thesis.tex").write_text("x")
    ran = run(tmp_path, "init")
    assert "Committed 11 files: The journal begins." in ran.out
    assert git(tmp_path, "log", "--format=%s") == "The journal begins\n"
    assert git(tmp_path, "status", "--porcelain") == "?? gitconfig\n?? thesis.tex\n"


def test_a_clone_of_a_new_journal_has_all_its_folders(tmp_path: Path, git_of_one: Path) -> None:
    git_of_one.write_text('[user]\nname = "Noor"\nemail = "n@example.org"\n')
    run(tmp_path, "init", "mine", "--empty")
    git(tmp_path, "clone", "--quiet", "mine", "second")
    assert sorted(path.name for path in (tmp_path / "second/content").iterdir()) == sorted(FOLDERS)
    assert run(tmp_path / "second", "check", "--strict").status == Exit.FINE


def test_who_has_no_mail_address_in_git_is_told_what_to_do(tmp_path: Path) -> None:
    ran = run(tmp_path, "init")
    assert ran.status == Exit.FINE
    assert "git does not know who you are" in ran.err
    assert "“journal save” makes the first commit" in ran.err


def test_inside_another_repository_nothing_is_committed(tmp_path: Path, git_of_one: Path) -> None:
    git_of_one.write_text('[user]\nname = "Noor"\nemail = "n@example.org"\n')
    git(tmp_path, "init", "--quiet", ".")
    run(tmp_path, "init", "mine")
    assert git(tmp_path, "status", "--porcelain") == "?? gitconfig\n?? mine/\n"


def test_a_folder_with_notes_gets_no_file_of_gits(tmp_path: Path) -> None:
    run(tmp_path, "init")
    assert not (tmp_path / "content/mentors/.gitkeep").exists()
    assert (tmp_path / "content/goals/.gitkeep").exists()
