"""A change that somebody asked for by a verb: what it does to notes, and how to say it."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from journal.characters import quoted
from journal.errors import Refused
from journal.findings import Mistake
from journal.frontmatter import read_document
from journal.notes.kinds import FOLDERS, KEY_NAMES, Kind
from journal.notes.note import Note
from journal.notes.parsing import parse_note
from journal.settings import Layout
from journal.writing.front_matter_edit import with_item, with_value, without
from journal.writing.note_change import NoteChange, read_note


class AskedChange(NamedTuple):
    """What a verb does: a sentence for the person, and the changes; none if all is so already."""

    said: str
    changes: tuple[NoteChange, ...] = ()


#: Makes other bytes of a note's, of the given kind. Raises Refused.
Edit = Callable[[bytes, Kind], bytes]


def setting(key: str, value: str) -> Edit:
    """Return the edit that sets a key."""
    return lambda raw, kind: with_value(raw, kind, key, value)


def adding(key: str, item: str) -> Edit:
    """Return the edit that adds an item to a list."""
    return lambda raw, kind: with_item(raw, kind, key, item)


def dropping(key: str) -> Edit:
    """Return the edit that takes a key away."""
    return lambda raw, kind: without(raw, kind, key)


def edited(root: Path, note: Note, *edits: Edit, new_id: str = "") -> NoteChange:
    """Return a note changed by all edits, and moved if it is to have another id.

    Raises Refused, also for a mistake that would be new.
    """
    before = after = read_note(root, note.path)
    kind = FOLDERS[note.folder]
    try:
        for edit in edits:
            after = edit(after, kind)
        known = _mistakes(note, note.id, before)
        _refuse_new_mistake(known, _mistakes(note, new_id or note.id, after))
    except Refused as error:
        raise Refused(f"{quoted(note.path, limit=120)} was not changed. {error}") from error
    to = Layout(note.notes_root).path(f"{new_id}.md") if new_id and new_id != note.id else ""
    return NoteChange(note.path, before, after, to)


def _refuse_new_mistake(before: tuple[Mistake, ...], after: tuple[Mistake, ...]) -> None:
    known = Counter(map(_without_place, before))
    for mistake in after:
        known[_without_place(mistake)] -= 1
        if known[_without_place(mistake)] < 0:
            raise Refused(f"It would have a mistake: {mistake.message} ({mistake.hint}).")


def _mistakes(note: Note, note_id: str, raw: bytes) -> tuple[Mistake, ...]:
    own_folder = note_id.rpartition("/")[0]
    layout = Layout(note.notes_root, {note.folder: (own_folder,)})
    return parse_note(note_id, read_document(raw, KEY_NAMES), layout=layout).mistakes


def _without_place(mistake: Mistake) -> tuple[str, str]:
    return mistake.code, mistake.message
