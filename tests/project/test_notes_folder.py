"""Where the notes lie is asked of the settings' layout, and written down nowhere else."""

import re
from pathlib import Path

import pytest

from tests.support.paths import REPO

#: What may know the usual name: its own module, defaults, and what looks for a journal at all.
KNOWING = {
    "file_names.py", "settings/notes_layout.py", "settings/toml_file.py", "reading/scan.py",
    "notes/note.py", "library/name_ranks.py", "library/attached_files.py",
    "cli/init.py", "cli/root.py",
}  # fmt: skip
PACKAGE = REPO / "journal"
NAMED = re.compile(r"\bCONTENT\b|[\"']content/")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_other_module_says_where_the_notes_lie(module: Path) -> None:
    if module.relative_to(PACKAGE).as_posix() not in KNOWING:
        assert not NAMED.search(module.read_text("utf-8"))
