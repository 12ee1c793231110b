"""The journal without what may not be shown: made once, so that no page has to remember.

Private notes, drafts, and what is about nobody else are not in it. What links to them is a few
words, “a private note”, in which no name is left. Site, feeds, search and exports are given this
journal and never the whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec

from journal.file_names import SETTINGS_FILE
from journal.findings import Finding
from journal.library.assemble import names_of, unread_names
from journal.library.attached_files import AttachedFiles
from journal.library.hidden_notes import HiddenNotes, find_hidden, without_stray_names
from journal.library.journal import KIND_ATTRIBUTES, Journal, OwnedTask, ResolvedLinks
from journal.library.names import Names
from journal.library.note_redaction import links_to_hidden, redact_note, task_links_to_hidden
from journal.library.resolver import NoteLinker
from journal.markup.body_redaction import redact_body
from journal.notes.records import AnyNote, Touchpoint
from journal.reading.scan import note_id_of

_Value = TypeVar("_Value")


class _Redactions(NamedTuple):
    """The notes that were searched for hidden links, and those that were redacted."""

    notes: Mapping[str, AnyNote]
    redacted: Mapping[str, AnyNote]


class RedactedJournal:
    """A journal without its hidden notes, as it may be shown."""

    def __init__(self, journal: Journal, hidden: HiddenNotes, redactions: _Redactions) -> None:
        self.journal, self.hidden = journal, hidden
        self._redactions = redactions

    def body(self, note_id: str, html: str) -> str:
        """Return a rendered body without what its links to hidden notes say."""
        if note_id not in self._redactions.redacted:
            return html
        return redact_body(html, lambda target: self.hidden.may_be_target(note_id, target))

    def updated(self, journal: Journal, *, private: bool, drafts: bool) -> "RedactedJournal":
        """Return what `redact_journal` returns, sooner if the same is hidden as in this one."""
        hidden = HiddenNotes(journal, find_hidden(journal, private=private, drafts=drafts))
        before = self._redactions if hidden.continues(self.hidden) else None
        return _without(journal if private else without_stray_names(journal), hidden, before)


def redact_journal(
    journal: Journal, *, private: bool = False, drafts: bool = False
) -> RedactedJournal:
    """Return the journal as it may be shown; private notes and drafts only where asked for."""
    hidden = HiddenNotes(journal, find_hidden(journal, private=private, drafts=drafts))
    return _without(journal if private else without_stray_names(journal), hidden, None)


def _without(journal: Journal, hidden: HiddenNotes, before: _Redactions | None) -> RedactedJournal:
    if not hidden.ids:
        return RedactedJournal(journal, hidden, _Redactions({}, {}))
    return _Redaction(journal, hidden, before).redacted()


class _Redaction:
    """Redacts one journal. Little of it is hidden, so most is copied as it is."""

    def __init__(self, journal: Journal, hidden: HiddenNotes, before: _Redactions | None) -> None:
        self.journal, self.hidden = journal, hidden
        #: the notes that link to hidden ones, as they may be shown
        self.new = dict(self._redacted(before or _Redactions({}, {})))

    def _redacted(self, before: _Redactions) -> Iterator[tuple[str, AnyNote]]:
        known, hidden = before.notes, self.hidden
        for note_id, note in self.journal.all_notes.items():
            if known.get(note_id) is note:
                if note_id in before.redacted:
                    yield note_id, before.redacted[note_id]
            elif note_id not in hidden.ids and links_to_hidden(note, hidden):
                yield note_id, redact_note(note, hidden)

    def redacted(self) -> RedactedJournal:
        whole, ids = self.journal, self.hidden.ids
        all_notes = self._shown(whole.all_notes) | self.new
        removed = [
            *names_of(whole.all_notes[i] for i in ids if i in whole.all_notes),
            *unread_names(ids & whole.left_out, whole.settings.layout),
        ]
        names = whole.names.without(removed)
        journal = msgspec.structs.replace(
            whole,
            all_notes=all_notes,
            as_written={},
            left_out=whole.left_out - ids,
            left_out_private=whole.left_out_private - ids,
            private_names=frozenset(),
            notes={i: all_notes[i] for i in self._shown(whole.notes)},
            **{kind: self._in_order(getattr(whole, kind)) for kind in KIND_ATTRIBUTES.values()},
            tasks=tuple(self._tasks()),
            names=names,
            findings=self._findings(all_notes, names),
            links=self._links(),
            telling=self._telling(),
            with_person=self._with_person(),
            backlinks=self._backlinks(),
        )
        return RedactedJournal(journal, self.hidden, _Redactions(whole.all_notes, self.new))

    def _shown(self, by_id: Mapping[str, _Value]) -> dict[str, _Value]:
        """Return a copy without what is hidden."""
        found = dict(by_id)
        for note_id in self.hidden.ids & found.keys():
            del found[note_id]
        return found

    def _in_order(self, notes: Iterable[Any]) -> tuple[Any, ...]:
        ids, new = self.hidden.ids, self.new
        return tuple([new.get(note.id, note) for note in notes if note.id not in ids])

    def _tasks(self) -> Iterator[OwnedTask]:
        """Yield the tasks that link to nothing hidden, and belong to somebody who may be shown."""
        ids, new = self.hidden.ids, self.new
        for owned in self.journal.tasks:
            if owned.note not in ids:
                yield from self._task(owned) if owned.note in new else (owned,)

    def _task(self, owned: OwnedTask) -> Iterator[OwnedTask]:
        people = tuple([person for person in owned.people if person not in self.hidden.ids])
        is_whose = bool(people) or not owned.people
        if is_whose and not task_links_to_hidden(owned.task, owned.note, self.hidden):
            yield owned._replace(people=people)

    def _links(self) -> dict[str, ResolvedLinks]:
        found = self._shown(self.journal.links)
        found.update((i, found[i].without(self.hidden.ids)) for i in self.new)
        return found

    def _telling(self) -> dict[str, frozenset[str]]:
        found = self._shown(self.journal.telling)
        found.update((i, found[i] - self.hidden.ids) for i in self.new if i in found)
        return found

    def _with_person(self) -> dict[str, tuple[Touchpoint, ...]]:
        found = self._shown(self.journal.with_person)
        touched = (self.journal.links[i] for i in (*self.new, *self._hidden_with_links))
        for person in {who for each in touched for who in each.keys.get("people", ())}:
            if person in found:
                found[person] = self._in_order(found[person])
        return {person: notes for person, notes in found.items() if notes}

    def _backlinks(self) -> dict[str, tuple[str, ...]]:
        ids, found = self.hidden.ids, self._shown(self.journal.backlinks)
        for target in {
            to for i in self._hidden_with_links for to in self.journal.links[i].targets()
        }:
            if others := [one for one in found.pop(target, ()) if one not in ids]:
                found[target] = tuple(others)
        return found

    @property
    def _hidden_with_links(self) -> Iterable[str]:
        """The ids of the hidden notes that have links."""
        return self.hidden.ids & self.journal.links.keys()

    def _findings(self, notes: Mapping[str, AnyNote], names: Names) -> tuple[Finding, ...]:
        """Return the findings in notes that may be shown, as if the others did not exist."""
        whole, shown = self.journal, notes.keys() | (self.journal.left_out - self.hidden.ids)
        linker = NoteLinker(names, notes, AttachedFiles(whole.attachments), whole.today)
        faulty = [i for i, each in whole.links.items() if each.findings]
        of_links = {finding for i in faulty for finding in whole.links[i].findings}
        layout = whole.settings.layout
        no_notes = (SETTINGS_FILE, layout.place)  # findings that are about no single note
        found = {
            finding
            for finding in whole.findings
            if finding.path in no_notes or note_id_of(layout.inner(finding.path)) in shown
        }
        found -= of_links
        found.update(f for i in faulty if i in notes for f in linker.link(notes[i]).findings)
        return tuple(sorted(found))
