"""Reasons to reach out to somebody as pages show them, and for the script that keeps days true."""

from collections.abc import Iterator
from datetime import date

import msgspec

from journal.advice import PersonAdvice, Reason
from journal.advice.known_days import day_as_known
from journal.advice.reason_kinds import last_day, says_its_day
from journal.advice.settling import settling_line
from journal.library.journal import Journal
from journal.site.parts.page_context import Link, PageContext
from journal.wording.dates import Day, partial_day


class ShownReason(msgspec.Struct, frozen=True):
    """A reason in a sentence, its day if the sentence does not say it, and its notes.

    For a script: its kind, its day always, and the last day on which it holds, as ISO 8601.
    """

    text: str
    by: Day | None
    behind: tuple[Link, ...]
    kind: str
    due: str
    last_day: str


def shown_reason(page: PageContext, reason: Reason) -> ShownReason:
    """Return a reason as it is shown; its day only where the sentence does not say it."""
    said = says_its_day(page.journal, reason)
    last = last_day(page.journal, reason)
    return ShownReason(
        text=reason.text,
        by=None if said else partial_day(day_as_known(page.journal, reason)),
        behind=page.links(reason.notes),
        kind=reason.kind,
        due=iso(reason.by),
        last_day=iso(last),
    )


def current(advice: PersonAdvice) -> Iterator[Reason]:
    """Yield the reasons but for those that are only to be settled."""
    return (reason for reason in advice.reasons if not reason.stale)


def begin_line(journal: Journal, advice: PersonAdvice) -> str:
    """Return the line that writes down a first contact, where none is written down yet."""
    asks = (reason for reason in advice.reasons if reason.kind == "begin")
    return next((settling_line(journal, advice, reason) for reason in asks), "")


def iso(when: date | None) -> str:
    """Return a day as ISO 8601, an empty text for none."""
    return when.isoformat() if when else ""
