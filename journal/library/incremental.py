"""The journal after an edit: what has not changed since is taken over."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import msgspec

from journal.library.assemble import all_findings, build_journal, named, unread
from journal.library.journal import (
    KINDS,
    Journal,
    Linked,
    OwnedTask,
    by_day,
    by_id,
    merged,
    people_of,
)
from journal.library.names import Names
from journal.library.resolver import Linking
from journal.notes.records import AnyNote, Touchpoint
from journal.reading.folder import JournalFolder

#: So many changes come from git or a sync program; then all is linked anew.
_MANY = 50


class _Change(NamedTuple):
    """What is read now, and which ids of it (or not of it any more) are not as before."""

    read: dict[str, AnyNote]
    come: frozenset[str]
    gone: frozenset[str]


def renewed_journal(before: Journal, folder: JournalFolder, today: date) -> Journal:
    """Return what `build_journal` does; sooner, where little has changed since `before`."""
    folder = folder.as_of(today)
    change = _change(before, folder)
    if before.today != today or len(change.come) + len(change.gone) > _MANY:
        return build_journal(folder, today)
    names = _names(before, change, folder.left_out)
    found = _Renewal(before, change, names).journal(folder) if names else None
    return found or build_journal(folder, today)


def _change(before: Journal, folder: JournalFolder) -> _Change:
    read = {note.id: note for note in folder.notes}
    known = before.read
    come = frozenset([i for i, note in read.items() if known.get(i) is not note])
    return _Change(read, come, frozenset(known.keys() - read.keys()))


def _names(before: Journal, change: _Change, left_out: frozenset[str]) -> Names | None:
    """Return what notes can be linked by now, or None where links may mean something else."""
    gone = [before.read[i] for i in (*change.come, *change.gone) if i in before.read]
    come = [change.read[i] for i in change.come]
    kept = {(note.id, note.names) for note in gone} & {(note.id, note.names) for note in come}
    lost = [*_but(gone, kept), *unread(before.left_out - left_out)]
    new = [*_but(come, kept), *unread(left_out - before.left_out)]
    read_now = before.left_out ^ left_out  # an id of these is, or was, no note: links to it differ
    if any(before.names.is_asked_for(names) for _, names in unread(read_now)):
        return None
    return before.names.renewed(lost, new) if lost or new else before.names


def _but(notes: Iterable[AnyNote], kept: Collection[tuple[str, tuple[str, ...]]]) -> Iterator[Any]:
    return (note for note in named(notes) if note not in kept)


class _Renewal:
    """One change of a journal whose links mean what they did."""

    def __init__(self, before: Journal, change: _Change, names: Names) -> None:
        self.before, self.change, self.names = before, change, names
        self.linking = Linking(names, change.read, before.today)
        self.again = change.come | (self._unclear() if names is not before.names else frozenset())
        self.linked = {i: self.linking.link(change.read[i]) for i in self.again}
        #: ids that are no part of the journal as they were in it before
        self.gone = self.again | change.gone

    def _unclear(self) -> frozenset[str]:
        """Return the notes with links that mean nothing: other names may be near to them now."""
        linked = self.before.linked.items()
        return frozenset(i for i, each in linked if each.findings) - self.change.gone

    def journal(self, folder: JournalFolder) -> Journal | None:
        """Return the journal, or None where other notes are left out, and others lead to them."""
        out = self._left_out()
        if out is None:
            return None
        self.linked = {i: each.without(out) for i, each in self.linked.items()}
        come = {i: self.change.read[i] for i in self.linked if i not in out}
        linked = self._linked()
        return msgspec.structs.replace(
            self.before,
            settings=folder.settings,
            read=self._in_order(self.before.read, {i: self.change.read[i] for i in self.linked}),
            left_out=folder.left_out,
            left_out_private=folder.left_out_private,
            private_names=folder.private_names,
            notes=self._in_order(self.before.notes, come),
            **self._kinds(come.values()),
            tasks=self._tasks(come.values()),
            names=self.names,
            attachments=folder.attachments,
            findings=all_findings(folder, linked),
            linked=linked,
            telling=self._telling(come.values()),
            with_person=self._with_person(come.values()),
            backlinks=self._backlinks(come),
        )

    def _left_out(self) -> frozenset[str] | None:
        """Return the ids of the notes that are left out, or None where that touches others."""
        before = frozenset(self.before.read.keys() - self.before.notes.keys())
        now = frozenset(i for i, each in self.linked.items() if each.is_left_out)
        out = (before - self.gone) | now
        turned = (before ^ out) - self.change.gone
        read = self.change.read
        if any(self.names.is_asked_for(read[i].names) for i in turned):
            return None
        return out

    def _in_order(
        self, before: Mapping[str, AnyNote], come: Mapping[str, AnyNote]
    ) -> dict[str, AnyNote]:
        """Return notes by id, in the order of ids."""
        if all(i in before for i in come) and not (self.gone - come.keys()) & before.keys():
            return {**before, **come}
        kept = {i: note for i, note in before.items() if i not in self.gone}
        return dict(sorted({**kept, **come}.items()))

    def _kinds(self, come: Iterable[AnyNote]) -> dict[str, Any]:
        """Return the kinds that have changed, each in its order."""
        found: dict[str, Any] = {}
        new, read = list(come), self.before.read
        touched = {type(note) for note in (*new, *(read[i] for i in self.gone if i in read))}
        for kind in touched:
            name, order = KINDS[kind], by_day if kind is Touchpoint else by_id
            of_kind = [note for note in new if type(note) is kind]
            found[name] = merged(getattr(self.before, name), self.gone, of_kind, order)
        return found

    def _linked(self) -> dict[str, Linked]:
        kept = dict(self.before.linked)
        for note_id in self.change.gone:
            del kept[note_id]
        return kept | self.linked

    def _tasks(self, come: Iterable[AnyNote]) -> tuple[OwnedTask, ...]:
        tasks = [task for task in self.before.tasks if task.note not in self.gone]
        for note in come:
            tasks += self.linking.tasks(note, self.linked[note.id])
        return tuple(sorted(tasks, key=lambda task: task.note))

    def _telling(self, come: Iterable[AnyNote]) -> dict[str, frozenset[str]]:
        telling = dict(self.before.telling)
        for note_id in self.gone:
            telling.pop(note_id, None)
        touchpoints = (note.id for note in come if isinstance(note, Touchpoint))
        return telling | {note_id: self.linked[note_id].told for note_id in touchpoints}

    def _with_person(self, come: Iterable[AnyNote]) -> dict[str, tuple[Touchpoint, ...]]:
        found = dict(self.before.with_person)
        new = [note for note in come if isinstance(note, Touchpoint)]
        people = {person for note in new for person in people_of(note, self.linked[note.id])}
        earlier = (self.before.linked[i] for i in self.gone if i in self.before.linked)
        people.update(person for each in earlier for person in each.keys.get("people", ()))
        for person in people:
            with_them = [n for n in new if person in people_of(n, self.linked[n.id])]
            found[person] = merged(found.get(person, ()), self.gone, with_them, by_day)
        return {person: notes for person, notes in found.items() if notes}

    def _backlinks(self, come: Collection[str]) -> dict[str, tuple[str, ...]]:
        found = dict(self.before.backlinks)
        earlier = (self.before.linked[i] for i in self.gone if i in self.before.linked)
        touched = {target for each in earlier for target in each.targets()}
        touched.update(target for i in come for target in self.linked[i].targets())
        for target in touched:
            new = [i for i in come if i != target and target in self.linked[i].targets()]
            kept = [i for i in found.pop(target, ()) if i not in self.gone]
            if kept or new:
                found[target] = tuple(sorted((*kept, *new)))
        return found
