"""What a person's note says, row by row: who they are, and how they like to be reached."""

from collections.abc import Iterator

from journal.advice.preferences_asked import known_wishes
from journal.advice.relationship import Relationship
from journal.library.journal import Journal
from journal.notes.records import Person
from journal.site.parts.cards import quiet_words
from journal.site.parts.note_summaries import Fact, FactValue, link_facts, outside_facts, text_facts
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_links import channel_href, mail_href, phone_href
from journal.values import Birthday, in_year
from journal.vocabulary.choices import CHANNELS
from journal.wording.dates import cadence_words, day_without_year, long_date, partial_day
from journal.wording.labels import (
    AS_YOU_KNOW_IT,
    CHANNEL_PREFERENCES,
    NOT_ASKED_YET,
    channel_words,
    plain_word,
)

_LEAP = 2000
_EMOJI = {True: "welcome", False: "rather not", None: NOT_ASKED_YET}


def profile(page: PageContext, person: Person) -> tuple[Fact, ...]:
    """Return what is known of a person."""
    return (
        *_work(person),
        *outside_facts("E-mail", (Link(text, mail_href(text)) for text in person.email)),
        *outside_facts("Telephone", (Link(text, phone_href(text)) for text in person.phone)),
        *_life(person),
        *_connections(page, person),
        *_relationship(page, person),
    )


def _work(person: Person) -> Iterator[Fact]:
    yield from text_facts("Works as", person.job_title)
    yield from text_facts("At", person.org)
    yield from text_facts("Jobs", *map(str, person.jobs))
    yield from text_facts("Works on", person.current_work)
    yield from text_facts("Fields", ", ".join(person.fields))
    yield from text_facts("Cares about", ", ".join(person.interests))


def _life(person: Person) -> Iterator[Fact]:
    yield from text_facts(
        "Lives in", ", ".join(part for part in (person.city, person.country) if part)
    )
    yield from text_facts("Places", *map(str, person.places))
    yield from text_facts("Also in", ", ".join(person.other_cities))
    yield from text_facts("Time zone", person.tz)
    yield from text_facts("Languages", ", ".join(person.languages))
    if person.birthday:
        yield from text_facts("Birthday", _birthday(person.birthday))
    yield from text_facts("Greetings on", ", ".join(person.holidays))
    yield from text_facts("Greeted as", person.address_as)
    yield from text_facts("Pronouns", person.pronouns)


def _birthday(birthday: Birthday) -> str:
    day = in_year(birthday.month, birthday.day, birthday.year or _LEAP)
    return long_date(day) if birthday.year else day_without_year(day).words


def _connections(page: PageContext, person: Person) -> Iterator[Fact]:
    journal = page.journal
    introduced = (
        other.id for other in journal.people if person.id in journal.refs(other, "introduced_by")
    )
    yield from text_facts("How you met", person.met)
    yield from text_facts("Why", person.why)
    yield from link_facts("Introduced by", page.links(journal.refs(person, "introduced_by")))
    yield from link_facts("Introduced you to", page.links(tuple(introduced)))
    yield from text_facts("Is for you", ", ".join(map(plain_word, person.support)))


def _relationship(page: PageContext, person: Person) -> Iterator[Fact]:
    relationship = Relationship(page.journal, person)
    days = ("Known since", person.known_since), ("Since", person.since), ("Until", person.until)
    for term, when in days:
        if found := partial_day(when):
            yield from text_facts(term, found.words)
    if not person.is_dead(page.today):
        cadence = "none" if relationship.cadence.never else cadence_words(relationship.cadence)
        yield from text_facts("Phase", relationship.phase)
        yield from text_facts("Cadence", cadence)
    lines = (f"{line.since} {line.phase} {line.note}".strip() for line in person.phases)
    yield from text_facts("Phases", *lines)
    yield from text_facts("Review", long_date(person.review_on) if person.review_on else "")


def preferences(journal: Journal, person: Person) -> tuple[Fact, ...]:
    """Return how a person likes to be reached (the article's first tip), row by row."""
    return (
        *_channels(person),
        *text_facts("Quiet", quiet_words(journal, person)),
        *text_facts("Tone", person.tone),
        *text_facts("Emoji", _EMOJI[person.emoji_ok]),
        *text_facts("Answers within", str(person.replies_in)),
        *text_facts("Asked", _asked(Relationship(journal, person))),
    )


def _asked(relationship: Relationship) -> str:
    """Return when they were last asked; of a guess, that it is one."""
    wishes = known_wishes(relationship)
    if wishes.asked_on:
        return f"on {long_date(wishes.asked_on)}"
    return f"not yet: this is {AS_YOU_KNOW_IT}" if wishes.are_written else "not yet"


def _channels(person: Person) -> Iterator[Fact]:
    """Yield the channels by preference; those in none were not asked about."""
    asked = {"other"}
    for key, term in CHANNEL_PREFERENCES.items():
        channels: tuple[str, ...] = getattr(person, key)
        asked.update(channels)
        if channels:
            yield Fact(term, tuple(_channel(person, key, channel) for channel in channels))
    unasked = [channel_words(channel) for channel in CHANNELS.words if channel not in asked]
    yield from text_facts("Not asked about", ", ".join(unasked))


def _channel(person: Person, key: str, channel: str) -> FactValue:
    href = "" if key == "avoids" else channel_href(person, channel)
    return FactValue(channel_words(channel), href)
