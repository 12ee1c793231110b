"""Who a person is: what their note says of them, row by row."""

from collections.abc import Iterator

from journal.advice.relationship import Relationship
from journal.notes.records import Person
from journal.site.parts.note_summaries import Fact, names, outside_rows, texts
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_links import mail, telephone
from journal.values import Birthday, in_year
from journal.wording.dates import every, partial, short, spelled
from journal.wording.labels import plain_word

_LEAP = 2000


def profile(page: PageContext, person: Person) -> tuple[Fact, ...]:
    """Return what is known of a person."""
    return (
        *_work(person),
        *outside_rows("E-mail", (Link(text, mail(text)) for text in person.email)),
        *outside_rows("Telephone", (Link(text, telephone(text)) for text in person.phone)),
        *_life(person),
        *_ties(page, person),
        *_course(page, person),
    )


def _work(person: Person) -> Iterator[Fact]:
    yield from texts("Works as", person.job_title)
    yield from texts("At", person.org)
    yield from texts("Works on", person.current_work)
    yield from texts("Fields", ", ".join(person.fields))
    yield from texts("Cares about", ", ".join(person.interests))


def _life(person: Person) -> Iterator[Fact]:
    yield from texts("Lives in", ", ".join(part for part in (person.city, person.country) if part))
    yield from texts("Also in", ", ".join(person.other_cities))
    yield from texts("Time zone", person.tz)
    yield from texts("Languages", ", ".join(person.languages))
    if person.birthday:
        yield from texts("Birthday", _birthday(person.birthday))
    yield from texts("Greetings on", ", ".join(person.holidays))
    yield from texts("Greeted as", person.address_as)


def _birthday(birthday: Birthday) -> str:
    day = in_year(birthday.month, birthday.day, birthday.year or _LEAP)
    return spelled(day) if birthday.year else short(day).words


def _ties(page: PageContext, person: Person) -> Iterator[Fact]:
    journal = page.journal
    introduced = (
        other.id for other in journal.people if person.id in journal.refs(other, "introduced_by")
    )
    yield from texts("How you met", person.met)
    yield from texts("Why", person.why)
    yield from names("Introduced by", page.links(journal.refs(person, "introduced_by")))
    yield from names("Introduced you to", page.links(tuple(introduced)))
    yield from texts("Is for you", ", ".join(map(plain_word, person.support)))


def _course(page: PageContext, person: Person) -> Iterator[Fact]:
    relationship = Relationship(page.journal, person)
    for term, when in (("Since", person.since), ("Until", person.until)):
        if found := partial(when):
            yield from texts(term, found.words)
    if not person.is_dead(page.today):
        rhythm = "none" if relationship.cadence.never else every(relationship.cadence)
        yield from texts("Phase", relationship.phase)
        yield from texts("Rhythm", rhythm)
    lines = (f"{line.since} {line.phase} {line.note}".strip() for line in person.phases)
    yield from texts("Phases", *lines)
    yield from texts("Review", spelled(person.review_on) if person.review_on else "")
