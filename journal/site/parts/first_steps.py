"""First steps with a new mentor: what is still missing, at most three people at a time."""

from collections.abc import Iterator
from datetime import date

import msgspec

from journal.advice.preferences_asked import never_asked
from journal.advice.recommendations import may_be_suggested
from journal.advice.relationship import NEW_FOR, Relationship
from journal.notes.records import Person, Touchpoint
from journal.site.parts.page_context import Link, PageContext
from journal.wording.counts import and_list, first_of

_AT_A_TIME = 3  # people
_MENTORS = frozenset({"mentor", "potential-mentor", "sponsor"})


class NewMentor(msgspec.Struct, frozen=True):
    """Somebody new, and what to do first, as the end of a sentence."""

    person: Link
    steps: str


class FirstSteps(msgspec.Struct, frozen=True):
    """The newest mentors with first steps left to take, and how many more there are."""

    mentors: tuple[NewMentor, ...]
    more: str


def first_steps(page: PageContext) -> FirstSteps:
    """Return the new mentors with first steps left to take, the newest first."""
    found = []
    for person in page.journal.people:
        relationship = Relationship(page.journal, person)
        if is_new(relationship) and (steps := tuple(_steps(page, relationship))):
            found.append((_begun(person), person.title.casefold(), person.id, steps))
    found.sort(key=lambda each: (-each[0].toordinal(), *each[1:3]))
    first, more = first_of(found, _AT_A_TIME)
    mentors = (NewMentor(page.link(who), f"{and_list(steps)}.") for _, _, who, steps in first)
    return FirstSteps(tuple(mentors), more)


def is_new(relationship: Relationship) -> bool:
    """Whether this is a mentor in phase new, or one since less than half a year."""
    person, today = relationship.person, relationship.today
    if not (_MENTORS.intersection(person.roles) and may_be_suggested(person, today)):
        return False
    if relationship.phase == "new":
        return True
    begun = _begun(person)
    return relationship.phase != "ended" and begun <= today < NEW_FOR.after(begun)


def _begun(person: Person) -> date:
    return person.since.first if person.since else date.min


def _steps(page: PageContext, relationship: Relationship) -> Iterator[str]:
    """Yield what is missing: their preferences, then a cadence, a goal, the first review."""
    person = relationship.person
    if never_asked(relationship):
        yield "ask how they like to be reached"
    if not (person.cadence or person.next):
        yield "set a cadence"
    if not _knows_goal(page, relationship.done, person):
        yield "share a goal"
    if not (person.review_on or any(note.kind == "agreement" for note in relationship.done)):
        yield "choose a day to go over what you agreed"


def _knows_goal(page: PageContext, done: list[Touchpoint], person: Person) -> bool:
    journal = page.journal
    goals = {goal.id for goal in journal.goals}
    told = any(goals.intersection(journal.telling[note.id]) for note in done)
    return told or any(person.id in journal.refs(goal, "people") for goal in journal.goals)
