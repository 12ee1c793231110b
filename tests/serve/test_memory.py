"""What a journal was before an edit is let go of: nothing outside it holds it."""

import gc
import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import get_type_hints

import pytest

import journal
from journal.library import Journal
from journal.notes.note import Note
from journal.reading.folder import open_cache
from journal.serve.state import ServerState
from journal.site.parts.site_data import SiteData, SiteOptions
from journal.site.site import Site
from tests.support.journal import TODAY
from tests.support.random_edits import generated_journal, private_umask

_CACHED = type(lru_cache(len))
TITLE = "Held by nobody"


@pytest.fixture
def state(tmp_path: Path) -> Iterator[ServerState]:
    """A journal with notes of every kind, as the server holds it."""
    root = generated_journal(tmp_path / "journal", 40, TODAY)
    (root / "journal.toml").write_text(f'title = "{TITLE}"\n', encoding="utf-8")
    with private_umask(), closing(open_cache(root)) as cache:
        yield ServerState(SiteOptions(root), cache, lambda _: TODAY)


@pytest.mark.slow
@pytest.mark.parametrize("told", [True, False], ids=["told of the note", "after a look at all"])
def test_after_an_edit_nothing_keeps_the_old_journal_alive(state: ServerState, told: bool) -> None:
    note = next((state.options.root / "content" / "mentors").glob("*.md"))
    path = note.relative_to(state.options.root / "content").as_posix()
    for number in range(3):
        _look_at_everything(state)
        note.write_text(f"---\ntitle: Named {number}\n---\n", encoding="utf-8")
        assert state.refresh([path] if told else None)
        gc.collect()
        site, sources = state.site, state.site.data
        known = {id(thing) for thing in (state.opened.journal, sources.journal, sources, site)}
        assert set(map(id, _alive())) == known, number


def test_what_is_cached_for_good_goes_by_plain_values_alone() -> None:
    names = (found.name for found in pkgutil.walk_packages(journal.__path__, "journal."))
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    caches = {f for module in modules for f in vars(module).values() if isinstance(f, _CACHED)}
    assert len(caches) > 5
    taken = {kind for f in caches for name, kind in get_type_hints(f).items() if name != "return"}
    assert taken <= {str, int, date, type[Note]}


def _look_at_everything(state: ServerState) -> None:
    for address in state.site.addresses():
        state.make(lambda site, at=address: site.page(at))  # type: ignore[misc]


def _alive() -> list[object]:
    """The journals of that title in memory, with what was made of them."""
    return [thing for thing in gc.get_objects() if _title(thing) == TITLE]


def _title(thing: object) -> str:
    if isinstance(thing, Site):
        return _title(thing.data)
    if isinstance(thing, SiteData):
        return _title(thing.journal)
    return thing.settings.title if isinstance(thing, Journal) else ""
