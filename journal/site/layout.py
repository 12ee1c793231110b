"""The layout around every page: title, navigation, notices, footer."""

from collections.abc import Iterator

import msgspec

from journal.library.journal import Journal
from journal.site.pages.registry import PAGES
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.site_data import SiteData
from journal.wording.counts import count_of
from journal.wording.dates import Day, day


class NavLink(msgspec.Struct, frozen=True):
    """A link in the navigation; `current` is the value of `aria-current`, or empty."""

    text: str
    href: str
    current: str
    key: str


class NavGroup(msgspec.Struct, frozen=True):
    """A group in the navigation; `is_here` when the current page is in it."""

    title: str
    links: tuple[NavLink, ...]
    is_here: bool


class Layout(msgspec.Struct, frozen=True):
    """The content of `base.html`."""

    lang: str
    title: str
    home: str
    static: str
    links: tuple[NavLink, ...]
    groups: tuple[NavGroup, ...]
    in_group: bool
    errors: str
    check: Link
    notices: tuple[str, ...]
    as_of: Day
    counts: str


def layout(page: PageContext) -> Layout:
    """Return the layout of a page."""
    settings, groups = page.journal.settings, tuple(_groups(page))
    return Layout(
        lang=settings.lang or "en",
        title=settings.title,
        home=page.href(""),
        static=page.file_href("static/"),
        links=_nav_links(page, ""),
        groups=groups,
        in_group=any(group.is_here for group in groups),
        errors=_errors(page.data),
        check=Link("what was found", page.href("check/")),
        notices=tuple(_notices(page.data)),
        as_of=day(page.today),
        counts=counts(page.journal),
    )


def _groups(page: PageContext) -> Iterator[NavGroup]:
    for title in dict.fromkeys(kind.group for kind in PAGES if kind.group):
        links = _nav_links(page, title)
        yield NavGroup(title, links, any(link.current for link in links))


def _nav_links(page: PageContext, group: str) -> tuple[NavLink, ...]:
    found, address = [], page.address
    for kind in PAGES:
        if kind.label and kind.group == group:
            own, *more = kind.addresses(page.data)
            inside = address in more or (own and address.startswith(own))
            current = "page" if address == own else "true" if inside else ""
            found.append(NavLink(kind.label, page.href(own), current, kind.key))
    return tuple(found)


def _errors(data: SiteData) -> str:
    count = data.errors
    if not count:
        return ""
    return (
        "One thing in your notes could not be read as meant:"
        if count == 1
        else (f"{count} things in your notes could not be read as meant:")
    )


def _notices(data: SiteData) -> list[str]:
    shown = []
    if data.options.private:
        shown.append("Private notes are shown: do not pass this site on.")
    if data.options.drafts:
        shown.append("Drafts are shown.")
    return shown


def counts(journal: Journal) -> str:
    """Return how many people and touchpoints there are, in words."""
    people, touchpoints = len(journal.people), len(journal.touchpoints)
    return f"{count_of(people, 'person')}, {count_of(touchpoints, 'touchpoint')}"
