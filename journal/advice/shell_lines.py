"""Lines for the shell that answer what the journal asks, with the names filled in."""

import shlex

import msgspec

from journal.advice.advice_model import PersonAdvice, Reason
from journal.advice.settling import clear_name, settling_line
from journal.library.journal import Journal
from journal.notes.records import Person, Touchpoint
from journal.wording.labels import BEGIN_EXAMPLE, CONFIRM_ANSWERS, SETTLE_ANSWERS


class ShellLine(msgspec.Struct, frozen=True):
    """An answer in a word or two, and the line that writes it down."""

    answer: str
    command: str


def lines_to_confirm(journal: Journal, plan: Touchpoint) -> tuple[ShellLine, ...]:
    """Return the answers to whether a plan took place: it did, it was moved, it was cancelled."""
    stem = plan.id.rpartition("/")[2]
    is_clear = journal.names.notes.find(stem) == (plan.id,) and stem[:1] != "-"
    note = shlex.quote(stem if is_clear else plan.id)
    return tuple(
        ShellLine(answer, f"journal {verb} {note}{rest}") for answer, verb, rest in CONFIRM_ANSWERS
    )


def line_to_begin(journal: Journal, person: Person) -> str:
    """Return the line that writes down a last contact of which only the month is known."""
    return f"journal log {shlex.quote(clear_name(journal, person))} --on {BEGIN_EXAMPLE}"


def lines_to_settle(
    journal: Journal, advice: PersonAdvice, reason: Reason
) -> tuple[ShellLine, ...]:
    """Return the answers to what is only to be settled: it was kept, or it is dropped."""
    line = settling_line(journal, advice, reason)
    kept, dropped = SETTLE_ANSWERS
    if not line.startswith("journal done "):  # what is no promise has no box to drop it in
        return (ShellLine(kept, line),) if line else ()
    return ShellLine(kept, line), ShellLine(dropped, f"{line} --drop")
