"""What may be shown to others. The one place that decides about private notes and drafts."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from journal.findings import Finding, shown
from journal.library.journal import Journal, OwnedTask
from journal.notes.records import Note, Person, Touchpoint

_AnyNote = TypeVar("_AnyNote", bound=Note)
#: What stands where a private note would be named.
UNNAMED = "a private note"
#: The key that says whom a note is about: with all of them hidden, the note is hidden too.
_ABOUT = {
    "touchpoints": "people",
    "news": "about",
    "opportunities": "for",
    "trips": "who",
    "lessons": "from",
}


class Visible:
    """The notes that site and feeds show, and what may be said of them."""

    def __init__(self, journal: Journal, private: bool = False, drafts: bool = False) -> None:
        self.journal = journal
        self._private, self._drafts = private, drafts
        self.hidden = frozenset(self._hidden())

    def _hidden(self) -> Iterable[str]:
        own = {
            note_id
            for note_id, note in self.journal.notes.items()
            if (note.private and not self._private) or (note.draft and not self._drafts)
        }
        yield from own
        leading = (self.journal.backlinks.get(note_id, ()) for note_id in own)
        for note_id in {source for sources in leading for source in sources}:
            note = self.journal.notes[note_id]
            about = self.journal.refs(note, _ABOUT.get(note.folder, ""))
            if about and own.issuperset(about):
                yield note_id

    def shows(self, note_id: str) -> bool:
        """Whether that note may be named; `me` is no note and may be named."""
        return note_id not in self.hidden

    def ids(self, note_ids: Iterable[str]) -> tuple[str, ...]:
        """Return those of the ids that may be named, in their order."""
        hidden = self.hidden
        if not hidden:
            return tuple(note_ids)
        return tuple([note_id for note_id in note_ids if note_id not in hidden])

    def refs(self, note: Note, key: str) -> tuple[str, ...]:
        """Return the ids that `key` of `note` links to and that may be named."""
        return self.ids(self.journal.refs(note, key))

    def notes(self, notes: Iterable[_AnyNote]) -> tuple[_AnyNote, ...]:
        """Return those of the notes that may be shown, in their order."""
        hidden = self.hidden
        return tuple([note for note in notes if note.id not in hidden] if hidden else notes)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody who may be shown, in the order of ids."""
        return self.notes(self.journal.people)

    @cached_property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """All touchpoints that may be shown, oldest first."""
        return self.notes(self.journal.touchpoints)

    @cached_property
    def with_person(self) -> Mapping[str, tuple[Touchpoint, ...]]:
        """Touchpoints that may be shown, by person, oldest first."""
        found: dict[str, list[Touchpoint]] = defaultdict(list)
        for note in self.touchpoints:
            for person in self.refs(note, "people"):
                found[person].append(note)
        return {person: tuple(notes) for person, notes in found.items()}

    def shows_task(self, owned: OwnedTask) -> bool:
        """Whether a task may be shown: it names nothing hidden, and is of no hidden note."""
        if not self.shows(owned.note):
            return False
        note = self.journal.notes[owned.note]
        if isinstance(note, Touchpoint) and note.state == "cancelled":
            return False
        targets = (self.journal.find(note, link.target, link.path) for link in owned.task.targets)
        if any(target and not self.shows(target) for target in targets):
            return False
        return not owned.people or bool(self.ids(owned.people))

    def is_clean(self, note: Note) -> bool:
        """Whether the text of `note` links to nothing hidden."""
        return not any(True for _ in self._hidden_links(note))

    def _hidden_links(self, note: Note) -> Iterable[str]:
        if not self.hidden:
            return
        for link in note.links:
            target = self.journal.find(note, link.target, link.path)
            if target in self.hidden:
                yield link.shown or link.target

    def opening(self, note: Note) -> str:
        """Return the beginning of a note's text, links to hidden notes unnamed."""
        return self.without(note.opening, note)

    def without(self, text: str, note: Note) -> str:
        """Return plain text out of `note`, its links to hidden notes unnamed."""
        for name in sorted(self._hidden_links(note), key=len, reverse=True):
            text = text.replace(name, UNNAMED)
        return text

    def names_hidden(self, text: str) -> bool:
        """Whether a sentence of the program's own names a hidden note."""
        return bool(self._names and self._names.search(text.casefold()))

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        names = {name.casefold() for note_id in self.hidden for name in self._said(note_id)}
        if not names:
            return None
        return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names)))

    def _said(self, note_id: str) -> Iterable[str]:
        """Yield what a sentence about a note would call it."""
        note = self.journal.notes[note_id]
        yield note.id
        if isinstance(note, Person):
            yield from (name for name in (note.title, note.stem, *note.aliases) if name)
        else:
            yield shown(note.title).rstrip("”…")

    def findings(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings that neither stand in nor name a hidden note."""
        files = {f"content/{note_id}.md" for note_id in self.hidden}
        return tuple(
            finding
            for finding in findings
            if finding.path not in files
            and not self.names_hidden(f"{finding.message} {finding.hint}")
        )
