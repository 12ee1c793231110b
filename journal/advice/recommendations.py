"""The list: everybody there is a dated reason for, by section and day alone."""

from datetime import date

from journal.advice.advice_model import (
    SECTIONS,
    Advice,
    Hold,
    PersonAdvice,
    Reason,
)
from journal.advice.cadence import DueDay, cadence_due
from journal.advice.index import AdviceIndex
from journal.advice.reason_kinds import find_reasons
from journal.advice.reasons import ReasonContext
from journal.advice.relationship import Relationship
from journal.advice.talking_points import talking_points
from journal.advice.unreadable_notes import unread_people
from journal.library.journal import Journal
from journal.notes.records import Person

_THIS_WEEK, _SOON = 7, 42  # days from today
_AT_A_TIME = 3  # of the dormant, a week


def advise(journal: Journal) -> Advice:
    """Return the list as of the journal's day; the order of files changes nothing."""
    return advise_all(AdviceIndex(journal))


def advise_all(index: AdviceIndex) -> Advice:
    """Return the list of everybody, from notes that are indexed already."""
    journal = index.journal
    found = (advise_on(index, person) for person in journal.people)
    listed = [advice for advice in found if advice]
    return Advice(journal.today, tuple(sorted(listed, key=_order)), unread_people(journal))


def advise_on(index: AdviceIndex, person: Person) -> PersonAdvice | None:
    """Return what is advised for one person, or None where they are not in the list."""
    return _advise(index, person) if may_be_suggested(person, index.today) else None


def may_be_suggested(person: Person, today: date) -> bool:
    """Whether advice is given for a person: not drafts, the dead, or notes that cannot be read."""
    return not (person.draft or person.unread or person.is_dead(today))


def _order(advice: PersonAdvice) -> tuple[int, date, str, str]:
    section = SECTIONS.index(advice.section)
    return (section, advice.reach_by, advice.name.casefold(), advice.person)


def _advise(index: AdviceIndex, person: Person) -> PersonAdvice | None:
    relationship = Relationship(index.journal, person)
    due = cadence_due(relationship, index.cadences)
    found = find_reasons(ReasonContext(index, relationship, due))
    days = [reason.by for reason in found if reason.by]
    if not days:
        return None
    reach_by, hold = _unless_snoozed(person, days[0], due)
    return PersonAdvice(
        person=person.id,
        name=person.title,
        section=_section(relationship, found, hold, reach_by),
        reach_by=reach_by,
        last_contact=relationship.last_contact,
        phase=relationship.phase,
        channel=suggested_channel(relationship),
        hold=hold,
        reasons=tuple(found),
        talking_points=talking_points(index, relationship),
    )


def _unless_snoozed(person: Person, first: date, due: DueDay | None) -> DueDay:
    """Return the day by which to reach out: the first of the reasons, or the one put off to."""
    later = person.snooze_until
    if later and later > first:
        return DueDay(later, Hold("snooze", later))
    return DueDay(first, due.hold if due else None)


def _section(
    relationship: Relationship, found: list[Reason], hold: Hold | None, reach_by: date
) -> str:
    today, held = relationship.today, hold.kind if hold else ""
    cadence = next((reason.by for reason in found if reason.kind == "cadence"), None)
    if relationship.person.paused:
        return "paused"
    if held == "snooze" and reach_by > today:
        return "snoozed"
    if held == "resting" and reach_by == cadence and reach_by > today:
        return "resting"
    if relationship.phase == "dormant" and _only_cadence(found):
        return "dormant"
    return _by_distance((reach_by - today).days)


def _only_cadence(found: list[Reason]) -> bool:
    return all(reason.kind == "cadence" for reason in found if reason.by)


def _by_distance(days: int) -> str:
    if days < 0:
        return "overdue"
    if days <= _THIS_WEEK:
        return "this-week"
    return "soon" if days <= _SOON else "later"


def suggested_channel(relationship: Relationship) -> str | None:
    """Return the channel to use: as they prefer, else as last time, else e-mail, else none."""
    person = relationship.person
    if person.prefers or person.accepts:
        return (*person.prefers, *person.accepts)[0]
    if relationship.done and relationship.done[-1].channel not in person.avoids:
        return relationship.done[-1].channel
    return "email" if person.email and "email" not in person.avoids else None


def dormant_this_week(advice: Advice) -> tuple[PersonAdvice, ...]:
    """Return the dormant whose turn it is: up to three, and in each ISO week different ones."""
    people = tuple(found for found in advice.people if found.section == "dormant")
    if len(people) <= _AT_A_TIME:
        return people
    weeks = (advice.as_of.toordinal() - 1) // 7  # the first day of the calendar was a Monday
    first = weeks * _AT_A_TIME
    return tuple(people[(first + turn) % len(people)] for turn in range(_AT_A_TIME))
