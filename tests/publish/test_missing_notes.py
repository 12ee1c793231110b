"""Notes that cannot be looked at are not notes that were deleted: the last good site stays."""

from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import Exit
from tests.support.publication import ordinary
from tests.support.small_disk import Tried, journal_in

pytestmark = pytest.mark.long

HARMS: dict[str, Callable[[Path], object]] = {
    "gone": lambda content: content.rename(content.with_name("elsewhere")),
    "not readable": lambda content: content.chmod(0),
    "not readable in part": lambda content: (content / "mentors").chmod(0),
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS.keys())
def test_where_the_notes_cannot_be_looked_at_the_last_site_stays(
    tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    tried = Tried(journal_in(tmp_path / "journal"))
    content = tried.root / "content"
    (tried.root / "journal.toml").touch()
    harm(content)
    try:
        came = tried.build(before=ordinary())
    finally:
        for folder in (content, content / "mentors"):
            if folder.exists():
                folder.chmod(0o700)
    assert (came["status"], came["is_old"]) == (Exit.NOT_RUN, True), came["said"]
