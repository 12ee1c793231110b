"""The advice in the calendar: whom to reach out to, what to come back to, what to go over."""

from collections import defaultdict
from collections.abc import Iterator

from journal.advice import PersonAdvice, Reason
from journal.advice.reason_kinds import REASON_KINDS
from journal.advice.relationship import Relationship
from journal.durations import Duration
from journal.feeds.calendar_event import Event, uid
from journal.feeds.source import Anonymiser, FeedSource
from journal.notes.records import Person
from journal.wording.dates import cadence_words
from journal.wording.labels import TALKING_POINT_TITLES, way_words

#: How many contacts by cadence follow the next one.
_CONTACTS_BY_CADENCE = 3


def reach_outs(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield the next contact with each person in the list, and those that the cadence asks for."""
    for advice in source.advice.people:
        person = source.journal.person(advice.person)
        if person and advice.reach_by and advice.section != "paused":
            yield _next_contact(source, anonymiser, advice, person)
            yield from _contacts_by_cadence(source, anonymiser, advice, person)


def _next_contact(
    source: FeedSource, anonymiser: Anonymiser, advice: PersonAdvice, person: Person
) -> Event:
    assert advice.reach_by
    by = f" {way_words(advice.channel, advice.then)}" if advice.channel else ""
    return Event(
        uid=uid("reach", person.id, "0"),
        first=advice.reach_by,
        summary=f"Reach out to {anonymiser.person_name(person)}{by}",
        details=(*_reasons(anonymiser, advice), *_talking_points(source, anonymiser, advice)),
        category="Reach out",
        stamp=source.stamp(person),
    )


def _reasons(anonymiser: Anonymiser, advice: PersonAdvice) -> Iterator[str]:
    for reason in advice.reasons:
        yield anonymiser.free_text(reason.text, REASON_KINDS[reason.kind].unnamed)


def _talking_points(
    source: FeedSource, anonymiser: Anonymiser, advice: PersonAdvice
) -> Iterator[str]:
    for key, word in TALKING_POINT_TITLES.items():
        found = getattr(advice.talking_points, key)
        notes = source.journal.notes
        if anonymiser.names_people:
            yield from (f"{word}: {notes[x].title if x in notes else x}" for x in found)
        elif found:
            yield f"{word}: {len(found)}"


def _contacts_by_cadence(
    source: FeedSource, anonymiser: Anonymiser, advice: PersonAdvice, person: Person
) -> Iterator[Event]:
    """Yield what the cadence would ask for once the next contact has been made."""
    relationship = Relationship(source.journal, person)
    cadence = relationship.cadence
    if not relationship.has_cadence or not (cadence.months or cadence.days):
        return
    start = max(advice.reach_by or source.today, source.today)
    for turn in range(1, _CONTACTS_BY_CADENCE + 1):
        yield Event(
            uid=uid("reach", person.id, str(turn)),
            first=Duration(cadence.months * turn, cadence.days * turn).after(start),
            summary=f"Reach out to {anonymiser.person_name(person)} (by cadence)",
            details=(f"By cadence alone: you keep in touch {cadence_words(cadence)}.",),
            category="Reach out",
            stamp=source.stamp(person),
            tentative=True,
        )


def follow_ups(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield what to come back to, once for all the people in it."""
    found: dict[str, list[tuple[Reason, Person]]] = defaultdict(list)
    for reason, person in _reasons_of_kind(source, "followup"):
        found[reason.notes[0]].append((reason, person))
    for note_id, items in found.items():
        reason, note = items[0][0], source.journal.notes[note_id]
        people = anonymiser.with_people("with", [person for _, person in items])
        contact = anonymiser.free_text(f"“{note.title}”", "a contact")
        if reason.by:
            yield Event(
                uid=uid("followup", note_id),
                first=reason.by,
                summary=f"Come back to {contact}{people}",
                details=(anonymiser.free_text(reason.text, REASON_KINDS["followup"].unnamed),),
                category="Follow-up",
                stamp=source.stamp(note),
            )


def agreements(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield the days on which to go over what was agreed."""
    for reason, person in _reasons_of_kind(source, "agreement"):
        if reason.by:
            yield Event(
                uid=uid("agreement", person.id),
                first=reason.by,
                summary=f"Go over what you agreed with {anonymiser.person_name(person)}",
                category="Agreement",
                stamp=source.stamp(person),
            )


def _reasons_of_kind(source: FeedSource, kind: str) -> Iterator[tuple[Reason, Person]]:
    for advice in source.advice.people:
        person = source.journal.person(advice.person)
        for reason in advice.reasons:
            if person and reason.kind == kind:
                yield reason, person
