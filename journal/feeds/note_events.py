"""What the notes have a day for: planned contacts, promises, deadlines, trips."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from journal.feeds.anonymise import Naming
from journal.feeds.calendar_event import Event, uid
from journal.feeds.source import Shown
from journal.library.journal import ME, OwnedTask
from journal.notes.records import Opportunity, Touchpoint, Trip
from journal.vocabulary.choices import OPEN_OPPORTUNITY
from journal.wording.dates import spelled

#: A channel -> how a contact on it begins to be said.
_CONTACTS = {
    "email": "Email to", "text": "Text message to", "call": "Call with", "video": "Video call with",
    "letter": "Letter to", "in-person": "Meeting with", "chat": "Chat with",
    "social": "Message to", "event": "Event with",
}  # fmt: skip


def planned(shown: Shown, naming: Naming) -> Iterator[Event]:
    """Yield the contacts that are planned."""
    for note in shown.journal.touchpoints:
        people = shown.living(shown.journal.refs(note, "people"))
        if people and note.is_planned(shown.today):
            what = _CONTACTS.get(note.channel, "Contact with")
            clock = f", {note.time:%H:%M}" if note.time else ""
            typed = (note.title, note.place, shown.opening(note))
            yield Event(
                uid=uid("planned", note.id),
                first=note.date,
                summary=f"{what} {naming.people(people)}{clock}",
                details=tuple(naming.typed(text) for text in typed),
                category="Contact",
                stamp=shown.stamp(note),
            )


def promises(shown: Shown, naming: Naming) -> Iterator[Event]:
    """Yield what I promised for a day, and have not done."""
    seen: Counter[tuple[str, str]] = Counter()
    for owned in shown.journal.tasks_that_stand():
        if not (owned.task.due and _is_promise(shown, owned)):
            continue
        seen[owned.note, owned.task.text] += 1
        count = str(seen[owned.note, owned.task.text])
        people = naming.people(shown.living(owned.people))
        text = naming.typed(owned.task.text, "something promised")
        yield Event(
            uid=uid("promise", owned.note, owned.task.text, count),
            first=owned.task.due,
            summary=f"Promise: {text}" + (f" ({people})" if people else ""),
            category="Promise",
            stamp=shown.stamp(shown.journal.notes[owned.note]),
        )


def _is_promise(shown: Shown, owned: OwnedTask) -> bool:
    task, note = owned.task, shown.journal.notes[owned.note]
    if task.theirs or task.state != "open":
        return False
    ahead_or_done = not isinstance(note, Touchpoint) or (
        note.is_done(shown.today) or note.is_planned(shown.today)
    )
    return ahead_or_done and shown.concerns(owned.people)


def opportunities(shown: Shown, naming: Naming) -> Iterator[Event]:
    """Yield the last day of what is open, the day to offer it by, and the day of the event."""
    for note in shown.journal.opportunities:
        if note.state in OPEN_OPPORTUNITY and shown.concerns(shown.journal.refs(note, "for")):
            yield from _opportunity(shown, naming, note)


def _opportunity(shown: Shown, naming: Naming, note: Opportunity) -> Iterator[Event]:
    people = naming.people(shown.living(shown.journal.refs(note, "for")))
    what = naming.typed(note.title, "an opportunity") + (f" ({people})" if people else "")
    typed = tuple(naming.typed(text) for text in (note.org, note.event))
    for kind, day, words in _days(shown, note):
        yield Event(
            uid=uid(kind, note.id),
            first=day,
            summary=f"{words} {what}",
            details=typed,
            category="Opportunity",
            stamp=shown.stamp(note),
        )


def _days(shown: Shown, note: Opportunity) -> Iterator[tuple[str, date, str]]:
    """Yield kind, day and words of each day that an opportunity has ahead."""
    if note.deadline and note.deadline >= shown.today:
        yield "deadline", note.deadline, "Last day:"
        waits = note.state == "spotted" and not shown.ground.offered(note)
        if waits and not note.lead.never:
            by = spelled(note.deadline)
            yield "lead", note.lead.before(note.deadline), f"Time to offer (last day {by}):"
    if note.event_on and note.event_on >= shown.today:
        yield "event", note.event_on, "The day itself:"


def trips(shown: Shown, naming: Naming) -> Iterator[Event]:
    """Yield the trips that are not over, mine and theirs."""
    for note in shown.journal.trips:
        who = shown.journal.refs(note, "who")
        ahead = note.end >= shown.today and note.state in ("idea", "planned", "booked")
        if ahead and shown.concerns(who):
            yield Event(
                uid=uid("trip", note.id),
                first=note.start,
                last=note.end,
                summary=_trip(shown, naming, note),
                details=(naming.typed(note.purpose), *_there(shown, naming, note)),
                category="Trip",
                stamp=shown.stamp(note),
                tentative=note.state == "idea",
            )


def _trip(shown: Shown, naming: Naming, note: Trip) -> str:
    who = shown.journal.refs(note, "who")
    people = shown.living(who)
    if not who or ME in who:
        where = naming.typed(f" to {note.city}")
        return f"Trip{where}{naming.with_people('with', people)}"
    return f"{naming.people(people)} {naming.typed(f'in {note.city}', 'on a trip')}"


def _there(shown: Shown, naming: Naming, note: Trip) -> Iterator[str]:
    """Yield who lives where I go."""
    who = shown.journal.refs(note, "who")
    if who and ME not in who:
        return
    city, ground = shown.ground.place(note.city), shown.ground
    there = [person for person in shown.journal.people if city in ground.cities(person)]
    if people := naming.people(shown.living(person.id for person in there)):
        yield f"There: {people}"
