"""By when to reach out to somebody, and in which section of the list that puts them."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from journal.advice.advice_model import Advice, Hold, PersonAdvice, Reason
from journal.advice.cadence import DueDay
from journal.advice.relationship import Relationship
from journal.notes.records import Person

_THIS_WEEK, _SOON = 7, 42  # days from today
_BACK_FOR = 14  # days after a snooze or a rest in which nobody is overdue
#: Of some sections a page shows a few at a time, others each week.
FEW_AT_A_TIME = frozenset({"begin", "dormant"})
_AT_A_TIME = 3  # a week


class ReachDay(NamedTuple):
    """By when to reach out, what holds it back, and whether a snooze or a rest has set the day."""

    by: date | None
    hold: Hold | None = None
    was_put_off: bool = False


def reach_day(
    person: Person, reasons: Sequence[Reason], due: DueDay | None, today: date
) -> ReachDay:
    """Return the day of the first of `reasons`, or the later one that it was put off to."""
    first, later, hold = reasons[0].by, person.snooze_until, due.hold if due else None
    if first and later and later > first:
        return ReachDay(later, Hold("snooze", later) if later > today else hold, True)
    return ReachDay(first, hold, due is not None and due.ends_rest and due.by == first)


def section_of(relationship: Relationship, reasons: Sequence[Reason], day: ReachDay) -> str:
    """Return the section of the list in which somebody is."""
    if relationship.person.paused:
        return "paused"
    if held := _held_section(relationship, reasons, day):
        return held
    kinds = {reason.kind for reason in reasons if reason.by}
    if relationship.phase == "dormant" and kinds == {"cadence"}:
        return "dormant"
    return _by_distance((day.by - relationship.today).days, day) if day.by else "begin"


def _held_section(relationship: Relationship, reasons: Sequence[Reason], day: ReachDay) -> str:
    held = day.hold.kind if day.hold else ""
    if held == "snooze":
        return "snoozed"
    cadence = next((reason.by for reason in reasons if reason.kind == "cadence"), None)
    is_ahead = day.by is not None and day.by > relationship.today
    return "resting" if held == "resting" and day.by == cadence and is_ahead else ""


def _by_distance(days: int, day: ReachDay) -> str:
    if days < 0:
        return "this-week" if day.was_put_off and days >= -_BACK_FOR else "overdue"
    if days <= _THIS_WEEK:
        return "this-week"
    return "soon" if days <= _SOON else "later"


def shown_this_week(advice: Advice, section: str) -> tuple[PersonAdvice, ...]:
    """Return the people of a section; of some up to three, and in each ISO week different ones."""
    people = tuple(found for found in advice.people if found.section == section)
    if section not in FEW_AT_A_TIME or len(people) <= _AT_A_TIME:
        return people
    weeks = (advice.as_of.toordinal() - 1) // 7  # the first day of the calendar was a Monday
    first = weeks * _AT_A_TIME
    return tuple(people[(first + turn) % len(people)] for turn in range(_AT_A_TIME))
