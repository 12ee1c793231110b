"""Everybody in one table, by name: role, phase, last and next contact."""

from collections.abc import Mapping
from datetime import date

import msgspec

from journal.advice import PersonAdvice
from journal.advice.known_days import reach_by_as_known
from journal.advice.relationship import Relationship
from journal.notes.records import Person
from journal.site.parts.filters import (
    Facet,
    FacetChoice,
    city_choices,
    facet_choice,
    facet_tokens,
    facets,
    role_choices,
)
from journal.site.parts.page_context import Link, PageContext
from journal.values import PartialDate
from journal.wording.counts import count_of
from journal.wording.dates import Day, short_known_day
from journal.wording.labels import channel_words, role_words

_LABELS = {"role": "Role", "city": "City", "phase": "Phase"}


class PeopleCell(msgspec.Struct, frozen=True):
    """A cell of the table: its text and its sort key, both empty where nothing is known."""

    label: str
    text: str
    key: str
    day: Day | None = None


class PeopleRow(msgspec.Struct, frozen=True):
    """A row of the table: one person; `facets` are keys with their tokens."""

    person: Link
    key: str
    facets: tuple[tuple[str, str], ...]
    cells: tuple[PeopleCell, ...]


class PeoplePage(msgspec.Struct, frozen=True):
    """The content of `people.html`; `labels` are the columns after the name."""

    title: str
    labels: tuple[str, ...]
    facets: tuple[Facet, ...]
    shown: str
    rows: tuple[PeopleRow, ...]


def view(page: PageContext) -> PeoplePage:
    """Return the page of people, by name; roles are shown only if they differ."""
    people = sorted(page.journal.people, key=lambda person: (person.title.casefold(), person.id))
    several = len({role_words(person.roles) for person in people}) > 1
    rows = tuple(_row(page, person, several) for person in people)
    return PeoplePage(
        title="People",
        labels=tuple(cell.label for cell in rows[0].cells) if rows else (),
        facets=tuple(facets(_LABELS, (_choices(page, person) for person in people))),
        shown=count_of(len(people), "person"),
        rows=rows,
    )


def _row(page: PageContext, person: Person, several: bool) -> PeopleRow:
    roles_cell = (
        (PeopleCell("Role", words := role_words(person.roles), words.casefold()),)
        if several
        else ()
    )
    return PeopleRow(
        person=page.link(person.id),
        key=person.title.casefold(),
        facets=facet_tokens(_choices(page, person)),
        cells=(*roles_cell, *_relationship_cells(page, person), *_contact_cells(page, person)),
    )


def _choices(page: PageContext, person: Person) -> Mapping[str, tuple[FacetChoice, ...]]:
    return {
        "role": role_choices(person),
        "city": city_choices(page, person),
        "phase": (facet_choice(_phase(Relationship(page.journal, person))),),
    }


def _phase(relationship: Relationship) -> str:
    return "died" if relationship.person.is_dead(relationship.today) else relationship.phase


def _relationship_cells(page: PageContext, person: Person) -> tuple[PeopleCell, ...]:
    relationship, advice = Relationship(page.journal, person), page.data.advice_for(person)
    return (
        _text_cell("Phase", _phase(relationship)),
        _known_for(person, page.today),
        _day_cell("Last contact", relationship.last_contact_as_written),
        _day_cell("Next", reach_by_as_known(page.journal, advice) if advice else None),
    )


def _contact_cells(page: PageContext, person: Person) -> tuple[PeopleCell, ...]:
    advice: PersonAdvice | None = page.data.advice_for(person)
    return (
        _text_cell("Channel", channel_words(advice.channel) if advice else ""),
        _text_cell("City", person.city),
        _text_cell("Field", person.fields[0] if person.fields else ""),
    )


def _text_cell(label: str, text: str) -> PeopleCell:
    return PeopleCell(label, text, text.casefold())


def _day_cell(label: str, when: PartialDate | None) -> PeopleCell:
    if when is None:
        return PeopleCell(label, "", "")
    return PeopleCell(label, "", when.first.isoformat(), short_known_day(when))


def _known_for(person: Person, today: date) -> PeopleCell:
    """Return for how long they have been known, or were: whole years, months in the first."""
    known = (when.first for when in (person.since, person.known_since) if when)
    begun = min(known, default=None)
    if begun is None or begun > today:
        return PeopleCell("Known for", "", "")
    ends = (partial.first for partial in (person.until, person.died) if partial)
    last = max(begun, min((today, *ends)))
    months = (last.year - begun.year) * 12 + last.month - begun.month - (last.day < begun.day)
    years = months // 12
    words = count_of(years, "year") if years else count_of(max(1, months), "month")
    return PeopleCell("Known for", words, f"{(last - begun).days:06}")
