"""The news, mine and theirs: what is worth telling, and who has been told."""

from collections.abc import Iterable
from functools import cached_property
from itertools import groupby

from journal.library import ME
from journal.notes.records import News
from journal.site.parts.note_summaries import (
    ListedNote,
    ListGroup,
    ListPage,
    list_group,
    non_empty,
    note_view,
    spoken,
)
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_links import write_links
from journal.site.parts.who_was_told import ToldTable, told_people, told_table
from journal.wording.dates import day


class NewsPage(ListPage, frozen=True, kw_only=True):
    """The content of `news.html`: what is fresh, who has heard of mine, and all that was before."""

    fresh: tuple[ListGroup, ...]
    told_table: ToldTable | None
    rest: tuple[ListGroup, ...]


def view(page: PageContext) -> NewsPage:
    """Return what the page of news shows: fresh ones first, then year by year, newest first."""
    lists = _NewsLists(page)
    fresh, rest = tuple(lists.fresh()), tuple(lists.rest())
    mine = sorted(page.data.my_news, key=lambda note: note.date, reverse=True)
    told = told_table(page, [note for note in mine if note.date <= page.today])
    return NewsPage("News", fresh + rest, fresh=fresh, told_table=told, rest=rest)


class _NewsLists:
    def __init__(self, page: PageContext) -> None:
        self.page = page
        self.untold = _people_to_tell(page)

    @cached_property
    def latest(self) -> list[News]:
        found = self.page.journal.news
        return sorted(found, key=lambda note: note.date, reverse=True)

    def fresh(self) -> Iterable[ListGroup]:
        now = [note for note in self.latest if self.is_fresh(note)]
        mine = (self.item(note) for note in now if self.is_mine(note))
        theirs = (self.item(note) for note in now if not self.is_mine(note))
        yield from list_group("Worth telling now", mine)
        yield from list_group("Theirs, worth a word", theirs)

    def rest(self) -> Iterable[ListGroup]:
        today = self.page.today
        ahead = (note for note in reversed(self.latest) if note.date > today)
        yield from list_group("Ahead", map(self.item, ahead))
        earlier = (n for n in self.latest if n.date <= today and not self.is_fresh(n))
        for year, notes in groupby(earlier, lambda note: note.date.year):
            yield from list_group(str(year), map(self.item, notes))

    def is_mine(self, note: News) -> bool:
        return ME in (self.page.journal.refs(note, "about") or (ME,))

    def is_fresh(self, note: News) -> bool:
        until = note.fresh_until or self.page.journal.settings.fresh.after(note.date)
        return note.date <= self.page.today <= until

    def item(self, note: News) -> ListedNote:
        about = self.page.journal.refs(note, "about") or (ME,)
        mine = self.is_mine(note)
        return ListedNote(
            note=note_view(self.page, note),
            days=(day(note.date),),
            under_days=spoken(note.kind),
            whom=() if about == (ME,) else self.page.links(about),
            whom_word="about",
            words=non_empty(self._until(note)),
            told=told_people(self.page, note.id),
            told_word="Told" if mine else "Spoken of with",
            untold=self._untold_people(note),
            untold_word="Not told yet" if mine else "Not spoken of yet with",
        )

    def _until(self, note: News) -> str:
        if not self.is_fresh(note) or not note.fresh_until:
            return ""
        return f"worth telling until {day(note.fresh_until).words}"

    def _untold_people(self, note: News) -> tuple[Link, ...]:
        return write_links(self.page, self.untold.get(note.id, ()))


def _people_to_tell(page: PageContext) -> dict[str, tuple[str, ...]]:
    """Return for each piece of news the ids of those who could be told, by name."""
    found: dict[str, tuple[str, ...]] = {}
    for advice in sorted(page.advice.people, key=lambda advice: advice.name.casefold()):
        for note in (*advice.talking_points.news, *advice.talking_points.recognition):
            if advice.person not in found.get(note, ()):
                found[note] = (*found.get(note, ()), advice.person)
    return found
