"""Trips: when I shall be in their city, I let them know (the article's fourth tip)."""

from collections.abc import Iterator

from journal.advice.listing import counts
from journal.advice.spelling import spelled
from journal.checks.opportunities import begins
from journal.checks.survey import Remark, Survey, called
from journal.findings import shown
from journal.library.journal import ME
from journal.notes.records import Person, Trip

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
        when = f"in {shown(trip.city)} from {spelled(trip.start)}"
        message = f"you are {when}, and not everybody there has been told: {names}{more}"
        hint = "let them know, so that you can meet: a touchpoint that links here says so"
        yield Remark(trip.where("start"), message, hint)


def _should_know(survey: Survey, trip: Trip, person: Person) -> bool:
    ground = survey.ground
    if ground.place(trip.city) not in ground.cities(person) or not counts(person, survey.today):
        return False
    travels_along = person.id in survey.journal.refs(trip, "who")
    return not travels_along and trip.id not in survey.standing(person).told
