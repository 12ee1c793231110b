"""Whom to reach out to: the whole list, with a card for each person."""

import msgspec

from journal.advice import SECTIONS
from journal.site.parts.cards import Card, card
from journal.site.parts.filters import FACET_LABELS, Facet, facet_choices, facets
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.plans_to_confirm import PlanToConfirm, plans_to_confirm
from journal.wording.counts import count_of
from journal.wording.dates import Day, day
from journal.wording.labels import SECTION_LEADS, SECTION_TITLES


class Section(msgspec.Struct, frozen=True):
    """A section of the list; `rest` are people in it without a card.

    Empty sections are hidden: a script may move cards into them on later days.
    """

    anchor: str
    title: str
    lead: str
    cards: tuple[Card, ...]
    rest: tuple[Link, ...]
    count: int


class UnreadablePerson(msgspec.Struct, frozen=True):
    """Somebody whose note cannot be read, and where the mistake is."""

    person: Link
    location: str


class ReachOutPage(msgspec.Struct, frozen=True):
    """The content of `reach-out.html`; without anybody in the list there are no groups."""

    title: str
    as_of: Day
    stays: bool
    groups: tuple[Section, ...]
    facets: tuple[Facet, ...]
    shown: str
    unread: tuple[UnreadablePerson, ...]
    to_confirm: tuple[PlanToConfirm, ...]


def view(page: PageContext) -> ReachOutPage:
    """Return the page of the list."""
    people = [a for a in page.advice.people if a.person in page.data.carded]
    sections = SECTIONS if people else ()
    return ReachOutPage(
        title="Reach out",
        as_of=day(page.today),
        stays=page.data.options.stays,
        groups=tuple(_group(page, section) for section in sections),
        facets=tuple(facets(FACET_LABELS, (facet_choices(page, advice) for advice in people))),
        shown=count_of(len(people), "person"),
        unread=unreadable_people(page),
        to_confirm=plans_to_confirm(page),
    )


def _group(page: PageContext, section: str) -> Section:
    people = tuple(a for a in page.advice.people if a.section == section)
    shown = [advice for advice in people if advice.person in page.data.carded]
    rest = (advice.person for advice in people if advice.person not in page.data.carded)
    return Section(
        anchor=section,
        title=SECTION_TITLES[section],
        lead=SECTION_LEADS[section],
        cards=tuple(card(page, advice) for advice in shown),
        rest=tuple(page.link(person) for person in rest),
        count=len(people),
    )


def unreadable_people(page: PageContext) -> tuple[UnreadablePerson, ...]:
    """Return everybody whose note cannot be read."""
    return tuple(
        UnreadablePerson(page.link(each.person), each.location) for each in page.advice.unread
    )
