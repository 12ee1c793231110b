"""Whether links mean the same notes after a change as before it."""

from collections.abc import Iterable, Mapping, Sequence

from journal.characters import quoted
from journal.errors import Refused
from journal.frontmatter import read_document
from journal.library import Journal
from journal.library.assemble import names_of, unread_names
from journal.library.attached_files import AttachedFiles
from journal.library.journal import ResolvedLinks
from journal.library.names import Names
from journal.library.resolver import NoteLinker
from journal.notes.kinds import KEY_NAMES
from journal.notes.parsing import parse_note
from journal.notes.records import AnyNote
from journal.reading.scan import note_id_of
from journal.values import latest_day
from journal.writing.note_change import NoteChange


def refuse_other_links(
    journal: Journal, new_ids: Mapping[str, str], changes: Sequence[NoteChange]
) -> int:
    """Refuse changes after which a link leads elsewhere; `new_ids` has those of moved notes.

    Returns in how many notes a link that led nowhere leads somewhere then.
    """
    before, after = dict(journal.all_notes), dict(journal.all_notes)
    for change in changes:
        note = _note_after(journal, change)
        if note is not None:
            after.pop(_id(journal, change.path), None)
            after[note.id] = note
    old, new = _links(journal, before), _links(journal, after)
    gained = 0
    for note_id, links in old.items():
        now = new[new_ids.get(note_id, note_id)]
        wanted = _renamed(links, new_ids)
        if not _holds(wanted, now):
            path = quoted(journal.all_notes[note_id].path, 120)
            raise Refused(f"A link in {path} would lead elsewhere, so nothing was changed.")
        gained += now != wanted
    return gained


def _note_after(journal: Journal, change: NoteChange) -> AnyNote | None:
    note_id, layout = _id(journal, change.new_path), journal.settings.layout
    if "/" not in note_id or change.after is None:  # the inbox
        return None
    document = read_document(change.after, KEY_NAMES)
    return parse_note(note_id, document, latest_day(journal.today), layout).note


def _id(journal: Journal, path: str) -> str:
    return note_id_of(journal.settings.layout.inner(path))


def _links(journal: Journal, notes: Mapping[str, AnyNote]) -> dict[str, ResolvedLinks]:
    unread = unread_names(journal.left_out, journal.settings.layout)
    names = Names.of((*names_of(notes.values()), *unread))
    linker = NoteLinker(names, notes, AttachedFiles(journal.attachments), journal.today)
    return {note.id: linker.link(note)._replace(findings=()) for note in notes.values()}


def _renamed(links: ResolvedLinks, new_ids: Mapping[str, str]) -> ResolvedLinks:
    def now(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(new_ids.get(note_id, note_id) for note_id in ids)

    keys = {key: now(ids) for key, ids in links.keys.items()}
    return links._replace(keys=keys, text=now(links.text), told=frozenset(now(links.told)))


def _holds(wanted: ResolvedLinks, now: ResolvedLinks) -> bool:
    """Whether all that a note links to is there, key by key; more may be."""
    keys = all(set(ids) <= set(now.keys.get(key, ())) for key, ids in wanted.keys.items())
    return keys and set(wanted.text) <= set(now.text) and wanted.told <= now.told
