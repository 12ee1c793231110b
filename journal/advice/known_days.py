"""Days that follow from a date of which only the month or the year is known.

For the order of the list such a date counts from its first day. What is said of the day that
follows from it is no more exact than what was written.
"""

from journal.advice.advice_model import PersonAdvice, Reason
from journal.advice.relationship import Relationship
from journal.library.journal import Journal
from journal.values import PartialDate


def reach_by_as_known(journal: Journal, advice: PersonAdvice) -> PartialDate | None:
    """Return by when to reach out to somebody, as exactly as it is known; None for no day."""
    first = advice.reasons[0]
    if first.by == advice.reach_by:
        return day_as_known(journal, first)
    return PartialDate.of(advice.reach_by) if advice.reach_by else None


def day_as_known(journal: Journal, reason: Reason) -> PartialDate | None:
    """Return the day of a reason, as exactly as it is known; None where it has none."""
    if reason.by is None:
        return None
    written = _counted_from(journal, reason)
    return PartialDate(reason.by, written.parts if written else PartialDate.of(reason.by).parts)


def _counted_from(journal: Journal, reason: Reason) -> PartialDate | None:
    """Return the last contact as the person's note has it, if the day is counted from that."""
    person = journal.person(reason.notes[0]) if reason.kind == "cadence" and reason.notes else None
    if person is None:
        return None
    relationship = Relationship(journal, person)
    last = relationship.last_contact_as_written
    return last if last and relationship.cadence.after(last.first) == reason.by else None
