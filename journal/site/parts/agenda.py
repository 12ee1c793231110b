"""The agenda of the next weeks: trips, deadlines, occasions, planned contacts, goals."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

import msgspec

from journal.advice.occasions import Occasion, occasions
from journal.advice.recommendations import may_be_suggested
from journal.site.parts.page_context import Link, PageContext
from journal.values import add_days
from journal.vocabulary.choices import OPEN_STATES
from journal.wording.dates import Day, day_without_year, short_day_with_weekday
from journal.wording.labels import channel_words

AGENDA_DAYS = 42  # days


class AgendaItem(msgspec.Struct, frozen=True):
    """One thing on the agenda: its day, kind, note and people, and its last day if longer."""

    on: date
    day: Day
    kind: str
    what: Link
    people: tuple[Link, ...]
    until: Day | None


class _Planned(NamedTuple):
    on: date
    kind: str
    what: Link
    people: tuple[str, ...]
    until: date | None = None


def agenda(page: PageContext) -> tuple[AgendaItem, ...]:
    """Return everything of the next six weeks, the first day first."""
    found: list[_Planned] = []
    for each in (_planned, _deadlines, _trips, _goals, _occasions):
        found += each(page)
    first, last = page.today, add_days(page.today, AGENDA_DAYS)
    inside = sorted((item for item in found if first <= item.on <= last), key=_order)
    return tuple(
        AgendaItem(
            on=item.on,
            day=short_day_with_weekday(item.on),
            kind=item.kind,
            what=item.what,
            people=page.links(item.people),
            until=short_day_with_weekday(item.until) if item.until else None,
        )
        for item in inside
    )


def _order(item: _Planned) -> tuple[date, str, Link, tuple[str, ...]]:
    return item[:4]


def _planned(page: PageContext) -> Iterator[_Planned]:
    for note in page.journal.touchpoints:
        if note.is_planned(page.today):
            people = page.journal.refs(note, "people")
            way = channel_words(note.channel) or "planned"
            yield _Planned(note.date, way, page.link(note.id), people)


def _deadlines(page: PageContext) -> Iterator[_Planned]:
    for note in page.journal.opportunities:
        people = page.journal.refs(note, "for")
        if note.deadline and note.state in OPEN_STATES:
            yield _Planned(note.deadline, "deadline", page.link(note.id), people)
        if note.event_on:
            yield _Planned(note.event_on, "event", page.link(note.id), people)


def _trips(page: PageContext) -> Iterator[_Planned]:
    for note in page.journal.trips:
        if note.state in ("planned", "booked") and note.end >= page.today:
            start = max(note.start, page.today)
            who = page.journal.refs(note, "who")
            last = note.end if note.end > start else None
            yield _Planned(start, "trip", page.link(note.id), who, last)


def _goals(page: PageContext) -> Iterator[_Planned]:
    for note in page.journal.goals:
        if note.target and note.state == "open":
            people = page.journal.refs(note, "people")
            yield _Planned(note.target, "goal", page.link(note.id), people)


def _occasions(page: PageContext) -> Iterator[_Planned]:
    """Yield each occasion once, with everybody it concerns."""
    journal, last = page.journal, add_days(page.today, AGENDA_DAYS)
    people: dict[Occasion, list[str]] = defaultdict(list)
    for person in page.journal.people:
        if may_be_suggested(person, page.today):
            for occasion in occasions(journal, person, page.today, last):
                people[occasion].append(person.id)
    for occasion, ids in people.items():
        yield _Planned(occasion.day, "occasion", Link(occasion.name), tuple(ids))


class AgendaWeek(msgspec.Struct, frozen=True):
    """A week with something in it; `span` is empty where the title says its days."""

    title: str
    span: tuple[Day, ...]
    items: tuple[AgendaItem, ...]


def agenda_weeks(page: PageContext) -> Iterator[AgendaWeek]:
    """Yield the weeks, this one first; weeks without anything left out."""
    today = page.today
    for monday, items in groupby(agenda(page), lambda item: _monday(item.on)):
        first = max(monday, today)
        span = (day_without_year(first), day_without_year(add_days(monday, 6)))
        yield AgendaWeek(_title(monday, today), span, tuple(items))


def _monday(on: date) -> date:
    return add_days(on, -on.weekday())


def _title(monday: date, today: date) -> str:
    off = (monday - _monday(today)).days // 7
    return ("This week", "Next week")[off] if off < 2 else f"In {off} weeks"
