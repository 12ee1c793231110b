"""What was read to a journal: links resolved, touchpoints by person, tasks by owner."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from journal.findings import Finding
from journal.library.journal import Journal, Linked, by_id, by_kind, people_of
from journal.library.names import Named, Names
from journal.library.resolver import Linking
from journal.notes.identity import folded
from journal.notes.records import AnyNote, Touchpoint
from journal.reading.folder import JournalFolder


def build_journal(folder: JournalFolder, today: date) -> Journal:
    """Return the journal of `folder` as of `today`; its findings include those of reading."""
    folder = folder.as_of(today)
    read = {note.id: note for note in sorted(folder.notes, key=by_id)}
    names = Names(chain(named(read.values()), unread(folder.left_out)))
    linking = Linking(names, read, today)
    linked = {note.id: linking.link(note) for note in read.values()}
    notes, linked = _without_left_out(read, linked)
    kinds = by_kind(notes.values())
    return Journal(
        today=today,
        settings=folder.settings,
        read=read,
        left_out=folder.left_out,
        left_out_private=folder.left_out_private,
        private_names=folder.private_names,
        notes=notes,
        **kinds,
        tasks=tuple(task for i, note in notes.items() for task in linking.tasks(note, linked[i])),
        names=names,
        attachments=folder.attachments,
        findings=all_findings(folder, linked),
        linked=linked,
        telling={note.id: linked[note.id].told for note in kinds["touchpoints"]},
        with_person=_with_person(kinds["touchpoints"], linked),
        backlinks=_backlinks(notes, linked),
    )


def named(notes: Iterable[AnyNote]) -> Iterator[Named]:
    """Yield what notes can be linked by."""
    for note in notes:
        yield Named(note.id, note.names)


def unread(note_ids: Iterable[str]) -> Iterator[Named]:
    """Yield what files that are no notes yet can be linked by: a link to one is not to nothing."""
    for note_id in note_ids:
        names = (folded(note_id), folded(note_id.rpartition("/")[2]))
        yield Named(note_id, tuple(dict.fromkeys(names)))


def all_findings(folder: JournalFolder, linked: Mapping[str, Linked]) -> tuple[Finding, ...]:
    """Return what was found in reading and in linking."""
    found = chain.from_iterable(each.findings for each in linked.values() if each.findings)
    return tuple(sorted({*folder.findings, *found}))


def _without_left_out(
    read: dict[str, AnyNote], linked: dict[str, Linked]
) -> tuple[dict[str, AnyNote], dict[str, Linked]]:
    """Return the notes of the journal, and all links; nothing leads to a note left out."""
    out = frozenset(note_id for note_id, each in linked.items() if each.is_left_out)
    if not out:
        return read, linked
    notes = {note_id: note for note_id, note in read.items() if note_id not in out}
    return notes, {note_id: each.without(out) for note_id, each in linked.items()}


def _with_person(
    touchpoints: Iterable[Touchpoint], linked: Mapping[str, Linked]
) -> dict[str, tuple[Touchpoint, ...]]:
    found: dict[str, list[Touchpoint]] = defaultdict(list)
    for note in touchpoints:
        for person in people_of(note, linked[note.id]):
            found[person].append(note)
    return {person: tuple(notes) for person, notes in found.items()}


def _backlinks(notes: Iterable[str], linked: Mapping[str, Linked]) -> dict[str, tuple[str, ...]]:
    """Return who leads to each note; `notes` are in the order of ids."""
    found: dict[str, list[str]] = defaultdict(list)
    for note_id in notes:
        for target in linked[note_id].targets():
            if target != note_id:
                found[target].append(note_id)
    return {target: tuple(sources) for target, sources in found.items()}
