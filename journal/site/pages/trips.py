"""Trips: mine, with the people who live there, and theirs to my city."""

from collections.abc import Iterable
from functools import cached_property

from journal.advice.relationship import Relationship
from journal.library import ME
from journal.notes.records import Person, Trip
from journal.site.parts.cities import City, cities, knows_of_trip, residents
from journal.site.parts.note_summaries import (
    ListedNote,
    ListGroup,
    ListPage,
    list_group,
    non_empty,
    note_view,
)
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_links import write_links
from journal.site.parts.who_was_told import ToldPerson, told_in, told_people
from journal.wording.dates import day_span, distance

_TONES = {"booked": "near", "planned": "near", "cancelled": "quiet", "idea": ""}
#: Channels that bring people together in one place.
_TOGETHER = frozenset({"in-person", "event"})


class TripsPage(ListPage, frozen=True, kw_only=True):
    """The content of `trips.html`: trips that lie ahead, who lives where, trips that are over."""

    ahead: tuple[ListGroup, ...]
    cities: tuple[City, ...]
    past: tuple[ListGroup, ...]


def view(page: PageContext) -> TripsPage:
    """Return what the page of trips shows: coming ones, then past ones, latest first."""
    lists = _TripLists(page)
    ahead, past = tuple(lists.ahead()), tuple(lists.past())
    return TripsPage("Trips", ahead + past, ahead=ahead, cities=cities(page), past=past)


class _TripLists:
    def __init__(self, page: PageContext) -> None:
        self.page = page

    @cached_property
    def trips(self) -> list[Trip]:
        found = self.page.journal.trips
        return sorted(found, key=lambda note: note.start)

    def ahead(self) -> Iterable[ListGroup]:
        ahead = [note for note in self.trips if self.is_ahead(note)]
        yield from list_group("Coming", (self.item(n) for n in ahead if self.is_mine(n)))
        theirs = [note for note in ahead if not self.is_mine(note)]
        here = self.page.journal.settings.me.city or "my city"
        yield from list_group(
            f"Visitors to {here}", (self.item(n) for n in theirs if self.is_here(n))
        )
        yield from list_group(
            "Theirs, elsewhere", (self.item(n) for n in theirs if not self.is_here(n))
        )

    def past(self) -> Iterable[ListGroup]:
        gone = (note for note in reversed(self.trips) if not self.is_ahead(note))
        yield from list_group("Past", map(self.item, gone))

    def is_ahead(self, note: Trip) -> bool:
        return note.end >= self.page.today and note.state not in ("done", "cancelled")

    def is_mine(self, note: Trip) -> bool:
        return not (who := self.page.journal.refs(note, "who")) or ME in who

    def is_here(self, note: Trip) -> bool:
        index = self.page.data.index
        return bool(index.my_city) and index.city_key(note.city) == index.my_city

    def item(self, note: Trip) -> ListedNote:
        ahead = self.is_ahead(note)
        who = self.page.journal.refs(note, "who")
        return ListedNote(
            note=note_view(self.page, note),
            days=day_span(note.start, note.end),
            under_days=self._under_days(note),
            whom=() if who in ((), (ME,)) else self.page.links(who),
            words=non_empty(_place(note), note.purpose),
            state=note.state if ahead or note.state == "cancelled" else "",
            tone=_TONES.get(note.state, ""),
            told=told_people(self.page, note.id) if ahead else self._met(note),
            told_word="Told" if ahead else "Met there",
            untold=self._untold(note) if ahead else self._lived_there(note),
            untold_word="Not told yet" if ahead else "Lived there then",
        )

    def _under_days(self, note: Trip) -> str:
        if not self.is_ahead(note):
            return ""
        if note.start <= self.page.today:
            return "now"
        return distance(note.start, self.page.today)

    def _untold(self, note: Trip) -> tuple[Link, ...]:
        """Return those who live where I go, or who come to me, and have not been told of it."""
        untold = (p.id for p in self._people_there(note) if not self._knows(p, note))
        return write_links(self.page, tuple(untold))

    def _people_there(self, note: Trip) -> Iterable[Person]:
        if self.is_mine(note):
            return residents(self.page, note)
        who = self.page.journal.refs(note, "who") if self.is_here(note) else ()
        return (person for person in self.page.journal.people if person.id in who)

    def _knows(self, person: Person, note: Trip) -> bool:
        if self.is_mine(note):
            return knows_of_trip(self.page, person, note)
        return note.id in Relationship(self.page.journal, person).told_about

    def _lived_there(self, note: Trip) -> tuple[Link, ...]:
        """Return who lived where I went, on a trip that is over; those I met are named already."""
        if note.state in ("cancelled", "idea") or not self.is_mine(note):
            return ()
        met = {person.person.href for person in self._met(note)}
        there = self.page.links(tuple(person.id for person in residents(self.page, note)))
        return tuple(link for link in there if link.href not in met)

    def _met(self, note: Trip) -> tuple[ToldPerson, ...]:
        """Return whom I met on a past trip, by the touchpoints of its days."""
        if note.state == "cancelled":
            return ()
        travellers = set(self.page.journal.refs(note, "who")) - {ME}
        found: dict[str, ToldPerson] = {}
        for meeting in self.page.data.done_between(note.start, note.end):
            if meeting.channel in _TOGETHER:
                for person in self.page.journal.refs(meeting, "people"):
                    if self.is_mine(note) or person in travellers:
                        found.setdefault(person, told_in(self.page, person, meeting))
        return tuple(found.values())


def _place(note: Trip) -> str:
    return ", ".join(part for part in (note.city, note.country) if part)
