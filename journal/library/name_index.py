"""The names of notes, to find the notes that are called so; and the lookups made so far."""

import posixpath
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from unicodedata import normalize

from journal.folding import folded
from journal.library.name_ranks import (
    Asked,
    Match,
    NoteNames,
    best_of,
    folded_path,
    foremost,
    match_of,
)
from journal.library.similar_names import SimilarNames

_WORD = 3  # letters of a word that may tell whose old name it is


class NameIndex:
    """Every name by which some notes can be linked, and the lookups made so far."""

    def __init__(self, notes: Iterable[NoteNames]) -> None:
        self.notes: dict[str, NoteNames] = {}
        #: folded name -> the ids of all notes of that name, in order
        self.by_name: dict[str, tuple[str, ...]] = {}
        self.lookups = _Lookups()
        self.similar: SimilarNames | None = None  # made when a link leads to nothing
        shared: dict[str, set[str]] = {}
        for note in notes:
            self.notes[note.id] = note
            only = (note.id,)
            for name in note.folded:
                first = self.by_name.setdefault(name, only)
                if first is not only:
                    shared.setdefault(name, {*first}).add(note.id)
        self.by_name.update((name, tuple(sorted(ids))) for name, ids in shared.items())

    def add(self, note: NoteNames) -> None:
        """Add a note's names."""
        self.notes[note.id] = note
        for name in note.folded:
            self.by_name[name] = tuple(sorted({*self.by_name.get(name, ()), note.id}))

    def remove(self, note: NoteNames) -> None:
        """Remove a note's names."""
        self.notes.pop(note.id, None)
        for name in note.folded:
            others = tuple(i for i in self.by_name.pop(name, ()) if i != note.id)
            if others:
                self.by_name[name] = others

    def look_up(self, source: str, target: str, path: bool) -> tuple[str, ...]:
        """Return the id that a link in the note `source` means: by a path from there, or a name."""
        if path:
            return self.at_path(source, target)
        return self.lookups.clear.get(target) or self.find(target, source)

    def find(self, target: str, source: str = "") -> tuple[str, ...]:
        """Return the id that `target` means in the note `source`; several where that is open."""
        if self.is_clear(target):
            return self.lookups.clear[target]
        return best_of(self.matches(target), posixpath.dirname(source))

    def is_clear(self, target: str) -> bool:
        """Whether `target` means one note, wherever it is written."""
        self.matches(target)
        return target in self.lookups.clear

    def matches(self, target: str) -> tuple[Match, ...]:
        """Return all notes that are called so, whatever comes before others."""
        found = self.lookups.by_name.get(target)
        if found is None:
            asked = Asked(target)
            found = self.lookups.by_name[target] = self._matches(asked)
            self.lookups.keep(target, asked.keys)
            if len(first := foremost(found)) == 1:
                self.lookups.clear[target] = (first[0].id,)
        return found

    def _matches(self, asked: Asked) -> tuple[Match, ...]:
        ids = {i for name in asked.keys for i in self.by_name.get(name, ())}
        found = (match_of(self.notes[note_id], asked) for note_id in sorted(ids))
        return tuple(match for match in found if match)

    def at_path(self, source: str, path: str) -> tuple[str, ...]:
        """Return the id of the note at a path relative to the note `source`."""
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        target = normalize("NFC", whole.removesuffix(".md"))
        found = self.lookups.by_path.get(target)
        return self._at_path(target) if found is None else found

    def _at_path(self, target: str) -> tuple[str, ...]:
        name = folded_path(target)
        stem = name.rpartition("/")[2]
        alike = (i for i in self.by_name.get(stem, ()) if folded_path(i) == name)
        found = (target,) if target in self.notes else tuple(alike)
        self.lookups.by_path[target] = found
        self.lookups.keep(target, (stem,))
        return found

    def suggest(self, target: str) -> str:
        """Return the id of a note with a name close to `target`, or an empty text."""
        if self.similar is None:
            self.similar = SimilarNames(self.by_name)
        stem = target.rpartition("/")[2].removesuffix(".md")
        closest = self.similar.closest(target) or self.similar.closest(stem)
        return self.by_name[closest][0] if closest else ""

    def with_a_word_of(self, target: str) -> tuple[str, ...]:
        """Return the ids of notes with a word of `target` that is not short in a name."""
        words = {word for word in folded(target).split() if len(word) >= _WORD}
        named = (ids for name, ids in self.by_name.items() if not words.isdisjoint(name.split()))
        return tuple(sorted({note_id for ids in named for note_id in ids}))

    def with_words(self, part: str) -> tuple[str, ...]:
        """Return the ids of notes of which a name has these words, begins a word so, or has it."""
        wanted = folded(part)
        for each in (f" {wanted} ", f" {wanted}", wanted) if wanted else ():
            named = (ids for name, ids in self.by_name.items() if each in f" {name} ")
            if found := {note_id for ids in named for note_id in ids}:
                return tuple(sorted(found))
        return ()

    def was_looked_up(self, names: Iterable[str]) -> bool:
        """Whether any of these folded names was looked up so far."""
        return any(name in self.lookups.targets for name in names)

    def updated(
        self, removed: Collection[NoteNames], added: Collection[NoteNames]
    ) -> "NameIndex | None":
        """Return the names without some notes and with others.

        None if a name that was looked up so far would mean another note then.
        """
        touched = {name for note in (*removed, *added) for name in note.folded}
        new = self._copy(touched)
        for note in removed:
            new.remove(note)
        for note in added:
            new.add(note)
        asked = self._lookups_of(touched)
        if any(new.meanings(name) != self.meanings(name) for name in asked):
            return None
        if self.similar:
            lost = {name for name in touched if name not in new.by_name}
            new.similar = self.similar.updated(lost, touched - lost)
        return new

    def without(self, removed: Collection[NoteNames]) -> "NameIndex":
        """Return the names without some notes."""
        new = self._copy({name for note in removed for name in note.folded})
        for note in removed:
            new.remove(note)
        return new

    def _copy(self, touched: Collection[str]) -> "NameIndex":
        """Return a copy without the lookups of the touched names."""
        new = NameIndex(())
        new.notes, new.by_name = dict(self.notes), dict(self.by_name)
        new.lookups = self.lookups.without(touched)
        return new

    def _lookups_of(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            yield from tuple(self.lookups.targets.get(name, ()))

    def meanings(self, target: str) -> tuple[tuple[Match, ...], tuple[str, ...]]:
        """Return what `target` may mean as a name, and what as a path from content/."""
        return self.matches(target), self.at_path("", target)


class _Lookups:
    """The lookups made so far, and their results."""

    def __init__(self) -> None:
        self.by_name: dict[str, tuple[Match, ...]] = {}
        self.by_path: dict[str, tuple[str, ...]] = {}
        #: of the names that mean one note, wherever they are written: what they mean
        self.clear: dict[str, tuple[str, ...]] = {}
        #: folded name -> what was asked for it, as written
        self.targets: defaultdict[str, set[str]] = defaultdict(set)

    def keep(self, target: str, names: Iterable[str]) -> None:
        """Remember that `target` was looked up by these folded names."""
        for name in names:
            self.targets[name].add(target)

    def without(self, names: Iterable[str]) -> "_Lookups":
        """Return the same without the lookups of some names."""
        new = _Lookups()
        new.by_name, new.by_path = dict(self.by_name), dict(self.by_path)
        new.clear = dict(self.clear)
        new.targets = defaultdict(set, self.targets)
        for name in names:
            for target in new.targets.pop(name, ()):
                new.by_name.pop(target, None)
                new.clear.pop(target, None)
                new.by_path.pop(target, None)
        return new
