"""`journal save`: its own files are committed, told of by their notes, and nothing else."""

import os
import subprocess
from pathlib import Path

import pytest

from journal.errors import Exit
from tests.support.command import Ran, run
from tests.support.hostile_repository import PROGRAMS, Trap
from tests.support.journal import Writer
from tests.support.private_journal import FILES, SECRETS

AMARA = "---\nsince: 2015\n---\nA mentor.\n"
EMAIL = "---\npeople: amara-okoye\nchannel: email\nabout: paper\n---\nIt is out.\n"


@pytest.fixture(autouse=True)
def git_of_one(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let git know one person only."""
    config = tmp_path_factory.mktemp("git") / "config"
    config.write_text('[user]\nname = "Noor Haddad"\nemail = noor@example.org\n')
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return config


def git(root: Path, *words: str) -> str:
    """Ask git as its person would, hooks and all."""
    done = subprocess.run(
        ["git", "-C", os.fspath(root), *words], capture_output=True, text=True, check=False
    )
    return done.stdout.strip()


def message(root: Path) -> str:
    """Return the message of the last commit."""
    return git(root, "log", "-1", "--format=%B")


@pytest.fixture
def saved(notes: Writer) -> Writer:
    """A journal with one mentor, whose last state is committed."""
    git(notes.root, "init", "--quiet", "-b", "main", ".")
    notes.write({".gitignore": "/site/\n/.journal-cache/\n", "mentors/amara-okoye": AMARA})
    assert run(notes.root, "save", "-m", "First").status == Exit.FINE
    return notes


def refused(root: Path) -> Ran:
    """Try to save, and see that nothing was."""
    before = git(root, "rev-parse", "HEAD"), git(root, "status", "--porcelain")
    ran = run(root, "save")
    assert ran.status == Exit.NOT_RUN
    assert (git(root, "rev-parse", "HEAD"), git(root, "status", "--porcelain")) == before
    return ran


def test_the_message_tells_what_changed(saved: Writer) -> None:
    saved.write(
        {
            "news/paper": "---\ndate: 2026-06-10\ntitle: The paper\n---\n",
            "touchpoints/2026-06-14 Email": EMAIL,
            "mentors/zoe": "---\ntitle: Zoë Lindqvist\n---\n",
        }
    )
    ran = run(saved.root, "save")
    told = "Amara Okoye: email, 14 Jun, told of “The paper”"
    assert ran.out.splitlines() == [
        "Saved 3 files:",
        f"  {told}",
        "  New: Zoë Lindqvist and The paper",
    ]
    assert message(saved.root).startswith(told)
    assert "Zoë Lindqvist" in message(saved.root)
    assert git(saved.root, "status", "--porcelain") == ""
    assert git(saved.root, "log", "-1", "--format=%an <%ae>") == "Noor Haddad <noor@example.org>"


def test_what_little_changed_is_one_line(saved: Writer) -> None:
    saved.write({"touchpoints/2026-06-14 Call": "---\npeople: amara-okoye\nchannel: call\n---\n"})
    run(saved.root, "save")
    assert message(saved.root) == "Amara Okoye: call, 14 Jun"


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("channel: letter\ndirection: in\ndate: 2025-12-03", "letter from them, 3 Dec 2025"),
        ("channel: call\ndate: 2026-06-20\nstate: planned", "call planned for 20 Jun"),
        ("channel: call\ndate: 2026-06-01\nstate: cancelled", "call on 1 Jun cancelled"),
    ],
)
def test_how_a_contact_is_told(saved: Writer, keys: str, told: str) -> None:
    saved.write({"touchpoints/one": f"---\npeople: amara-okoye\n{keys}\n---\n"})
    run(saved.root, "save")
    assert message(saved.root) == f"Amara Okoye: {told}"


def test_changed_and_deleted_notes_are_told_of(saved: Writer) -> None:
    saved.write({"mentors/amara-okoye": AMARA + "More.\n", "lessons/listen": "Listen.\n"})
    run(saved.root, "save")
    assert message(saved.root) == "New: listen. Changed: Amara Okoye"
    (saved.root / "content/lessons/listen.md").unlink()
    run(saved.root, "save")
    assert message(saved.root) == "1 note deleted"


def test_a_contact_is_saved_at_once_where_the_settings_want_that(saved: Writer) -> None:
    log = ("log", "amara", "--channel", "email", "-m")
    assert run(saved.root, *log, "Not saved.").status == Exit.FINE
    assert message(saved.root) == "First"
    saved.write({"journal.toml": '[git]\nsave = "after log"\n'})
    ran = run(saved.root, *log, "Saved.")
    assert ran.status == Exit.FINE
    assert "Saved 3 files" in ran.err
    assert git(saved.root, "status", "--porcelain") == ""


def test_who_is_called_otherwise_is_neither_new_nor_deleted(saved: Writer) -> None:
    run(saved.root, "rename", "amara", "Zoë Lindqvist")
    run(saved.root, "save")
    assert message(saved.root) == "Renamed: Zoë Lindqvist"


def test_a_plan_on_another_day_is_neither_new_nor_deleted(saved: Writer) -> None:
    saved.write(
        {
            "touchpoints/2026/2026-06-20 Tea": "---\npeople: amara-okoye\nchannel: call\n"
            "state: planned\n---\n"
        }
    )
    run(saved.root, "save")
    assert run(saved.root, "move", "amara", "2026-06-22").status == Exit.FINE
    run(saved.root, "save")
    assert message(saved.root) == "Amara Okoye: call planned for 22 Jun"


def test_a_second_save_has_nothing_to_do(saved: Writer) -> None:
    ran = run(saved.root, "save")
    assert (ran.status, ran.out) == (Exit.FINE, "Nothing has changed since it was last saved.\n")


def test_a_message_of_ones_own_stands_as_it_is(saved: Writer) -> None:
    saved.write({"lessons/listen": "Listen.\n"})
    run(saved.root, "save", "--message", "What Amara taught me")
    assert message(saved.root) == "What Amara taught me"


def test_only_the_journals_own_files_are_committed(saved: Writer) -> None:
    others = ("thesis.tex", "site/index.html", ".journal-cache/notes.sqlite", "content/ignored.pdf")
    editors = ("content/mentors/.amara.md.swp", "content/mentors/amara.md~", "content/.obsidian/x")
    for name in (*others, *editors):
        (saved.root / name).parent.mkdir(parents=True, exist_ok=True)
        (saved.root / name).write_text("x")
    own = {
        ".gitignore": "/site/\n/.journal-cache/\n*.pdf\n",
        "journal.toml": 'title = "Mine"\n',
        "templates/today.html": "x",
        "content/mentors/amara.jpg": "x",
        "content/goals/.gitkeep": "",
    }
    saved.write(own)
    run(saved.root, "save")
    files = git(saved.root, "show", "--format=", "--name-only").splitlines()
    assert sorted(files) == sorted(own)
    assert message(saved.root) == "Settings, templates and 1 attachment"


def test_a_journal_inside_a_larger_repository_saves_its_own(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    root = tmp_path / "mine [1]"
    root.mkdir()
    git(tmp_path, "init", "--quiet", ".")
    (tmp_path / "papers/draft.tex").write_text("x")
    Writer(root).write({"mentors/amara-okoye": AMARA})
    run(root, "save")
    files = git(tmp_path, "-c", "core.quotePath=false", "ls-files").splitlines()
    assert files == ["mine [1]/content/mentors/amara-okoye.md"]


def test_names_that_git_could_take_for_patterns_are_taken_to_the_letter(saved: Writer) -> None:
    (saved.root / "content/lessons").mkdir()
    for name in ("*.md", ":(top)x.md", "-m.md", "Zoë [1].md", 'quote".md'):
        (saved.root / "content/lessons" / name).write_text("Text.\n")
    assert run(saved.root, "save").status == Exit.FINE
    assert git(saved.root, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ("MERGE_HEAD", "a merge"),
        ("CHERRY_PICK_HEAD", "a cherry-pick"),
        ("REVERT_HEAD", "a revert"),
        ("rebase-merge/", "a rebase"),
        ("rebase-apply/", "a rebase"),
    ],
)
def test_what_is_half_done_is_left_alone(saved: Writer, mark: str, told: str) -> None:
    saved.write({"lessons/listen": "Listen.\n"})
    path = saved.root / ".git" / mark
    if mark.endswith("/"):
        path.mkdir()
    else:
        path.write_text(git(saved.root, "rev-parse", "HEAD"))
    assert f"{told} is under way in git" in refused(saved.root).err


def test_a_merge_with_conflicts_is_left_alone(saved: Writer) -> None:
    git(saved.root, "switch", "--quiet", "-c", "other")
    saved.write({"mentors/amara-okoye": AMARA + "One.\n"})
    run(saved.root, "save")
    git(saved.root, "switch", "--quiet", "main")
    saved.write({"mentors/amara-okoye": AMARA + "Two.\n"})
    run(saved.root, "save")
    git(saved.root, "merge", "other")
    assert "a merge is under way" in refused(saved.root).err


def test_what_was_staged_by_hand_is_left_alone(saved: Writer) -> None:
    saved.write({"lessons/listen": "Listen.\n"})
    git(saved.root, "add", "content/lessons/listen.md")
    saved.write({"lessons/hear": "Hear.\n"})
    assert "is staged for a commit of your own" in refused(saved.root).err


def test_a_commit_on_no_branch_is_refused(saved: Writer) -> None:
    git(saved.root, "switch", "--quiet", "--detach")
    saved.write({"lessons/listen": "Listen.\n"})
    assert "git is on no branch" in refused(saved.root).err


def test_without_a_repository_that_is_said(notes: Writer) -> None:
    ran = run(notes.root, "save")
    assert ran.status == Exit.NOT_RUN
    assert "“git init” makes one" in ran.err


def test_without_git_that_is_said(saved: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.fspath(saved.root))
    ran = run(saved.root, "save")
    assert ran.status == Exit.NOT_RUN
    assert "git is not installed" in ran.err


def test_who_has_no_name_in_git_is_told_what_to_type(saved: Writer, git_of_one: Path) -> None:
    git_of_one.write_text("")
    saved.write({"journal.toml": '[me]\nname = "Noor Haddad"\nemail = "n@example.org"\n'})
    ran = refused(saved.root)
    assert 'git config --global user.name "Noor Haddad"' in ran.err
    assert "user.email n@example.org" in ran.err


def test_a_name_in_the_environment_is_one(
    saved: Writer, git_of_one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git_of_one.write_text("")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Noor H")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "n@example.org")
    saved.write({"lessons/listen": "Listen.\n"})
    run(saved.root, "save")
    assert git(saved.root, "log", "-1", "--format=%an") == "Noor H"


def test_the_message_names_nobody_private(notes: Writer) -> None:
    git(notes.root, "init", "--quiet", ".")
    notes.write(FILES)
    assert run(notes.root, "save").status == Exit.FINE
    told = message(notes.root)
    assert not [secret for secret in SECRETS if secret in told.casefold()], told
    assert "notes not named here" in told
    assert "amara" in told.casefold()


def test_a_private_name_in_a_title_is_not_told_either(saved: Writer) -> None:
    saved.write(
        {
            "mentors/quentin-secret": "---\nprivate: true\n---\n",
            "mentors/sean": "---\ntitle: Sean O'Brien\nprivate: true\n---\n",
            "lessons/one": "---\ntitle: What Quentin Secret said\n---\n",
            "news/two": "---\ndate: 2026-06-01\ntitle: Sean O'Brien's prize\n---\n",
        }
    )
    run(saved.root, "save")
    told = message(saved.root).casefold()
    assert "quentin" not in told
    assert "brien" not in told


@pytest.mark.parametrize("attributes", ["* filter=trap\n", "*.md diff=trap\n"])
def test_no_program_of_the_repository_runs(
    saved: Writer, tmp_path_factory: pytest.TempPathFactory, attributes: str
) -> None:
    trap = Trap(tmp_path_factory.mktemp("trap"))
    more = {
        "commit.gpgSign": "true",
        "gc.auto": "1",
        "gc.recentObjectsHook": "{trap}",
        "core.sshCommand": "{trap}",
        "commit.template": "{trap}",
    }
    trap.set(saved.root / ".git", PROGRAMS | more)
    saved.write({".gitattributes": attributes, "lessons/listen": "Listen.\n"})
    ran = run(saved.root, "save")
    assert not trap.has_sprung()
    if "filter" in attributes:
        assert "filter trap" in ran.err
    else:
        assert ran.status == Exit.FINE, ran.err


def test_a_repository_whose_files_lie_elsewhere_is_refused(saved: Writer, tmp_path: Path) -> None:
    other = tmp_path.parent / f"{tmp_path.name}-other"
    (other / "content").mkdir(parents=True)
    (other / "content/secret.md").write_text("mine")
    git(saved.root, "config", "core.worktree", os.fspath(other))
    assert run(saved.root, "save").status == Exit.NOT_RUN
    assert "secret" not in git(saved.root, "ls-tree", "-r", "--name-only", "HEAD")


def test_a_commit_that_fails_leaves_nothing_staged(saved: Writer) -> None:
    saved.write({"lessons/listen": "Listen.\n"})
    objects = saved.root / ".git/refs/heads"
    (objects / "main.lock").touch()
    assert "git refuses" in refused(saved.root).err
    (objects / "main.lock").unlink()
    assert run(saved.root, "save").status == Exit.FINE


def test_nothing_is_pushed_and_no_hook_is_run(saved: Writer, tmp_path: Path) -> None:
    hook = saved.root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\nexit 1\n")
    hook.chmod(0o700)
    saved.write({"lessons/listen": "Listen.\n"})
    assert run(saved.root, "save").status == Exit.FINE
    assert not (tmp_path / "ran").exists()


def test_a_contact_is_written_down_whatever_git_says(notes: Writer) -> None:
    notes.write({"journal.toml": '[git]\nsave = "after log"\n', "mentors/amara": AMARA})
    ran = run(notes.root, "log", "amara", "--channel", "email", "-m", "Hi.")
    assert ran.status == Exit.FINE
    assert "There is no git repository" in ran.err
