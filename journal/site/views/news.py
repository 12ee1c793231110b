"""The news, mine and theirs: what is worth telling, and who has been told."""

from collections.abc import Iterable
from itertools import groupby

from journal.library import ME
from journal.notes.records import News
from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.days import day
from journal.site.views.listed import Group, Item, ListPage, group, spoken, words
from journal.site.views.notes import note_view
from journal.site.views.told import Telling


def view(sources: Sources, links: Links, _: str) -> ListPage:
    """Return what the page of news shows: fresh ones first, then year by year, newest first."""
    return ListPage("News", tuple(_Page(sources, links).groups()))


class _Page:
    def __init__(self, sources: Sources, links: Links) -> None:
        self.sources = sources
        self.links = links
        self.telling = Telling(sources, links)
        self.untold = _untold(sources)

    def groups(self) -> Iterable[Group]:
        today = self.sources.today
        found = self.sources.visible.notes(self.sources.journal.news)
        latest = sorted(found, key=lambda note: note.date, reverse=True)
        past = [note for note in latest if note.date <= today]
        ahead = [note for note in reversed(latest) if note.date > today]
        yield from group("Worth telling now", map(self.item, filter(self.is_fresh, past)))
        yield from group("Ahead", map(self.item, ahead))
        earlier = (note for note in past if not self.is_fresh(note))
        for year, notes in groupby(earlier, lambda note: note.date.year):
            yield from group(str(year), map(self.item, notes))

    def is_fresh(self, note: News) -> bool:
        until = note.fresh_until or self.sources.journal.settings.fresh.after(note.date)
        return note.date <= self.sources.today <= until

    def item(self, note: News) -> Item:
        about = self.sources.visible.refs(note, "about") or (ME,)
        mine = ME in about
        return Item(
            note=note_view(self.sources, self.links, note),
            days=(day(note.date),),
            beside=spoken(note.kind),
            whom=() if about == (ME,) else self.links.all_named(about),
            whom_word="about",
            words=words(self._until(note)),
            told=self.telling.told(note.id),
            told_word="Told" if mine else "Spoken of with",
            untold=self._not_yet(note),
            untold_word="Not told yet" if mine else "Not spoken of yet with",
        )

    def _until(self, note: News) -> str:
        if not self.is_fresh(note) or not note.fresh_until:
            return ""
        return f"worth telling until {day(note.fresh_until).words}"

    def _not_yet(self, note: News) -> tuple[Named, ...]:
        return self.links.all_named(self.untold.get(note.id, ()))


def _untold(sources: Sources) -> dict[str, tuple[str, ...]]:
    """Return for each piece of news the ids of those who could be told, by name."""
    found: dict[str, tuple[str, ...]] = {}
    for advice in sorted(sources.advice.people, key=lambda advice: advice.name.casefold()):
        for note in (*advice.slots.news, *advice.slots.recognition):
            if advice.person not in found.get(note, ()):
                found[note] = (*found.get(note, ()), advice.person)
    return found
