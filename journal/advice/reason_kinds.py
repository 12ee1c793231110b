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


REASON_KINDS = {
    kind.name: kind
    for kind in (
        ReasonKind(
            "reply",
            reasons.find_reply,
            reasons.last_day_of_reply,
            "They wrote and have no answer yet.",
        ),
        ReasonKind("promise", reasons.find_promises, reasons.stays, "You promised something."),
        ReasonKind(
            "followup",
            reasons.find_followups,
            reasons.stays,
            "You meant to come back to something.",
        ),
        ReasonKind("next", reasons.find_next, reasons.stays, "You chose this day."),
        ReasonKind(
            "planned", reasons.find_planned, reasons.ends_on_its_day, "A contact is planned."
        ),
        ReasonKind(
            "opportunity",
            reasons.find_opportunities,
            reasons.last_day_of_opportunity,
            "There is something that could be for them.",
            FiveWays.OPPORTUNITIES,
        ),
        ReasonKind(
            "recognise", reasons.find_recognitions, reasons.last_day_of_news, "They have news."
        ),
        ReasonKind("trip", reasons.find_trips, reasons.last_day_of_trip, "You could meet."),
        ReasonKind(
            "occasion",
            reasons.find_occasions,
            reasons.ends_on_its_day,
            "A greeting would be welcome.",
        ),
        ReasonKind(
            "agreement",
            reasons.find_agreement,
            reasons.stays,
            "You meant to go over what you agreed.",
            FiveWays.LONG_HAUL,
        ),
        ReasonKind(
            "cadence",
            reasons.find_cadence,
            reasons.stays,
            "It is time by the rhythm that you keep.",
        ),
        ReasonKind(
            "preferences",
            reasons.find_preferences,
            reasons.stays,
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
