"""Makes a journal from what was read: links resolved, touchpoints by person, tasks by owner."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from journal.findings import Finding
from journal.folding import folded
from journal.library.attached_files import AttachedFiles
from journal.library.dated_values import as_of_day
from journal.library.journal import Journal, ResolvedLinks, by_id, by_kind, people_of
from journal.library.name_ranks import NoteNames
from journal.library.names import Names
from journal.library.resolver import NoteLinker
from journal.notes.kinds import holds_people
from journal.notes.records import AnyNote, Person, Touchpoint
from journal.reading.folder import JournalFolder
from journal.settings import Layout


def build_journal(folder: JournalFolder, today: date) -> Journal:
    """Return the journal of `folder` as of `today`; its findings include those of reading."""
    folder = folder.as_of(today)
    written = {note.id: note for note in sorted(folder.notes, key=by_id)}
    as_of_today = as_of_day(written, today, {})
    all_notes = written | as_of_today
    unread = unread_names(folder.left_out, folder.settings.layout)
    names = Names.of(chain(names_of(all_notes.values()), unread))
    linker = NoteLinker(names, all_notes, AttachedFiles(folder.attachments), today)
    links = {note.id: linker.link(note) for note in all_notes.values()}
    notes, links = _without_incomplete(all_notes, links)
    kinds = by_kind(notes.values())
    return Journal(
        today=today,
        settings=folder.settings,
        all_notes=all_notes,
        left_out=folder.left_out,
        left_out_private=folder.left_out_private,
        private_names=folder.private_names,
        notes=notes,
        **kinds,
        tasks=tuple(task for i, note in notes.items() for task in linker.tasks(note, links[i])),
        names=names,
        attachments=folder.attachments,
        as_written={note_id: written[note_id] for note_id in as_of_today},
        findings=all_findings(folder, links),
        links=links,
        telling={note.id: links[note.id].told for note in kinds["touchpoints"]},
        with_person=_with_person(kinds["touchpoints"], links),
        backlinks=_backlinks(notes, links),
    )


def names_of(notes: Iterable[AnyNote]) -> Iterator[NoteNames]:
    """Yield the names by which notes can be linked."""
    for note in notes:
        is_person = isinstance(note, Person)
        yield NoteNames(note.id, is_person, note.title, note.aliases, note.names)


def unread_names(note_ids: Iterable[str], layout: Layout) -> Iterator[NoteNames]:
    """Yield the names of files that could not be read: a link to one is not broken."""
    for note_id in note_ids:
        stem, folder = folded(note_id.rpartition("/")[2]), layout.kind_folder(note_id)
        yield NoteNames(note_id, holds_people(folder), "", (), (stem,))


def all_findings(folder: JournalFolder, links: Mapping[str, ResolvedLinks]) -> tuple[Finding, ...]:
    """Return what is wrong in the folder, and with its links."""
    found = chain.from_iterable(each.findings for each in links.values() if each.findings)
    return tuple(sorted({*folder.findings, *found}))


def _without_incomplete(
    all_notes: dict[str, AnyNote], links: dict[str, ResolvedLinks]
) -> tuple[dict[str, AnyNote], dict[str, ResolvedLinks]]:
    """Return the notes without incomplete ones, and all links, none of which leads to those."""
    left_out = frozenset(note_id for note_id, each in links.items() if each.is_left_out)
    if not left_out:
        return all_notes, links
    notes = {note_id: note for note_id, note in all_notes.items() if note_id not in left_out}
    return notes, {note_id: each.without(left_out) for note_id, each in links.items()}


def _with_person(
    touchpoints: Iterable[Touchpoint], links: Mapping[str, ResolvedLinks]
) -> dict[str, tuple[Touchpoint, ...]]:
    found: dict[str, list[Touchpoint]] = defaultdict(list)
    for note in touchpoints:
        for person in people_of(note, links[note.id]):
            found[person].append(note)
    return {person: tuple(notes) for person, notes in found.items()}


def _backlinks(
    notes: Iterable[str], links: Mapping[str, ResolvedLinks]
) -> dict[str, tuple[str, ...]]:
    """Return the ids of the notes that link to each note; `notes` are in the order of ids."""
    found: dict[str, list[str]] = defaultdict(list)
    for note_id in notes:
        for target in links[note_id].targets():
            if target != note_id:
                found[target].append(note_id)
    return {target: tuple(sources) for target, sources in found.items()}
