"""Every kind of reason to reach out to somebody: a row each, in the order shown on one day."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from msgspec import structs

from journal.advice import reasons
from journal.advice.advice_model import Reason
from journal.advice.reasons import ReasonContext
from journal.advice.relationship import Relationship
from journal.library.journal import Journal


class FiveWays(StrEnum):
    """The article's five ways of looking after a mentor."""

    PREFERENCES = "Preferences"
    CALENDAR = "Calendar"
    OPPORTUNITIES = "Opportunities"
    LONG_HAUL = "Long haul"
    PAY_FORWARD = "Pay it forward"


class Settling(NamedTuple):
    """What is written down once it was done: a contact of a kind, which tells of its notes."""

    kind: str = ""
    tells: bool = False
    #: it is the promise that this keeps
    keeps: bool = False
    #: it is the plan that takes place by this
    confirms: bool = False
    #: the day of it is all that is known
    last_contact: bool = False


class ReasonKind(NamedTuple):
    """One kind of reason; `name` is what JSON calls it."""

    name: str
    #: finds the reasons of this kind for one person
    find: Callable[[ReasonContext], Iterator[Reason]]
    # What the docs say of it: when it is given, its day, and what settles it.
    when: str
    by: str
    until: str
    #: the sentence where nothing that was typed may be said
    unnamed: str
    #: how a day came about that its sentence does not name
    day_is: str = ""
    #: the last day on which such a reason is given; None for one that stays until it is settled
    last_day: Callable[[Journal, Reason], date | None] = reasons.no_day
    #: the day that its sentence names, if it is one by which to reach out
    named_day: Callable[[Journal, Reason], date | None] = reasons.no_day
    #: what writes down that it was done
    settling: Settling = Settling()
    #: whether it is only to be settled once its day is long past and I was in touch after it
    goes_stale: bool = False
    #: where it shows among the five ways on a person's page
    way: FiveWays = FiveWays.CALENDAR


REASON_KINDS = {
    kind.name: kind
    for kind in (
        ReasonKind(
            "reply",
            reasons.find_reply,
            when="they wrote, in the last year (replies, greetings and thanks need no answer)",
            by="7 days after the first letter without an answer; no day after 60 days",
            until="you write",
            day_is="a week after their first letter without an answer",
            unnamed="They wrote and have no answer yet.",
            settling=Settling(kind="reply"),
            last_day=reasons.last_day_of_reply,
        ),
        ReasonKind(
            "promise",
            reasons.find_promises,
            when="an open task of yours",
            by="its due date, if it has one",
            until="it is ticked off",
            day_is="when it is due",
            unnamed="You promised something.",
            settling=Settling(keeps=True),
            goes_stale=True,
        ),
        ReasonKind(
            "followup",
            reasons.find_followups,
            when="a touchpoint's `followup_on`",
            by="that day",
            until="a later contact of yours, a week before that day at the earliest, or one that "
            "links to it",
            day_is="the day that you noted for it",
            unnamed="You meant to come back to something.",
            settling=Settling(tells=True),
            goes_stale=True,
        ),
        ReasonKind(
            "next",
            reasons.find_next,
            when="`next`, a day you chose; nothing moves it",
            by="that day",
            until="a contact of yours on that day or later",
            unnamed="You chose this day.",
            named_day=reasons.its_own_day,
        ),
        ReasonKind(
            "planned",
            reasons.find_planned,
            when="the earliest touchpoint that lies ahead",
            by="its day",
            until="that day has passed",
            unnamed="A contact is planned.",
            settling=Settling(confirms=True),
            last_day=reasons.its_own_day,
            named_day=reasons.its_own_day,
        ),
        ReasonKind(
            "opportunity",
            reasons.find_opportunities,
            when="one for them, still spotted, with a deadline",
            by="deadline less its `lead` (30 days); today where that has passed",
            until="they have been told, or the deadline has passed",
            day_is="its lead before that day, or today where that has passed",
            unnamed="There is something that could be for them.",
            settling=Settling(tells=True),
            last_day=reasons.last_day_of_opportunity,
            named_day=reasons.last_day_of_opportunity,
            way=FiveWays.OPPORTUNITIES,
        ),
        ReasonKind(
            "recognise",
            reasons.find_recognitions,
            when="news of theirs",
            by="14 days after",
            until="you have mentioned it, or it is no longer fresh",
            day_is="two weeks after it",
            unnamed="They have news.",
            settling=Settling(kind="congratulation", tells=True),
            last_day=reasons.last_day_of_news,
            goes_stale=True,
        ),
        ReasonKind(
            "trip",
            reasons.find_trips,
            when="you in their city, or they in yours, and nobody away on a trip of their own",
            by="start less its `lead` (3 weeks); today where that has passed",
            until="you have mentioned it, or it is over",
            day_is="its lead before it begins, or today where that has passed",
            unnamed="You could meet.",
            settling=Settling(tells=True),
            last_day=reasons.last_day_of_trip,
            named_day=reasons.first_day_of_trip,
        ),
        ReasonKind(
            "occasion",
            reasons.find_occasions,
            when="birthday, a holiday they like to be greeted on, 1, 5, 10, 15 … years "
            "since you began; in the next 10 days",
            by="that day",
            until="a contact of yours in the 10 days before, or the day has passed",
            unnamed="A greeting would be welcome.",
            settling=Settling(kind="greeting"),
            last_day=reasons.its_own_day,
            named_day=reasons.its_own_day,
        ),
        ReasonKind(
            "agreement",
            reasons.find_agreement,
            when="`review_on`",
            by="that day",
            until="you have gone over what you agreed (a touchpoint of that kind, 30 days "
            "before at the earliest)",
            unnamed="You meant to go over what you agreed.",
            settling=Settling(kind="agreement"),
            named_day=reasons.its_own_day,
            goes_stale=True,
            way=FiveWays.LONG_HAUL,
        ),
        ReasonKind(
            "cadence",
            reasons.find_cadence,
            when="the cadence of the phase",
            by="last contact plus the cadence",
            until="the next contact",
            unnamed="It is time by the cadence that you keep.",
        ),
        ReasonKind(
            "begin",
            reasons.find_beginning,
            when="you keep in touch, and no contact is written down",
            by="no day",
            until="a contact, or `last_contact`, is written down",
            unnamed="No contact is written down yet.",
            settling=Settling(last_contact=True),
        ),
        ReasonKind(
            "preferences",
            reasons.find_preferences,
            when="you never asked how they like to be reached",
            by="no day: something to say",
            until="their note, or a touchpoint of that kind, says so",
            unnamed="You have not asked yet how they like to be reached.",
            settling=Settling(kind="preferences"),
            way=FiveWays.PREFERENCES,
        ),
    )
}
_ORDER = {name: place for place, name in enumerate(REASON_KINDS)}


def find_reasons(context: ReasonContext) -> list[Reason]:
    """Return all reasons to reach out to a person, by day; those that name none come last."""
    found = (
        _unless_stale(context.relationship, kind, reason)
        for kind in REASON_KINDS.values()
        for reason in kind.find(context)
    )
    return sorted(found, key=_by_day)


def _unless_stale(relationship: Relationship, kind: ReasonKind, reason: Reason) -> Reason:
    """Take its day from a reason that is long past, where life went on."""
    if kind.goes_stale and reason.by and relationship.has_moved_on(reason.by):
        return structs.replace(reason, by=None, stale=True)
    return reason


def _by_day(reason: Reason) -> tuple[date, bool, int]:
    return (reason.by or date.max, reason.by is None, _ORDER[reason.kind])


def last_day(journal: Journal, reason: Reason) -> date | None:
    """Return the last day on which a reason is given, or None for one that stays until settled."""
    return REASON_KINDS[reason.kind].last_day(journal, reason)


def says_its_day(journal: Journal, reason: Reason) -> bool:
    """Whether the sentence of a reason names the day by which to reach out."""
    return (
        reason.by is not None and REASON_KINDS[reason.kind].named_day(journal, reason) == reason.by
    )
