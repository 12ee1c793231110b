"""`journal edit`: a note is opened in the person's own editor."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import Exit
from tests.support.command import Ran, run
from tests.support.journal import Writer

Edit = Callable[..., Ran]


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal with a mentor and a contact of the same name."""
    return notes.write(
        {
            "mentors/amara": "---\ntitle: Amara Okoye\n---\n",
            "touchpoints/2026-06-01 Email to Amara": "---\npeople: amara\nchannel: email\n---\n",
            "lessons/listen": "---\ntitle: Listen first\n---\n",
            "mentors/sean": "---\nwhy: he said: come\n---\n",
        }
    )


@pytest.fixture
def editor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An editor that writes down how it was called."""
    folder = tmp_path_factory.mktemp("an editor")
    program = folder / "edit it"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{folder}/called"\n')
    program.chmod(0o700)
    return program


def called(editor: Path) -> list[str]:
    """Return the arguments with which an editor was called."""
    return (editor.parent / "called").read_text().splitlines()


@pytest.mark.parametrize(
    ("which", "path"),
    [
        ("amara", "mentors/amara"),
        ("Okoye", "mentors/amara"),
        ("Email to Amara", "touchpoints/2026-06-01 Email to Amara"),
        ("listen", "lessons/listen"),
        ("content/lessons/listen.md", "lessons/listen"),
        ("lessons/listen.md", "lessons/listen"),
        ("./content/../content/lessons/listen.md", "lessons/listen"),
        ("sean", "mentors/sean"),
    ],
)
def test_the_note_that_is_meant_is_opened(
    journal: Writer, editor: Path, which: str, path: str
) -> None:
    ran = run(journal.root, "edit", which, VISUAL=f"'{editor}'")
    assert ran.status == Exit.FINE, ran.err
    assert called(editor) == [os.fspath(journal.root / f"content/{path}.md")]


def test_a_file_that_is_no_readable_note_is_opened_all_the_same(
    journal: Writer, editor: Path
) -> None:
    journal.write({"mentors/bo": b"\xff\xfe broken"})
    assert run(journal.root, "edit", "bo", VISUAL=f"'{editor}'").status == Exit.FINE
    assert called(editor) == [os.fspath(journal.root / "content/mentors/bo.md")]


def test_visual_comes_before_editor_and_both_may_have_arguments(
    journal: Writer, editor: Path
) -> None:
    run(journal.root, "edit", "amara", VISUAL=f"'{editor}' --wait 'a b'", EDITOR="false")
    assert called(editor)[:2] == ["--wait", "a b"]
    run(journal.root, "edit", "amara", VISUAL="", EDITOR=f"'{editor}' -n")
    assert called(editor)[0] == "-n"


def test_how_the_editor_ended_is_told(journal: Writer) -> None:
    ran = run(journal.root, "edit", "amara", VISUAL="sh -c 'exit 3'")
    assert ran.status == Exit.NOT_RUN
    assert "ended with status 3" in ran.err


@pytest.mark.parametrize(
    ("text", "told"),
    [("no-such-editor", "cannot be started"), ("vim 'open", "mend its quotes")],
)
def test_an_editor_that_cannot_run_is_a_sentence(journal: Writer, text: str, told: str) -> None:
    ran = run(journal.root, "edit", "amara", VISUAL=text)
    assert ran.status == Exit.NOT_RUN
    assert told in ran.err


def test_without_any_editor_that_is_said(journal: Writer, tmp_path: Path) -> None:
    ran = run(journal.root, "edit", "amara", VISUAL=None, EDITOR=None, PATH=str(tmp_path))
    assert "EDITOR=nano" in ran.err


def test_what_is_wrong_afterwards_is_said(journal: Writer) -> None:
    ran = run(journal.root, "edit", "sean", VISUAL="true")
    assert "content/mentors/sean.md:2:" in ran.err


def test_a_path_outside_the_journal_is_no_note(journal: Writer, tmp_path: Path) -> None:
    (tmp_path.parent / "other.md").write_text("x")
    assert run(journal.root, "edit", "../other.md", VISUAL="true").status == Exit.NOT_RUN
