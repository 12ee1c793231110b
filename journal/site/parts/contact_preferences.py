"""How a person likes to be reached (the article's first tip), and what was not asked."""

from collections.abc import Iterator

from journal.library.journal import Journal
from journal.notes.records import Person
from journal.site.parts.cards import quiet_words
from journal.site.parts.note_summaries import Fact, FactValue, text_facts
from journal.site.parts.person_links import channel_href
from journal.vocabulary.choices import CHANNELS
from journal.wording.channels import channel_words
from journal.wording.dates import day
from journal.wording.labels import CHANNEL_PREFERENCES

_EMOJI = {True: "welcome", False: "rather not", None: "not asked yet"}


def preferences(journal: Journal, person: Person) -> tuple[Fact, ...]:
    """Return a person's wishes, row by row; a channel in none of them was not asked about."""
    return tuple(_rows(journal, person))


def _rows(journal: Journal, person: Person) -> Iterator[Fact]:
    asked: set[str] = set()
    for key, term in CHANNEL_PREFERENCES.items():
        channels: tuple[str, ...] = getattr(person, key)
        asked.update(channels)
        if channels:
            href = key != "avoids"
            ways = (
                FactValue(channel_words(word), channel_href(person, word) if href else "")
                for word in channels
            )
            yield Fact(term, tuple(ways))
    unasked = [channel_words(way) for way in CHANNELS.words if way not in asked | {"other"}]
    yield from text_facts("Not asked about", ", ".join(unasked))
    yield from text_facts("Quiet", quiet_words(journal, person))
    yield from text_facts("Tone", person.tone)
    yield from text_facts("Emoji", _EMOJI[person.emoji_ok])
    yield from text_facts("Answers within", str(person.replies_in))
    yield from text_facts(
        "Asked on", day(person.prefs_asked).words if person.prefs_asked else "never"
    )
