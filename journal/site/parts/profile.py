"""Who a person is: what their note says of them, row by row."""

from collections.abc import Iterator

from journal.advice.relationship import Relationship
from journal.notes.records import Person
from journal.site.parts.note_summaries import Fact, link_facts, outside_facts, text_facts
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_links import mail_href, phone_href
from journal.values import Birthday, in_year
from journal.wording.dates import cadence_words, day_without_year, long_date, partial_day
from journal.wording.labels import plain_word

_LEAP = 2000


def profile(page: PageContext, person: Person) -> tuple[Fact, ...]:
    """Return what is known of a person."""
    return (
        *_work(person),
        *outside_facts("E-mail", (Link(text, mail_href(text)) for text in person.email)),
        *outside_facts("Telephone", (Link(text, phone_href(text)) for text in person.phone)),
        *_life(person),
        *_ties(page, person),
        *_course(page, person),
    )


def _work(person: Person) -> Iterator[Fact]:
    yield from text_facts("Works as", person.job_title)
    yield from text_facts("At", person.org)
    yield from text_facts("Works on", person.current_work)
    yield from text_facts("Fields", ", ".join(person.fields))
    yield from text_facts("Cares about", ", ".join(person.interests))


def _life(person: Person) -> Iterator[Fact]:
    yield from text_facts(
        "Lives in", ", ".join(part for part in (person.city, person.country) if part)
    )
    yield from text_facts("Also in", ", ".join(person.other_cities))
    yield from text_facts("Time zone", person.tz)
    yield from text_facts("Languages", ", ".join(person.languages))
    if person.birthday:
        yield from text_facts("Birthday", _birthday(person.birthday))
    yield from text_facts("Greetings on", ", ".join(person.holidays))
    yield from text_facts("Greeted as", person.address_as)


def _birthday(birthday: Birthday) -> str:
    day = in_year(birthday.month, birthday.day, birthday.year or _LEAP)
    return long_date(day) if birthday.year else day_without_year(day).words


def _ties(page: PageContext, person: Person) -> Iterator[Fact]:
    journal = page.journal
    introduced = (
        other.id for other in journal.people if person.id in journal.refs(other, "introduced_by")
    )
    yield from text_facts("How you met", person.met)
    yield from text_facts("Why", person.why)
    yield from link_facts("Introduced by", page.links(journal.refs(person, "introduced_by")))
    yield from link_facts("Introduced you to", page.links(tuple(introduced)))
    yield from text_facts("Is for you", ", ".join(map(plain_word, person.support)))


def _course(page: PageContext, person: Person) -> Iterator[Fact]:
    relationship = Relationship(page.journal, person)
    for term, when in (("Since", person.since), ("Until", person.until)):
        if found := partial_day(when):
            yield from text_facts(term, found.words)
    if not person.is_dead(page.today):
        rhythm = "none" if relationship.cadence.never else cadence_words(relationship.cadence)
        yield from text_facts("Phase", relationship.phase)
        yield from text_facts("Rhythm", rhythm)
    lines = (f"{line.since} {line.phase} {line.note}".strip() for line in person.phases)
    yield from text_facts("Phases", *lines)
    yield from text_facts("Review", long_date(person.review_on) if person.review_on else "")
