"""What a change does to a note, line by line, as it is shown to the person."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from journal.writing.note_change import NoteChange


class LineChange(NamedTuple):
    """A place (the line, from 1, of the note as it is now) and its lines before and after."""

    line: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def changed_lines(change: NoteChange) -> list[LineChange]:
    """Return every place at which a change changes lines; line ends are left out."""
    before, after = _lines(change.before), _lines(change.after)
    first = _same_from_the_start(before, after)
    last = _same_from_the_start(before[first:][::-1], after[first:][::-1])
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    return list(_places(old, new, first + 1))


def _places(old: list[str], new: list[str], line: int) -> Iterator[LineChange]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for how, old_start, old_end, new_start, new_end in blocks:
        if how != "equal":
            lines = tuple(old[old_start:old_end]), tuple(new[new_start:new_end])
            yield LineChange(line + new_start, *lines)


def _same_from_the_start(one: list[str], other: list[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _lines(raw: bytes | None) -> list[str]:
    text = (raw or b"").decode("utf-8-sig", "replace")
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")] if text else []
