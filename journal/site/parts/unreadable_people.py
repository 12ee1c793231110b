"""Who is not in the list because their note cannot be read, and where it says why."""

import msgspec

from journal.site.parts.page_context import Link, PageContext


class UnreadablePerson(msgspec.Struct, frozen=True):
    """Somebody, and the place in their note from which on it cannot be read."""

    person: Link
    place: str


def unreadable_people(page: PageContext) -> tuple[UnreadablePerson, ...]:
    """Return everybody whose note cannot be read."""
    return tuple(
        UnreadablePerson(page.link(each.person), each.place) for each in page.advice.unread
    )
