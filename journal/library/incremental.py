"""Updates a journal after an edit; whatever has not changed is kept."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import msgspec

from journal.library.assemble import all_findings, build_journal, names_of, unread_names
from journal.library.attached_files import AttachedFiles
from journal.library.dated_values import as_of_day
from journal.library.journal import (
    KIND_ATTRIBUTES,
    Journal,
    OwnedTask,
    ResolvedLinks,
    by_day,
    by_id,
    merged,
    people_of,
)
from journal.library.names import Names
from journal.library.resolver import NoteLinker
from journal.notes.records import AnyNote, Touchpoint
from journal.reading.folder import JournalFolder

#: More changes at once come from git or a sync program; then all notes are linked again.
_MANY = 50


class _Changes(NamedTuple):
    """All notes as they are now, the ids of new or changed ones, and of those removed.

    `as_written` has those that would read otherwise on another day.
    """

    notes: dict[str, AnyNote]
    as_written: dict[str, AnyNote]
    changed: frozenset[str]
    removed: frozenset[str]


def update_journal(before: Journal, folder: JournalFolder, today: date) -> Journal:
    """Return what `build_journal` returns, sooner if little has changed since `before`."""
    folder = folder.as_of(today)
    changes = _changes(before, folder)
    if _is_other(before, folder, today) or len(changes.changed) + len(changes.removed) > _MANY:
        return build_journal(folder, today)
    names = _names_now(before, changes, folder.left_out)
    found = _Update(before, changes, names).journal(folder) if names else None
    return found or build_journal(folder, today)


def _is_other(before: Journal, folder: JournalFolder, today: date) -> bool:
    """Say whether links may mean something else, though no note has changed."""
    is_same = before.today == today and before.settings.layout == folder.settings.layout
    return not is_same or before.attachments != folder.attachments


def _changes(before: Journal, folder: JournalFolder) -> _Changes:
    written = {note.id: note for note in folder.notes}
    known = before.all_notes
    same = {i: (note, known[i]) for i, note in before.as_written.items() if i in known}
    as_of_today = as_of_day(written, before.today, same)
    notes, as_written = written | as_of_today, {i: written[i] for i in as_of_today}
    changed = frozenset([i for i, note in notes.items() if known.get(i) is not note])
    return _Changes(notes, as_written, changed, frozenset(known.keys() - notes.keys()))


def _names_now(before: Journal, changes: _Changes, left_out: frozenset[str]) -> Names | None:
    """Return the names as they are now, or None if some link may mean another note now."""
    layout, touched = before.settings.layout, (*changes.changed, *changes.removed)
    old = {*names_of(before.all_notes[i] for i in touched if i in before.all_notes)}
    new = {*names_of(changes.notes[i] for i in changes.changed)}
    removed = [*(old - new), *unread_names(before.left_out - left_out, layout)]
    added = [*(new - old), *unread_names(left_out - before.left_out, layout)]
    turned = before.left_out ^ left_out  # an id of these is, or was, no note: links to it differ
    if any(before.names.was_looked_up(each.folded) for each in unread_names(turned, layout)):
        return None
    return before.names.updated(removed, added) if removed or added else before.names


class _Update:
    """One update of a journal in which every link still means the same note."""

    def __init__(self, before: Journal, changes: _Changes, names: Names) -> None:
        self.before, self.changes, self.names = before, changes, names
        files = AttachedFiles(before.attachments)
        self.linker = NoteLinker(names, changes.notes, files, before.today)
        again = changes.changed | self._leading_to_changed_parts()
        if names is not before.names:
            again |= self._unresolved()
        #: the links of the notes that were linked again
        self.links = {i: self.linker.link(changes.notes[i]) for i in again}
        #: ids of the notes that were changed, linked again, or removed
        self.outdated = again | changes.removed

    def _leading_to_changed_parts(self) -> frozenset[str]:
        """Return the notes that link to one whose headings or blocks are others now."""
        known, notes = self.before.all_notes, self.changes.notes
        changed = [
            i for i in self.changes.changed if i in known and known[i].anchors != notes[i].anchors
        ]
        if not changed:
            return frozenset()
        links = self.before.links.items()
        found = (i for i, each in links if not each.targets().isdisjoint(changed))
        return frozenset(found) - self.changes.removed

    def _unresolved(self) -> frozenset[str]:
        """Return the notes with broken links: another name may be suggested for them now."""
        links = self.before.links.items()
        return frozenset(i for i, each in links if each.findings) - self.changes.removed

    def journal(self, folder: JournalFolder) -> Journal | None:
        """Return the journal, or None if other notes' links change with incomplete ones."""
        left_out = self._incomplete()
        if left_out is None:
            return None
        self.links = {i: each.without(left_out) for i, each in self.links.items()}
        read = {i: self.changes.notes[i] for i in self.links}
        new = {i: note for i, note in read.items() if i not in left_out}
        links = self._all_links()
        return msgspec.structs.replace(
            self.before,
            settings=folder.settings,
            all_notes=self._in_order(self.before.all_notes, read),
            left_out=folder.left_out,
            left_out_private=folder.left_out_private,
            private_names=folder.private_names,
            notes=self._in_order(self.before.notes, new),
            **self._kinds(new.values()),
            tasks=self._tasks(new.values()),
            names=self.names,
            attachments=folder.attachments,
            as_written=self.changes.as_written,
            findings=all_findings(folder, links),
            links=links,
            telling=self._telling(new.values()),
            with_person=self._with_person(new.values()),
            backlinks=self._backlinks(new),
        )

    def _incomplete(self) -> frozenset[str] | None:
        """Return the ids of incomplete notes, or None if other notes' links change with them."""
        before = frozenset(self.before.all_notes.keys() - self.before.notes.keys())
        now = frozenset(i for i, each in self.links.items() if each.is_left_out)
        left_out = (before - self.outdated) | now
        turned = (before ^ left_out) - self.changes.removed
        notes = self.changes.notes
        if any(self.names.was_looked_up(notes[i].names) for i in turned):
            return None
        return left_out

    def _in_order(
        self, before: Mapping[str, AnyNote], new: Mapping[str, AnyNote]
    ) -> dict[str, AnyNote]:
        """Return notes by id, in the order of ids."""
        if all(i in before for i in new) and not (self.outdated - new.keys()) & before.keys():
            return {**before, **new}
        same = {i: note for i, note in before.items() if i not in self.outdated}
        return dict(sorted({**same, **new}.items()))

    def _kinds(self, new: Iterable[AnyNote]) -> dict[str, Any]:
        """Return the notes of each kind that has changed, by the journal's attribute."""
        found: dict[str, Any] = {}
        new, known = list(new), self.before.all_notes
        old = (known[i] for i in self.outdated if i in known)
        for kind in {type(note) for note in (*new, *old)}:
            name, order = KIND_ATTRIBUTES[kind], by_day if kind is Touchpoint else by_id
            of_kind = [note for note in new if type(note) is kind]
            found[name] = merged(getattr(self.before, name), self.outdated, of_kind, order)
        return found

    def _all_links(self) -> dict[str, ResolvedLinks]:
        links = dict(self.before.links)
        for note_id in self.changes.removed:
            del links[note_id]
        return links | self.links

    def _tasks(self, new: Iterable[AnyNote]) -> tuple[OwnedTask, ...]:
        tasks = [task for task in self.before.tasks if task.note not in self.outdated]
        for note in new:
            tasks += self.linker.tasks(note, self.links[note.id])
        return tuple(sorted(tasks, key=lambda task: task.note))

    def _telling(self, new: Iterable[AnyNote]) -> dict[str, frozenset[str]]:
        telling = dict(self.before.telling)
        for note_id in self.outdated:
            telling.pop(note_id, None)
        touchpoints = (note.id for note in new if isinstance(note, Touchpoint))
        return telling | {note_id: self.links[note_id].told for note_id in touchpoints}

    def _with_person(self, new: Iterable[AnyNote]) -> dict[str, tuple[Touchpoint, ...]]:
        found = dict(self.before.with_person)
        touchpoints = [note for note in new if isinstance(note, Touchpoint)]
        people = {person for note in touchpoints for person in people_of(note, self.links[note.id])}
        for links in self._old_links():
            people.update(links.keys.get("people", ()))
        for person in people:
            theirs = [n for n in touchpoints if person in people_of(n, self.links[n.id])]
            found[person] = merged(found.get(person, ()), self.outdated, theirs, by_day)
        return {person: notes for person, notes in found.items() if notes}

    def _backlinks(self, new: Collection[str]) -> dict[str, tuple[str, ...]]:
        found = dict(self.before.backlinks)
        touched = {target for each in self._old_links() for target in each.targets()}
        touched.update(target for i in new for target in self.links[i].targets())
        for target in touched:
            added = [i for i in new if i != target and target in self.links[i].targets()]
            same = [i for i in found.pop(target, ()) if i not in self.outdated]
            if same or added:
                found[target] = tuple(sorted((*same, *added)))
        return found

    def _old_links(self) -> Iterator[ResolvedLinks]:
        """Yield the links that the outdated notes had."""
        links = self.before.links
        return (links[i] for i in self.outdated if i in links)
