"""Tasks: `- [ ] send the plots 📅 2025-04-01`, and what stands inside them."""

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

_BOX = re.compile(
    r"^([ \t]*(?:>[ \t]*)*)((?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)+)\[([ xX-])\][ \t]+(?=\S)([^\n]+)",
    re.MULTILINE,
)
_THEIRS = re.compile(r"(?<!\S)#theirs(?![\w/-])", re.IGNORECASE)
_STATES = {" ": "open", "x": "done", "X": "done", "-": "dropped"}


class Box(NamedTuple):
    """A task as it stands in the text; `start` and `end` are the offsets of what it says."""

    row: int
    indent: int
    marker: int
    state: str
    start: int
    end: int
    quoted: bool


def boxes(positions: Positions) -> list[Box]:
    """Find the tasks in the prose that `positions` is about."""
    prose = positions.prose
    if not ("[ ]" in prose or "[x]" in prose or "[X]" in prose or "[-]" in prose):
        return []
    return [_box(match, positions.row(match.start(2))) for match in _BOX.finditer(prose)]


def _box(match: re.Match[str], row: int) -> Box:
    start, end = match.span(4)
    quoted = ">" in match[1]
    state = _STATES[match[3]]
    return Box(row, _indent(match[1]), match.start(2), state, start, end, quoted)


def rows_inside_open(found: list[Box], prose: str) -> frozenset[int]:
    """Return the lines (from 0) of open tasks: their own, and those indented deeper below."""
    if not any(box.state == "open" for box in found):
        return frozenset()
    starting = {box.row: box for box in found if not box.quoted}
    holders: list[Box] = []
    inside = set()
    for row, line in enumerate(prose.split("\n")):
        text = line.lstrip(" \t")
        if not text or not (holders or row in starting):
            continue
        indent = _indent(line[: len(line) - len(text)])
        while holders and indent <= holders[-1].indent:
            holders.pop()
        if row in starting:
            holders.append(starting[row])
        if holders and holders[-1].state == "open":
            inside.add(row)
    return frozenset(inside)


def _indent(blanks: str) -> int:
    return len(blanks.expandtabs(TAB_STOP))


def make(
    found: list[Box], masked: MaskedBody, positions: Positions, links: LineLinks
) -> list[Task]:
    """Return the tasks; each names the links of its own line."""
    return [_task(box, masked.markdown[box.start : box.end], positions, links) for box in found]


def _task(box: Box, typed: str, positions: Positions, links: LineLinks) -> Task:
    line, column = positions.at(box.marker)
    theirs = bool(_THEIRS.search(typed))
    due = _due(typed)
    text = segments_of_markdown(_THEIRS.sub("", DUE.sub("", typed)), links, line)
    targets = tuple(links.by_line.get(line, ()))
    return Task(
        text_of(text), line, column, box.state, theirs, due, targets, segments_with_links(text)
    )


def _due(typed: str) -> date | None:
    for match in DUE.finditer(typed):
        try:
            return read_date(_written(match))
        except Unreadable:
            continue
    return None


def _written(match: re.Match[str]) -> str:
    return (match[1] or match[2] or "").strip()


def mistakes(found: list[Box], masked: MaskedBody, positions: Positions) -> list[Mistake]:
    """Return a finding for every due date that is none."""
    return [
        mistake
        for box in found
        for match in DUE.finditer(masked.markdown, box.start, box.end)
        if (mistake := _mistake(match, positions))
    ]


def _mistake(match: re.Match[str], positions: Positions) -> Mistake | None:
    written = _written(match)
    try:
        read_date(written)
    except Unreadable as unreadable:
        line, column = positions.at(match.start())
        message = f"the task is due {quoted(written)}, expected {unreadable.expected}"
        return Mistake(line, column, "F03", message, unreadable.hint)
    return None
