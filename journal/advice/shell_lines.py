"""Lines for the shell that answer what the journal asks, with the names filled in."""

import shlex

import msgspec

from journal.advice.advice_model import PersonAdvice, Reason
from journal.advice.settling import clear_note_name, settling_line
from journal.library.journal import Journal
from journal.notes.records import Touchpoint
from journal.wording.labels import CONFIRM_ANSWERS, SETTLE_ANSWERS


class ShellLine(msgspec.Struct, frozen=True):
    """An answer in a word or two, and the line that writes it down."""

    answer: str
    command: str


def lines_to_confirm(journal: Journal, plan: Touchpoint) -> tuple[ShellLine, ...]:
    """Return the answers to whether a plan took place: it did, it was moved, it was cancelled."""
    note = shlex.quote(clear_note_name(journal, plan))
    return tuple(
        ShellLine(answer, f"journal {verb} {note}{_more(plan, verb, rest)}")
        for answer, verb, rest in CONFIRM_ANSWERS
    )


def _more(plan: Touchpoint, verb: str, rest: str) -> str:
    """A contact that took place has a channel."""
    return " --channel HOW" if verb == "confirm" and not plan.channel else rest


def lines_to_settle(
    journal: Journal, advice: PersonAdvice, reason: Reason
) -> tuple[ShellLine, ...]:
    """Return the answers to what is only to be settled: it was kept, or it is dropped."""
    line = settling_line(journal, advice, reason)
    kept, dropped = SETTLE_ANSWERS
    if not line.startswith("journal done "):  # what is no promise has no box to drop it in
        return (ShellLine(kept, line),) if line else ()
    return ShellLine(kept, line), ShellLine(dropped, f"{line} --drop")
