"""The article's five ways to look after a mentor: the state of each, and the next step."""

from collections.abc import Callable

import msgspec

from journal.advice import PersonAdvice, Reason
from journal.advice.known_days import reach_by_as_known
from journal.advice.preferences_asked import known_wishes
from journal.advice.reason_kinds import REASON_KINDS, FiveWays
from journal.advice.relationship import Relationship
from journal.checks import codes_about
from journal.notes.records import Lesson, Opportunity, Person, Touchpoint
from journal.site.parts import between_us
from journal.site.parts.message_draft import talking_points_for
from journal.site.parts.page_context import PageContext
from journal.vocabulary.choices import OPEN_STATES
from journal.wording.counts import count_of
from journal.wording.dates import known_day, long_date, month_and_year
from journal.wording.labels import AS_YOU_KNOW_IT, HELD_WORDS, NOT_ASKED_YET

_PROTEGES = frozenset({"protege", "potential-protege"})
_MENTORS = frozenset({"mentor", "sponsor"})


class LessonsPassedOn(msgspec.Struct, frozen=True):
    """How many lessons came from a person, how many they were told, and the next step."""

    learned: int
    told: int
    step: str = ""
    lesson: str = ""


def lessons_passed_on(page: PageContext, person: Person) -> LessonsPassedOn:
    """Return how paying forward stands with a person."""
    journal = page.journal
    lessons = journal.lessons
    theirs = [note for note in lessons if person.id in journal.refs(note, "from")]
    told = Relationship(journal, person).told_about
    found = LessonsPassedOn(len(theirs), sum(note.id in told for note in lessons))
    if _PROTEGES.intersection(person.roles):
        fresh = (n for n in lessons if n.practice == "habit" and n.id not in told)
        return _with_step(found, "Pass on", next((n for n in fresh if n not in theirs), None))
    if noted := next((note for note in theirs if note.practice == "noted"), None):
        return _with_step(found, "Try", noted)
    if theirs:
        habits = (n for n in theirs if n.practice == "habit" and not _is_passed_on(page, n))
        return _with_step(found, "Pass on", next(habits, None))
    if _MENTORS.intersection(person.roles):
        return LessonsPassedOn(0, found.told, "Write down one thing that they do well.")
    return found


def _with_step(found: LessonsPassedOn, verb: str, lesson: Lesson | None) -> LessonsPassedOn:
    if lesson is None:
        return found
    return LessonsPassedOn(found.learned, found.told, f"{verb} “{lesson.title}”.", lesson.id)


def _is_passed_on(page: PageContext, lesson: Lesson) -> bool:
    """Whether somebody who did not teach it has been told of a lesson."""
    journal = page.journal
    teachers = set(journal.refs(lesson, "from"))
    linking = (journal.notes[i] for i in journal.backlinks.get(lesson.id, ()))
    return any(
        isinstance(note, Touchpoint)
        and note.is_done(page.today)
        and lesson.id in journal.telling[note.id]
        and teachers.isdisjoint(journal.refs(note, "people"))
        for note in linking
    )


#: Sections of the list in which something is due soon, or overdue.
_UPCOMING = frozenset({"overdue", "this-week", "soon"})
#: Code of a finding about a person -> what to do.
_PREFERENCE_STEPS = {
    "P14": "One channel is both wanted and avoided: ask which it is.",
    "P12": "Ask how they like to be reached.",
    "P11": "Ask how they like to be reached.",
    "P13": "Ask whether it still holds.",
}
_LONG_HAUL_STEPS = {
    "P20": "Go over what you agreed.",
    "P30": "Name a goal that you work on together.",
    "P10": "Write down when it began.",
}


class WayState(msgspec.Struct, frozen=True):
    """One of the five ways: its state, and the next step, empty where all is well."""

    name: str
    state: str
    next: str = ""
    href: str = ""


class _PersonState(msgspec.Struct, frozen=True):
    """What the five ways are worked out from; `codes` are of findings about the person."""

    page: PageContext
    person: Person
    relationship: Relationship
    advice: PersonAdvice | None
    codes: frozenset[str]


def five_ways(page: PageContext, person: Person) -> tuple[WayState, ...]:
    """Return the five ways, in their order; none for those who died."""
    if person.is_dead(page.today):
        return ()
    known = _PersonState(
        page=page,
        person=person,
        relationship=Relationship(page.journal, person),
        advice=page.data.advice_for(person),
        codes=codes_about(page.journal, person),
    )
    each: tuple[Callable[[_PersonState], WayState], ...] = (
        _preferences, _calendar, _opportunities, _long_haul, _forward,
    )  # fmt: skip
    return tuple(one(known) for one in each)


def _step_for(known: _PersonState, steps: dict[str, str]) -> str:
    return next((step for code, step in steps.items() if code in known.codes), "")


def _preferences(known: _PersonState) -> WayState:
    wishes = known_wishes(known.relationship)
    state = AS_YOU_KNOW_IT if wishes.are_written else NOT_ASKED_YET
    if wishes.asked_on:
        state = f"asked in {month_and_year(wishes.asked_on)}"
    return WayState(
        FiveWays.PREFERENCES, state, _step_for(known, _PREFERENCE_STEPS), "#preferences"
    )


def _calendar(known: _PersonState) -> WayState:
    advice, name = known.advice, FiveWays.CALENDAR
    if known.person.paused:
        return WayState(name, "paused")
    if advice is None:
        return WayState(name, "no cadence")
    if advice.hold and advice.section in ("snoozed", "resting"):
        held = HELD_WORDS[advice.section]
        return WayState(name, f"{held} until {long_date(advice.hold.until)}")
    if advice.reach_by is None:
        asked = next(reason.text for reason in advice.reasons if reason.kind == "begin")
        return WayState(name, "to begin with", asked)
    by = reach_by_as_known(known.page.journal, advice)
    state = f"by {known_day(by).words}" if by else ""
    due = (reason for reason in advice.reasons if reason.by and _is_calendar(reason))
    reason = next(due, None)
    if reason is None or advice.section not in _UPCOMING:
        return WayState(name, state)
    anchor = known.page.data.card_anchor(advice)
    return WayState(name, state, reason.text, known.page.href("reach-out/", anchor))


def _is_calendar(reason: Reason) -> bool:
    return REASON_KINDS[reason.kind].way is FiveWays.CALENDAR


def _opportunities(known: _PersonState) -> WayState:
    page, name = known.page, FiveWays.OPPORTUNITIES
    found = between_us.opportunities_for(page, known.person)
    still = sum(note.state in OPEN_STATES for note in found)
    state = f"{still} open" if still else f"{len(found)} so far" if found else "none yet"
    for note_id in talking_points_for(page, known.person).offer[:1]:
        note = page.journal.notes[note_id]
        assert isinstance(note, Opportunity)
        last = f", until {long_date(note.deadline)}" if note.deadline else ""
        theirs = known.person.id in page.journal.refs(note, "for")
        step = f"{'Offer' if theirs else 'Might suit them:'} “{note.title}”{last}."
        return WayState(name, state, step, page.note_href(note_id))
    return WayState(name, state)


def _long_haul(known: _PersonState) -> WayState:
    relationship, since = known.relationship, known.person.since
    state = relationship.phase
    if since:
        state += f", since {since.first.year}"
    step = _step_for(known, _LONG_HAUL_STEPS)
    if not step and relationship.phase == "dormant":
        step = "A short note opens the door again."
    return WayState(FiveWays.LONG_HAUL, state, step, "#years")


def _forward(known: _PersonState) -> WayState:
    found = lessons_passed_on(known.page, known.person)
    if known.person.roles[:1] in (("protege",), ("potential-protege",)):
        state = f"{found.told} passed on" if found.told else "nothing passed on yet"
    else:
        state = count_of(found.learned, "lesson") if found.learned else "no lesson yet"
    href = known.page.note_href(found.lesson) if found.lesson else ""
    return WayState(FiveWays.PAY_FORWARD, state, found.step, href)
