"""Who is not in the list because their note cannot be read, and where it says why."""

import msgspec

from journal.site.parts.page_context import Link, PageContext


class Broken(msgspec.Struct, frozen=True):
    """Somebody, and the place in their note from which on it cannot be read."""

    person: Link
    place: str


def broken(page: PageContext) -> tuple[Broken, ...]:
    """Return everybody whose note cannot be read."""
    return tuple(Broken(page.link(each.person), each.place) for each in page.advice.unread)
