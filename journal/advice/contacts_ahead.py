"""The contacts after the next one: each on the day on which the rules will ask for it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import structs

from journal.advice.cadence import cadence_due, chosen_day
from journal.advice.phase_history import days_of_change
from journal.advice.relationship import Relationship
from journal.library.journal import Journal
from journal.notes.records import Person, Touchpoint
from journal.values import add_days, latest_day


class ContactAhead(NamedTuple):
    """A day, how things will be with the person then, and whether I chose that day myself."""

    day: date
    relationship: Relationship
    is_chosen: bool


def contacts_ahead(journal: Journal, person: Person, first: date) -> Iterator[ContactAhead]:
    """Yield the contacts that follow one on `first`, if each is made and each plan comes true.

    Each asks the rules as of its own day: by then a phase may be over, or the mentoring.
    """
    notes = journal.with_person.get(person.id, ())
    contacts = [_as_planned(note, journal.today) for note in notes]
    found: ContactAhead | None = ContactAhead(first, Relationship(journal, person), False)
    while found:
        contacts = sorted((*contacts, _message(found.day)), key=_day)
        found = _next_contact(journal, person, contacts, found.day)
        if found:
            yield found


def _as_planned(note: Touchpoint, today: date) -> Touchpoint:
    return structs.replace(note, state="done") if note.is_planned(today) else note


def _message(day: date) -> Touchpoint:
    """Return a message of mine on a day; it asks for nothing."""
    return Touchpoint(id="", title="", date=day, people=())


def _day(note: Touchpoint) -> date:
    return note.date


def _next_contact(
    journal: Journal, person: Person, contacts: Sequence[Touchpoint], last: date
) -> ContactAhead | None:
    """Return the first day after `last` on which the rules, as of that day, ask for a contact."""
    day, end = add_days(last, 1), latest_day(journal.today)
    changes = [*days_of_change(person, last, journal.settings), *map(_day, contacts)]
    while day < end and not person.is_dead(day):
        then = Relationship(
            structs.replace(journal, today=day, with_person={person.id: contacts}), person
        )
        chosen, due = chosen_day(then), cadence_due(then)
        by = chosen or (due.by if due else end)
        if by <= day:
            return ContactAhead(day, then, chosen is not None)
        day = min(by, *(change for change in changes if change > day), end)
    return None
