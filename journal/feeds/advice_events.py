"""The advice in the calendar: whom to reach out to, what to come back to, what to go over."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from journal.advice import PersonAdvice, Reason
from journal.advice.contacts_ahead import contacts_ahead
from journal.advice.list_sections import shown_this_week
from journal.advice.reason_kinds import REASON_KINDS
from journal.feeds.calendar_event import Event, uid
from journal.feeds.source import Anonymiser, FeedSource
from journal.notes.records import Person
from journal.values import add_days
from journal.wording.dates import cadence_words
from journal.wording.labels import TALKING_POINT_TITLES, chosen_words, way_words

#: How many contacts follow the next one.
_CONTACTS_AHEAD = 3


def reach_outs(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield the next contact with each person in the list, and those that the cadence asks for."""
    for advice in source.advice.people:
        person = source.journal.person(advice.person)
        if person and advice.reach_by and advice.section != "paused":
            yield _next_contact(source, anonymiser, advice, person)
            yield from _contacts_ahead(source, anonymiser, advice, person)


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


def beginnings(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield the few of whom no contact is written down and whose turn it is, on this Monday."""
    monday = add_days(source.today, -source.today.weekday())
    for advice in shown_this_week(source.advice, "begin"):
        if person := source.journal.person(advice.person):
            yield Event(
                uid=uid("begin", person.id),
                first=monday,
                summary=f"Begin with {anonymiser.person_name(person)}",
                details=tuple(_reasons(anonymiser, advice)),
                category="Reach out",
            )


def _contacts_ahead(
    source: FeedSource, anonymiser: Anonymiser, advice: PersonAdvice, person: Person
) -> Iterator[Event]:
    """Yield what will be asked for once the next contact has been made."""
    start = max(advice.reach_by or source.today, source.today)
    ahead = contacts_ahead(source.journal, person, start)
    for turn, contact in enumerate(islice(ahead, _CONTACTS_AHEAD), 1):
        how_often = cadence_words(contact.relationship.cadence)
        by_cadence = f"By cadence alone: you keep in touch {how_often}."
        yield Event(
            uid=uid("reach", person.id, str(turn)),
            first=contact.day,
            summary=f"Reach out to {anonymiser.person_name(person)}"
            + ("" if contact.is_chosen else " (by cadence)"),
            details=(chosen_words(contact.day) if contact.is_chosen else by_cadence,),
            category="Reach out",
            tentative=not contact.is_chosen,
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
        assert reason.by
        yield Event(
            uid=uid("followup", note_id),
            first=reason.by,
            summary=f"Come back to {contact}{people}",
            details=(anonymiser.free_text(reason.text, REASON_KINDS["followup"].unnamed),),
            category="Follow-up",
        )


def agreements(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield the days on which to go over what was agreed."""
    for reason, person in _reasons_of_kind(source, "agreement"):
        assert reason.by
        yield Event(
            uid=uid("agreement", person.id),
            first=reason.by,
            summary=f"Go over what you agreed with {anonymiser.person_name(person)}",
            category="Agreement",
        )


def _reasons_of_kind(source: FeedSource, kind: str) -> Iterator[tuple[Reason, Person]]:
    """Yield the reasons that have a day: what is long past, only to be settled, needs no alarm."""
    for advice in source.advice.people:
        person = source.journal.person(advice.person)
        for reason in advice.reasons:
            if person and reason.by and reason.kind == kind:
                yield reason, person
