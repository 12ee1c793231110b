"""A touchpoint, and every key that its note may have: a row each."""

import datetime as dt
from typing import Annotated

from journal.notes.note import DATE, Links, Note, Texts
from journal.vocabulary.choices import CHANNELS, DIRECTIONS, TOUCHPOINT_KINDS, TOUCHPOINT_STATES
from journal.vocabulary.key_types import Key, Says

#: The states of a touchpoint that took place, once its date has come.
DONE = frozenset({"", "done"})


class Touchpoint(Note, frozen=True, kw_only=True, tag="touchpoint"):
    """A contact with one person or more."""

    date: Annotated[dt.date, DATE._replace(required=True)]
    people: Annotated[
        Links,
        Key(
            "who it was with",
            required=True,
            likely=True,
            says=Says.WHOM | Says.SUBJECT | Says.GIVER | Says.OWNER,
            also=("with",),
        ),
    ]
    time: Annotated[dt.time | None, Key("HH:MM, in your time zone")] = None
    channel: Annotated[
        str, Key("how; required once it is done", CHANNELS, likely=True, searched=True)
    ] = ""
    direction: Annotated[
        str,
        Key(
            "out: from you, in: from them",
            DIRECTIONS,
            default="both for call, video, in-person and event; else out",
            likely=True,
        ),
    ] = "out"
    kind: Annotated[
        str, Key("what it was", TOUCHPOINT_KINDS, default="note", likely=True, searched=True)
    ] = "note"
    state: Annotated[
        str,
        Key(
            "whether it happened",
            TOUCHPOINT_STATES,
            default="done once its date has come, else planned",
        ),
    ] = ""
    about: Annotated[
        Links,
        Key("news, opportunities, trips it told them of", likely=True, any_note=True, tells=True),
    ] = ()
    question: Annotated[str, Key("the quick question you asked", likely=True, searched=True)] = ""
    question_seconds: Annotated[
        int | None, Key("seconds the answer takes them", default="estimated")
    ] = None
    answered_on: Annotated[dt.date | None, Key("when they answered", not_before="date")] = None
    followup_on: Annotated[
        dt.date | None, Key("when to come back to it", likely=True, also=("follow_up",))
    ] = None
    gave: Annotated[Texts, Key("what you gave, as `kind: text`", likely=True, searched=True)] = ()
    got: Annotated[Texts, Key("what you got, as `kind: text`", likely=True, searched=True)] = ()
    holiday: Annotated[str, Key("the holiday of a greeting", searched=True)] = ""
    place: Annotated[str, Key("where it was", searched=True)] = ""
    minutes: Annotated[int | None, Key("how many minutes it took")] = None

    def is_before(self, other: "Touchpoint") -> bool:
        """Whether it was earlier: by day, and on one day by `time`, if both have one."""
        if self.date != other.date or self.time is None or other.time is None:
            return self.date < other.date
        return self.time < other.time

    def is_done(self, today: dt.date) -> bool:
        """Whether it took place: state done, and its date not after `today`."""
        return self.date <= today and self.state in DONE

    def is_planned(self, today: dt.date) -> bool:
        """Whether it lies ahead: planned for `today` or later, or dated later and not cancelled."""
        if self.date > today:
            return self.state != "cancelled"
        return self.date == today and self.state == "planned"

    def is_to_confirm(self, today: dt.date) -> bool:
        """Whether it was planned for a day that has passed, and nobody has said that it was."""
        return self.date < today and self.state == "planned"
