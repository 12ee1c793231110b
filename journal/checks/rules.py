"""Every rule with its code, and all of them asked of all notes."""

from collections.abc import Callable, Iterable, Iterator

from journal.advice.recommendations import may_be_suggested
from journal.checks import opportunity_rules as opportunities
from journal.checks import opportunity_rules as trips
from journal.checks import person_rules as people
from journal.checks import preference_rules as wishes
from journal.checks import reference_data as world
from journal.checks import touchpoint_rules as overdue
from journal.checks import touchpoint_rules as pace
from journal.checks import touchpoint_rules as questions
from journal.checks.rule_context import Remark, RuleContext
from journal.findings import CODES, ERROR, REPORT, Finding, Mistake
from journal.library.journal import Journal
from journal.notes.note import Note
from journal.notes.records import Opportunity, Person, Touchpoint

Found = Iterator[Remark]
_PersonRules = tuple[tuple[str, Callable[[RuleContext, Person], Found]], ...]

#: Whether what a note names is there at all; asked of drafts as well.
WORLD: _PersonRules = (
    ("F15", world.unknown_zone),
    ("F15", world.unknown_country),
    ("F15", world.unknown_holiday),
)
PEOPLE: _PersonRules = (
    ("P10", people.without_since),
    ("P11", people.newly_unasked),
    ("P12", people.long_unasked),
    ("P13", people.asked_long_ago),
    ("P14", people.wanted_and_avoided),
    ("P20", people.review_passed),
    ("P30", people.active_without_goal),
)
#: Asked of each touchpoint of the last 12 months or ahead, with each person in it.
RECENT: tuple[tuple[str, Callable[[RuleContext, Touchpoint, Person], Found]], ...] = (
    ("C20", wishes.avoided),
    ("C21", wishes.quiet),
    ("C22", wishes.unknown_clock),
    ("C23", wishes.unagreed_text),
    ("C24", wishes.unwelcome_emoji),
    ("C25", wishes.unannounced),
    ("C26", pace.texts_in_a_row),
    ("C28", pace.too_soon),
)
#: Asked of each touchpoint with a question of mine, however old.
QUESTIONS: tuple[tuple[str, Callable[[RuleContext, Touchpoint], Found]], ...] = (
    ("C30", questions.takes_long),
    ("C31", questions.several),
    ("C33", questions.asked_before),
)
OPPORTUNITIES: tuple[tuple[str, Callable[[RuleContext, Opportunity], Found]], ...] = (
    ("O10", opportunities.still_spotted),
    ("O11", opportunities.past_deadline),
    ("O20", opportunities.introduction_too_late),
)


#: The rules whose findings are errors; they are all asked of people.
ERRORS = tuple((code, rule) for code, rule in PEOPLE if CODES[code][0] == ERROR)


def errors(journal: Journal) -> tuple[Finding, ...]:
    """Return those findings of `check` that are errors, much sooner than all."""
    found = {finding for finding in journal.findings if finding.level == ERROR}
    return tuple(sorted({*found, *_people(RuleContext(journal), ERRORS)}))


def codes_about(journal: Journal, person: Person) -> frozenset[str]:
    """Return the codes of what `check` finds about a person's own note by the rules of people."""
    context = RuleContext(journal)
    return frozenset(found.code for found in _about(context, person, PEOPLE))


def check(journal: Journal) -> tuple[Finding, ...]:
    """Return all findings, those of reading included: by path, line, column, code."""
    context = RuleContext(journal)
    found = {*journal.findings, *_world(context), *_people(context, PEOPLE), *_touchpoints(context)}
    found.update(_opportunities(context), _trips(context))
    return tuple(sorted(found))


def _said(code: str, note: Note, remarks: Iterable[Remark]) -> Iterator[Finding]:
    level, _ = CODES[code]
    try:
        for (line, column), message, hint in remarks:
            yield Finding(note.path, line, column, code, level, message, hint)
    except Exception as error:  # whatever it is, it costs this rule, and for this note alone
        message = f"{code} could not be checked ({type(error).__name__})"
        yield Mistake(1, 1, "M03", message, REPORT).found_in(note.path)


def _world(context: RuleContext) -> Iterator[Finding]:
    for person in context.journal.people:
        for code, rule in WORLD:
            yield from _said(code, person, rule(context, person))
    for trip in context.journal.trips:
        yield from _said("F15", trip, world.unknown_country(context, trip))


def _people(context: RuleContext, rules: _PersonRules) -> Iterator[Finding]:
    for person in context.journal.people:
        yield from _about(context, person, rules)


def _about(context: RuleContext, person: Person, rules: _PersonRules) -> Iterator[Finding]:
    if may_be_suggested(person, context.today):
        for code, rule in rules:
            yield from _said(code, person, rule(context, person))


def _touchpoints(context: RuleContext) -> Iterator[Finding]:
    for note in context.planned():
        yield from _said("C40", note, overdue.passed(context, note))
    for note in context.asking:
        for code, rule in QUESTIONS:
            yield from _said(code, note, rule(context, note))
    for note in context.recent():
        yield from _recent(context, note)


def _recent(context: RuleContext, note: Touchpoint) -> Iterator[Finding]:
    for person in context.with_whom(note):
        for code, rule in RECENT:
            yield from _said(code, note, rule(context, note, person))


def _opportunities(context: RuleContext) -> Iterator[Finding]:
    for note in context.journal.opportunities:
        if not note.draft:
            for code, rule in OPPORTUNITIES:
                yield from _said(code, note, rule(context, note))


def _trips(context: RuleContext) -> Iterator[Finding]:
    for trip in context.journal.trips:
        if not trip.draft:
            yield from _said("T10", trip, trips.untold(context, trip))
