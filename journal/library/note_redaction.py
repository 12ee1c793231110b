"""Removes from one note its links to hidden notes, and their names from its texts."""

from collections.abc import Iterator
from typing import Any

import msgspec

from journal.body.contents import BodyLink, LinkTarget, Task
from journal.body.segments import redact_segments, targets_of, text_of
from journal.library.hidden_notes import HiddenNotes
from journal.library.resolver import LINK_KEYS
from journal.notes.note import DatedLine, PhaseLine, Ref
from journal.notes.records import AnyNote
from journal.vocabulary.key_types import Key


def redact_note(note: AnyNote, hidden: HiddenNotes) -> AnyNote:
    """Return a note without its links to hidden notes, and without the words of those links."""

    def is_shown(link: BodyLink) -> bool:
        return not hidden.may_be_target(note.id, LinkTarget(link.target, link.path))

    def leads(target: LinkTarget) -> bool:
        return hidden.may_be_target(note.id, target)

    found: dict[str, Any] = {
        key.attribute: tuple(
            ref for ref in getattr(note, key.attribute) if not _is_to_hidden(note, key, ref, hidden)
        )
        for key in LINK_KEYS[note.folder]
    }
    found["links"] = tuple(filter(is_shown, note.links))
    found["embeds"] = tuple(x for x in note.embeds if not leads(LinkTarget(x.target)))
    found["anchors"] = tuple(x for x in note.anchors if not any(map(leads, x.targets)))
    found["tasks"] = tuple(x for x in note.tasks if not task_links_to_hidden(x, note.id, hidden))
    found["texts"] = tuple((key, redact_segments(text, leads)) for key, text in note.texts)
    for key, text in note.texts:
        value = found.get(key, getattr(note, key))
        found[key] = _replaced(value, text_of(text), text_of(redact_segments(text, leads)))
    return msgspec.structs.replace(note, **found)


def _replaced(value: Any, before: str, after: str) -> Any:
    """Return a value in which the text `before` is replaced by `after`."""
    if isinstance(value, str):
        return after if value == before else value
    if isinstance(value, PhaseLine):
        return msgspec.structs.replace(value, note=_replaced(value.note, before, after))
    if isinstance(value, DatedLine):
        return msgspec.structs.replace(value, text=_replaced(value.text, before, after))
    return tuple(_replaced(each, before, after) for each in value)


def links_to_hidden(note: AnyNote, hidden: HiddenNotes) -> bool:
    """Whether any link in the note, wherever it is written, leads to a hidden note."""
    for key in LINK_KEYS[note.folder]:
        for ref in getattr(note, key.attribute):
            if _is_to_hidden(note, key, ref, hidden):
                return True
    return any(hidden.may_be_target(note.id, target) for target in _targets(note))


def _is_to_hidden(note: AnyNote, key: Key, ref: Ref, hidden: HiddenNotes) -> bool:
    return hidden.may_be_in_key(note.id, key, LinkTarget(ref.target, ref.path))


def task_links_to_hidden(task: Task, note_id: str, hidden: HiddenNotes) -> bool:
    """Whether any link in a task of the note `note_id` leads to a hidden note."""
    links = (LinkTarget(link.target, link.path) for link in task.links)
    targets = (*links, *targets_of(task.segments))
    return any(hidden.may_be_target(note_id, target) for target in targets)


def _targets(note: AnyNote) -> Iterator[LinkTarget]:
    """Yield where the links lead that stand in no key."""
    for link in note.links:
        yield LinkTarget(link.target, link.path)
    for embed in note.embeds:
        yield LinkTarget(embed.target)
        yield LinkTarget(embed.target, path=True)
    yield from note.inactive_targets
    for line in (*(text for _, text in note.texts), *(task.segments for task in note.tasks)):
        yield from targets_of(line)
