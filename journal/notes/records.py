"""The other kinds of notes, every key of theirs a row; and all kinds together."""

import datetime as dt
from typing import Annotated

from journal.durations import Duration
from journal.notes.note import DATE, Links, Note, Texts
from journal.notes.person_note import Person
from journal.notes.touchpoint_note import DONE, Touchpoint
from journal.regions import country_codes
from journal.vocabulary.choices import (
    ASPECTS,
    GOAL_KINDS,
    GOAL_STATES,
    NEWS_KINDS,
    OPPORTUNITY_KINDS,
    OPPORTUNITY_STATES,
    PRACTICES,
    TRIP_STATES,
)
from journal.vocabulary.key_types import Key, Says

__all__ = [
    "DONE",
    "AnyNote",
    "Goal",
    "Lesson",
    "News",
    "Opportunity",
    "Person",
    "Touchpoint",
    "Trip",
]


class News(Note, frozen=True, kw_only=True, tag="news"):
    """What happened to me, or to them. An empty `about` means me."""

    date: Annotated[dt.date, DATE._replace(required=True)]
    about: Annotated[
        Links,
        Key(
            "whose news it is",
            default="me",
            likely=True,
            me=True,
            says=Says.WHOM | Says.SUBJECT | Says.GIVER,
        ),
    ] = ()
    kind: Annotated[
        str, Key("what happened", NEWS_KINDS, default="other", likely=True, searched=True)
    ] = "other"
    fresh_until: Annotated[
        dt.date | None, Key("worth telling until", default="date + 6 months")
    ] = None


class Opportunity(Note, frozen=True, kw_only=True, tag="opportunity"):
    """Something that could help them, or me."""

    for_: Annotated[
        Links,
        Key(
            "whom it could help; empty means not matched yet",
            likely=True,
            me=True,
            says=Says.WHOM | Says.SUBJECT | Says.OWNER,
        ),
    ] = ()
    from_: Annotated[Links, Key("who offers it", default="me", me=True, says=Says.GIVER)] = ()
    with_: Annotated[Links, Key("who else is part of it", me=True)] = ()
    kind: Annotated[
        str, Key("what it is", OPPORTUNITY_KINDS, default="other", likely=True, searched=True)
    ] = "other"
    org: Annotated[
        str, Key("the organisation behind it", likely=True, searched=True, also=("company",))
    ] = ""
    event: Annotated[str, Key("the event it belongs to", searched=True)] = ""
    result: Annotated[str, Key("what came of it", searched=True)] = ""
    fields: Annotated[
        Texts, Key("matched with people's fields and interests", likely=True, searched=True)
    ] = ()
    deadline: Annotated[dt.date | None, Key("the last day", likely=True)] = None
    event_on: Annotated[dt.date | None, Key("the day of the event")] = None
    closed_on: Annotated[dt.date | None, Key("the day it was settled")] = None
    lead: Annotated[
        Duration, Key("how long before the deadline to offer it", default="30 days")
    ] = Duration(days=30)
    state: Annotated[
        str,
        Key(
            "where it stands; told to them, spotted becomes offered",
            OPPORTUNITY_STATES,
            default="spotted",
        ),
    ] = "spotted"


class Trip(Note, frozen=True, kw_only=True, tag="trip"):
    """Where I, or they, will be. An empty `who` means me."""

    who: Annotated[
        Links, Key("who travels", default="me", me=True, says=Says.WHOM | Says.SUBJECT)
    ] = ()
    city: Annotated[
        str, Key("where to", required=True, likely=True, searched=True, also=("location",))
    ]
    country: Annotated[
        str,
        Key("two letters (ISO 3166-1), or its English name", searched=True, reads=country_codes),
    ] = ""
    purpose: Annotated[str, Key("what for", likely=True, searched=True)] = ""
    start: Annotated[dt.date, Key("first day there", required=True, likely=True)]
    end: Annotated[dt.date, Key("last day there", default="start", likely=True, not_before="start")]
    lead: Annotated[Duration, Key("how long before to tell people", default="3 weeks")] = Duration(
        days=21
    )
    state: Annotated[str, Key("how sure it is", TRIP_STATES, default="planned", likely=True)] = (
        "planned"
    )


class Goal(Note, frozen=True, kw_only=True, tag="goal"):
    """What I am working towards."""

    kind: Annotated[
        str, Key("what it is", GOAL_KINDS, default="other", likely=True, searched=True)
    ] = "other"
    state: Annotated[str, Key("where it stands", GOAL_STATES, default="open", likely=True)] = "open"
    start: Annotated[dt.date | None, Key("when you began")] = None
    target: Annotated[dt.date | None, Key("when you want to be there", likely=True)] = None
    closed_on: Annotated[dt.date | None, Key("the day it was settled", not_before="start")] = None
    urgent: Annotated[bool, Key("whether it presses", default="false")] = False
    people: Annotated[Links, Key("who helps", likely=True, says=Says.WHOM)] = ()


class Lesson(Note, frozen=True, kw_only=True, tag="lesson"):
    """What I saw a good mentor do."""

    from_: Annotated[
        Links, Key("whom you saw it with", likely=True, says=Says.WHOM | Says.SUBJECT | Says.GIVER)
    ] = ()
    aspect: Annotated[str, Key("what they do well", ASPECTS, default="other", likely=True)] = (
        "other"
    )
    practice: Annotated[str, Key("how far you are", PRACTICES, default="noted", likely=True)] = (
        "noted"
    )


AnyNote = Person | Touchpoint | News | Opportunity | Trip | Goal | Lesson
