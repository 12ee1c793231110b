"""Everybody, by what they are to me."""

import msgspec

from journal.advice.standing import Standing
from journal.notes.records import Person
from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.days import Day, maybe
from journal.vocabulary.choices import ROLES

#: role -> (one of them, all of them)
WORDS = {
    "mentor": ("mentor", "Mentors"),
    "potential-mentor": ("potential mentor", "Potential mentors"),
    "sponsor": ("sponsor", "Sponsors"),
    "protege": ("protégé", "Protégés"),
    "potential-protege": ("potential protégé", "Potential protégés"),
    "peer": ("peer", "Peers"),
    "associate": ("associate", "Associates"),
}


class Row(msgspec.Struct, frozen=True):
    """One person; days that are not known are None, words empty."""

    person: Named
    roles: str
    phase: str
    last: Day | None
    next: Day | None
    city: str
    channel: str


class RoleGroup(msgspec.Struct, frozen=True):
    """The people of one role, by name."""

    anchor: str
    title: str
    rows: tuple[Row, ...]


class PeoplePage(msgspec.Struct, frozen=True):
    """The context of `people.html`."""

    title: str
    groups: tuple[RoleGroup, ...]


def view(sources: Sources, links: Links, _address: str) -> PeoplePage:
    """Return the page of people; everybody is in it once, under their first role."""
    groups = (
        RoleGroup(role, WORDS[role][1], tuple(_row(sources, links, person) for person in people))
        for role in ROLES.words
        if (people := _of_role(sources, role))
    )
    return PeoplePage("People", tuple(groups))


def _of_role(sources: Sources, role: str) -> list[Person]:
    people = (person for person in sources.visible.people if first_role(person) == role)
    return sorted(people, key=lambda person: (person.title.casefold(), person.id))


def first_role(person: Person) -> str:
    """Return the role under which a person is listed."""
    return person.roles[0] if person.roles else "associate"


def role_words(person: Person) -> str:
    """Return all that a person is to me, in words."""
    return ", ".join(WORDS[role][0] for role in person.roles)


def _row(sources: Sources, links: Links, person: Person) -> Row:
    standing = Standing(sources.journal, person)
    advice = sources.advised.get(person.id)
    died = person.is_dead(sources.today)
    return Row(
        person=links.named(person.id),
        roles=role_words(person),
        phase="died" if died else standing.phase,
        last=maybe(standing.last),
        next=maybe(advice.reach_by if advice else None),
        city=person.city,
        channel=(advice.channel or "") if advice else "",
    )
