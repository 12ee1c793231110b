"""The advice in words for a terminal: the list section by section, and one person."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from journal.advice import Advice, PersonAdvice
from journal.advice.index import AdviceIndex
from journal.advice.relationship import Relationship
from journal.advice.talking_points import talking_points
from journal.advice.time_zones import is_quiet, their_time
from journal.cli.output import clean, left_and_right, styled, wrap
from journal.library import Journal
from journal.notes.records import Person
from journal.wording.dates import day_with_weekday, distance, long_date, weekday_name
from journal.wording.labels import (
    CHANNEL_PREFERENCES,
    SECTION_TITLES,
    TALKING_POINT_TITLES,
    channel_words,
    hold_words,
    reached_by,
)


def reach_out_list(journal: Journal, advice: Advice, moment: datetime) -> Iterator[str]:
    """Yield the lines of the whole list; `moment` is now, on my clock."""
    yield styled(day_with_weekday(advice.as_of).words, bold=True)
    if not advice.people and not advice.unread:
        yield "Nobody is waiting to hear from you."
    for section, found in groupby(advice.people, lambda each: each.section):
        yield ""
        yield styled(SECTION_TITLES[section], bold=True)
        for each in found:
            yield from person_lines(journal, each, moment)
    if advice.unread:
        yield ""
        yield styled("Cannot be read", bold=True)
    for note in advice.unread:
        yield f"  {clean(note.name)}"
        yield f"    {note.location}"


def person_lines(journal: Journal, advice: PersonAdvice, moment: datetime) -> Iterator[str]:
    """Yield the lines about one person: until when, how, why, and what moved the day."""
    person = journal.person(advice.person)
    assert person, advice.person
    by = f"by {long_date(advice.reach_by)}, {distance(advice.reach_by, journal.today)}"
    yield left_and_right(f"  {clean(advice.name)}", by)
    yield from wrap(clean(_how(journal, advice, person, moment)), "    ")
    for reason in advice.reasons:
        yield from wrap(clean(reason.text), "    ")
    if advice.hold:
        yield from wrap(clean(hold_words(advice.hold.kind, advice.hold.until)), "    ")


def _how(journal: Journal, advice: PersonAdvice, person: Person, moment: datetime) -> str:
    """Return the channel, the phase and their local time in one line."""
    by = reached_by(advice.channel) or "no channel known"
    return " · ".join(filter(None, (by, advice.phase, their_clock(journal, person, moment))))


def their_clock(journal: Journal, person: Person, moment: datetime) -> str:
    """Return what their clock shows, and whether those are quiet hours; empty if unknown."""
    there = their_time(person, moment)
    if there is None:
        return ""
    quiet = ", quiet hours" if is_quiet(journal.settings, person, moment) else ""
    day = f" {weekday_name(there)}" if there.date() != moment.date() else ""
    return f"there it is {there:%H:%M}{day}{quiet}"


def listed_person(journal: Journal, advice: PersonAdvice, moment: datetime) -> Iterator[str]:
    """Yield the lines about somebody in the list."""
    yield styled(SECTION_TITLES[advice.section], bold=True)
    yield from person_lines(journal, advice, moment)
    person = journal.person(advice.person)
    assert person, advice.person
    yield from _more(journal, person)


def unlisted_person(journal: Journal, person: Person, moment: datetime) -> Iterator[str]:
    """Yield the lines about somebody for whom nothing is due, and why that is."""
    yield styled(person.title, bold=True)
    yield from wrap(clean(_why(journal, person)), "  ")
    if person.is_dead(journal.today):
        return
    if clock := their_clock(journal, person, moment):
        yield from wrap(clean(f"{clock[0].upper()}{clock[1:]}."), "  ")
    yield from _more(journal, person)


def _why(journal: Journal, person: Person) -> str:
    if person.is_dead(journal.today):
        return "They have died; their page stays."
    if person.draft:
        return "Their note is a draft, so nothing is suggested."
    if person.unread:
        return "Their note cannot be read, so nothing is suggested; “journal check” says why."
    phase = Relationship(journal, person).phase
    if phase == "ended":
        return "The mentoring has ended, and nothing else is waiting."
    if not person.kept_in_touch:
        return "You do not keep in touch with them regularly, and nothing else is waiting."
    return "They have no cadence, and nothing else is waiting."


def _more(journal: Journal, person: Person) -> Iterator[str]:
    relationship = Relationship(journal, person)
    yield ""
    if relationship.last_contact:
        yield f"  Last contact: {long_date(relationship.last_contact)}"
    yield from wrap(clean(_preferences(person)), "  ")
    yield from _to_say(journal, relationship)


def _preferences(person: Person) -> str:
    """Return how they want to be reached, as far as they were asked."""
    said = []
    for key, words in CHANNEL_PREFERENCES.items():
        if channels := getattr(person, key):
            said.append(f"{words}: {', '.join(map(channel_words, channels))}")
    return "; ".join(said)


def _to_say(journal: Journal, relationship: Relationship) -> Iterator[str]:
    found = talking_points(AdviceIndex(journal), relationship)
    for key, title in TALKING_POINT_TITLES.items():
        items: tuple[str, ...] = getattr(found, key)
        if items:
            yield ""
            yield f"  {title}"
        for item in items:
            text = journal.notes[item].title if item in journal.notes else item
            yield from _bullet(text)


def _bullet(text: str) -> Iterator[str]:
    first, *rest = wrap(clean(text), "    ") or ["    "]
    yield f"  - {first[4:]}"
    yield from rest
