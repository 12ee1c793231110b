"""`journal check`: every finding a line, in three layouts, and what the exit status says."""

import json
import re
import subprocess
from collections.abc import Mapping

import pytest

from journal.cli.check import findings_json, github_annotations
from journal.cli.output import finding_lines
from journal.errors import Exit
from journal.findings import Finding
from tests.support.command import run
from tests.support.journal import Files, Writer

FINE = "---\nsince: 2015\nprefs_asked: 2026-01-01\nprefers: email\n---\n"
LINE = re.compile(r"[^:]+:\d+:\d+: [A-Z]\d\d (error|warning|hint): .+")


@pytest.fixture
def journal(notes: Writer) -> Writer:
    """A journal without a finding."""
    (notes.root / "content").chmod(0o700)
    return notes.write({"mentors/amara": FINE})


@pytest.mark.parametrize(
    ("files", "status", "strict"),
    [
        ({}, Exit.FINE, Exit.FINE),
        ({"mentors/bo": FINE.replace("email", "emial")}, Exit.FINDINGS, Exit.FINDINGS),
        ({"mentors/bo": FINE.replace("since: 2015\n", "")}, Exit.FINE, Exit.FINDINGS),
        ({"mentors/bo": FINE.replace("2026-01-01", "2020-01-01")}, Exit.FINE, Exit.FINE),
    ],
    ids=["nothing", "an error", "a warning", "a hint"],
)
def test_the_status_says_whether_there_are_errors(
    journal: Writer, files: Files, status: Exit, strict: Exit
) -> None:
    journal.write(files)
    ran = run(journal.root, "check")
    assert (ran.status, run(journal.root, "check", "--strict").status) == (status, strict)
    assert bool(ran.out) is bool(files)
    assert all(LINE.fullmatch(line) for line in ran.out.splitlines())


def test_nothing_found_is_said(journal: Writer) -> None:
    assert run(journal.root, "check").err == "Nothing to complain of.\n"


def test_the_counts_come_last_and_apart(journal: Writer) -> None:
    journal.write({"mentors/bo": "---\nprefers: emial\n---\n"})
    ran = run(journal.root, "check")
    assert ran.err == "1 error, 1 warning, 1 hint, in 2 notes.\n"
    assert len(ran.out.splitlines()) == 3


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"mentors/bo": FINE + "![x](https://example.org/x.png)\n"}, "M02"),
        ({"mentors/bo": FINE + "[[nobody]]\n"}, "F10"),
        ({"mentors/bo": b"\xff"}, "F08"),
        ({"journal.toml": "titel = 'x'"}, "S01"),
        ({"mentors/bo": FINE, "people/bo": FINE}, "F16"),
        ({"mentors/bo": FINE + "We met Ann.\n", "people/ann": "---\nprivate: true\n---\n"}, "X01"),
        ({"trips/oslo": "---\ncity: Oslo\nstart: 2026-06-20\n---\n",
          "mentors/bo": FINE.replace("---\n", "---\ncity: Oslo\n", 1)}, "T10"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_findings_of_every_room_are_there(
    journal: Writer, files: Mapping[str, str | bytes], code: str
) -> None:
    journal.write(files)
    assert f" {code} " in run(journal.root, "check").out


def test_git_that_keeps_the_site_is_a_finding(journal: Writer) -> None:
    subprocess.run(["git", "init", "--quiet", str(journal.root)], check=True)
    assert "G01" in run(journal.root, "check").out
    journal.write({".gitignore": "site/\n.journal-cache/\n"})
    assert "G01" not in run(journal.root, "check").out


def test_notes_are_never_written(journal: Writer) -> None:
    journal.write({"mentors/bo": "\ufeff---\r\nprefers: emial\r\n"})
    before = (journal.root / "content/mentors/bo.md").stat()
    run(journal.root, "check")
    assert (journal.root / "content/mentors/bo.md").stat().st_mtime_ns == before.st_mtime_ns


def test_the_second_check_says_the_same(journal: Writer) -> None:
    journal.write({"mentors/bo": FINE + "![x](https://example.org/x.png)\n[[nobody]]\n"})
    assert run(journal.root, "check").out == run(journal.root, "check").out


def test_json_is_a_list_of_findings(journal: Writer) -> None:
    assert json.loads(run(journal.root, "check", "--format", "json").out) == []
    journal.write({"mentors/bo": FINE.replace("email", "emial")})
    ran = run(journal.root, "check", "--format", "json")
    assert json.loads(ran.out) == [
        {
            "path": "content/mentors/bo.md", "line": 4, "column": 10, "code": "F04",
            "level": "error", "message": "`prefers` does not know “emial”",
            "hint": "did you mean email?",
        }
    ]  # fmt: skip
    assert ran.status == Exit.FINDINGS
    assert ran.err == ""


AWKWARD = Finding("content/a, b: c%.md", 2, 3, "F04", "hint", "50%\r\nof: a, b", "do\nit")


def test_github_s_properties_and_messages_are_escaped() -> None:
    assert github_annotations([AWKWARD]) == (
        "::notice file=content/a%2C b%3A c%25.md,line=2,col=3,title=F04"
        "::50%25%0D%0Aof: a, b (do%0Ait)"
    )


def test_text_is_one_line_whatever_the_finding_says() -> None:
    assert len(finding_lines([AWKWARD]).splitlines()) == 1


def test_json_keeps_what_a_terminal_would_obey_as_escapes() -> None:
    odd = Finding("p", 1, 1, "F04", "hint", "\x9b\u202e\x1b\x7f é 🙂")
    text = findings_json([odd])
    assert json.loads(text)[0]["message"] == odd.message
    assert not any(c in text for c in "\x9b\u202e\x1b\x7f")


def test_github_levels_have_their_words(journal: Writer) -> None:
    journal.write({"mentors/bo": "---\nprefers: emial\n---\n"})
    lines = run(journal.root, "check", "--format", "github").out.splitlines()
    assert sorted(line.split(" ")[0] for line in lines) == ["::error", "::notice", "::warning"]
