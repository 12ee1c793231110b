"""Opportunities for their success (the article's third tip): in time, with people who are there."""

from collections.abc import Iterator
from datetime import date

from journal.advice.spelling import spelled
from journal.advice.standing import Standing
from journal.checks.survey import Remark, Survey, called
from journal.library.journal import ME
from journal.notes.records import Opportunity, Person, Ref
from journal.values import Duration
from journal.vocabulary.choices import OPEN_OPPORTUNITY


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
