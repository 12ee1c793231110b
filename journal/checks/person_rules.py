"""What a person's note leaves open: the beginning, their preferences, the agreement, the goal."""

from collections.abc import Iterator

from journal.advice import preferences_asked
from journal.advice.preferences_asked import long_known, never_asked
from journal.advice.reasons import agreement_reviewed
from journal.checks.rule_context import Remark, RuleContext, short_title
from journal.notes.records import Goal, Person
from journal.wording.dates import long_date

_TOP = (1, 1)
_HOW_TO_ASK = "ask what they prefer, and write `prefers`, `accepts`, `avoids` and `prefs_asked`"


def without_since(_: RuleContext, person: Person) -> Iterator[Remark]:
    """A mentor or protégé, and nothing says since when."""
    mentoring = {"mentor", "protege"}.intersection(person.roles)
    if mentoring and not person.since and person.position("since") == _TOP:  # else it has a mistake
        message = (
            f"`since` is missing: nothing says when the mentoring with {short_title(person)} began"
        )
        yield Remark(_TOP, message, "a year is enough, like `since: 2016`")


def newly_unasked(context: RuleContext, person: Person) -> Iterator[Remark]:
    """Never asked how they like to be reached, and not known for long."""
    relationship = context.relationship(person)
    if never_asked(relationship) and not long_known(relationship):
        message = f"{short_title(person)} has not been asked yet how they like to be reached"
        yield Remark(_TOP, message, _HOW_TO_ASK)


def long_unasked(context: RuleContext, person: Person) -> Iterator[Remark]:
    """Never asked, and known for over 30 days or 3 touchpoints."""
    relationship = context.relationship(person)
    if never_asked(relationship) and long_known(relationship):
        message = (
            f"you have known {short_title(person)} for a while,"
            " and have not asked yet how they like to be reached"
        )
        yield Remark(_TOP, message, _HOW_TO_ASK)


def preferences_asked_long_ago(context: RuleContext, person: Person) -> Iterator[Remark]:
    """Asked more than 3 years ago: preferences change."""
    if asked := preferences_asked.asked_long_ago(context.relationship(person)):
        message = (
            f"{short_title(person)} was last asked about their preferences on {long_date(asked)}"
        )
        hint = "ask whether they still hold, and write the day in `prefs_asked`"
        yield Remark(person.position("prefs_asked"), message, hint)


def wanted_and_avoided(_: RuleContext, person: Person) -> Iterator[Remark]:
    """One channel both wanted and avoided."""
    for item, channel in enumerate(person.avoids):
        for key in ("prefers", "accepts", "announce_first"):
            if channel in getattr(person, key):
                line, _column = person.position(key)
                message = f"`avoids` has {channel}, and `{key}` on line {line} has it too"
                hint = f"keep the one that {short_title(person)} meant"
                yield Remark(person.position("avoids", item), message, hint)
                break


def review_passed(context: RuleContext, person: Person) -> Iterator[Remark]:
    """The day to go over the agreement has passed."""
    day = person.review_on
    if day and day < context.today and not agreement_reviewed(context.relationship(person)):
        message = (
            f"on {long_date(day)} you meant to go over what you agreed with {short_title(person)}"
        )
        hint = "write a touchpoint of `kind: agreement`, or a new `review_on`"
        yield Remark(person.position("review_on"), message, hint)


def active_without_goal(context: RuleContext, person: Person) -> Iterator[Remark]:
    """Phase active, and no open goal names them."""
    if context.relationship(person).phase != "active":
        return
    naming = (context.journal.notes[i] for i in context.journal.backlinks.get(person.id, ()))
    if not any(isinstance(n, Goal) and n.state == "open" and not n.draft for n in naming):
        message = f"the phase is active, and no open goal names {short_title(person)}"
        hint = "name them in a goal's `people`, or let the phase be waiting"
        yield Remark(person.position("phase"), message, hint)
