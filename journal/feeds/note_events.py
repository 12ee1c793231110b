"""What the notes have a day for: planned contacts, promises, deadlines, trips."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from journal.advice.relationship import Relationship
from journal.feeds.calendar_event import Event, uid
from journal.feeds.source import Anonymiser, FeedSource
from journal.library.journal import ME, OwnedTask
from journal.notes.records import Opportunity, Person, Touchpoint, Trip
from journal.vocabulary.choices import OPEN_STATES
from journal.wording.dates import long_date
from journal.wording.labels import TO_CONFIRM, contact_words


def planned_contacts(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield the contacts that are planned."""
    for note in source.journal.touchpoints:
        people = source.living_people(source.journal.refs(note, "people"))
        if people and note.is_planned(source.today):
            what = contact_words(note.channel, note.direction)
            clock = f", {note.time:%H:%M}" if note.time else ""
            typed = (note.title, note.place, source.opening(note))
            yield Event(
                uid=uid("planned", note.id),
                first=note.date,
                summary=f"{what} {anonymiser.people_names(people)}{clock}",
                details=tuple(anonymiser.free_text(text) for text in typed),
                category="Contact",
            )


def to_confirm(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield what was planned for a day that has passed: today's question, until it is answered."""
    for note_id in source.advice.to_confirm:
        note = source.journal.notes[note_id]
        people = source.living_people(source.journal.refs(note, "people"))
        if people and isinstance(note, Touchpoint):
            contact = f"{contact_words(note.channel, note.direction)} "
            contact += anonymiser.people_names(people)
            yield Event(
                uid=uid("confirm", note.id),
                first=source.today,
                summary=f"{TO_CONFIRM} {contact}, planned for {long_date(note.date)}",
                details=(anonymiser.free_text(note.title),),
                category="Contact",
            )


def due_promises(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield what I promised for a day, and have not done."""
    seen: Counter[tuple[str, str]] = Counter()
    for owned in source.journal.tasks_not_cancelled():
        if not (owned.task.due and _is_promise(source, owned)):
            continue
        seen[owned.note, owned.task.text] += 1
        count = str(seen[owned.note, owned.task.text])
        people = source.living_people(owned.people)
        if people and not any(_still_waits(source, person, owned.task.due) for person in people):
            continue
        names = anonymiser.people_names(people)
        text = anonymiser.free_text(owned.task.text, "something promised")
        yield Event(
            uid=uid("promise", owned.note, owned.task.text, count),
            first=owned.task.due,
            summary=f"Promise: {text}" + (f" ({names})" if names else ""),
            category="Promise",
        )


def _still_waits(source: FeedSource, person: Person, due: date) -> bool:
    """Whether it is not only to be settled, since life went on."""
    return not Relationship(source.journal, person).has_moved_on(due)


def _is_promise(source: FeedSource, owned: OwnedTask) -> bool:
    task, note = owned.task, source.journal.notes[owned.note]
    if task.theirs or task.state != "open":
        return False
    ahead_or_done = not isinstance(note, Touchpoint) or (
        note.is_done(source.today) or note.is_planned(source.today)
    )
    return ahead_or_done and source.is_relevant(owned.people)


def opportunities(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield the last day of what is open, the day to offer it by, and the day of the event."""
    for note in source.journal.opportunities:
        if note.state in OPEN_STATES and source.is_relevant(source.journal.refs(note, "for")):
            yield from _opportunity_events(source, anonymiser, note)


def _opportunity_events(
    source: FeedSource, anonymiser: Anonymiser, note: Opportunity
) -> Iterator[Event]:
    people = anonymiser.people_names(source.living_people(source.journal.refs(note, "for")))
    what = anonymiser.free_text(note.title, "an opportunity") + (f" ({people})" if people else "")
    typed = tuple(anonymiser.free_text(text) for text in (note.org, note.event))
    for kind, day, words in _opportunity_days(source, note):
        yield Event(
            uid=uid(kind, note.id),
            first=day,
            summary=f"{words} {what}",
            details=typed,
            category="Opportunity",
        )


def _opportunity_days(source: FeedSource, note: Opportunity) -> Iterator[tuple[str, date, str]]:
    """Yield kind, day and words of each day that an opportunity has ahead."""
    if note.deadline and note.deadline >= source.today:
        yield "deadline", note.deadline, "Last day:"
        waits = note.state == "spotted" and not source.index.is_offered(note)
        if waits and not note.lead.never:
            by = long_date(note.deadline)
            yield "lead", note.lead.before(note.deadline), f"Time to offer (last day {by}):"
    if note.event_on and note.event_on >= source.today:
        yield "event", note.event_on, "The day itself:"


def trips(source: FeedSource, anonymiser: Anonymiser) -> Iterator[Event]:
    """Yield the trips that are not over, mine and theirs."""
    for note in source.journal.trips:
        who = source.journal.refs(note, "who")
        ahead = note.end >= source.today and note.state in ("idea", "planned", "booked")
        if ahead and source.is_relevant(who):
            yield Event(
                uid=uid("trip", note.id),
                first=note.start,
                last=note.end,
                summary=_trip_summary(source, anonymiser, note),
                details=(
                    anonymiser.free_text(note.purpose),
                    *_people_there(source, anonymiser, note),
                ),
                category="Trip",
                tentative=note.state == "idea",
            )


def _trip_summary(source: FeedSource, anonymiser: Anonymiser, note: Trip) -> str:
    who = source.journal.refs(note, "who")
    people = source.living_people(who)
    if not who or ME in who:
        where = anonymiser.free_text(f" to {note.city}")
        return f"Trip{where}{anonymiser.with_people('with', people)}"
    return (
        f"{anonymiser.people_names(people)} {anonymiser.free_text(f'in {note.city}', 'on a trip')}"
    )


def _people_there(source: FeedSource, anonymiser: Anonymiser, note: Trip) -> Iterator[str]:
    """Yield who lives where I go."""
    who = source.journal.refs(note, "who")
    if who and ME not in who:
        return
    index = source.index
    there = [person for person in source.journal.people if index.lives_where(person, note)]
    if people := anonymiser.people_names(source.living_people(person.id for person in there)):
        yield f"There: {people}"
