"""People of one name stand in one order, whatever order Python happens to give them."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.build_bytes import built, differing
from tests.support.command import DAY
from tests.support.random_edits import PEOPLE, RandomEditor, generated_journal
from tests.support.random_values import with_key

pytestmark = pytest.mark.long


@pytest.fixture
def namesakes(tmp_path: Path) -> Path:
    """A journal of years in which everybody has the same name."""
    root, day = tmp_path / "journal", date.fromisoformat(DAY)
    editor = RandomEditor(generated_journal(root, 100, day), "namesakes", day)
    for path in editor.notes:
        if path.startswith(PEOPLE):
            editor.put(path, with_key(editor.notes[path], "title", '"Zoë"'))
    return root


def test_a_journal_of_namesakes_gives_the_same_bytes_with_every_hash_seed(namesakes: Path) -> None:
    meant = built(namesakes, "0")
    for hash_seed in ("1", "2", "3"):
        assert differing(built(namesakes, hash_seed), meant) == []
