"""Whom to reach out to: the whole list, a card for everybody in it."""

import msgspec

from journal.advice import SECTIONS
from journal.site.parts.cards import Card, card
from journal.site.parts.context import Sources
from journal.site.parts.filters import LABELS, Facet, facets, traits
from journal.site.parts.page_links import Links, Named
from journal.site.parts.unreadable_people import Broken, broken
from journal.wording.counts import many
from journal.wording.dates import Day, day

TITLES = {
    "overdue": "Overdue",
    "this-week": "This week",
    "soon": "Soon",
    "later": "Later",
    "resting": "Resting",
    "dormant": "Not heard from for long",
    "snoozed": "Put off",
    "paused": "Paused",
}
_EXPLAINED = {
    "overdue": "The day has passed. A short note is enough.",
    "this-week": "Within seven days.",
    "soon": "Within six weeks.",
    "later": "Nothing to do yet.",
    "resting": "They owe you nothing: your last messages had no answer, so they get some room.",
    "dormant": "Worth a hello: three at a time, others each week.",
    "snoozed": "You chose a later day.",
    "paused": "You paused these.",
}


class Group(msgspec.Struct, frozen=True):
    """A section of the list; `rest` are those of it who are named only.

    Sections that nobody is in today are there for the days to come, and not shown.
    """

    anchor: str
    title: str
    lead: str
    cards: tuple[Card, ...]
    rest: tuple[Named, ...]
    count: int


class NextPage(msgspec.Struct, frozen=True):
    """The context of `next.html`; without anybody in the list there are no groups."""

    title: str
    as_of: Day
    groups: tuple[Group, ...]
    facets: tuple[Facet, ...]
    shown: str
    unread: tuple[Broken, ...]


def view(sources: Sources, links: Links, _address: str) -> NextPage:
    """Return the page of the list."""
    people = [a for a in sources.advice.people if a.person in sources.carded]
    sections = SECTIONS if people else ()
    return NextPage(
        title="Reach out",
        as_of=day(sources.today),
        groups=tuple(_group(sources, links, section) for section in sections),
        facets=tuple(facets(LABELS, (traits(sources, advice) for advice in people))),
        shown=many(len(people), "person", "people"),
        unread=broken(sources, links),
    )


def _group(sources: Sources, links: Links, section: str) -> Group:
    people = tuple(a for a in sources.advice.people if a.section == section)
    shown = [advice for advice in people if advice.person in sources.carded]
    rest = (advice.person for advice in people if advice.person not in sources.carded)
    return Group(
        anchor=section,
        title=TITLES[section],
        lead=_EXPLAINED[section],
        cards=tuple(card(sources, links, advice) for advice in shown),
        rest=tuple(links.named(person) for person in rest),
        count=len(people),
    )
