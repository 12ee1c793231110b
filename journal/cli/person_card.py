"""Everything the advice has about one person, and what there is to say to them."""

from collections.abc import Iterator
from datetime import datetime

from journal.advice import PersonAdvice
from journal.advice.index import AdviceIndex
from journal.advice.relationship import Relationship
from journal.advice.talking_points import talking_points
from journal.cli.output import clean, styled
from journal.cli.reach_out_list import person_lines, their_clock
from journal.cli.wrapping import wrap
from journal.library import Journal
from journal.notes.records import Person
from journal.wording.channels import channel_words
from journal.wording.dates import long_date
from journal.wording.labels import CHANNEL_PREFERENCES, SECTION_TITLES, TALKING_POINT_TITLES


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
