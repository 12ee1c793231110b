"""First steps with a new mentor: what is still missing, at most three people at a time."""

from collections.abc import Iterator
from datetime import date

import msgspec

from journal.advice.preferences_asked import never_asked
from journal.advice.recommendations import counts
from journal.advice.relationship import Standing
from journal.notes.records import Person, Touchpoint
from journal.site.parts.context import Sources
from journal.site.parts.page_links import Links, Named
from journal.values import Duration
from journal.wording.counts import first_of

_AT_A_TIME = 3  # people
_MENTORS = frozenset({"mentor", "potential-mentor", "sponsor"})
_JUST_BEGUN = Duration(months=6)


class Beginning(msgspec.Struct, frozen=True):
    """Somebody new, and what to do first, as the end of a sentence."""

    person: Named
    steps: str


def beginnings(sources: Sources, links: Links) -> tuple[tuple[Beginning, ...], str]:
    """Return the newest mentors with whom something is left to begin, and how many more."""
    found = []
    for person in sources.journal.people:
        standing = Standing(sources.journal, person)
        if is_new(standing) and (steps := tuple(_steps(sources, standing))):
            found.append((_begun(person), person.title.casefold(), person.id, steps))
    found.sort(key=lambda each: (-each[0].toordinal(), *each[1:3]))
    first, more = first_of(found, _AT_A_TIME)
    return tuple(Beginning(links.named(p), _sentence(steps)) for _, _, p, steps in first), more


def is_new(standing: Standing) -> bool:
    """Whether this is a mentor in phase new, or one since less than half a year."""
    person, today = standing.person, standing.today
    if not (_MENTORS.intersection(person.roles) and counts(person, today)):
        return False
    if standing.phase == "new":
        return True
    begun = _begun(person)
    return standing.phase != "ended" and begun <= today < _JUST_BEGUN.after(begun)


def _begun(person: Person) -> date:
    return person.since.first if person.since else date.min


def _steps(sources: Sources, standing: Standing) -> Iterator[str]:
    """Yield what is missing: first their wishes, then the rhythm, the goals, the first review."""
    person = standing.person
    if never_asked(standing):
        yield "ask how they like to be reached"
    if not (person.cadence or person.next):
        yield "set a cadence"
    if not _knows_goal(sources, standing.done, person):
        yield "share a goal"
    if not (person.review_on or any(note.kind == "agreement" for note in standing.done)):
        yield "choose a day to go over what you agreed"


def _knows_goal(sources: Sources, done: list[Touchpoint], person: Person) -> bool:
    journal = sources.journal
    goals = {goal.id for goal in journal.goals}
    told = any(goals.intersection(journal.telling[note.id]) for note in done)
    return told or any(person.id in journal.refs(goal, "people") for goal in journal.goals)


def _sentence(steps: tuple[str, ...]) -> str:
    *before, last = steps
    return f"{', '.join(before)} and {last}." if before else f"{last}."
