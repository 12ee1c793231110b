"""What is long past while life went on: only to be settled, with the lines for it."""

from collections.abc import Iterator

import msgspec

from journal.advice import PersonAdvice
from journal.advice.reason_kinds import last_day
from journal.advice.reasons import promise_behind
from journal.advice.shell_lines import ShellLine, lines_to_settle
from journal.library.journal import OwnedTask
from journal.site.parts.page_context import Link, PageContext


class ReasonToSettle(msgspec.Struct, frozen=True):
    """A reason without a day, the notes behind it, and a line for each answer.

    For a script: the last day on which it is given, as ISO 8601.
    """

    text: str
    behind: tuple[Link, ...]
    answers: tuple[ShellLine, ...]
    last_day: str


class PersonToSettle(msgspec.Struct, frozen=True):
    """A person, and what is to be settled with them."""

    person: Link
    reasons: tuple[ReasonToSettle, ...]


def reasons_to_settle(page: PageContext, advice: PersonAdvice) -> tuple[ReasonToSettle, ...]:
    """Return what is to be settled with one person; none links to their own page."""
    return tuple(_reasons(page, advice))


def people_to_settle(page: PageContext) -> tuple[PersonToSettle, ...]:
    """Return everybody with whom something is to be settled, in the order of the list."""
    found = ((each, reasons_to_settle(page, each)) for each in page.advice.people)
    return tuple(PersonToSettle(page.link(each.person), said) for each, said in found if said)


def promises_to_settle(page: PageContext) -> list[OwnedTask]:
    """Return the promises that are only to be settled."""
    stale = (each for advice in page.advice.people for each in advice.reasons if each.stale)
    found = (promise_behind(page.journal, each) for each in stale if each.kind == "promise")
    return [owned for owned in found if owned]


def _reasons(page: PageContext, advice: PersonAdvice) -> Iterator[ReasonToSettle]:
    person = page.journal.person(advice.person)
    assert person, advice.person
    for reason in advice.reasons:
        if reason.stale:
            last = last_day(page.journal, reason)
            yield ReasonToSettle(
                text=reason.text,
                behind=page.links(tuple(n for n in reason.notes if n != person.id)),
                answers=lines_to_settle(page.journal, advice, reason),
                last_day=last.isoformat() if last else "",
            )
