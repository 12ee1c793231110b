"""Who was told of which note: first of all, my news in a table of people."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from journal.advice.recommendations import may_be_suggested
from journal.advice.relationship import Relationship
from journal.notes.records import News, Touchpoint
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_links import write_links
from journal.wording.dates import Day, day


class ToldPerson(NamedTuple):
    """Somebody who was told, when first, and where that is written down."""

    person: Link
    day: Day
    href: str


def first_told(page: PageContext, note_id: str) -> dict[str, Touchpoint]:
    """Return the touchpoint in which each person was told of a note first, the earliest first."""
    first: dict[str, Touchpoint] = {}
    for note in page.data.told_in.get(note_id, ()):
        for person in page.journal.refs(note, "people"):
            first.setdefault(person, note)
    return first


def told_people(
    page: PageContext, note_id: str, apart_from: tuple[str, ...] = ()
) -> tuple[ToldPerson, ...]:
    """Return who was told of a note, the first one first, apart from those people."""
    first = first_told(page, note_id).items()
    return tuple(told_in(page, who, note) for who, note in first if who not in apart_from)


def told_in(page: PageContext, person: str, note: Touchpoint) -> ToldPerson:
    """Return a person who was told in a touchpoint."""
    return ToldPerson(page.link(person), day(note.date), page.note_href(note.id))


_MOST_COLUMNS = 12  # pieces of news, and all fresh ones


class ToldCell(msgspec.Struct, frozen=True):
    """Whether somebody has heard it: `told`, `open` (not yet), or `past` (no longer new)."""

    state: str
    words: str
    href: str


class ToldRow(msgspec.Struct, frozen=True):
    """One person, with a cell for each piece of news."""

    person: Link
    cells: tuple[ToldCell, ...]


class ToldTable(msgspec.Struct, frozen=True):
    """The table; `news` are its columns, the newest first."""

    news: tuple[Link, ...]
    rows: tuple[ToldRow, ...]


_PAST = ToldCell("past", "no longer new", "")


def told_table(page: PageContext, news: Sequence[News]) -> ToldTable | None:
    """Return the table of `news`, newest first; only what is fresh can still be told."""
    fresh = {note.id for note in page.data.index.my_news()}
    across = [note for place, note in enumerate(news) if note.id in fresh or place < _MOST_COLUMNS]
    columns = _TableBuilder(page, across, fresh)
    rows = tuple(columns.row(relationship) for relationship in _kept_in_touch(page))
    if not across or not rows:
        return None
    return ToldTable(tuple(page.link(note.id) for note in across), rows)


def _kept_in_touch(page: PageContext) -> Iterator[Relationship]:
    """Yield the relationship with everybody whom news can be told, by name."""
    for person in sorted(page.journal.people, key=lambda p: (p.title.casefold(), p.id)):
        if person.kept_in_touch and may_be_suggested(person, page.today):
            relationship = Relationship(page.journal, person)
            if relationship.phase != "ended":
                yield relationship


class _TableBuilder:
    def __init__(self, page: PageContext, across: Sequence[News], fresh: set[str]) -> None:
        self.page = page
        self.first = {note.id: first_told(page, note.id) for note in across}
        self.fresh = fresh

    def row(self, relationship: Relationship) -> ToldRow:
        who = relationship.person.id
        (write,) = write_links(self.page, (who,))
        # also told in hidden touchpoints: must not be suggested again
        still = self.fresh - relationship.told_about
        cells = (self._cell(note, who, write.href if note in still else "") for note in self.first)
        return ToldRow(self.page.link(who), tuple(cells))

    def _cell(self, note: str, who: str, write: str) -> ToldCell:
        if found := self.first[note].get(who):
            told = f"told on {day(found.date).words}"
            return ToldCell("told", told, self.page.note_href(found.id))
        return ToldCell("open", "not yet", write) if write else _PAST
