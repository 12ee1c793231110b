"""docs/commands.md says what --help says; run these tests with UPDATE_DOCS=1 to write it."""

import os
import re
from pathlib import Path

import pytest

from journal.cli.commands import COMMANDS
from journal.errors import EXIT_MEANINGS, Exit
from tests.support.command import run
from tests.support.paths import REPO

PAGE = REPO / "docs" / "commands.md"
BLOCK = re.compile(r"(<!-- journal (.*?)--help -->\n)(?:\n```text\n.*?\n```\n)?", re.DOTALL)
EXITS = re.compile(
    r"(\| status \| meaning \|\n\|---\|---\|\n)(?:<!-- exits -->\n|(?:\|[^\n]*\|\n)*)"
)


def as_it_is(root: Path, text: str) -> str:
    """Return the page with the help as it is now."""

    def helped(found: re.Match[str]) -> str:
        shown = run(root, *found[2].split(), "--help").out.rstrip()
        return f"{found[1]}\n```text\n{shown}\n```\n"

    rows = "".join(f"| {status.value} | {EXIT_MEANINGS[status]} |\n" for status in Exit)
    return EXITS.sub(lambda found: found[1] + rows, BLOCK.sub(helped, text))


def test_the_page_of_commands_is_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = PAGE.read_text(encoding="utf-8")
    wanted = as_it_is(tmp_path, text)
    if os.environ.get("UPDATE_DOCS"):
        PAGE.write_text(wanted, encoding="utf-8")
        return
    assert text == wanted


def test_every_command_is_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"<!-- journal {name} --help -->" in text for name in COMMANDS)
