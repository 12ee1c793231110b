"""The journal without what may not be shown: made once, so that no page has to remember.

Private notes, drafts, and what is about nobody else are not in it. What links to them is a few
words, “a private note”, in which no name is left. Site, feeds, search and exports are given this
journal and never the whole.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from journal.body.records import Target, Task
from journal.body.text import redact, targets_in, words
from journal.findings import Finding
from journal.library.build import named, unread
from journal.library.journal import Journal, OwnedTask
from journal.library.kinds import KINDS
from journal.library.linking import Linking
from journal.library.links import LINK_KEYS
from journal.library.names import Names
from journal.library.privacy import Hidden, hidden_in
from journal.markup.redaction import redact_body
from journal.notes.records import AnyNote, PhaseLine, Touchpoint
from journal.settings import SETTINGS_FILE


class Redacted(NamedTuple):
    """A journal without its hidden notes; `linking` are those of its notes that link to one."""

    journal: Journal
    hidden: Hidden
    linking: frozenset[str]

    def body(self, note_id: str, html: str) -> str:
        """Return a rendered body without what its links to hidden notes say."""
        if note_id not in self.linking:
            return html
        return redact_body(html, lambda target: self.hidden.leads(note_id, target))


def shown_journal(journal: Journal, *, private: bool = False, drafts: bool = False) -> Redacted:
    """Return the journal as it may be shown; private notes and drafts only where asked for."""
    return without(journal, hidden_in(journal, private=private, drafts=drafts))


def without(journal: Journal, hidden: frozenset[str]) -> Redacted:
    """Return the journal as one that never had the notes `hidden`, links to them unnamed."""
    found = Hidden(journal, hidden)
    if not hidden:
        return Redacted(journal, found, frozenset())
    return _Without(journal, found).redacted()


class _Without:
    """One journal, and what is taken out of it."""

    def __init__(self, journal: Journal, hidden: Hidden) -> None:
        self.journal, self.hidden = journal, hidden
        #: notes with links to something hidden, as they may be shown
        self.new = {
            note_id: redacted_note(note, hidden)
            for note_id, note in journal.read.items()
            if note_id not in hidden.ids and _leads_anywhere(note, hidden)
        }

    def redacted(self) -> Redacted:
        whole, ids = self.journal, self.hidden.ids
        read = self._notes(whole.read)
        names = whole.names.without(
            [*named(whole.read[i] for i in ids if i in whole.read), *unread(ids & whole.left_out)]
        )
        linked = {i: each.without(ids) for i, each in whole.linked.items() if i not in ids}
        journal = msgspec.structs.replace(
            whole,
            read=read,
            left_out=whole.left_out - ids,
            left_out_private=whole.left_out_private - ids,
            notes=self._notes(whole.notes),
            **{kind: self._in_order(getattr(whole, kind)) for kind in KINDS.values()},
            tasks=tuple(self._tasks()),
            names=names,
            findings=self._findings(read, names),
            linked=linked,
            telling={i: told - ids for i, told in whole.telling.items() if i not in ids},
            with_person=self._with_person(),
            backlinks=self._backlinks(),
        )
        return Redacted(journal, self.hidden, frozenset(self.new))

    def _notes(self, notes: Mapping[str, AnyNote]) -> dict[str, AnyNote]:
        ids, new = self.hidden.ids, self.new
        return {i: new.get(i, note) for i, note in notes.items() if i not in ids}

    def _in_order(self, notes: Iterable[Any]) -> tuple[Any, ...]:
        ids, new = self.hidden.ids, self.new
        return tuple([new.get(note.id, note) for note in notes if note.id not in ids])

    def _tasks(self) -> Iterator[OwnedTask]:
        """Yield the tasks that name nothing hidden, and belong to somebody who may be shown."""
        for owned in self.journal.tasks:
            people = tuple([person for person in owned.people if person not in self.hidden.ids])
            if owned.note in self.hidden.ids or (owned.people and not people):
                continue
            if not _names_hidden(owned.task, owned.note, self.hidden):
                yield owned._replace(people=people)

    def _with_person(self) -> dict[str, tuple[Touchpoint, ...]]:
        found = self.journal.with_person.items()
        kept = ((who, self._in_order(them)) for who, them in found if who not in self.hidden.ids)
        return {who: them for who, them in kept if them}

    def _backlinks(self) -> dict[str, tuple[str, ...]]:
        ids = self.hidden.ids
        found = ((i, s) for i, s in self.journal.backlinks.items() if i not in ids)
        kept = ((i, tuple([one for one in s if one not in ids])) for i, s in found)
        return {target: sources for target, sources in kept if sources}

    def _findings(self, read: Mapping[str, AnyNote], names: Names) -> tuple[Finding, ...]:
        """Return what was found in notes that may be shown, as if the others were not there."""
        whole = self.journal
        paths = {SETTINGS_FILE, *(f"content/{i}.md" for i in whole.left_out - self.hidden.ids)}
        paths.update(note.path for note in read.values())
        linking = Linking(names, read, whole.today)
        amiss = [i for i, each in whole.linked.items() if each.findings]
        of_links = {finding for i in amiss for finding in whole.linked[i].findings}
        found = {f for f in whole.findings if _composed(f.path) in paths} - of_links
        found.update(f for i in amiss if i in read for f in linking.link(read[i]).findings)
        return tuple(sorted(found))


def _composed(path: str) -> str:
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def _names_hidden(task: Task, note_id: str, hidden: Hidden) -> bool:
    links = (Target(link.target, link.path) for link in task.targets)
    said = (
        target for part in task.segments if not isinstance(part, str) for target in part.targets
    )
    return any(hidden.leads(note_id, target) for target in (*links, *said))


def _leads_anywhere(note: AnyNote, hidden: Hidden) -> bool:
    """Whether any link that was written anywhere in the note leads to something hidden."""
    return any(hidden.leads(note.id, target) for target in _targets(note))


def _targets(note: AnyNote) -> Iterator[Target]:
    for key in LINK_KEYS[note.folder]:
        for ref in getattr(note, key.attribute):
            yield Target(ref.target, ref.path)
    for link in note.links:
        yield Target(link.target, link.path)
    for embed in note.embeds:
        yield Target(embed.target)
        yield Target(embed.target, path=True)
    yield from note.typed
    for line in (*(text for _, text in note.texts), *(task.segments for task in note.tasks)):
        yield from targets_in(line)


def redacted_note(note: AnyNote, hidden: Hidden) -> AnyNote:
    """Return a note without its links to what is hidden, and with such texts unnamed."""

    def leads(target: Target) -> bool:
        return hidden.leads(note.id, target)

    found: dict[str, Any] = {
        key.attribute: tuple(
            ref for ref in getattr(note, key.attribute) if not leads(Target(ref.target, ref.path))
        )
        for key in LINK_KEYS[note.folder]
    }
    found["links"] = tuple(x for x in note.links if not leads(Target(x.target, x.path)))
    found["embeds"] = tuple(x for x in note.embeds if not leads(Target(x.target)))
    found["tasks"] = tuple(x for x in note.tasks if not _names_hidden(x, note.id, hidden))
    found["texts"] = tuple((key, redact(text, leads)) for key, text in note.texts)
    for key, text in note.texts:
        value = found.get(key, getattr(note, key))
        found[key] = _replaced(value, words(text), words(redact(text, leads)))
    return msgspec.structs.replace(note, **found)


def _replaced(value: Any, before: str, after: str) -> Any:
    """Return a value in which the text `before` is `after`, wherever it stands in it."""
    if isinstance(value, str):
        return after if value == before else value
    if isinstance(value, PhaseLine):
        return msgspec.structs.replace(value, note=_replaced(value.note, before, after))
    return tuple(_replaced(each, before, after) for each in value)
