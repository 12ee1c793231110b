"""How somebody's wishes are known: they were asked, or it is a guess (the article's first tip)."""

from datetime import date
from typing import NamedTuple

from journal.advice.relationship import Relationship
from journal.durations import Duration
from journal.notes.records import Person
from journal.values import add_days

_LONG_KNOWN = 30  # days
_WELL_KNOWN = 3  # touchpoints
_ASKED_LATELY = Duration(months=36)


class KnownWishes(NamedTuple):
    """The day on which they were last asked, and whether their note names channels."""

    asked_on: date | None
    are_written: bool

    @property
    def are_guessed(self) -> bool:
        """Whether channels are written down of which nobody asked them."""
        return self.asked_on is None and self.are_written

    @property
    def are_unknown(self) -> bool:
        """Whether nothing tells them: no day, no channel."""
        return self.asked_on is None and not self.are_written


def known_wishes(relationship: Relationship) -> KnownWishes:
    """Return how their wishes are known; a touchpoint about it counts as asked."""
    days = [note.date for note in relationship.done if note.kind == "preferences"]
    asked = relationship.person.prefs_asked
    if asked and asked <= relationship.today:
        days.append(asked)
    return KnownWishes(max(days, default=None), bool(_channels_named(relationship.person)))


def _channels_named(person: Person) -> tuple[str, ...]:
    return (*person.prefers, *person.accepts, *person.announce_first, *person.avoids)


def never_asked(relationship: Relationship) -> bool:
    """Whether nothing tells their wishes, and they are somebody to ask."""
    return may_be_asked(relationship) and known_wishes(relationship).are_unknown


def only_guessed(relationship: Relationship) -> bool:
    """Whether all that is known of their wishes is a guess, and they are somebody to ask."""
    return may_be_asked(relationship) and known_wishes(relationship).are_guessed


def may_be_asked(relationship: Relationship) -> bool:
    """Whether they are somebody to ask: kept in touch with, and the mentoring has not ended."""
    return relationship.person.kept_in_touch and relationship.phase != "ended"


def long_known(relationship: Relationship) -> bool:
    """Whether they have been known for over 30 days, or 3 touchpoints."""
    days = [note.date for note in relationship.done[:1]]
    known = (relationship.person.since, relationship.person.known_since)
    days += [when.first for when in known if when]
    early = min(days, default=None)
    long_ago = early is not None and early < add_days(relationship.today, -_LONG_KNOWN)
    return long_ago or len(relationship.done) >= _WELL_KNOWN


def asked_long_ago(relationship: Relationship) -> date | None:
    """Return the day on which they were last asked, if it is over three years ago."""
    asked = known_wishes(relationship).asked_on if may_be_asked(relationship) else None
    return asked if asked and _ASKED_LATELY.after(asked) < relationship.today else None
