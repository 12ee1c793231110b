"""How the day to reach out to somebody came about: every rule that fired, in order."""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from journal.advice.advice_model import PersonAdvice, Reason
from journal.advice.cadence import CadenceStep, cadence_steps
from journal.advice.known_days import day_as_known, reach_by_as_known
from journal.advice.reason_kinds import REASON_KINDS
from journal.advice.relationship import Relationship
from journal.library.journal import Journal
from journal.values import PartialDate
from journal.wording import why


class WhyStep(msgspec.Struct, frozen=True):
    """A rule that fired: the day as it then was, in a sentence, and the notes behind it.

    `until` says what would settle it, as the end of a sentence that begins “until”.
    """

    rule: str
    by: date | None
    text: str
    notes: tuple[str, ...] = ()
    until: str = ""


class Explanation(msgspec.Struct, frozen=True):
    """Why somebody is in the list as they are; the day of the last step is `reach_by`."""

    as_of: date
    person: str
    name: str
    section: str
    reach_by: date | None
    steps: tuple[WhyStep, ...]


def explain(journal: Journal, advice: PersonAdvice) -> Explanation:
    """Return how the day of somebody in the list came about."""
    person = journal.person(advice.person)
    assert person, advice.person
    relationship = Relationship(journal, person)
    return Explanation(
        as_of=journal.today,
        person=advice.person,
        name=advice.name,
        section=advice.section,
        reach_by=advice.reach_by,
        steps=tuple(_steps(relationship, advice)),
    )


def _steps(relationship: Relationship, advice: PersonAdvice) -> Iterator[WhyStep]:
    journal = relationship.journal
    for reason in advice.reasons:
        if reason.kind == "cadence" and reason.by:
            yield from _cadence(relationship, reason, reason.by)
        else:
            yield _reason(journal, reason)
    first = advice.reasons[0]
    day = day_as_known(journal, first)
    if day and sum(reason.by is not None for reason in advice.reasons) > 1:
        yield WhyStep("first", first.by, why.first_why(day), first.notes)
    if advice.reach_by and advice.reach_by != first.by:
        text = why.snooze_why(advice.reach_by)
        yield WhyStep("snooze", advice.reach_by, text, (advice.person,), why.MOVED_UNTIL["snooze"])
    said = why.section_why(advice.section, reach_by_as_known(journal, advice))
    yield WhyStep("section", advice.reach_by, said)


def _reason(journal: Journal, reason: Reason) -> WhyStep:
    kind = REASON_KINDS[reason.kind]
    text = why.reason_why(reason.text, day_as_known(journal, reason), kind.day_is)
    if reason.stale:
        text = why.stale_why(reason.text)
    return WhyStep(reason.kind, reason.by, text, reason.notes, kind.until)


def _cadence(relationship: Relationship, reason: Reason, by: date) -> Iterator[WhyStep]:
    """Yield what made the day of the cadence, as far as that may be said."""
    steps, until = cadence_steps(relationship), REASON_KINDS["cadence"].until
    if not steps or steps[-1].due.by != by:  # what is private counts for the day, and is not named
        text = why.cadence_alone_why(reason.text, PartialDate.of(by))
        yield WhyStep("cadence", by, text, reason.notes, until)
        return
    phase = why.phase_why(relationship.phase, relationship.phase_source)
    yield WhyStep("phase", None, phase, (relationship.person.id,))
    first = steps[0].due.by
    yield WhyStep("cadence", first, _counted(relationship, first), reason.notes, until)
    for step in steps[1:]:
        text, notes = _MOVES[step.rule](relationship, step)
        yield WhyStep(step.rule, step.due.by, text, notes, why.MOVED_UNTIL[step.rule])


def _counted(relationship: Relationship, by: date) -> str:
    last, since = relationship.last_contact_as_written, relationship.person.since
    base = last or since
    assert base, "a cadence is counted from something"
    begins = why.counted_from_contact(base) if last else why.counted_from_beginning(base)
    source, day = relationship.cadence_source, PartialDate(by, base.parts)
    return why.cadence_why(begins, relationship.cadence, source, day)


_Moved = tuple[str, tuple[str, ...]]


def _not_late(relationship: Relationship, _: CadenceStep) -> _Moved:
    return why.not_late_why(relationship.today), ()


def _planned(relationship: Relationship, _: CadenceStep) -> _Moved:
    plan = relationship.planned
    assert plan
    return why.plan_why(plan.title, plan.date), (plan.id,)


def _gap(relationship: Relationship, step: CadenceStep) -> _Moved:
    last = relationship.mine[-1]
    return why.gap_why(last.date, relationship.min_gap, step.due.by), (last.id,)


def _rest(relationship: Relationship, step: CadenceStep) -> _Moved:
    asked, last = relationship.long_unanswered, relationship.mine[-1]
    until = step.due.hold.until if step.due.hold else step.due.by
    text = why.rest_why([note.date for note in asked], last.date, until)
    return text, tuple(note.id for note in asked)


#: What is said of each rule that moves the day of the cadence.
_MOVES: dict[str, Callable[[Relationship, CadenceStep], _Moved]] = {
    "today": _not_late,
    "planned": _planned,
    "min_gap": _gap,
    "resting": _rest,
}
