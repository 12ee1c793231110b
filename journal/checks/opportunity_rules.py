"""Opportunities and trips (the article's third and fourth tips): in time, and told."""

from collections.abc import Iterator
from datetime import date

from journal.advice.recommendations import may_be_suggested
from journal.advice.relationship import Relationship
from journal.characters import quoted
from journal.checks.rule_context import Remark, RuleContext, short_title
from journal.durations import Duration
from journal.library.journal import ME
from journal.notes.note import Ref
from journal.notes.records import Opportunity, Person, Trip
from journal.vocabulary.choices import OPEN_STATES
from journal.wording.counts import count_of, first_and_more
from journal.wording.dates import long_date

_NAMED = 4  # people in one finding


def lead_begins(lead: Duration, day: date) -> date:
    """Return the day on which it is time to tell people about something on `day`."""
    return day if lead.never else lead.before(day)


def still_spotted(context: RuleContext, note: Opportunity) -> Iterator[Remark]:
    """The deadline is near, and nobody has been told."""
    day = note.deadline
    if (
        not day
        or not lead_begins(note.lead, day) <= context.today <= day
        or note.state != "spotted"
    ):
        return
    people = list(context.people(note, "for"))
    gone = bool(people) and all(person.is_dead(context.today) for person in people)
    if not gone and not context.index.is_offered(note):
        left = (day - context.today).days
        when = f"in {count_of(left, 'day')}" if left else "today"
        message = f"the last day is {when}, {long_date(day)}, and it is still only spotted"
        yield Remark(note.position("deadline"), message, _what_to_do(context, note, people))


def _what_to_do(context: RuleContext, note: Opportunity, people: list[Person]) -> str:
    if people:
        names = first_and_more([short_title(person) for person in people], _NAMED)
        return f"offer it to {names}: a touchpoint that links here says so"
    if ME in context.journal.refs(note, "for"):
        return "take it up, or let it go, and write that in `state`"
    return "name in `for` whom it could help, or write `state: dropped`"


def deadline_passed(context: RuleContext, note: Opportunity) -> Iterator[Remark]:
    """The deadline has passed in the last year, and the state can still come to something."""
    day, first = note.deadline, context.quiet_until
    if day and first < day < context.today and note.state in OPEN_STATES:
        offered = note.state == "spotted" and context.index.is_offered(note)
        state = "offered" if offered else note.state
        message = f"the last day was {long_date(day)}, and the state is still {state}"
        hint = "write what came of it in `state`: succeeded, unsuccessful, missed, declined …"
        yield Remark(note.position("deadline"), message, hint)


def introduction_too_late(context: RuleContext, note: Opportunity) -> Iterator[Remark]:
    """An open introduction that involves somebody who died, or whose phase is ended."""
    if note.kind != "introduction" or note.state not in OPEN_STATES:
        return
    parts = {"for": note.for_, "from": note.from_, "with": note.with_}
    for key, refs in parts.items():
        for person in context.people(note, key):
            if why := _why_not(context.relationship(person)):
                at = _position_of(context, note, refs, person) or note.position(key)
                message = f"the introduction in `{key}` involves {short_title(person)}, {why}"
                yield Remark(at, message, "think of somebody else, or write `state: dropped`")


def _why_not(relationship: Relationship) -> str:
    if relationship.person.is_dead(relationship.today):
        return "who has died"
    return "with whom the mentoring has ended" if relationship.phase == "ended" else ""


def _position_of(
    context: RuleContext, note: Opportunity, refs: tuple[Ref, ...], person: Person
) -> tuple[int, int] | None:
    for ref in refs:
        found = context.journal.names.people.look_up(note.id, ref.target, ref.path)
        if found == (person.id,):
            return ref.line, ref.column
    return None


def trip_not_announced(context: RuleContext, trip: Trip) -> Iterator[Remark]:
    """A trip of mine is near, and somebody there does not know of it."""
    if trip.state not in ("planned", "booked") or trip.end < context.today:
        return
    mine = ME in context.journal.refs(trip, "who")
    if not mine or lead_begins(trip.lead, trip.start) > context.today:
        return
    people = [person for person in context.journal.people if _should_be_told(context, trip, person)]
    if people:
        names = first_and_more([short_title(person) for person in people], _NAMED)
        when = f"in {quoted(trip.city)} from {long_date(trip.start)}"
        message = f"you are {when}, and not everybody there has been told: {names}"
        hint = "let them know, so that you can meet: a touchpoint that links here says so"
        yield Remark(trip.position("start"), message, hint)


def _should_be_told(context: RuleContext, trip: Trip, person: Person) -> bool:
    is_there = context.index.lives_where(person, trip)
    if not (is_there and may_be_suggested(person, context.today)):
        return False
    travels_along = person.id in context.journal.refs(trip, "who")
    return not travels_along and trip.id not in context.relationship(person).told_about
