"""Who has heard which news of mine: people down, news across."""

from collections.abc import Iterator, Sequence

import msgspec

from journal.advice.listing import counts
from journal.advice.standing import Standing
from journal.notes.records import News
from journal.site.links import Named
from journal.site.sources import Sources
from journal.site.views.days import day
from journal.site.views.told import Telling
from journal.site.views.writing import begin

_ACROSS = 12  # pieces of news, and all fresh ones


class Cell(msgspec.Struct, frozen=True):
    """Whether somebody has heard it: `told`, `open` (not yet), or `past` (no longer new)."""

    state: str
    words: str
    href: str


class Row(msgspec.Struct, frozen=True):
    """One person, with a cell for each piece of news."""

    person: Named
    cells: tuple[Cell, ...]


class Heard(msgspec.Struct, frozen=True):
    """The table; `news` are its columns, the newest first."""

    news: tuple[Named, ...]
    rows: tuple[Row, ...]


_PAST = Cell("past", "no longer new", "")


def heard(telling: Telling, news: Sequence[News]) -> Heard | None:
    """Return the table of `news`, newest first; only what is fresh can still be told."""
    fresh = {note.id for note in telling.sources.ground.my_news()}
    across = [note for place, note in enumerate(news) if note.id in fresh or place < _ACROSS]
    columns = _Columns(telling, across, fresh)
    rows = tuple(columns.row(standing) for standing in _kept_in_touch(telling.sources))
    if not across or not rows:
        return None
    return Heard(tuple(telling.links.named(note.id) for note in across), rows)


def _kept_in_touch(sources: Sources) -> Iterator[Standing]:
    """Yield where things stand with everybody there can be news for, by name."""
    for person in sorted(sources.journal.people, key=lambda p: (p.title.casefold(), p.id)):
        if person.kept_in_touch and counts(person, sources.today):
            standing = Standing(sources.journal, person)
            if standing.phase != "ended":
                yield standing


class _Columns:
    def __init__(self, telling: Telling, across: Sequence[News], fresh: set[str]) -> None:
        self.telling = telling
        self.first = {note.id: telling.first(note.id) for note in across}
        self.fresh = fresh

    def row(self, standing: Standing) -> Row:
        who = standing.person.id
        (write,) = begin(self.telling.sources, self.telling.links, (who,))
        # told in a touchpoint that is not shown is told: it must not be suggested again
        still = self.fresh - standing.told
        cells = (self._cell(note, who, write.href if note in still else "") for note in self.first)
        return Row(self.telling.links.named(who), tuple(cells))

    def _cell(self, note: str, who: str, write: str) -> Cell:
        if found := self.first[note].get(who):
            told = f"told on {day(found.date).words}"
            return Cell("told", told, self.telling.links.note(found.id))
        return Cell("open", "not yet", write) if write else _PAST
