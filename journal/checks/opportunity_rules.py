"""Opportunities and trips (the article's third and fourth tips): in time, and told."""

from collections.abc import Iterator
from datetime import date

from journal.advice.recommendations import counts
from journal.advice.relationship import Standing
from journal.characters import quoted
from journal.checks.rule_context import Remark, Survey, called
from journal.library.journal import ME
from journal.notes.records import Opportunity, Person, Ref, Trip
from journal.values import Duration
from journal.vocabulary.choices import OPEN_OPPORTUNITY
from journal.wording.dates import spelled


def begins(lead: Duration, day: date) -> date:
    """Return the day on which it is time to tell people about something on `day`."""
    return day if lead.never else lead.before(day)


def still_spotted(survey: Survey, note: Opportunity) -> Iterator[Remark]:
    """The deadline is near, and nobody has been told."""
    day = note.deadline
    if not day or not begins(note.lead, day) <= survey.today <= day or note.state != "spotted":
        return
    people = list(survey.people(note, "for"))
    gone = bool(people) and all(person.is_dead(survey.today) for person in people)
    if not gone and not survey.ground.offered(note):
        left = (day - survey.today).days
        when = f"in {left} day{'s' * (left != 1)}" if left else "today"
        message = f"the last day is {when}, {spelled(day)}, and it is still only spotted"
        yield Remark(note.where("deadline"), message, _what_to_do(survey, note, people))


def _what_to_do(survey: Survey, note: Opportunity, people: list[Person]) -> str:
    if people:
        names = ", ".join(called(person) for person in people[:4])
        return f"offer it to {names}: a touchpoint that links here says so"
    if ME in survey.journal.refs(note, "for"):
        return "take it up, or let it go, and write that in `state`"
    return "name in `for` whom it could help, or write `state: dropped`"


def past_deadline(survey: Survey, note: Opportunity) -> Iterator[Remark]:
    """The deadline has passed, and the state can still come to something."""
    if note.deadline and note.deadline < survey.today and note.state in OPEN_OPPORTUNITY:
        offered = note.state == "spotted" and survey.ground.offered(note)
        state = "offered" if offered else note.state
        message = f"the last day was {spelled(note.deadline)}, and the state is still {state}"
        hint = "write what came of it in `state`: succeeded, unsuccessful, missed, declined …"
        yield Remark(note.where("deadline"), message, hint)


def introduction_too_late(survey: Survey, note: Opportunity) -> Iterator[Remark]:
    """An open introduction that involves somebody who died, or whose phase is ended."""
    if note.kind != "introduction" or note.state not in OPEN_OPPORTUNITY:
        return
    parts = {"for": note.for_, "from": note.from_, "with": note.with_}
    for key, refs in parts.items():
        for person in survey.people(note, key):
            if why := _why_not(survey.standing(person)):
                at = _where(survey, note, refs, person) or note.where(key)
                message = f"the introduction in `{key}` involves {called(person)}, {why}"
                yield Remark(at, message, "think of somebody else, or write `state: dropped`")


def _why_not(standing: Standing) -> str:
    if standing.person.is_dead(standing.today):
        return "who has died"
    return "with whom the mentoring has ended" if standing.phase == "ended" else ""


def _where(
    survey: Survey, note: Opportunity, refs: tuple[Ref, ...], person: Person
) -> tuple[int, int] | None:
    for ref in refs:
        if survey.journal.find(note, ref.target, ref.path) == person.id:
            return ref.line, ref.column
    return None


_NAMED = 4  # people in one finding


def untold(survey: Survey, trip: Trip) -> Iterator[Remark]:
    """A trip of mine is near, and somebody there does not know of it."""
    if trip.state not in ("planned", "booked") or trip.end < survey.today:
        return
    mine = ME in survey.journal.refs(trip, "who")
    if not mine or begins(trip.lead, trip.start) > survey.today:
        return
    people = [person for person in survey.journal.people if _should_know(survey, trip, person)]
    if people:
        names = ", ".join(called(person) for person in people[:_NAMED])
        more = f" and {len(people) - _NAMED} more" if len(people) > _NAMED else ""
        when = f"in {quoted(trip.city)} from {spelled(trip.start)}"
        message = f"you are {when}, and not everybody there has been told: {names}{more}"
        hint = "let them know, so that you can meet: a touchpoint that links here says so"
        yield Remark(trip.where("start"), message, hint)


def _should_know(survey: Survey, trip: Trip, person: Person) -> bool:
    ground = survey.ground
    if ground.place(trip.city) not in ground.cities(person) or not counts(person, survey.today):
        return False
    travels_along = person.id in survey.journal.refs(trip, "who")
    return not travels_along and trip.id not in survey.standing(person).told
