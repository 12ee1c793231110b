"""Filters of a list: each facet with the choices found in the list."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote

from journal.advice import PersonAdvice
from journal.notes.records import Person
from journal.site.parts.page_context import PageContext
from journal.wording.labels import ROLE_NAMES, channel_words


class FacetChoice(NamedTuple):
    """One choice of a facet; `token` has no blanks and can be part of an address."""

    token: str
    text: str


class Facet(NamedTuple):
    """One facet; `key` names its attribute (`data-role`) and its part of the address."""

    key: str
    label: str
    choices: tuple[FacetChoice, ...]


def facet_choice(text: str, same: str = "") -> FacetChoice:
    """Return a choice called `text`; two whose `same` differs only in case are one choice."""
    return FacetChoice(quote((same or text).casefold(), safe=""), text)


def facet_tokens(
    found: Mapping[str, Iterable[FacetChoice]],
) -> tuple[tuple[str, str], ...]:
    """Return the keys of facets with the value of their attribute: tokens, separated by blanks."""
    return tuple((key, _tokens(choices)) for key, choices in found.items())


def _tokens(choices: Iterable[FacetChoice]) -> str:
    return " ".join(dict.fromkeys(found.token for found in choices))


def facets(
    labels: Mapping[str, str], found: Iterable[Mapping[str, Iterable[FacetChoice]]]
) -> Iterator[Facet]:
    """Yield the facets that divide the list; one with the same choice for everybody does not."""
    everybody = list(found)
    for key, label in labels.items():
        each = [{way.token: way.text for way in one[key]} for one in everybody]
        texts = {token: text for one in reversed(each) for token, text in one.items()}
        if any(one.keys() != texts.keys() for one in each):
            choices = sorted(texts.items(), key=lambda item: (item[1].casefold(), item[0]))
            yield Facet(key, label, tuple(FacetChoice(*item) for item in choices))


FACET_LABELS = {"role": "Role", "tag": "Tag", "city": "City", "channel": "Channel"}
"""Key of a facet -> its label."""


def facet_choices(page: PageContext, advice: PersonAdvice) -> Mapping[str, tuple[FacetChoice, ...]]:
    """Return the choices of each facet that a person in the list falls under."""
    person = page.journal.person(advice.person)
    assert person
    return {
        "role": role_choices(person),
        "tag": tuple(facet_choice(tag) for tag in person.tags),
        "city": city_choices(page, person),
        "channel": channel_choices(advice),
    }


def role_choices(person: Person) -> tuple[FacetChoice, ...]:
    """Return a person's roles as choices."""
    return tuple(facet_choice(ROLE_NAMES[role][0], role) for role in person.roles)


def city_choices(page: PageContext, person: Person) -> tuple[FacetChoice, ...]:
    """Return a person's city as a choice, if it is known."""
    city = person.city
    return (facet_choice(city, page.data.index.city_key(city)),) if city else ()


def channel_choices(advice: PersonAdvice | None) -> tuple[FacetChoice, ...]:
    """Return the advised channel as a choice, if there is one."""
    way = advice.channel if advice else None
    return (facet_choice(channel_words(way), way),) if way else ()
