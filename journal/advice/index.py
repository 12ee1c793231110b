"""Notes by the people they are about, looked up once for the advice to everybody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from journal.advice.cadence import CadenceLookup
from journal.folding import folded
from journal.library.journal import ME, Journal, OwnedTask
from journal.notes.person_note import line_on
from journal.notes.records import News, Opportunity, Person, Touchpoint, Trip

_N = TypeVar("_N", News, Opportunity, Trip)


class AdviceIndex:
    """News, opportunities, trips and promises as of a day, by person; drafts are left out."""

    def __init__(self, journal: Journal, cadences: CadenceLookup | None = None) -> None:
        """`cadences` are those of the whole journal, where `journal` is a redacted one."""
        self.journal = journal
        self.cadences = cadences
        self.today = journal.today
        self._city_keys = {folded(k): folded(v) for k, v in journal.settings.places.items()}

    def _by_person(self, notes: Iterable[_N], key: str) -> Mapping[str, list[_N]]:
        found: dict[str, list[_N]] = defaultdict(list)
        for note in notes:
            if not note.draft:
                for person in self.journal.refs(note, key):
                    found[person].append(note)
        return found

    @cached_property
    def news(self) -> Mapping[str, list[News]]:
        """News worth telling today, newest first, by whom they are about."""
        fresh = self.journal.settings.fresh
        now = [
            note
            for note in self.journal.news
            if note.date <= self.today <= (note.fresh_until or fresh.after(note.date))
        ]
        return self._by_person(sorted(now, key=lambda note: note.date, reverse=True), "about")

    @cached_property
    def opportunities(self) -> Mapping[str, list[Opportunity]]:
        """Opportunities still spotted, their deadline not past, by whom they are for."""
        return self._by_person(self._open_opportunities, "for")

    @cached_property
    def unmatched(self) -> list[Opportunity]:
        """Opportunities still spotted that are for nobody yet."""
        return [note for note in self._open_opportunities if not self.journal.refs(note, "for")]

    @cached_property
    def _open_opportunities(self) -> list[Opportunity]:
        spotted = (
            note
            for note in self.journal.opportunities
            if not note.draft and note.state == "spotted"
        )
        current = [note for note in spotted if not note.deadline or note.deadline >= self.today]
        return sorted(current, key=lambda note: (note.deadline is None, note.deadline, note.id))

    def is_offered(self, note: Opportunity) -> bool:
        """Whether everybody it is for has been told about it."""
        untold = {person for person in self.journal.refs(note, "for") if person != ME}
        if not untold:
            return False
        for touchpoint in self._touchpoints_telling_of(note):
            untold.difference_update(self.journal.refs(touchpoint, "people"))
        return not untold

    def _touchpoints_telling_of(self, note: Opportunity) -> Iterator[Touchpoint]:
        """Yield the touchpoints that took place and told of a note."""
        for source in self.journal.backlinks.get(note.id, ()):
            if note.id in self.journal.telling.get(source, ()):
                touchpoint = self.journal.notes[source]
                assert isinstance(touchpoint, Touchpoint)
                if not touchpoint.draft and touchpoint.is_done(self.today):
                    yield touchpoint

    @cached_property
    def trips(self) -> Mapping[str, list[Trip]]:
        """Trips that are not over, by traveller."""
        ahead = (
            note
            for note in self.journal.trips
            if note.state in ("planned", "booked") and note.end >= self.today
        )
        return self._by_person(ahead, "who")

    @cached_property
    def promises(self) -> Mapping[str, list[OwnedTask]]:
        """Open tasks of mine, by whom they belong to."""
        found = defaultdict(list)
        for owned in self.journal.tasks:
            mine = owned.task.state == "open" and not owned.task.theirs
            if mine and self._is_counted(owned.note):
                for person in owned.people:
                    found[person].append(owned)
        return found

    def _is_counted(self, note_id: str) -> bool:
        note = self.journal.notes[note_id]
        if note.draft:
            return False
        if isinstance(note, Touchpoint):
            return note.is_done(self.today) or note.is_planned(self.today)
        return True

    def trips_that_meet(self, person: Person) -> Iterator[tuple[Trip, str]]:
        """Yield the trips that bring us to one city, and who travels: I, or they."""
        mine = [trip for trip in self.trips.get(ME, ()) if self.lives_where(person, trip)]
        for trip in mine:
            if not self.is_away(person.id, trip):
                yield trip, ME
        for trip in self.trips.get(person.id, ()):
            here = self.city_key(trip.city) == self.my_city and trip not in mine
            if here and not self.is_away(ME, trip):
                yield trip, person.id

    def is_away(self, traveller: str, trip: Trip) -> bool:
        """Whether a trip of `traveller` to another place covers all days of `trip`."""
        return any(
            other.start <= trip.start
            and trip.end <= other.end
            and self.city_key(other.city) != self.city_key(trip.city)
            for other in self.trips.get(traveller, ())
        )

    def city_key(self, city: str) -> str:
        """Return a city as cities are compared: no case, no accents, other names understood."""
        name = folded(city)
        return self._city_keys.get(name, name)

    def meeting_cities(self, person: Person) -> set[str]:
        """Return where a person can be met."""
        return {self.city_key(city) for city in (person.city, *person.other_cities) if city}

    def lives_where(self, person: Person, trip: Trip) -> bool:
        """Whether a trip goes where a person can be met when it begins."""
        return self.city_key(trip.city) in map(self.city_key, self._cities_on(person, trip.start))

    def _cities_on(self, person: Person, day: date) -> Iterable[str]:
        """Return where a person can be met on a day; today's city is the one that is written."""
        then, now = line_on(person.places, day), line_on(person.places, self.today)
        is_as_now = day >= self.today and then == now
        city = then.text if then and not is_as_now else person.city
        return filter(None, (city, *person.other_cities))

    @cached_property
    def my_city(self) -> str:
        """My own city, as cities are compared."""
        return self.city_key(self.journal.settings.me.city)

    def my_news(self) -> list[News]:
        """Return news about me, newest first."""
        return self.news.get(ME, [])
