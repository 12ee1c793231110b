"""By what somebody in a list can be found: what they are to me, tags, city, channel."""

from collections.abc import Mapping

from journal.advice import PersonAdvice
from journal.notes.records import Person
from journal.site.sources import Sources
from journal.site.views.channels import channel_words
from journal.site.views.facets import Choice, choice
from journal.site.views.roles import WORDS

LABELS = {"role": "Role", "tag": "Tag", "city": "City", "channel": "Channel"}
"""Key -> what the choice is called."""


def traits(sources: Sources, advice: PersonAdvice) -> Mapping[str, tuple[Choice, ...]]:
    """Return the choices that find a person in the list, by the keys of `LABELS`."""
    person = sources.journal.person(advice.person)
    assert person
    return {
        "role": roles(person),
        "tag": tuple(choice(tag) for tag in person.tags),
        "city": cities(sources, person),
        "channel": channels(advice),
    }


def roles(person: Person) -> tuple[Choice, ...]:
    """Return everything that a person is to me."""
    return tuple(choice(WORDS[role][0], role) for role in person.roles)


def cities(sources: Sources, person: Person) -> tuple[Choice, ...]:
    """Return the city in which a person lives, if it is known."""
    city = person.city
    return (choice(city, sources.ground.place(city)),) if city else ()


def channels(advice: PersonAdvice | None) -> tuple[Choice, ...]:
    """Return the channel that is advised, if there is one."""
    way = advice.channel if advice else None
    return (choice(channel_words(way), way),) if way else ()
