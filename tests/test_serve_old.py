"""What a journal was before an edit is let go of: nothing outside it holds it."""

import gc
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from journal.library import Journal
from journal.reading.folder import open_cache
from journal.serve.live import Live, Wanted
from journal.site import Site
from journal.site.sources import Sources
from tests.conftest import TODAY
from tests.soaking import generated_journal, private_umask

TITLE = "Held by nobody"


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    """A journal with notes of every kind, as the server holds it."""
    root = generated_journal(tmp_path / "journal", 40, TODAY)
    (root / "journal.toml").write_text(f'title = "{TITLE}"\n', encoding="utf-8")
    with private_umask(), closing(open_cache(root)) as cache:
        yield Live(Wanted(root), cache, lambda _: TODAY)


@pytest.mark.parametrize("told", [True, False], ids=["told of the note", "after a look at all"])
def test_after_an_edit_nothing_keeps_the_old_journal_alive(live: Live, told: bool) -> None:
    note = next((live.options.root / "content" / "mentors").glob("*.md"))
    path = note.relative_to(live.options.root / "content").as_posix()
    for number in range(3):
        _look_at_everything(live)
        note.write_text(f"---\ntitle: Named {number}\n---\n", encoding="utf-8")
        assert live.refresh([path] if told else None)
        gc.collect()
        assert _alive() == [live.journal, live.site, live.site.sources], number


def _look_at_everything(live: Live) -> None:
    for address in live.site.addresses():
        live.made(lambda site, at=address: site.page(at))  # type: ignore[misc]


def _alive() -> list[object]:
    """The journals of that title in memory, with what was made of them."""
    found = [thing for thing in gc.get_objects() if _title(thing) == TITLE]
    return sorted(found, key=lambda thing: type(thing).__name__)


def _title(thing: object) -> str:
    if isinstance(thing, Site):
        return _title(thing.sources)
    if isinstance(thing, Sources):
        return _title(thing.journal)
    return thing.settings.title if isinstance(thing, Journal) else ""
