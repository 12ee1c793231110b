"""What stands around every page: title, navigation, notices, what it was made from."""

import msgspec

from journal.findings import ERROR
from journal.site.links import Links, Named
from journal.site.pages import PAGES
from journal.site.sources import Sources
from journal.site.views.counting import many
from journal.site.views.days import Day, day


class Place(msgspec.Struct, frozen=True):
    """A page in the navigation; `current` is what `aria-current` says, empty elsewhere."""

    text: str
    href: str
    current: str


class Frame(msgspec.Struct, frozen=True):
    """The context of `base.html`."""

    lang: str
    title: str
    home: str
    stylesheet: str
    script: str
    places: tuple[Place, ...]
    errors: str
    check: Named
    notices: tuple[str, ...]
    as_of: Day
    counts: str


def frame(sources: Sources, links: Links, address: str) -> Frame:
    """Return the frame of the page at `address`."""
    settings = sources.journal.settings
    return Frame(
        lang=settings.lang or "en",
        title=settings.title,
        home=links.page(""),
        stylesheet=links.file("static/journal.css"),
        script=links.file("static/journal.js"),
        places=tuple(_places(sources, links, address)),
        errors=_errors(sources),
        check=Named("what was found", links.page("check/")),
        notices=tuple(_notices(sources)),
        as_of=day(sources.today),
        counts=counts(sources),
    )


def _places(sources: Sources, links: Links, address: str) -> list[Place]:
    found = []
    for page in PAGES:
        if page.label:
            own = next(iter(page.addresses(sources)))
            inside = own and address.startswith(own)
            current = "page" if address == own else "true" if inside else ""
            found.append(Place(page.label, links.page(own), current))
    return found


def _errors(sources: Sources) -> str:
    count = sum(finding.level == ERROR for finding in sources.findings)
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
    visible = sources.visible
    people, touchpoints = len(visible.people), len(visible.touchpoints)
    return f"{many(people, 'person', 'people')}, {many(touchpoints, 'touchpoint', 'touchpoints')}"
