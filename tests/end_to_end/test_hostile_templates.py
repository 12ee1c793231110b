"""Somebody else's templates: used after a yes alone, kept inside their page, through no link."""

import os
import pty
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from journal.account import state_folder
from journal.errors import Exit
from journal.site.own_templates import read_own_templates, shipped_templates, usable_templates
from tests.support.clean_journal import bytes_of
from tests.support.command import command, environment, run
from tests.support.journal import Writer, trust
from tests.support.server import Start

FINE = "---\nsince: 2015\nprefs_asked: 2026-01-01\nprefers: email\n---\n"
MINE = '{% extends "base.html" %}{% block main %}<h1>Own page</h1>{% endblock %}'
SAID = "The journal's templates/ holds 1 file that nobody said yes to"


@pytest.fixture
def root(notes: Writer) -> Path:
    """A journal that was built a moment ago."""
    (notes.root / "content").chmod(0o700)
    notes.write({"mentors/amara": FINE})
    return notes.root


def put(root: Path, name: str, text: str) -> None:
    """Put a template there as somebody else does."""
    path = root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def about(root: Path) -> str:
    return (root / "site/about/index.html").read_text(encoding="utf-8")


def test_without_a_yes_the_shipped_ones_are_used_and_that_is_said(root: Path) -> None:
    put(root, "about.html", MINE)
    ran = run(root, "build")
    assert ran.status == Exit.FINE
    assert ran.err.startswith(f"{SAID}: the shipped ones are used in their place.")
    assert "Own page" not in about(root)


@pytest.mark.parametrize("words", [["build"], ["draft", "amara"]], ids=" ".join)
def test_every_command_that_uses_templates_says_it_once(root: Path, words: list[str]) -> None:
    put(root, "draft.txt", "Theirs\n")
    ran = run(root, *words)
    assert ran.err.count(SAID) == 1
    assert "Theirs" not in ran.out


@pytest.mark.parametrize("words", [["next"], ["check"], ["calendar"], ["export", "json"]])
def test_a_command_without_templates_has_nothing_to_say(root: Path, words: list[str]) -> None:
    put(root, "about.html", MINE)
    assert SAID not in run(root, *words).err


def test_a_yes_holds_until_a_file_changes(root: Path) -> None:
    put(root, "about.html", MINE)
    assert run(root, "trust", "--yes").status == Exit.FINE
    assert run(root, "build").err == ""
    assert "Own page" in about(root)
    put(root, "about.html", MINE.replace("Own", "Another"))
    assert SAID in run(root, "build").err
    assert "Another page" not in about(root)
    put(root, "about.html", MINE)
    assert run(root, "build").err == ""
    put(root, "static/more.js", "// more")
    assert "holds 2 files that" in run(root, "build").err


def test_a_yes_is_for_one_folder_and_can_be_taken_back(root: Path, tmp_path: Path) -> None:
    put(root, "about.html", MINE)
    run(root, "trust", "--yes")
    shutil.copytree(root, tmp_path / "copied", ignore=shutil.ignore_patterns("copied"))
    assert SAID in run(tmp_path / "copied", "build").err
    run(root, "trust", "--forget")
    assert SAID in run(root, "build").err


def test_the_yes_lies_outside_the_journal_for_this_account_alone(root: Path) -> None:
    put(root, "about.html", MINE)
    before = set(bytes_of(root))
    run(root, "trust", "--yes")
    assert set(bytes_of(root)) == before
    kept = state_folder(root) / "templates"
    assert kept.stat().st_mode & 0o777 == 0o600
    kept.chmod(0o644)  # somebody else could have written it
    assert SAID in run(root, "build").err


def test_what_equals_the_shipped_ones_needs_no_yes(root: Path) -> None:
    shutil.copytree(shipped_templates(), root / "templates")
    assert run(root, "build").err == ""
    assert "nothing to trust" in run(root, "trust").out
    (root / "templates/about.html").write_text(MINE)
    assert SAID in run(root, "build").err


def test_the_list_names_each_file_and_can_steer_no_terminal(root: Path) -> None:
    put(root, "about.html", MINE)
    put(root, "static/a\x1b[2Jb.js", "//")
    ran = run(root, "trust", "--yes")
    assert f"  about.html  (changed, {len(MINE)} bytes)\n" in ran.out
    assert "  static/a\N{REPLACEMENT CHARACTER}[2Jb.js  (new, 2 bytes)\n" in ran.out


def test_where_nobody_can_be_asked_trust_says_how_to_say_yes(root: Path) -> None:
    put(root, "about.html", MINE)
    ran = run(root, "trust")
    assert (ran.status, ran.out) == (Exit.NOT_RUN, "")
    assert "Nobody can be asked here: say --yes" in ran.err


def on_a_terminal(root: Path, typed: str, *words: str) -> str:
    """Run a command on a terminal on which something is typed when it asks; return what it said."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command(*words), cwd=root, env=environment(), stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        said, end = b"", time.monotonic() + 60
        while time.monotonic() < end:
            if not select.select([ours], [], [], 1)[0]:
                continue
            try:
                said += os.read(ours, 4096)
            except OSError:  # it has ended
                break
            if said.endswith(b"[y/N]: "):
                os.write(ours, typed.encode() + b"\n")
        assert process.wait(60) == Exit.FINE, said
    os.close(ours)
    return said.decode()


@pytest.mark.slow
@pytest.mark.parametrize("words", [["build"], ["trust"]], ids=" ".join)
def test_on_a_terminal_it_is_asked_once(root: Path, words: list[str]) -> None:
    put(root, "about.html", MINE)
    said = on_a_terminal(root, "y", *words)
    assert "about.html" in said
    assert "Say yes only if you wrote them, or have read them." in said.replace("\r\n", " ")
    assert "Use them?" not in on_a_terminal(root, "n", "build")
    assert "Own page" in about(root)


@pytest.mark.slow
def test_a_no_is_kept_too(root: Path) -> None:
    put(root, "about.html", MINE)
    assert SAID in on_a_terminal(root, "n", "build").replace("\r\n", "\n")
    again = on_a_terminal(root, "y", "build")
    assert "Use them?" not in again
    assert SAID in again
    assert "Own page" not in about(root)


def link(root: Path, at: str, to: Path) -> None:
    path = root / "templates" / at if at else root / "templates"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(to)


@pytest.mark.parametrize("at", ["", "static", "k.txt", "static/k.txt", "deep/er", "deep/er/k.html"])
@pytest.mark.parametrize("is_trusted", [False, True])
def test_no_link_is_followed_as_or_in_templates(
    root: Path, tmp_path: Path, at: str, is_trusted: bool
) -> None:
    keys = tmp_path / "keys"
    (keys / "static").mkdir(parents=True)
    for name in ("id_test", "static/id_test", "about.html"):
        (keys / name).write_text("{{ 'SECRET' }} SECRET")
    link(root, at, keys / "id_test" if at.endswith((".txt", ".html")) else keys)
    if at:
        put(root, "today.html", '{% include "k.txt" %}{% include "static/id_test" %}')
    if is_trusted:
        trust(root)
    ran = run(root, "build")
    assert ran.status == Exit.FINE
    assert "link" in ran.err
    assert "the shipped ones are used in their place." in ran.err
    assert not any(b"SECRET" in page for page in bytes_of(root / "site").values())
    assert run(root, "trust", "--yes").status == Exit.NOT_RUN


def test_neither_a_pipe_nor_what_editors_leave_is_opened(root: Path) -> None:
    put(root, "about.html", MINE)
    (root / "templates/.#about.html").symlink_to("noor@laptop.1234")
    assert read_own_templates(root).refused == ""
    os.mkfifo(root / "templates/pipe")
    assert "pipe" in read_own_templates(root).refused
    assert usable_templates(root).files == {}


def test_while_serving_a_yes_is_enough_once(root: Path, start: Start) -> None:
    put(root, "about.html", MINE)
    server = start(root)
    page = server.page("/about/")
    assert "Own page" not in page
    assert "1 template of this journal that nobody said yes to" in page
    trust(root)
    server.sees("/about/", "Own page")
    put(root, "about.html", MINE.replace("Own", "Better"))
    server.sees("/about/", "Better page")
    assert usable_templates(root).files  # and the next build asks nothing


@pytest.mark.parametrize("name", ["notes.sqlite-journal", "templates"])
def test_nothing_compiled_lies_in_the_journal(root: Path, name: str) -> None:
    run(root, "build")
    assert sorted(path.name for path in (root / ".journal-cache").iterdir()) == [
        "lock",
        "notes.sqlite",
    ]
