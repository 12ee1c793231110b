"""The trips: mine with the people who live there, and theirs to my city."""

from collections.abc import Iterable
from datetime import date

from journal.library import ME
from journal.notes.records import Trip
from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.days import Day, day
from journal.site.views.distance import distance
from journal.site.views.listed import Group, Item, ListPage, group, words
from journal.site.views.notes import note_view
from journal.site.views.told import Telling, Told

_TONES = {"booked": "near", "planned": "near", "cancelled": "quiet", "idea": ""}
#: Channels on which people are in one place.
_TOGETHER = frozenset({"in-person", "event"})


def view(sources: Sources, links: Links, _: str) -> ListPage:
    """Return what the page of trips shows: coming ones, then past ones, latest first."""
    return ListPage("Trips", tuple(_Page(sources, links).groups()))


class _Page:
    def __init__(self, sources: Sources, links: Links) -> None:
        self.sources = sources
        self.links = links
        self.telling = Telling(sources, links)

    def groups(self) -> Iterable[Group]:
        found = self.sources.visible.notes(self.sources.journal.trips)
        trips = sorted(found, key=lambda note: note.start)
        ahead = [note for note in trips if self.is_ahead(note)]
        yield from group("Coming", (self.item(n) for n in ahead if self.is_mine(n)))
        theirs = [note for note in ahead if not self.is_mine(note)]
        here = self.sources.journal.settings.me.city or "my city"
        yield from group(f"Visitors to {here}", (self.item(n) for n in theirs if self.is_here(n)))
        yield from group("Theirs, elsewhere", (self.item(n) for n in theirs if not self.is_here(n)))
        gone = (note for note in reversed(trips) if not self.is_ahead(note))
        yield from group("Past", map(self.item, gone))

    def is_ahead(self, note: Trip) -> bool:
        return note.end >= self.sources.today and note.state not in ("done", "cancelled")

    def is_mine(self, note: Trip) -> bool:
        return not (who := self.sources.journal.refs(note, "who")) or ME in who

    def is_here(self, note: Trip) -> bool:
        ground = self.sources.ground
        return bool(ground.my_city) and ground.place(note.city) == ground.my_city

    def item(self, note: Trip) -> Item:
        ahead = self.is_ahead(note)
        who = self.sources.visible.refs(note, "who")
        return Item(
            note=note_view(self.sources, self.links, note),
            days=_span(note.start, note.end),
            beside=self._beside(note),
            whom=() if who in ((), (ME,)) else self.links.all_named(who),
            words=words(_where(note), note.purpose),
            state=note.state if ahead or note.state == "cancelled" else "",
            tone=_TONES.get(note.state, ""),
            told=self.telling.told(note.id) if ahead else self._met(note),
            told_word="Told" if ahead else "Met there",
            untold=self._untold(note) if ahead else (),
            untold_word="Not told yet",
        )

    def _beside(self, note: Trip) -> str:
        if not self.is_ahead(note):
            return ""
        if note.start <= self.sources.today:
            return "now"
        return distance(note.start, self.sources.today)

    def _untold(self, note: Trip) -> tuple[Named, ...]:
        """Return those who live where I go, or who come to me, and have not been told of it."""
        told = self.telling.people(note.id)
        return self.links.all_named(tuple(p for p in self._concerned(note) if p not in told))

    def _concerned(self, note: Trip) -> Iterable[str]:
        if not self.is_mine(note):
            return self.sources.journal.refs(note, "who") if self.is_here(note) else ()
        ground, today = self.sources.ground, self.sources.today
        city = ground.place(note.city)
        there = (p for p in self.sources.visible.people if city in ground.cities(p))
        return tuple(p.id for p in there if not p.is_dead(today) and not p.draft)

    def _met(self, note: Trip) -> tuple[Told, ...]:
        """Return whom a past trip brought together with me, as written down on its days."""
        if note.state == "cancelled":
            return ()
        travellers = set(self.sources.visible.refs(note, "who")) - {ME}
        found: dict[str, Told] = {}
        for meeting in self.sources.done_between(note.start, note.end):
            if meeting.channel in _TOGETHER:
                for person in self.sources.visible.refs(meeting, "people"):
                    if self.is_mine(note) or person in travellers:
                        found.setdefault(person, self.telling.told_in(person, meeting))
        return tuple(found.values())


def _where(note: Trip) -> str:
    return ", ".join(part for part in (note.city, note.country) if part)


def _span(first: date, last: date) -> tuple[Day, ...]:
    """Return first and last day, saying once what they share, like `12` and `19 January 2027`."""
    if first == last:
        return (day(first),)
    said = 3 if first.year != last.year else 2 if first.month != last.month else 1
    words = day(first).words.split(" ")[:said]
    return (Day(first.isoformat(), " ".join(words)), day(last))
