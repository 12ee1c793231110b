"""Tasks, like `- [ ] send the plots 📅 2025-04-01`: found, dated, and built with their links."""

import re
from datetime import date
from typing import NamedTuple

from journal.body.blocks import TAB_STOP
from journal.body.code_and_comments import MaskedBody
from journal.body.contents import Task
from journal.body.links import LineLinks
from journal.body.positions import Positions
from journal.body.segments import segments_of_markdown, segments_with_links, text_of
from journal.characters import quoted
from journal.findings import Mistake
from journal.values import Unreadable, read_date

DUE = re.compile(
    r"\N{CALENDAR}\N{VARIATION SELECTOR-16}?[ \t]*([0-9][0-9A-Za-z./-]*)"
    r"|[\[(]due::[ \t]*([^\])\n]*)[\])]",
    re.IGNORECASE,
)
"""When a task is due, in the two spellings of Obsidian's plugins."""

_TASK = re.compile(
    r"^([ \t]*(?:>[ \t]*)*)((?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)+)\[([ xX-])\][ \t]+(?=\S)([^\n]+)",
    re.MULTILINE,
)
_THEIRS = re.compile(r"(?<!\S)#theirs(?![\w/-])", re.IGNORECASE)
_STATES = {" ": "open", "x": "done", "X": "done", "-": "dropped"}


class RawTask(NamedTuple):
    """A task as typed: offsets of its `marker`, and of the `start` and `end` of its text."""

    row: int
    indent: int
    marker: int
    state: str
    start: int
    end: int
    quoted: bool


def find_tasks(positions: Positions) -> list[RawTask]:
    """Find the tasks in a body's prose."""
    prose = positions.prose
    if not ("[ ]" in prose or "[x]" in prose or "[X]" in prose or "[-]" in prose):
        return []
    return [_raw_task(match, positions.row(match.start(2))) for match in _TASK.finditer(prose)]


def _raw_task(match: re.Match[str], row: int) -> RawTask:
    start, end = match.span(4)
    quoted = ">" in match[1]
    state = _STATES[match[3]]
    return RawTask(row, _width_of(match[1]), match.start(2), state, start, end, quoted)


def rows_of_tasks_not_done(found: list[RawTask], prose: str) -> frozenset[int]:
    """Return the lines (from 0) of tasks not done: their own, and those indented deeper below."""
    if all(raw.state == "done" for raw in found):
        return frozenset()
    starting = {raw.row: raw for raw in found if not raw.quoted}
    around: list[RawTask] = []
    inside = set()
    for row, line in enumerate(prose.split("\n")):
        text = line.lstrip(" \t")
        if not text or not (around or row in starting):
            continue
        indent = _width_of(line[: len(line) - len(text)])
        while around and indent <= around[-1].indent:
            around.pop()
        if row in starting:
            around.append(starting[row])
        if around and around[-1].state != "done":
            inside.add(row)
    return frozenset(inside)


def _width_of(blanks: str) -> int:
    return len(blanks.expandtabs(TAB_STOP))


def build_tasks(
    found: list[RawTask], masked: MaskedBody, positions: Positions, links: LineLinks
) -> list[Task]:
    """Return the tasks; each names the links of its own line."""
    return [
        _build_task(raw, masked.markdown[raw.start : raw.end], positions, links) for raw in found
    ]


def _build_task(raw: RawTask, typed: str, positions: Positions, links: LineLinks) -> Task:
    line, column = positions.at(raw.marker)
    theirs = bool(_THEIRS.search(typed))
    due = _due_date(typed)
    text = segments_of_markdown(_THEIRS.sub("", DUE.sub("", typed)), links, line)
    own_links = tuple(links.by_line.get(line, ()))
    return Task(
        text_of(text), line, column, raw.state, theirs, due, own_links, segments_with_links(text)
    )


def _due_date(typed: str) -> date | None:
    for match in DUE.finditer(typed):
        try:
            return read_date(_typed_date(match))
        except Unreadable:
            continue
    return None


def _typed_date(match: re.Match[str]) -> str:
    return (match[1] or match[2] or "").strip()


def due_date_mistakes(
    found: list[RawTask], masked: MaskedBody, positions: Positions
) -> list[Mistake]:
    """Return a finding for every due date that cannot be read."""
    return [
        mistake
        for raw in found
        for match in DUE.finditer(masked.markdown, raw.start, raw.end)
        if (mistake := _due_date_mistake(match, positions))
    ]


def _due_date_mistake(match: re.Match[str], positions: Positions) -> Mistake | None:
    written = _typed_date(match)
    try:
        read_date(written)
    except Unreadable as unreadable:
        line, column = positions.at(match.start())
        message = f"the task is due {quoted(written)}, expected {unreadable.expected}"
        return Mistake(line, column, "F03", message, unreadable.hint)
    return None
