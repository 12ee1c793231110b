"""Every kind of reason to reach out to somebody: a row each, in the order shown on one day."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from journal.advice import reasons
from journal.advice.advice_model import Reason
from journal.advice.reasons import ReasonContext
from journal.library.journal import Journal


class FiveWays(StrEnum):
    """The article's five ways of looking after a mentor."""

    PREFERENCES = "Preferences"
    CALENDAR = "Calendar"
    OPPORTUNITIES = "Opportunities"
    LONG_HAUL = "Long haul"
    PAY_FORWARD = "Pay it forward"


class ReasonKind(NamedTuple):
    """One kind of reason; `name` is what JSON calls it."""

    name: str
    #: finds the reasons of this kind for one person
    find: Callable[[ReasonContext], Iterator[Reason]]
    #: the last day on which such a reason is given; None for one that stays until it is settled
    last_day: Callable[[Journal, Reason], date | None]
    #: the sentence where nothing that was typed may be said
    unnamed: str
    #: where it shows among the five ways on a person's page
    way: FiveWays = FiveWays.CALENDAR
    #: the day that its sentence names, if it is one by which to reach out
    named_day: Callable[[Journal, Reason], date | None] = reasons.no_day


REASON_KINDS = {
    kind.name: kind
    for kind in (
        ReasonKind(
            "reply",
            reasons.find_reply,
            reasons.last_day_of_reply,
            "They wrote and have no answer yet.",
        ),
        ReasonKind("promise", reasons.find_promises, reasons.no_day, "You promised something."),
        ReasonKind(
            "followup",
            reasons.find_followups,
            reasons.no_day,
            "You meant to come back to something.",
        ),
        ReasonKind(
            "next",
            reasons.find_next,
            reasons.no_day,
            "You chose this day.",
            named_day=reasons.its_own_day,
        ),
        ReasonKind(
            "planned",
            reasons.find_planned,
            reasons.its_own_day,
            "A contact is planned.",
            named_day=reasons.its_own_day,
        ),
        ReasonKind(
            "opportunity",
            reasons.find_opportunities,
            reasons.last_day_of_opportunity,
            "There is something that could be for them.",
            FiveWays.OPPORTUNITIES,
            named_day=reasons.last_day_of_opportunity,
        ),
        ReasonKind(
            "recognise", reasons.find_recognitions, reasons.last_day_of_news, "They have news."
        ),
        ReasonKind(
            "trip",
            reasons.find_trips,
            reasons.last_day_of_trip,
            "You could meet.",
            named_day=reasons.first_day_of_trip,
        ),
        ReasonKind(
            "occasion",
            reasons.find_occasions,
            reasons.its_own_day,
            "A greeting would be welcome.",
            named_day=reasons.its_own_day,
        ),
        ReasonKind(
            "agreement",
            reasons.find_agreement,
            reasons.no_day,
            "You meant to go over what you agreed.",
            FiveWays.LONG_HAUL,
            named_day=reasons.its_own_day,
        ),
        ReasonKind(
            "cadence",
            reasons.find_cadence,
            reasons.no_day,
            "It is time by the cadence that you keep.",
        ),
        ReasonKind(
            "preferences",
            reasons.find_preferences,
            reasons.no_day,
            "You have not asked yet how they like to be reached.",
            FiveWays.PREFERENCES,
        ),
    )
}
_ORDER = {name: place for place, name in enumerate(REASON_KINDS)}


def find_reasons(context: ReasonContext) -> list[Reason]:
    """Return all reasons to reach out to a person, by day; those that name none come last."""
    found = (reason for kind in REASON_KINDS.values() for reason in kind.find(context))
    return sorted(found, key=_by_day)


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
