"""What a form changed in notes, line by line, as the next page shows it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journal.characters import visible
from journal.library.journal import Journal
from journal.writing.changed_lines import changed_lines
from journal.writing.note_change import NoteChange

_MOST = 6  # places on a page
_LONGEST = 200  # characters of a line


class ShownChange(NamedTuple):
    """A place (`path:line`, or a path and where it went) and its lines before and after."""

    place: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Visible(NamedTuple):
    """The journal as it is shown, whether that is all of it, and the note a form was about."""

    journal: Journal
    is_whole: bool
    note: str


def shown_changes(visible_now: Visible, changes: Iterable[NoteChange]) -> tuple[ShownChange, ...]:
    """Return the first places that changed, in notes that may be shown.

    Where anything is hidden, only keys of the note that the form was about have their words: lines
    of other notes, and of texts, may name what is hidden.
    """
    places = [place for change in changes for place in _places(visible_now, change)]
    more = len(places) - _MOST
    rest = (ShownChange(f"and {more} more"),) if more > 0 else ()
    return (*places[:_MOST], *rest)


def _places(now: Visible, change: NoteChange) -> Iterator[ShownChange]:
    note = now.journal.notes.get(note_at(now.journal, change.new_path))
    if note is None and not now.is_whole:
        return
    if change.to:
        yield ShownChange(f"{visible(change.path)} → {visible(change.to)}")
    if change.before is None or change.after is None:
        yield ShownChange(visible(change.new_path))
        return
    keys_end = note.body_line if note and note.id == now.note else 0
    for line, before, after in changed_lines(change):
        place = f"{visible(change.new_path)}:{line}"
        has_words = now.is_whole or (line < keys_end and not _has_comment(before, after))
        yield ShownChange(place, _cut(before), _cut(after)) if has_words else ShownChange(place)


def _has_comment(*sides: tuple[str, ...]) -> bool:
    return any("#" in line for side in sides for line in side)


def _cut(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        visible(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…") for line in lines
    )


def note_at(journal: Journal, path: str) -> str:
    """Return the id of the note at a path."""
    return journal.settings.layout.inner(path).removesuffix(".md")
