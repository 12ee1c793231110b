"""The last contact before the journal began, of which a month or a year is known: one line."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from journal.advice.relationship import Relationship
from journal.errors import Refused
from journal.library import Journal
from journal.notes.records import Person
from journal.values import EARLIEST_DAY, PartialDate
from journal.wording.dates import on_partial_date
from journal.writing.last_change import change_notes
from journal.writing.note_change import NoteChange
from journal.writing.note_edit import edited, setting


def write_last_contact(
    root: Path, journal: Journal, people: Sequence[Person], when: PartialDate
) -> tuple[NoteChange, ...]:
    """Write `last_contact` into the notes of people, and return what was changed.

    Raises Refused where it is not the last one that is known, and NotWritten.
    """
    _refuse_out_of_reach(when, journal.today)
    for person in people:
        _refuse_not_the_last(journal, person, when)
    line = setting("last_contact", str(when))
    changes = tuple(edited(root, person, line) for person in people)
    change_notes(root, changes)
    return changes


def _refuse_out_of_reach(when: PartialDate, today: date) -> None:
    if when.first > today:
        raise Refused(f"{when} is still to come: say the day that is planned.")
    if when.first < EARLIEST_DAY:
        raise Refused(f"{when} is out of reach: look at the year.")


def _refuse_not_the_last(journal: Journal, person: Person, when: PartialDate) -> None:
    known = Relationship(journal, person).last_contact_as_written
    if known and known.first >= when.first:
        raise Refused(
            f"You were in touch with {person.title} {on_partial_date(known)}, and {when} is no "
            "later: nothing was written. For an earlier contact, say its day, and how it was."
        )
