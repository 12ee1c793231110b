"""How everybody likes to be reached, in one table, and whom to ask about it."""

from collections.abc import Iterator

import msgspec

from journal.advice.preferences_asked import (
    asked_long_ago,
    known_wishes,
    long_known,
    never_asked,
    only_guessed,
)
from journal.advice.recommendations import may_be_suggested
from journal.advice.relationship import Relationship
from journal.advice.time_zones import quiet_hours, quiet_hours_for_me
from journal.notes.records import Person
from journal.site.parts.note_summaries import non_empty, spoken
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_links import write_links
from journal.values import Hours
from journal.wording.dates import Day, hours_words, optional_day, short_day
from journal.wording.labels import AS_YOU_KNOW_IT

_EMOJI = {True: "emoji", False: "no emoji", None: ""}


class PreferenceRow(msgspec.Struct, frozen=True):
    """A row of the table: one person's preferences, empty where unknown."""

    person: Link
    prefers: str
    accepts: str
    announce_first: str
    avoids: str
    quiet: str
    quiet_days: str
    quiet_for_me: str
    tone: str
    replies_in: str
    asked: Day | None
    guessed: str


class ToAsk(msgspec.Struct, frozen=True):
    """Somebody to ask, when they were asked last, and a remark."""

    person: Link
    asked: Day | None
    remark: str = ""


class PreferencesPage(msgspec.Struct, frozen=True):
    """The content of `preferences.html`."""

    title: str
    rows: tuple[PreferenceRow, ...]
    never_asked: tuple[ToAsk, ...]
    ask_again: tuple[ToAsk, ...]


def view(page: PageContext) -> PreferencesPage:
    """Return the page of preferences: everybody kept in touch with, by name."""
    people = [person for person in page.journal.people if _is_shown(page, person)]
    people.sort(key=lambda person: (person.title.casefold(), person.id))
    relationships = [Relationship(page.journal, person) for person in people]
    asked = [relationship for relationship in relationships if not never_asked(relationship)]
    return PreferencesPage(
        title="Preferences",
        rows=tuple(_row(page, relationship) for relationship in asked),
        never_asked=tuple(_never_asked(page, relationships)),
        ask_again=tuple(_ask_again(page, relationships)),
    )


def _is_shown(page: PageContext, person: Person) -> bool:
    return person.kept_in_touch and may_be_suggested(person, page.today)


def _row(page: PageContext, relationship: Relationship) -> PreferenceRow:
    settings, person = page.journal.settings, relationship.person
    wishes = known_wishes(relationship)
    return PreferenceRow(
        person=page.link(person.id),
        prefers=_channels(person.prefers),
        accepts=_channels(person.accepts),
        announce_first=_channels(person.announce_first),
        avoids=_channels(person.avoids),
        quiet=_hours(quiet_hours(settings, person)),
        quiet_days=", ".join(day.capitalize() for day in person.quiet_days),
        quiet_for_me=_hours(quiet_hours_for_me(settings, person, page.today)),
        tone=", ".join(non_empty(person.tone, _EMOJI[person.emoji_ok])),
        replies_in="" if person.replies_in.never else str(person.replies_in),
        asked=short_day(wishes.asked_on) if wishes.asked_on else None,
        guessed=AS_YOU_KNOW_IT if wishes.are_guessed else "",
    )


def _channels(channels: tuple[str, ...]) -> str:
    return ", ".join(word for channel in channels if (word := spoken(channel)))


def _hours(hours: Hours | None) -> str:
    return hours_words(hours) if hours else ""


def _never_asked(page: PageContext, relationships: list[Relationship]) -> Iterator[ToAsk]:
    """Yield those who were never asked: known for long first, those of whom I guess last."""
    unknown = [each for each in relationships if never_asked(each)]
    for relationship in sorted(unknown, key=lambda each: not long_known(each)):
        yield _to_ask(page, relationship, "known for a while" if long_known(relationship) else "")
    for relationship in relationships:
        if only_guessed(relationship):
            yield _to_ask(page, relationship, AS_YOU_KNOW_IT)


def _to_ask(page: PageContext, relationship: Relationship, remark: str) -> ToAsk:
    (person,) = write_links(page, (relationship.person.id,))
    return ToAsk(person, None, remark)


def _ask_again(page: PageContext, relationships: list[Relationship]) -> Iterator[ToAsk]:
    """Yield those who were asked long ago, the longest first."""
    found = [
        (day, relationship)
        for relationship in relationships
        if (day := asked_long_ago(relationship))
    ]
    for day, relationship in sorted(found, key=lambda each: each[0]):
        (person,) = write_links(page, (relationship.person.id,))
        yield ToAsk(person, optional_day(day))
