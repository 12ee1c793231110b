"""What the advice says; its JSON is these records, field by field."""

from datetime import date

import msgspec

from journal.characters import escaped

#: In the order shown.
SECTIONS = (
    "overdue", "this-week", "begin", "soon", "later", "resting", "dormant", "snoozed", "paused",
)  # fmt: skip


#: Why somebody is not in the list: the first that holds.
NOT_LISTED = ("died", "draft", "unread", "ended", "not-kept", "no-cadence")


class Reason(msgspec.Struct, frozen=True):
    """Why, as one sentence; `by` is a day, or None where it is only something to say.

    `stale`: its day is long past and life went on, so that it is only to be settled.
    """

    kind: str
    by: date | None
    text: str
    notes: tuple[str, ...] = ()
    stale: bool = False


class Hold(msgspec.Struct, frozen=True):
    """What moved the day: `min_gap`, `resting` or `snooze`."""

    kind: str
    until: date


class TalkingPoints(msgspec.Struct, frozen=True):
    """What to say, all optional (the article's four): ids of notes, and questions as written."""

    news: tuple[str, ...] = ()
    recognition: tuple[str, ...] = ()
    offer: tuple[str, ...] = ()
    question: tuple[str, ...] = ()


class PersonAdvice(msgspec.Struct, frozen=True):
    """One person in the list; `reach_by` is None where no contact is written down yet.

    `channel` is the one to use first, and `then` the one that it announces.
    """

    person: str
    name: str
    section: str
    reach_by: date | None
    last_contact: date | None
    phase: str
    channel: str | None
    then: str | None
    hold: Hold | None
    reasons: tuple[Reason, ...]
    talking_points: TalkingPoints = msgspec.field(name="slots")


class NotListed(msgspec.Struct, frozen=True):
    """Why somebody is not in the list, a word of NOT_LISTED; and what waits for them on no day."""

    person: str
    cause: str
    reasons: tuple[Reason, ...] = ()


class UnreadPerson(msgspec.Struct, frozen=True):
    """Somebody who is not in the list because their note cannot be read, and where it says why."""

    person: str
    name: str
    path: str
    line: int
    column: int

    @property
    def location(self) -> str:
        """Where it says why, as compilers write it, and safe to print."""
        return f"{escaped(self.path)}:{self.line}:{self.column}"


class Advice(msgspec.Struct, frozen=True):
    """The whole list as of a day, in the order shown; and who is missing from it.

    `to_confirm`: ids of the touchpoints that were planned for a day that has passed, oldest first.
    """

    as_of: date
    people: tuple[PersonAdvice, ...]
    to_confirm: tuple[str, ...] = ()
    unread: tuple[UnreadPerson, ...] = ()

    def of(self, person: str) -> PersonAdvice | None:
        """Return what is advised for the person with that id, if they are in the list."""
        return next((advice for advice in self.people if advice.person == person), None)
