"""When the cadence asks for the next contact with a person, and what moves that day."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from journal.advice.advice_model import Hold
from journal.advice.relationship import Relationship
from journal.library.journal import Journal


class DueDay(NamedTuple):
    """The day, what moved it, and whether it is the day on which a rest ends."""

    by: date
    hold: Hold | None = None
    ends_rest: bool = False


#: Person's id -> when their cadence asks for a contact.
CadenceLookup = Callable[[str], DueDay | None]


def chosen_day(relationship: Relationship) -> date | None:
    """Return the next contact chosen by hand, while no contact of mine was on it or later."""
    day, last = relationship.person.next, relationship.last_from_me
    return day if day and (last is None or day > last) else None


def cadence_due(relationship: Relationship, cadences: CadenceLookup | None = None) -> DueDay | None:
    """Return when the cadence asks for a contact, or None where it does not.

    With `cadences` the day alone is theirs: private contacts count for it, and nothing that is said
    tells of them.
    """
    if chosen_day(relationship) or not relationship.has_cadence:
        return None
    due = _due(relationship)
    whole = cadences(relationship.person.id) if cadences else due
    if due is None or whole is None:
        return due or (DueDay(whole.by) if whole else None)
    hold = whole.hold if whole.hold == due.hold else None
    return DueDay(whole.by, hold, whole.ends_rest and due.ends_rest)


def cadence_lookup(journal: Journal) -> CadenceLookup:
    """Return when the cadence asks for a contact with each person, by what `journal` knows."""

    def look_up(person_id: str) -> DueDay | None:
        person = journal.person(person_id)
        return _due(Relationship(journal, person)) if person else None

    return look_up


class CadenceStep(NamedTuple):
    """A rule that made the day of the cadence, or moved it: `cadence` is always the first."""

    rule: str
    due: DueDay


def cadence_steps(relationship: Relationship) -> list[CadenceStep]:
    """Return the rules that made the day of the cadence, in order; none where it asks nothing."""
    start = relationship.cadence_start
    if not relationship.has_cadence or start is None:
        return []
    steps = [CadenceStep("cadence", DueDay(relationship.cadence.after(start)))]
    for rule, move in _MOVES.items():
        moved = move(relationship, steps[-1].due)
        if moved != steps[-1].due:
            steps.append(CadenceStep(rule, moved))
    return steps


def _due(relationship: Relationship) -> DueDay | None:
    steps = cadence_steps(relationship)
    if not steps:
        return None
    due = steps[-1].due
    is_over = due.hold is not None and due.hold.until <= relationship.today
    return due._replace(hold=None) if is_over else due


def _from_today(relationship: Relationship, due: DueDay) -> DueDay:
    """In a new relationship without a contact, nobody is late."""
    return due if relationship.last_contact else DueDay(max(due.by, relationship.today))


def _after_plan(relationship: Relationship, due: DueDay) -> DueDay:
    """Wait for what is planned, unless that is further off than two cadences."""
    plan, start = relationship.planned, relationship.cadence_start
    if plan and start and plan.date <= relationship.cadence.twice().after(start):
        return DueDay(max(due.by, plan.date))
    return due


def _after_gap(relationship: Relationship, due: DueDay) -> DueDay:
    """Leave room after a message of mine."""
    if relationship.last_from_me and not relationship.min_gap.never:
        until = relationship.min_gap.after(relationship.last_from_me)
        if until > due.by:
            return DueDay(until, Hold("min_gap", until))
    return due


def _after_rest(relationship: Relationship, due: DueDay) -> DueDay:
    """After messages without an answer, give them twice the time."""
    rest_after = relationship.journal.settings.rest_after
    if relationship.last_from_me and len(relationship.long_unanswered) >= rest_after:
        until = relationship.cadence.twice().after(relationship.last_from_me)
        return DueDay(max(due.by, until), Hold("resting", until), until >= due.by)
    return due


#: What moves the day of the cadence, in this order.
_MOVES: dict[str, Callable[[Relationship, DueDay], DueDay]] = {
    "today": _from_today,
    "planned": _after_plan,
    "min_gap": _after_gap,
    "resting": _after_rest,
}
