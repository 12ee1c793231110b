"""The same notes on the same day give the same bytes, whatever else is different."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from tests.support.build_bytes import built, differing
from tests.support.command import DAY, process
from tests.support.killed_command import files_below
from tests.support.random_edits import RandomEditor, generated_journal
from tests.support.small_disk import journal_in

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Notes in which many names are shared, enough for copies of the process to take their part."""
    root = tmp_path_factory.mktemp("bytes") / "journal"
    editor = RandomEditor(
        generated_journal(root, 250, date.fromisoformat(DAY)), "5", date(2026, 6, 15)
    )
    for _ in range(150):
        editor.edit()
    return root


@pytest.fixture(scope="module")
def meant(journal: Path) -> dict[str, bytes]:
    return built(journal, hash_seed="0")


@pytest.mark.parametrize("hash_seed", ["1", "2", "random"])
def test_other_hash_seeds_give_the_same_bytes(
    journal: Path, meant: dict[str, bytes], hash_seed: str
) -> None:
    assert differing(built(journal, hash_seed), meant) == []


def test_one_processor_gives_the_same_bytes_as_all_of_them(
    journal: Path, meant: dict[str, bytes]
) -> None:
    one = str(min(os.sched_getaffinity(0)))
    assert differing(built(journal, "3", ("taskset", "-c", one)), meant) == []


def test_what_was_read_before_gives_the_same_bytes_as_what_is_read_now(
    journal: Path, meant: dict[str, bytes]
) -> None:
    site = journal.parent / "other"
    assert "Built in" in process(journal, "build", "--site", str(site)).out
    assert differing(files_below(site), meant) == []


def test_a_journal_elsewhere_gives_the_same_pages(tmp_path: Path) -> None:
    sites = []
    for name in ("one", "other"):
        assert process(journal_in(tmp_path / name), "build").status == 0
        sites.append(files_below(tmp_path / name / "site"))
    different = [re.sub(r"search-[\w-]{22}", "search-SECRET", path) for path in differing(*sites)]
    # it knows the notes by their times, and the search data have a name for each journal
    data = "static/search-SECRET.js"
    assert sorted(different) == [".journal-site", "search/index.html", data, data]
