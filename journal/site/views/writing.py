"""Where a message to somebody is begun."""

from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.write import FOLDER


def begin(sources: Sources, links: Links, people: tuple[str, ...]) -> tuple[Named, ...]:
    """Return people, each leading to where a message to them is begun."""
    return tuple(Named(links.named(who).text, _begun_at(sources, links, who)) for who in people)


def _begun_at(sources: Sources, links: Links, who: str) -> str:
    person = sources.journal.person(who)
    if person is None or person.is_dead(sources.today):
        return links.note(who)
    return links.page(f"{sources.addresses[who].page}{FOLDER}")
