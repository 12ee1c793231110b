"""A promise (an open task of a note) found by its words, and ticked: done, or dropped."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from journal.body.contents import Task
from journal.body.extract import extract_contents
from journal.characters import quoted
from journal.errors import Refused
from journal.folding import folded
from journal.frontmatter import read_document
from journal.library import Journal
from journal.library.journal import OwnedTask
from journal.notes.kinds import KEY_NAMES, Kind
from journal.wording.counts import and_list, first_and_more
from journal.writing.note_edit import AskedChange, Edit, edited

_MOST_LISTED = 6  # promises in a question back
_BOX = re.compile(r"\[[^\[\]]\ufe0f?\]")
#: What the plugin Obsidian Tasks writes behind the words, in its two ways; a due date is ours, too.
_SIGNS = re.compile("[➕⏳⌛🛫✅❌⏫⏬🔺🔼🔽🔁🆔]")
_FIELDS = re.compile(r"[\[(](?:priority|repeat|created|scheduled|start|completion|cancelled)::")
_BLOCK_ID = re.compile(r"[ \t]+\^[\w-]+[ \t]*$|[ \t]*$")


def open_promises(journal: Journal, people: Iterable[str] = ()) -> list[OwnedTask]:
    """Return the open promises, mine and theirs, the first due first; of some people, or of all."""
    wanted = set(people)
    found = [
        owned
        for owned in journal.tasks_not_cancelled()
        if owned.task.state == "open" and (not wanted or not wanted.isdisjoint(owned.people))
    ]
    return sorted(found, key=lambda owned: (owned.task.due or date.max, owned.note))


def find_promise(journal: Journal, promises: Sequence[OwnedTask], words: str) -> OwnedTask:
    """Return the one promise with these words, or at this `path:line`. Raises Refused."""
    wanted = folded(words)
    named = [(owned, folded(owned.task.text)) for owned in promises]
    exact = [owned for owned, text in named if text == wanted or words == place(journal, owned)]
    found = exact or [
        owned for owned, text in named if all(word in text for word in wanted.split())
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(f"{quoted(words)} is more than one promise: {_listed(journal, found)}.")
    offered = f": open are {_listed(journal, promises)}" if promises else ", and none is open"
    raise Refused(f"No open promise has the words {quoted(words)}{offered}.")


def _listed(journal: Journal, promises: Sequence[OwnedTask]) -> str:
    names = [f"{quoted(each.task.text)} ({place(journal, each)})" for each in promises]
    return first_and_more(names, _MOST_LISTED)


def place(journal: Journal, owned: OwnedTask) -> str:
    """Return `path:line` of a promise."""
    return f"{journal.notes[owned.note].path}:{owned.task.line}"


def tick(root: Path, journal: Journal, owned: OwnedTask, *, dropped: bool = False) -> AskedChange:
    """Tick a promise: `[x]` for done, `[-]` for dropped. Raises Refused."""
    names = [person.title for each in owned.people if (person := journal.person(each))]
    whose = f" ({and_list(names)})" if names else ""
    said = f"{'Dropped' if dropped else 'Done'}: {owned.task.text}{whose}."
    edit = ticking(owned.task, journal.today, dropped=dropped)
    return AskedChange(said, (edited(root, journal.notes[owned.note], edit),))


def ticking(task: Task, today: date, *, dropped: bool = False) -> Edit:
    """Return the edit that ticks one task, and no other."""

    def edit(raw: bytes, _: Kind) -> bytes:
        before = _tasks(raw)
        if not any(_is_same(task, each) for each in before):
            raise Refused("The promise is no longer where it was: try again.")
        made = _ticked(raw, task, today, dropped)
        after = _tasks(made)
        state = "dropped" if dropped else "done"
        if [each.state for each in after] != [
            state if _is_same(task, each) else each.state for each in before
        ]:
            raise Refused(
                f"Line {task.line} cannot be ticked without changing more: do it by hand."
            )
        return made

    return edit


def _tasks(raw: bytes) -> tuple[Task, ...]:
    document = read_document(raw, KEY_NAMES)
    return extract_contents(document.body, document.body_line).tasks


def _is_same(one: Task, other: Task) -> bool:
    return (one.line, one.column, one.text) == (other.line, other.column, other.text)


def _ticked(raw: bytes, task: Task, today: date, dropped: bool) -> bytes:
    text = raw.decode()
    lines = text.split("\n")
    line = lines[task.line - 1]
    marker = task.column - 1 + line.startswith("\ufeff")
    box = _BOX.search(line, marker)
    if box is None:
        raise Refused(f"Line {task.line} has no box: tick it by hand.")
    body, end = line.removesuffix("\r"), "\r" * line.endswith("\r")
    done = f"{body[: box.start()]}[{'-' if dropped else 'x'}]{body[box.end() :]}"
    at = _BLOCK_ID.search(done)
    sign = _sign(line, text, dropped)
    if sign and at:
        done = f"{done[: at.start()]} {sign.format(today.isoformat())}{done[at.start() :]}"
    lines[task.line - 1] = done + end
    return "\n".join(lines).encode()


def _sign(line: str, text: str, dropped: bool) -> str:
    """Return what says on which day it was, in the way of the line, else of the note's tasks."""
    tasks = "\n".join(each for each in text.split("\n") if _BOX.search(each))
    for where in (line, tasks):
        if _SIGNS.search(where):
            return "❌ {}" if dropped else "✅ {}"
        if _FIELDS.search(where):
            return "[cancelled:: {}]" if dropped else "[completion:: {}]"
    return ""
