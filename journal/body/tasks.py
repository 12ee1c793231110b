"""Tasks, like `- [ ] send the plots 📅 2025-04-01`: found, dated, and built with their links."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from journal.body.blocks import Block, BlockKind, blocks_of_kind, split_block_id
from journal.body.contents import BodyLink, LinkTarget, Task
from journal.body.inline_parser import InlineKind
from journal.body.line_segments import segments_of_markdown
from journal.body.parsed_body import ParsedBody
from journal.body.segments import segments_with_links, text_of
from journal.body.task_boxes import TaskBox, may_have_box, task_box
from journal.body.task_signs import TaskSigns, UnreadDue, read_signs
from journal.characters import quoted
from journal.findings import Mistake

_THEIRS = re.compile(r"(?<!\S)#theirs(?![\w/-])", re.IGNORECASE)
_MARKER = re.compile(r"[ \t]*(?:>[ \t]*)*")
_LOOKALIKE = re.compile(
    r"^[ \t>]*(?:(?:[-*+\u2010-\u2015\u2022\u2212]|[0-9]{1,9}[.)])[ \t]*"
    r"|(?=\[[ xX]\][ \t]))\[(?:[ \t]*[xX/-])?[ \t]*\](?![\[(:])[^\S\n]*(?=[^\s\0])",
    re.MULTILINE,
)
"""A line that begins as a task does, but for a blank too many or too few, or another dash."""


class RawTask(NamedTuple):
    """A task before its links are known: its paragraph, its box, its signs."""

    paragraph: Block
    box: TaskBox
    signs: TaskSigns


def find_tasks(body: ParsedBody) -> list[RawTask]:
    """Find a body's tasks."""
    if not may_have_box(body.prose):
        return []
    return [*_raw_tasks(body)]


def _raw_tasks(body: ParsedBody) -> Iterator[RawTask]:
    for item in blocks_of_kind(body.tree.root, BlockKind.ITEM):
        if box := task_box(item, body.tree.definitions):
            text = split_block_id(item.children[0].text[box.end :])[0]
            inlines = body.tree.inlines(text)
            inside = [(e.start, e.end) for e in inlines if e.kind is not InlineKind.CHARACTER]
            yield RawTask(item.children[0], box, read_signs(text, inside))


def build_tasks(
    found: list[RawTask], body: ParsedBody, links: Mapping[int, Sequence[BodyLink]]
) -> Iterator[Task]:
    """Yield the tasks; each names the links of its own line."""
    for raw in found:
        line, column = _place(raw, body)
        words = raw.signs.words
        theirs = bool(_THEIRS.search(words))
        known = [
            LinkTarget(link.target, link.path)
            for row in raw.paragraph.lines
            for link in links.get(row.row + body.positions.first_line, ())
        ]
        text = segments_of_markdown(body.tree, _THEIRS.sub("", words), known)
        yield Task(
            text_of(text),
            line,
            column,
            raw.box.state,
            theirs,
            raw.signs.due,
            tuple(links.get(line, ())),
            segments_with_links(text),
        )


def _place(raw: RawTask, body: ParsedBody) -> tuple[int, int]:
    """Return line and column of the first list marker of a task."""
    row = raw.paragraph.lines[0].row
    before = _MARKER.match(body.line(row))
    return body.positions.at(body.offset(row, before.end() if before else 0))


def task_mistakes(found: list[RawTask], body: ParsedBody) -> Iterator[Mistake]:
    """Yield what is wrong: due dates that cannot be read, and lines that only look like tasks."""
    for raw in found:
        for unread in raw.signs.unread:
            yield _unread_due(raw, unread, body)
    if "[" in body.prose:
        yield from _lookalikes(found, body)


def _unread_due(raw: RawTask, unread: UnreadDue, body: ParsedBody) -> Mistake:
    line, column = body.place(raw.paragraph, raw.box.end + unread.offset)
    typed = quoted(unread.typed) if unread.typed else "nothing"
    message = f"the task is due {typed}, expected {unread.reason.expected}"
    return Mistake(line, column, "F03", message, unread.reason.hint)


def _lookalikes(found: list[RawTask], body: ParsedBody) -> Iterator[Mistake]:
    rows = {raw.paragraph.lines[0].row for raw in found}
    for match in _LOOKALIKE.finditer(body.prose):
        at = body.positions.row(match.start())
        if at in rows:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip(" \t>"))
        message = "this line looks like a task, and is none"
        yield Mistake(*body.positions.at(start), "F19", message, "write it like “- [ ] words”")
