"""The signs in a task: its due date, and what the plugin Obsidian Tasks writes behind the words."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from journal.values import Unreadable, read_date

_SELECTOR = "[\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}]?"
_BLANKS = "[^\\S\n]*[\u200b\u2060\ufeff]?"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_IN_BRACKETS = r"((?:\[\[[^\[\]\n]*\]\]|[^\[\]()\n]){0,200})"
_FIELDS = (
    "priority|repeat|created|scheduled|start|completion|cancelled|id|dependsOn|onCompletion|remind"
)
DUE = re.compile(
    f"[\N{CALENDAR}\N{TEAR-OFF CALENDAR}\N{SPIRAL CALENDAR PAD}]{_SELECTOR}{_BLANKS}"
    r"(\[\[[^\[\]\n]*\]\]|[\w/][^\s\[]*|)"
    rf"|[\[(]due::{_IN_BRACKETS}[\])]",
    re.IGNORECASE,
)
"""Where a day should follow: one of three calendars, or `[due:: …]`."""

OTHER_SIGN = re.compile(
    f"[\N{HEAVY PLUS SIGN}⏳⌛\N{AIRPLANE DEPARTURE}✅❌]{_SELECTOR}{_BLANKS}{_DAY}"
    f"|[⏫⏬🔺🔼🔽]{_SELECTOR}"
    f"|🔁{_SELECTOR}{_BLANKS}[A-Za-z0-9](?:[A-Za-z0-9, ]*[A-Za-z0-9])?"
    f"|🆔{_SELECTOR}{_BLANKS}[A-Za-z0-9_-]+"
    f"|⛔{_SELECTOR}{_BLANKS}[A-Za-z0-9_-]+(?:[ ]*,[ ]*[A-Za-z0-9_-]+)*"
    f"|🏁{_SELECTOR}{_BLANKS}[A-Za-z]+"
    rf"|[\[(](?:{_FIELDS})::{_IN_BRACKETS}[\])]"
)
"""What says when a task began, recurs or was done, how urgent it is, and what it waits for."""

_CLOSING = ".,;:!?)]}…"


class UnreadDue(NamedTuple):
    """A sign of a due date whose day cannot be read: its offset, and what follows it."""

    offset: int
    typed: str
    reason: Unreadable


class TaskSigns(NamedTuple):
    """What the signs of a task say, and its text without those that were read."""

    words: str
    due: date | None
    unread: tuple[UnreadDue, ...]


def read_signs(text: str, inlines: Iterable[tuple[int, int]]) -> TaskSigns:
    """Read the signs of a task; there are none inside `inlines`, such as code and links.

    The first day that can be read is the due date. A due date that cannot be read stays in the
    words.
    """
    inside = sorted(inlines)
    cuts = [found.span() for found in OTHER_SIGN.finditer(text) if _counts(found, inside)]
    days: list[date] = []
    unread: list[UnreadDue] = []
    for found in DUE.finditer(text):
        if not _counts(found, inside):
            continue
        typed = text[slice(*found.span(1 if found[2] is None else 2))].strip()
        typed = typed if found[2] is not None else typed.rstrip(_CLOSING)
        try:
            days.append(read_date(typed))
        except Unreadable as reason:
            unread.append(UnreadDue(found.start(), typed, reason))
            continue
        cuts.append((found.start(), _end(found, typed)))
    return TaskSigns("".join(_kept(text, sorted(cuts))), days[0] if days else None, tuple(unread))


def _end(found: re.Match[str], typed: str) -> int:
    return found.end() if found[2] is not None else found.start(1) + len(typed)


def _counts(sign: re.Match[str], inside: list[tuple[int, int]]) -> bool:
    """Say whether a sign stands in none of the inlines."""
    before = bisect_right(inside, (sign.start(), len(sign.string)))
    return not before or inside[before - 1][1] <= sign.start()


def _kept(text: str, cuts: list[tuple[int, int]]) -> Iterator[str]:
    end = 0
    for start, stop in cuts:
        if start >= end:
            yield text[end:start]
        end = max(end, stop)
    yield text[end:]
