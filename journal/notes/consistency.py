"""Keys of one note that contradict each other: ends before beginnings, phases out of order."""

from collections.abc import Iterator
from typing import Any

from journal.findings import Mistake
from journal.frontmatter import ListNode
from journal.notes.note_fields import NoteFields


def contradictions(values: dict[str, Any], fields: NoteFields) -> Iterator[Mistake]:
    """Yield what contradicts; a key that ends before it starts is taken out of `values`."""
    for later, (key, field) in fields.known.items():
        earlier, node = key.not_before, field.value
        if later in values and _before(values, later, earlier):
            message = f"`{later}` {values[later]} is before `{earlier}` {values[earlier]}"
            yield Mistake(node.line, node.column, "F14", message, f"`{later}` does not count now")
            del values[later]
    if "phases" in values:
        yield from _phases(values, fields)


def _before(values: dict[str, Any], later: str, earlier: str) -> bool:
    if earlier not in values:
        return False
    end, start = str(values[later]), str(values[earlier])
    known = min(len(end), len(start))  # a year alone is not before a month of it
    return end[:known] < start[:known]


def _phases(values: dict[str, Any], fields: NoteFields) -> Iterator[Mistake]:
    lines = values["phases"]
    node = fields.known["phases"][1].value
    items = node.items if isinstance(node, ListNode) else (node,)
    for index, line in enumerate(lines[1:], start=1):
        if line.since.first < lines[index - 1].since.first:
            at = items[min(index, len(items) - 1)]
            message = f"`phases` are out of order: {line.since} after {lines[index - 1].since}"
            yield Mistake(at.line, at.column, "F13", message, "oldest first")
    if "phase" in values and values["phase"] != lines[-1].phase:
        at = fields.known["phase"][1].value
        message = f"`phase` is {values['phase']}, the last line of `phases` says {lines[-1].phase}"
        yield Mistake(at.line, at.column, "F13", message, "`phase` counts; add a line to `phases`")
