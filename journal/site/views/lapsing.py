"""Until when a reason holds: past that day a page that was not built anew leaves it out."""

from datetime import date

from journal.advice import Reason
from journal.library.journal import Journal
from journal.notes.records import News, Opportunity, Trip
from journal.values import add_days

_REPLY_AFTER = 53  # days from the day an answer is due to the last on which it is asked for


def lapses(journal: Journal, reason: Reason) -> date | None:
    """Return the last day on which a reason is given, or None for one that stays until done."""
    if reason.kind in ("occasion", "planned"):
        return reason.by
    if reason.kind == "reply" and reason.by:
        return add_days(reason.by, _REPLY_AFTER)
    note = journal.notes.get(reason.notes[0]) if reason.notes else None
    if isinstance(note, Opportunity):
        return note.deadline if reason.kind == "opportunity" else None
    if isinstance(note, Trip):
        return note.end if reason.kind == "trip" else None
    if isinstance(note, News) and reason.kind == "recognise":
        return note.fresh_until or journal.settings.fresh.after(note.date)
    return None
