"""Who is not in the list because their note cannot be read, and where it says why."""

import msgspec

from journal.site.parts.context import Sources
from journal.site.parts.page_links import Links, Named


class Broken(msgspec.Struct, frozen=True):
    """Somebody, and the place in their note from which on it cannot be read."""

    person: Named
    place: str


def broken(sources: Sources, links: Links) -> tuple[Broken, ...]:
    """Return everybody whose note cannot be read."""
    return tuple(Broken(links.named(each.person), each.place) for each in sources.advice.unread)
