"""The rhythm: when the next contact would be due by itself (the article's "once a quarter")."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from journal.advice.records import Hold
from journal.advice.standing import Standing
from journal.library.journal import Journal


class Due(NamedTuple):
    """The day, and what moved it."""

    by: date
    hold: Hold | None


#: Person's id -> when their cadence asks for a contact.
Rhythms = Callable[[str], Due | None]


def chosen(standing: Standing) -> date | None:
    """Return the next contact chosen by hand, while it holds."""
    day = standing.person.next
    return day if day and (standing.last is None or day > standing.last) else None


def cadence_due(standing: Standing, rhythms: Rhythms | None = None) -> Due | None:
    """Return when the cadence asks for a contact, or None where it does not.

    With `rhythms` the day alone is theirs: private contacts count for it, and nothing that is said
    tells of them.
    """
    if chosen(standing):
        return None
    due = _due(standing)
    whole = rhythms(standing.person.id) if due and rhythms else due
    if due is None or whole is None:
        return due
    return Due(whole.by, whole.hold if whole.hold == due.hold else None)


def rhythms_of(journal: Journal) -> Rhythms:
    """Return when the cadence asks for a contact with each person, by what `journal` knows."""

    def rhythm(person_id: str) -> Due | None:
        person = journal.person(person_id)
        return _due(Standing(journal, person)) if person else None

    return rhythm


def _due(standing: Standing) -> Due | None:
    kept = standing.person.kept_in_touch and standing.phase != "ended"
    if not kept or standing.cadence.never:
        return None
    by = standing.cadence.after(standing.base) if standing.base else standing.today
    if standing.planned:
        by = max(by, standing.planned.date)
    return _rested(standing, _gapped(standing, by))


def _gapped(standing: Standing, by: date) -> Due:
    """Leave room after a message of mine."""
    if standing.last_out and not standing.min_gap.never:
        until = standing.min_gap.after(standing.last_out)
        if until > by:
            return Due(until, Hold("min_gap", until))
    return Due(by, None)


def _rested(standing: Standing, due: Due) -> Due:
    """After messages without an answer, give them twice the time."""
    if standing.last_out and standing.unanswered >= standing.journal.settings.rest_after:
        until = standing.cadence.twice().after(standing.last_out)
        return Due(max(due.by, until), Hold("resting", until))
    return due
