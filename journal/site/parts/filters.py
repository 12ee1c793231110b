"""By what a list can be narrowed down: each facet with the choices that somebody in it has."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote

from journal.advice import PersonAdvice
from journal.notes.records import Person
from journal.site.parts.page_context import PageContext
from journal.wording.channels import channel_words
from journal.wording.labels import ROLE_NAMES


class FacetChoice(NamedTuple):
    """One choice: `token` has no blanks and can stand in an address."""

    token: str
    text: str


class Facet(NamedTuple):
    """One facet; `key` names its attribute (`data-role`) and its part of the address."""

    key: str
    label: str
    choices: tuple[FacetChoice, ...]


def facet_choice(text: str, same: str = "") -> FacetChoice:
    """Return a choice called `text`; those whose `same` agrees without case are one."""
    return FacetChoice(quote((same or text).casefold(), safe=""), text)


def tokens(choices: Iterable[FacetChoice]) -> str:
    """Return choices as an attribute holds them, parted by blanks."""
    return " ".join(dict.fromkeys(found.token for found in choices))


def facets(
    labels: Mapping[str, str], found: Iterable[Mapping[str, Iterable[FacetChoice]]]
) -> Iterator[Facet]:
    """Yield the facets that part the list: what is the same for everybody parts nothing."""
    everybody = list(found)
    for key, label in labels.items():
        each = [{way.token: way.text for way in one[key]} for one in everybody]
        texts = {token: text for one in reversed(each) for token, text in one.items()}
        if any(one.keys() != texts.keys() for one in each):
            choices = sorted(texts.items(), key=lambda item: (item[1].casefold(), item[0]))
            yield Facet(key, label, tuple(FacetChoice(*item) for item in choices))


FACET_LABELS = {"role": "Role", "tag": "Tag", "city": "City", "channel": "Channel"}
"""Key -> what the choice is called."""


def facet_choices(page: PageContext, advice: PersonAdvice) -> Mapping[str, tuple[FacetChoice, ...]]:
    """Return the choices that find a person in the list, by the keys of `LABELS`."""
    person = page.journal.person(advice.person)
    assert person
    return {
        "role": role_choices(person),
        "tag": tuple(facet_choice(tag) for tag in person.tags),
        "city": city_choices(page, person),
        "channel": channel_choices(advice),
    }


def role_choices(person: Person) -> tuple[FacetChoice, ...]:
    """Return everything that a person is to me."""
    return tuple(facet_choice(ROLE_NAMES[role][0], role) for role in person.roles)


def city_choices(page: PageContext, person: Person) -> tuple[FacetChoice, ...]:
    """Return the city in which a person lives, if it is known."""
    city = person.city
    return (facet_choice(city, page.data.index.city_key(city)),) if city else ()


def channel_choices(advice: PersonAdvice | None) -> tuple[FacetChoice, ...]:
    """Return the channel that is advised, if there is one."""
    way = advice.channel if advice else None
    return (facet_choice(channel_words(way), way),) if way else ()
