"""Every rule with its code, and all of them asked of all notes."""

from collections.abc import Callable, Iterable, Iterator

from journal.advice.recommendations import may_be_suggested
from journal.checks import (
    opportunity_rules,
    person_rules,
    preference_rules,
    reference_data,
    touchpoint_rules,
)
from journal.checks.rule_context import Remark, RuleContext
from journal.findings import CODES, ERROR, REPORT, Finding, Mistake
from journal.library.journal import Journal
from journal.notes.note import Note
from journal.notes.records import Opportunity, Person, Touchpoint

Remarks = Iterator[Remark]
_PersonRules = tuple[tuple[str, Callable[[RuleContext, Person], Remarks]], ...]

#: Whether what a note names is there at all; asked of drafts as well.
REFERENCE_DATA: _PersonRules = (
    ("F15", reference_data.unknown_zone),
    ("F15", reference_data.unknown_country),
    ("F15", reference_data.unusable_contact_details),
    ("F20", reference_data.missing_photo),
    ("F15", reference_data.unknown_holiday),
)
PEOPLE: _PersonRules = (
    ("P10", person_rules.without_since),
    ("P11", person_rules.newly_unasked),
    ("P12", person_rules.long_unasked),
    ("P13", person_rules.preferences_asked_long_ago),
    ("P14", person_rules.wanted_and_avoided),
    ("P20", person_rules.review_passed),
    ("P30", person_rules.active_without_goal),
)
#: Asked of each touchpoint of the last 12 months or ahead, with each person in it.
RECENT: tuple[tuple[str, Callable[[RuleContext, Touchpoint, Person], Remarks]], ...] = (
    ("C20", preference_rules.avoided_channel),
    ("C21", preference_rules.quiet_time),
    ("C22", preference_rules.unknown_local_time),
    ("C23", preference_rules.unagreed_text),
    ("C24", preference_rules.unwelcome_emoji),
    ("C25", preference_rules.unannounced_contact),
    ("C26", touchpoint_rules.texts_in_a_row),
    ("C28", touchpoint_rules.message_too_soon),
)
#: Asked of each of these with a question of mine.
QUESTIONS: tuple[tuple[str, Callable[[RuleContext, Touchpoint], Remarks]], ...] = (
    ("C30", touchpoint_rules.question_takes_long),
    ("C31", touchpoint_rules.several_questions),
    ("C33", touchpoint_rules.question_asked_before),
)
OPPORTUNITIES: tuple[tuple[str, Callable[[RuleContext, Opportunity], Remarks]], ...] = (
    ("O10", opportunity_rules.still_spotted),
    ("O11", opportunity_rules.deadline_passed),
    ("O20", opportunity_rules.introduction_too_late),
)


#: The rules whose findings are errors; they are all asked of people.
ERRORS = tuple((code, rule) for code, rule in PEOPLE if CODES[code][0] == ERROR)


def errors(journal: Journal) -> tuple[Finding, ...]:
    """Return those findings of `check` that are errors, much sooner than all."""
    found = {finding for finding in journal.findings if finding.level == ERROR}
    return tuple(sorted({*found, *_check_people(RuleContext(journal), ERRORS)}))


def codes_about(journal: Journal, person: Person) -> frozenset[str]:
    """Return the codes of what `check` finds about a person's own note by the rules of people."""
    context = RuleContext(journal)
    return frozenset(found.code for found in _check_person(context, person, PEOPLE))


def check(journal: Journal) -> tuple[Finding, ...]:
    """Return all findings, those of reading included: by path, line, column, code."""
    context = RuleContext(journal)
    found = {
        *journal.findings,
        *_check_reference_data(context),
        *_check_people(context, PEOPLE),
        *_check_touchpoints(context),
    }
    found.update(_check_opportunities(context), _check_trips(context))
    return tuple(sorted(found))


def _findings_of(code: str, note: Note, remarks: Iterable[Remark]) -> Iterator[Finding]:
    level, _ = CODES[code]
    try:
        for (line, column), message, hint in remarks:
            yield Finding(note.path, line, column, code, level, message, hint)
    except Exception as error:  # whatever it is, it costs this rule, and for this note alone
        message = f"{code} could not be checked ({type(error).__name__})"
        yield Mistake(1, 1, "M03", message, REPORT).found_in(note.path)


def _check_reference_data(context: RuleContext) -> Iterator[Finding]:
    for person in context.journal.people:
        for code, rule in REFERENCE_DATA:
            yield from _findings_of(code, person, rule(context, person))
    for trip in context.journal.trips:
        yield from _findings_of("F15", trip, reference_data.unknown_country(context, trip))


def _check_people(context: RuleContext, rules: _PersonRules) -> Iterator[Finding]:
    for person in context.journal.people:
        yield from _check_person(context, person, rules)


def _check_person(context: RuleContext, person: Person, rules: _PersonRules) -> Iterator[Finding]:
    if may_be_suggested(person, context.today):
        for code, rule in rules:
            yield from _findings_of(code, person, rule(context, person))


def _check_touchpoints(context: RuleContext) -> Iterator[Finding]:
    for note in context.planned_touchpoints():
        yield from _findings_of("C40", note, touchpoint_rules.planned_day_passed(context, note))
    for note in context.recent_touchpoints():
        yield from _check_recent(context, note)


def _check_recent(context: RuleContext, note: Touchpoint) -> Iterator[Finding]:
    yield from _findings_of("C41", note, touchpoint_rules.not_said_to_be_planned(context, note))
    for code, question_rule in QUESTIONS if context.asks_question(note) else ():
        yield from _findings_of(code, note, question_rule(context, note))
    for person in context.people_advised_on(note):
        for code, rule in RECENT:
            yield from _findings_of(code, note, rule(context, note, person))


def _check_opportunities(context: RuleContext) -> Iterator[Finding]:
    for note in context.journal.opportunities:
        if not note.draft:
            for code, rule in OPPORTUNITIES:
                yield from _findings_of(code, note, rule(context, note))


def _check_trips(context: RuleContext) -> Iterator[Finding]:
    for trip in context.journal.trips:
        if not trip.draft:
            yield from _findings_of(
                "T10", trip, opportunity_rules.trip_not_announced(context, trip)
            )
