"""What stands around every page: title, navigation, notices, what it was made from."""

from collections.abc import Iterator

import msgspec

from journal.site.pages.registry import PAGES
from journal.site.parts.context import Sources
from journal.site.parts.page_links import Links, Named
from journal.wording.counts import many
from journal.wording.dates import Day, day


class Place(msgspec.Struct, frozen=True):
    """A page in the navigation; `current` is what `aria-current` says, empty elsewhere."""

    text: str
    href: str
    current: str
    key: str


class Places(msgspec.Struct, frozen=True):
    """Pages that belong together; `is_here` when one of them is the page."""

    title: str
    places: tuple[Place, ...]
    is_here: bool


class Frame(msgspec.Struct, frozen=True):
    """The context of `base.html`."""

    lang: str
    title: str
    home: str
    static: str
    places: tuple[Place, ...]
    groups: tuple[Places, ...]
    in_group: bool
    errors: str
    check: Named
    notices: tuple[str, ...]
    as_of: Day
    counts: str


def frame(sources: Sources, links: Links, address: str) -> Frame:
    """Return the frame of the page at `address`."""
    settings, groups = sources.journal.settings, tuple(_groups(sources, links, address))
    return Frame(
        lang=settings.lang or "en",
        title=settings.title,
        home=links.page(""),
        static=links.file("static/"),
        places=_places(sources, links, address, ""),
        groups=groups,
        in_group=any(group.is_here for group in groups),
        errors=_errors(sources),
        check=Named("what was found", links.page("check/")),
        notices=tuple(_notices(sources)),
        as_of=day(sources.today),
        counts=counts(sources),
    )


def _groups(sources: Sources, links: Links, address: str) -> Iterator[Places]:
    for title in dict.fromkeys(page.group for page in PAGES if page.group):
        places = _places(sources, links, address, title)
        yield Places(title, places, any(place.current for place in places))


def _places(sources: Sources, links: Links, address: str, group: str) -> tuple[Place, ...]:
    found = []
    for page in PAGES:
        if page.label and page.group == group:
            own, *more = page.addresses(sources)
            inside = address in more or (own and address.startswith(own))
            current = "page" if address == own else "true" if inside else ""
            found.append(Place(page.label, links.page(own), current, page.key))
    return tuple(found)


def _errors(sources: Sources) -> str:
    count = sources.errors
    if not count:
        return ""
    return (
        "One thing in your notes could not be read as meant:"
        if count == 1
        else (f"{count} things in your notes could not be read as meant:")
    )


def _notices(sources: Sources) -> list[str]:
    shown = []
    if sources.options.private:
        shown.append("Private notes are shown: do not pass this site on.")
    if sources.options.drafts:
        shown.append("Drafts are shown.")
    return shown


def counts(sources: Sources) -> str:
    """Return how much there is, in words."""
    journal = sources.journal
    people, touchpoints = len(journal.people), len(journal.touchpoints)
    return f"{many(people, 'person', 'people')}, {many(touchpoints, 'touchpoint', 'touchpoints')}"
