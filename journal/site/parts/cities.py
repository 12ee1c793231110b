"""Places, and who lives there: where I go next, when I was there last."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from journal.advice.recommendations import may_be_suggested
from journal.advice.relationship import Relationship
from journal.library import ME
from journal.notes.identity import folded
from journal.notes.records import Person, Trip
from journal.site.parts.context import Sources
from journal.site.parts.page_links import Links, Named
from journal.wording.dates import Day, day


class Resident(msgspec.Struct, frozen=True):
    """Somebody who lives in a place; `word` says whether they know that I come, or nothing."""

    person: Named
    word: str
    tone: str


class Stay(msgspec.Struct, frozen=True):
    """A trip of mine to a place, and the day it begins."""

    trip: Named
    day: Day


class Place(msgspec.Struct, frozen=True):
    """A row of the table."""

    name: str
    people: tuple[Resident, ...]
    coming: Stay | None
    last: Stay | None


def places(sources: Sources, links: Links) -> tuple[Place, ...]:
    """Return every place where somebody lives: those I go to first, then the others by name."""
    people, trips = _people(sources), _trips(sources)
    names = {key: _name(sources, key, found) for key, found in people.items()}
    soonest = {key: _coming(sources, trips.get(key, ())) for key in people}
    order = sorted(people, key=lambda key: (_start(soonest[key]), names[key].casefold()))
    return tuple(
        Place(
            name=names[key],
            people=tuple(_resident(sources, links, p, soonest[key]) for p in people[key]),
            coming=_stay(links, soonest[key]),
            last=_stay(links, _last(sources, trips.get(key, ()))),
        )
        for key in order
    )


def lives_there(sources: Sources, city: str) -> Iterator[Person]:
    """Yield the living who have a home in a city and may be named, in the order of ids."""
    place = sources.index.place(city)
    for person in sources.journal.people:
        if place in sources.index.cities(person) and may_be_suggested(person, sources.today):
            yield person


def knows(sources: Sources, person: Person, trip: Trip) -> bool:
    """Whether somebody has been told of a trip, or travels along."""
    along = person.id in sources.journal.refs(trip, "who")
    return along or trip.id in Relationship(sources.journal, person).told


def _people(sources: Sources) -> Mapping[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for person in sorted(sources.journal.people, key=lambda p: (p.title.casefold(), p.id)):
        if may_be_suggested(person, sources.today):
            for key in sorted(sources.index.cities(person)):
                found.setdefault(key, []).append(person)
    return found


def _trips(sources: Sources) -> Mapping[str, list[Trip]]:
    """Return my trips that are not called off, by place, the earliest first."""
    found: dict[str, list[Trip]] = {}
    for trip in sorted(sources.journal.trips, key=lambda t: t.start):
        who = sources.journal.refs(trip, "who")
        if trip.state not in ("cancelled", "idea") and not trip.draft and (not who or ME in who):
            found.setdefault(sources.index.place(trip.city), []).append(trip)
    return found


def _name(sources: Sources, key: str, people: Sequence[Person]) -> str:
    """Return a place as the settings or its people write it, with the country they live in."""
    cities = (city for person in people for city in (person.city, *person.other_cities))
    written = [city for city in cities if _is(sources, city, key)]
    known = [name for name in sources.journal.settings.places.values() if folded(name) == key]
    country = [p.country for p in people if p.country and _is(sources, p.city, key)]
    return ", ".join(((*known, *written)[0], *country[:1]))


def _is(sources: Sources, city: str, key: str) -> bool:
    return bool(city) and sources.index.place(city) == key


def _coming(sources: Sources, trips: Iterable[Trip]) -> Trip | None:
    ahead = (t for t in trips if t.end >= sources.today and t.state != "done")
    return next(ahead, None)


def _last(sources: Sources, trips: Iterable[Trip]) -> Trip | None:
    gone = [trip for trip in trips if trip.end < sources.today or trip.state == "done"]
    return gone[-1] if gone else None


def _start(trip: Trip | None) -> date:
    return trip.start if trip else date.max


def _stay(links: Links, trip: Trip | None) -> Stay | None:
    return Stay(links.named(trip.id), day(trip.start)) if trip else None


def _resident(sources: Sources, links: Links, person: Person, trip: Trip | None) -> Resident:
    name = links.named(person.id)
    if trip is None:
        return Resident(name, "", "")
    told = knows(sources, person, trip)
    return Resident(name, "told" if told else "not yet", "good" if told else "near")
