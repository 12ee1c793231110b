"""The facts of a journal as the notes that a person writes."""

from collections.abc import Iterable
from zlib import crc32

from tests.support.second_reading.facts import (
    ContactFacts,
    JournalFacts,
    PersonFacts,
    Span,
    TaskFacts,
)

_AS_SAID = (
    "since", "until", "died", "phase", "next", "snooze_until", "paused", "review_on", "city",
    "other_cities", "prefers", "accepts", "announce_first", "avoids", "prefs_asked", "email",
    "questions", "fields", "interests", "private", "draft",
)  # fmt: skip
_OF_CONTACT = (
    "channel", "direction", "kind", "state", "question", "answered_on", "followup_on", "private",
    "draft",
)  # fmt: skip


def as_notes(journal: JournalFacts) -> dict[str, str]:
    """Return the text of every file, by its path."""
    files = {person.id: _person(person) for person in journal.people}
    if journal.my_city:
        files["journal.toml"] = f'[me]\ncity = "{journal.my_city}"\n'
    for news in journal.news:
        files[news.id] = _note(
            ("date", news.date),
            ("about", news.about),
            ("fresh_until", news.fresh_until),
            ("private", news.private),
        )
    for found in journal.opportunities:
        files[found.id] = _note(
            ("for", found.whom),
            ("deadline", found.deadline),
            ("lead", f"{found.lead} days"),
            ("state", found.state),
            ("fields", found.fields),
            ("private", found.private),
        )
    for trip in journal.trips:
        keys = ("who", "city", "start", "end", "state", "private")
        lead = ("lead", f"{trip.lead} days")
        files[trip.id] = _note(lead, *((key, getattr(trip, key)) for key in keys))
    files |= {path: _note(("title", title)) for path, title in journal.namesakes}
    return files | {contact.id: _contact(contact, journal) for contact in journal.contacts}


def _person(person: PersonFacts) -> str:
    last = person.last_contact
    return _note(
        ("title", person.name),
        ("roles", person.written_roles),
        *((key, getattr(person, key)) for key in _AS_SAID),
        ("last_contact", str(last)[:7] if last and last.day == 1 else last),
        ("birthday", "'{:02}-{:02}'".format(*person.birthday) if person.birthday else None),
        ("phases", [f"{day} {phase}" for day, phase in person.phases]),
        ("cadence", _span(person.cadence)),
        ("min_gap", _span(person.min_gap)),
        ("replies_in", _span(person.replies_in)),
    )


def _contact(contact: ContactFacts, journal: JournalFacts) -> str:
    front = _note(
        ("title", contact.title),
        ("people", [_spelled(who, contact, journal) for who in contact.people]),
        ("date", contact.date),
        ("time", f"'{contact.time}'" if contact.time else None),
        *((key, getattr(contact, key)) for key in _OF_CONTACT),
        ("about", contact.links),
    )
    return front + "".join(_task(number, task) for number, task in enumerate(contact.tasks))


def _spelled(who: str, contact: ContactFacts, journal: JournalFacts) -> str:
    """Return a link to somebody: by their id, their file's name, or their name if it is clear."""
    name = next(person.name for person in journal.people if person.id == who)
    alike = [person for person in journal.people if person.name.casefold() == name.casefold()]
    spellings = [who, who.partition("/")[2], *([name, name.upper()] if len(alike) == 1 else [])]
    return spellings[crc32(contact.id.encode()) % len(spellings)]


def _task(number: int, task: TaskFacts) -> str:
    whose = "" if task.mine else " #theirs"
    due = f" 📅 {task.due}" if task.due else ""
    return f"- [{task.box}] keep this {number}{whose}{due}\n"


def _span(span: Span | None) -> str | None:
    if span is None:
        return None
    months, days = span
    return f"{months} months" if months else f"{days} days"


def _note(*keys: tuple[str, object]) -> str:
    return "\n".join(("---", *_lines(keys), "---", ""))


def _lines(keys: Iterable[tuple[str, object]]) -> Iterable[str]:
    for key, value in keys:
        if isinstance(value, list) and value:
            yield f"{key}: [{', '.join(map(str, value))}]"
        elif value not in (None, [], False):
            yield f"{key}: {'true' if value is True else value}"
