"""The list: everybody there is a dated reason for, by section and day alone."""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from journal.advice.advice_model import (
    SECTIONS,
    Advice,
    Hold,
    PersonAdvice,
    Reason,
    UnreadPerson,
)
from journal.advice.cadence import cadence_due
from journal.advice.index import AdviceIndex
from journal.advice.reason_kinds import find_reasons
from journal.advice.reasons import ReasonContext
from journal.advice.relationship import Relationship
from journal.advice.talking_points import talking_points
from journal.findings import ERROR, Finding
from journal.library.journal import Journal
from journal.notes.records import Person

_MOST = 9  # lines


def unread_people(journal: Journal) -> tuple[UnreadPerson, ...]:
    """Return everybody whose note cannot be read, and where it says why; in the order of names."""
    found = [person for person in journal.people if person.unread and not person.draft]
    if not found:
        return ()
    places = _first_errors(journal.findings)
    return tuple(
        _unread(person, places) for person in sorted(found, key=lambda each: each.title.casefold())
    )


def unread_lines(journal: Journal) -> tuple[str, ...]:
    """Return a line for each note that is not read as one, and its place; a few, if many."""
    said = list(_lines(journal))
    more = len(said) - _MOST
    return (*said[:_MOST], f"… and {more} more.") if more > 0 else tuple(said)


def _lines(journal: Journal) -> Iterator[str]:
    for each in unread_people(journal):
        yield f"Cannot be read: {each.name}, {each.place}"
    for path, at in _first_errors(journal.findings).items():
        if path.removeprefix("content/").removesuffix(".md") in journal.left_out:
            yield f"Left out: {at.place}: {at.message}"


def _first_errors(findings: Iterable[Finding]) -> dict[str, Finding]:
    """Return the first error of each file, by its composed path."""
    found: dict[str, Finding] = {}
    for finding in sorted(findings):
        if finding.level == ERROR:
            found.setdefault(unicodedata.normalize("NFC", finding.path), finding)
    return found


def _unread(person: Person, places: dict[str, Finding]) -> UnreadPerson:
    at = places.get(person.path)
    path, line, column = (at.path, at.line, at.column) if at else (person.path, 1, 1)
    return UnreadPerson(person.id, person.title, path, line, column)


_THIS_WEEK, _SOON = 7, 42  # days from today
_AT_A_TIME = 3  # of the dormant, a week


def advise(journal: Journal) -> Advice:
    """Return the list as of the journal's day; the order of files changes nothing."""
    return advise_all(AdviceIndex(journal))


def advise_all(index: AdviceIndex) -> Advice:
    """Return the list that rests on `index`."""
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
    hold, reach_by = due.hold if due else None, days[0]
    if person.snooze_until and person.snooze_until > reach_by:
        hold, reach_by = Hold("snooze", person.snooze_until), person.snooze_until
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
    """Return the channel to use: as they wish, else as last time, else e-mail, else none."""
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
