"""The list: everybody there is a dated reason for, or a beginning to make, by day alone."""

from datetime import date

from journal.advice.advice_model import SECTIONS, Advice, NotListed, PersonAdvice
from journal.advice.cadence import cadence_due
from journal.advice.index import AdviceIndex
from journal.advice.list_sections import reach_day, section_of
from journal.advice.reason_kinds import find_reasons
from journal.advice.reasons import ReasonContext
from journal.advice.relationship import Relationship
from journal.advice.suggested_channel import suggested_channel
from journal.advice.talking_points import talking_points
from journal.advice.unreadable_notes import unread_people
from journal.library.journal import Journal
from journal.notes.records import Person


def advise(journal: Journal) -> Advice:
    """Return the list as of the journal's day; the order of files changes nothing."""
    return advise_all(AdviceIndex(journal))


def advise_all(index: AdviceIndex) -> Advice:
    """Return the list of everybody, from notes that are indexed already."""
    journal = index.journal
    found = (advise_on(index, person) for person in journal.people)
    listed = [advice for advice in found if advice]
    return Advice(
        as_of=journal.today,
        people=tuple(sorted(listed, key=_order)),
        to_confirm=touchpoints_to_confirm(journal),
        unread=unread_people(journal),
    )


def touchpoints_to_confirm(journal: Journal) -> tuple[str, ...]:
    """Return the ids of what was planned for a day that has passed, oldest first."""
    return tuple(
        note.id
        for note in journal.touchpoints
        if note.is_to_confirm(journal.today) and not note.draft
    )


def advise_on(index: AdviceIndex, person: Person) -> PersonAdvice | None:
    """Return what is advised for one person, or None where they are not in the list."""
    return _advise(index, person) if may_be_suggested(person, index.today) else None


def may_be_suggested(person: Person, today: date) -> bool:
    """Whether advice is given for a person: not drafts, the dead, or notes that cannot be read."""
    return not _kept_out(person, today)


def _kept_out(person: Person, today: date) -> str:
    """Return why no advice is given for a person at all; nothing where it is."""
    if person.is_dead(today):
        return "died"
    if person.draft:
        return "draft"
    return "unread" if person.unread else ""


def why_not_listed(index: AdviceIndex, person: Person) -> NotListed:
    """Return why somebody is not in the list; whoever keeps in touch has a day, or a beginning."""
    if cause := _kept_out(person, index.today):
        return NotListed(person.id, cause)
    relationship = Relationship(index.journal, person)
    found = find_reasons(ReasonContext(index, relationship, cadence_due(relationship)))
    if relationship.phase == "ended":
        return NotListed(person.id, "ended", tuple(found))
    cause = "no-cadence" if person.kept_in_touch else "not-kept"
    return NotListed(person.id, cause, tuple(found))


def _order(advice: PersonAdvice) -> tuple[int, date, str, str]:
    section = SECTIONS.index(advice.section)
    return (section, advice.reach_by or date.max, advice.name.casefold(), advice.person)


def _advise(index: AdviceIndex, person: Person) -> PersonAdvice | None:
    relationship = Relationship(index.journal, person)
    due = cadence_due(relationship, index.cadences)
    found = find_reasons(ReasonContext(index, relationship, due))
    if not any(reason.by or reason.kind == "begin" for reason in found):
        return None
    day = reach_day(person, found, due, index.today)
    way = suggested_channel(index, relationship, found)
    return PersonAdvice(
        person=person.id,
        name=person.title,
        section=section_of(relationship, found, day),
        reach_by=day.by,
        last_contact=relationship.last_contact,
        phase=relationship.phase,
        channel=way.channel,
        then=way.then,
        hold=day.hold,
        reasons=tuple(found),
        talking_points=talking_points(index, relationship),
    )
