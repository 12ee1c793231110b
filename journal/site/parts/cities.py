"""Cities: who lives there, when I go there next, when I was there last."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from journal.advice.recommendations import may_be_suggested
from journal.advice.relationship import Relationship
from journal.folding import folded
from journal.library import ME
from journal.notes.records import Person, Trip
from journal.site.parts.page_context import Link, PageContext
from journal.wording.dates import Day, day


class CityResident(msgspec.Struct, frozen=True):
    """Somebody who lives in a city; `word` says whether they know of my next trip there."""

    person: Link
    word: str
    tone: str


class TripStart(msgspec.Struct, frozen=True):
    """A trip of mine to a city, and the day it begins."""

    trip: Link
    day: Day


class City(msgspec.Struct, frozen=True):
    """A city with its people, my next trip there, and my last one."""

    name: str
    people: tuple[CityResident, ...]
    coming: TripStart | None
    last: TripStart | None


def cities(page: PageContext) -> tuple[City, ...]:
    """Return every city where somebody lives: those I go to first, then the others by name."""
    people, trips = _people(page), _trips(page)
    names = {key: _name(page, key, found) for key, found in people.items()}
    soonest = {key: _coming(page, trips.get(key, ())) for key in people}
    order = sorted(people, key=lambda key: (_start(soonest[key]), names[key].casefold()))
    return tuple(
        City(
            name=names[key],
            people=tuple(_resident(page, p, soonest[key]) for p in people[key]),
            coming=_trip_start(page, soonest[key]),
            last=_trip_start(page, _last(page, trips.get(key, ()))),
        )
        for key in order
    )


def residents(page: PageContext, trip: Trip) -> Iterator[Person]:
    """Yield everybody who lives where a trip goes when it begins, in the order of ids."""
    for person in page.journal.people:
        is_there = page.data.index.lives_where(person, trip)
        if is_there and may_be_suggested(person, min(trip.start, page.today)):
            yield person


def knows_of_trip(page: PageContext, person: Person, trip: Trip) -> bool:
    """Whether somebody has been told of a trip, or travels along."""
    along = person.id in page.journal.refs(trip, "who")
    return along or trip.id in Relationship(page.journal, person).told_about


def _people(page: PageContext) -> Mapping[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for person in sorted(page.journal.people, key=lambda p: (p.title.casefold(), p.id)):
        if may_be_suggested(person, page.today):
            for key in sorted(page.data.index.meeting_cities(person)):
                found.setdefault(key, []).append(person)
    return found


def _trips(page: PageContext) -> Mapping[str, list[Trip]]:
    """Return my trips that are not cancelled, by city, the earliest first."""
    found: dict[str, list[Trip]] = {}
    for trip in sorted(page.journal.trips, key=lambda t: t.start):
        who = page.journal.refs(trip, "who")
        if trip.state not in ("cancelled", "idea") and not trip.draft and (not who or ME in who):
            found.setdefault(page.data.index.city_key(trip.city), []).append(trip)
    return found


def _name(page: PageContext, key: str, people: Sequence[Person]) -> str:
    """Return a city's name as the settings or its people write it, with the country."""
    cities = (city for person in people for city in (person.city, *person.other_cities))
    written = [city for city in cities if _is_place(page, city, key)]
    known = [name for name in page.journal.settings.places.values() if folded(name) == key]
    country = [p.country for p in people if p.country and _is_place(page, p.city, key)]
    return ", ".join(((*known, *written)[0], *country[:1]))


def _is_place(page: PageContext, city: str, key: str) -> bool:
    return bool(city) and page.data.index.city_key(city) == key


def _coming(page: PageContext, trips: Iterable[Trip]) -> Trip | None:
    ahead = (t for t in trips if t.end >= page.today and t.state != "done")
    return next(ahead, None)


def _last(page: PageContext, trips: Iterable[Trip]) -> Trip | None:
    gone = [trip for trip in trips if trip.end < page.today or trip.state == "done"]
    return gone[-1] if gone else None


def _start(trip: Trip | None) -> date:
    return trip.start if trip else date.max


def _trip_start(page: PageContext, trip: Trip | None) -> TripStart | None:
    return TripStart(page.link(trip.id), day(trip.start)) if trip else None


def _resident(page: PageContext, person: Person, trip: Trip | None) -> CityResident:
    name = page.link(person.id)
    if trip is None:
        return CityResident(name, "", "")
    told = knows_of_trip(page, person, trip)
    return CityResident(name, "told" if told else "not yet", "good" if told else "near")
