"""The boxes of tasks: `- [ ]` open, `- [x]` done, `- [-]` dropped, any other sign as well."""

import re
from collections.abc import Collection
from typing import NamedTuple

from journal.body.blocks import Block, BlockKind
from journal.body.destinations import label_key

_MAY_BE_BOX = re.compile(r"\[[^\[\]\n\0]\ufe0f?\][ \t]")
_BOX = re.compile(r"\[[^\[\]\n\0]\ufe0f?\][ \t]")
"""A text that this does not match has no task."""

_BOX = re.compile(r"\[([^\[\]\n])\ufe0f?\][ \t]+(?=\S)")
_STATES = {"x": "done", "X": "done", "-": "dropped"}


class TaskBox(NamedTuple):
    """The sign in a box, and where in the paragraph behind it the words begin."""

    sign: str
    end: int

    @property
    def state(self) -> str:
        """Return `open`, `done` or `dropped`; a sign that is none of theirs is open."""
        return _STATES.get(self.sign, "open")


def may_have_box(text: str) -> bool:
    """Say whether a text may have a task in it, which most have not."""
    return ("] " in text or "]\t" in text) and bool(_MAY_BE_BOX.search(text))


def task_box(item: Block, definitions: Collection[str]) -> TaskBox | None:
    """Return the box that a list item begins with, if any.

    A number in brackets is a reference to a source, and what the body defines is a link.
    """
    first = item.children[0] if item.children else None
    if not first or first.kind is not BlockKind.PARAGRAPH or first.lines[0].row != item.first:
        return None
    found = _BOX.match(first.lines[0].text)
    if not found or found[1].isnumeric() or label_key(found[1]) in definitions:
        return None
    return TaskBox(found[1], found.end())
