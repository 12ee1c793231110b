"""Whether they were ever asked how they like to be reached (the article's first tip)."""

from datetime import date

from journal.advice.relationship import Relationship
from journal.durations import Duration
from journal.notes.records import Person
from journal.values import add_days

_LONG_KNOWN = 30  # days
_WELL_KNOWN = 3  # touchpoints
_ASKED_LATELY = Duration(months=36)


def never_asked(relationship: Relationship) -> bool:
    """Whether nothing tells their preferences: no date, no channel, no touchpoint about it."""
    person = relationship.person
    if not person.kept_in_touch or relationship.phase == "ended":
        return False
    asked = person.prefs_asked is not None and person.prefs_asked <= relationship.today
    known = asked or bool(channel_preferences(person))
    return not (known or any(note.kind == "preferences" for note in relationship.done))


def channel_preferences(person: Person) -> tuple[str, ...]:
    """Return the channels of which their note says what they think."""
    return (*person.prefers, *person.accepts, *person.announce_first, *person.avoids)


def long_known(relationship: Relationship) -> bool:
    """Whether they have been known for over 30 days, or 3 touchpoints."""
    days = [note.date for note in relationship.done[:1]]
    if relationship.person.since:
        days.append(relationship.person.since.first)
    early = min(days, default=None)
    long_ago = early is not None and early < add_days(relationship.today, -_LONG_KNOWN)
    return long_ago or len(relationship.done) >= _WELL_KNOWN


def last_asked(relationship: Relationship) -> date | None:
    """Return the day on which they were last asked; None for never, and for what has ended."""
    if relationship.phase == "ended":
        return None
    days = [note.date for note in relationship.done if note.kind == "preferences"]
    asked = relationship.person.prefs_asked
    if asked and asked <= relationship.today:
        days.append(asked)
    return max(days, default=None)


def asked_long_ago(relationship: Relationship) -> date | None:
    """Return the day on which they were last asked, if it is over three years ago."""
    asked = last_asked(relationship)
    if (
        asked
        and relationship.person.kept_in_touch
        and _ASKED_LATELY.after(asked) < relationship.today
    ):
        return asked
    return None
