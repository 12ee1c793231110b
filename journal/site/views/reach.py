"""Whom to reach out to: the whole list, a card for everybody in it."""

import msgspec

from journal.advice import SECTIONS
from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.cards import Card, card

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
    "dormant": "A few at a time, others each week.",
    "snoozed": "You chose a later day.",
    "paused": "You paused these.",
}


class Group(msgspec.Struct, frozen=True):
    """A section of the list; `rest` are those of it who are named only."""

    anchor: str
    title: str
    lead: str
    cards: tuple[Card, ...]
    rest: tuple[Named, ...]
    count: int


class NextPage(msgspec.Struct, frozen=True):
    """The context of `next.html`."""

    title: str
    groups: tuple[Group, ...]


def view(sources: Sources, links: Links, _address: str) -> NextPage:
    """Return the page of the list."""
    groups = (_group(sources, links, section) for section in SECTIONS)
    return NextPage("Reach out", tuple(group for group in groups if group.count))


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
