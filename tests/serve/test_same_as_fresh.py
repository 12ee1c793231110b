"""However a journal came to be what it is, the server shows what a fresh reading of it shows."""

import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from journal.feeds.site_files import FEEDS
from journal.feeds.source import FeedSource
from journal.library import Journal
from journal.library.opening import open_journal
from journal.reading.cache import Cache
from journal.reading.folder import ReadOptions, open_cache
from journal.serve.state import ServerState
from journal.site.parts.all_findings import findings_of
from journal.site.parts.site_data import SiteOptions
from journal.site.site import Site, site_of
from tests.support.random_edits import RandomEditor, generated_journal, private_umask

pytestmark = pytest.mark.long

DAY = date(2026, 6, 15)
STEPS = 40
FIELDS = (
    "today", "settings", "notes", "people", "touchpoints", "news", "opportunities", "trips",
    "goals", "lessons", "tasks", "attachments", "findings", "links", "telling", "with_person",
    "backlinks",
)  # fmt: skip


class Followed:
    """A journal that is edited, followed as the server does, and read afresh to compare."""

    def __init__(self, root: Path, cache: Cache, seed: str, hidden: bool) -> None:
        self.root, self.hidden, self.day = root, hidden, DAY
        self.editor = RandomEditor(root, seed, DAY)
        self.state = ServerState(SiteOptions(root, hidden, hidden), cache, lambda _: self.day)
        self._readings = 0

    def step(self) -> None:
        """Make a few edits, and take them over: by hints at notes in place, or by a look at all."""
        dice = self.editor.dice
        for _ in range(dice.choice((1, 1, 3, 6))):
            paths = {self.editor.edit() for _ in range(dice.choice((1, 1, 2, 3)))}
            self.state.refresh({path for path in paths if path} if None not in paths else None)
            self._look_at(dice.sample(self.state.site.addresses(), 2))
        if dice.random() < 0.1:
            self.day += timedelta(dice.choice((1, 30, -1)))

    def _look_at(self, addresses: list[str]) -> None:
        """Have pages made: what they leave behind must not outlive what it was made of."""
        for address in addresses:
            self.state.make(partial(Site.page, address=address))

    def settle(self) -> None:
        """Mend what is broken, and have all of it believed."""
        self.editor.mend()
        self.state.refresh()
        while self.state.due is not None:
            time.sleep(max(0.0, self.state.due - time.monotonic()))
            self.state.refresh()

    def afresh(self) -> Site:
        """Read and make everything anew, without what was kept."""
        self._readings += 1
        with closing(Cache(self.root.parent / f"apart{self._readings}", "apart")) as cache:
            how = ReadOptions(bodies=True)
            opened = open_journal(self.root, lambda _: self.day, how, cache)
        options = SiteOptions(self.root, self.hidden, self.hidden)
        return site_of(opened, options, findings_of(opened, self.root / "site"))


@pytest.fixture(params=["shown to others", "with all that is hidden"])
def followed(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Followed]:
    (tmp_path / "apart").mkdir()
    root = generated_journal(tmp_path / "journal", 40, DAY)
    with private_umask(), closing(open_cache(root)) as cache:
        yield Followed(root, cache, request.param, request.param.startswith("with"))


def test_a_journal_that_was_followed_is_the_same_as_one_read_afresh(followed: Followed) -> None:
    for step in range(STEPS):
        followed.step()
        followed.settle()
        known, fresh = followed.state.site, followed.afresh()
        assert _differing(known.data.journal, fresh.data.journal) == [], step
        assert _names(known, followed.editor) == _names(fresh, followed.editor), step
        assert known.data.findings == fresh.data.findings, step
        assert known.data.advice == fresh.data.advice, step
        if step % 5 == 4:
            _hold_the_same_pages(followed.state, fresh)


def _differing(known: Journal, fresh: Journal) -> list[str]:
    """Return what of two journals is not the same, names apart; what is empty may be absent."""
    return [f for f in FIELDS if _filled(getattr(known, f)) != _filled(getattr(fresh, f))]


def _filled(value: Any) -> Any:
    return {key: held for key, held in value.items() if held} if isinstance(value, dict) else value


def _names(site: Site, editor: RandomEditor) -> dict[str, Any]:
    """What every name means that is or was in the journal, alone and from a note."""
    journal = site.data.journal
    names = {name for note in journal.notes.values() for name in (note.id, note.title, *note.names)}
    names |= {Path(path).stem for path in (*editor.notes, *editor.gone)}
    first = next(iter(journal.notes))
    return {
        name: [
            (index.find(name), index.find(name, first), index.at_path(first, f"../people/{name}"))
            for index in journal.names
        ]
        for name in names
    }


def _hold_the_same_pages(state: ServerState, fresh: Site) -> None:
    assert state.site.addresses() == fresh.addresses()
    pages = state.make(lambda site: {at: site.page(at) for at in site.addresses()})
    assert [at for at in pages if pages[at] != fresh.page(at)] == []
    assert _files(state.site) == _files(fresh)


def _files(site: Site) -> dict[str, Any]:
    data = site.data
    shown = FeedSource(data.index, data.advice, data.bodies)
    feeds = {path: make(shown) for path, make in FEEDS.items()}
    return {**feeds, **{path: site.file(path) for path in ("search.json", "static/journal.css")}}
