"""By what a list can be narrowed down: each facet with the choices that somebody in it has."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote


class Choice(NamedTuple):
    """One choice: `token` has no blanks and can stand in an address."""

    token: str
    text: str


class Facet(NamedTuple):
    """One facet; `key` names its attribute (`data-role`) and its part of the address."""

    key: str
    label: str
    choices: tuple[Choice, ...]


def choice(text: str, same: str = "") -> Choice:
    """Return a choice called `text`; those whose `same` agrees without case are one."""
    return Choice(quote((same or text).casefold(), safe=""), text)


def tokens(choices: Iterable[Choice]) -> str:
    """Return choices as an attribute holds them, parted by blanks."""
    return " ".join(dict.fromkeys(found.token for found in choices))


def facets(
    labels: Mapping[str, str], found: Iterable[Mapping[str, Iterable[Choice]]]
) -> Iterator[Facet]:
    """Yield the facets that part the list: what is the same for everybody parts nothing."""
    everybody = list(found)
    for key, label in labels.items():
        each = [{way.token: way.text for way in one[key]} for one in everybody]
        texts = {token: text for one in reversed(each) for token, text in one.items()}
        if any(one.keys() != texts.keys() for one in each):
            choices = sorted(texts.items(), key=lambda item: (item[1].casefold(), item[0]))
            yield Facet(key, label, tuple(Choice(*item) for item in choices))
