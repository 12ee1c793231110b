"""The names by which notes are linked, compared without case and accents."""

import posixpath
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from journal.folding import folded

#: How similar (0 to 1) a name must be to be suggested for another.
_CUTOFF = 0.75
_KEY_LENGTH = 3  # of a word that tell which names to compare
_MOST = 1_000  # names to compare; to compare all names of a large journal takes a tenth of a second


class SimilarNames:
    """The folded names of a journal by parts of their words, to suggest one for a mistyped name."""

    def __init__(self, names: Iterable[str]) -> None:
        self.by_key: dict[str, frozenset[str]] = {}
        #: what was asked, folded -> the answer
        self.answers: dict[str, str] = {}
        found: dict[str, set[str]] = defaultdict(set)
        for name in names:
            for key in _keys(name):
                found[key].add(name)
        self.by_key = {key: frozenset(same) for key, same in found.items()}

    def closest(self, target: str) -> str:
        """Return the name closest to `target`, or an empty text where none is close."""
        name = folded(target)
        if name not in self.answers:
            found = get_close_matches(name, self._candidates(name), 1, cutoff=_CUTOFF)
            self.answers[name] = found[0] if found else ""
        return self.answers[name]

    def _candidates(self, name: str) -> set[str]:
        """Return names that share a key with `name`, by the rarest keys first."""
        found: set[str] = set()
        for same in sorted((self.by_key.get(key, frozenset()) for key in _keys(name)), key=len):
            if len(found) + len(same) > _MOST:
                break
            found |= same
        return found

    def updated(self, removed: Collection[str], added: Collection[str]) -> "SimilarNames":
        """Return the same without some names and with others."""
        new = SimilarNames(())
        touched = {key for name in (*removed, *added) for key in _keys(name)}
        new.by_key = dict(self.by_key)
        for key in touched:
            same = self.by_key.get(key, frozenset()).difference(removed)
            new.by_key[key] = same.union(name for name in added if key in _keys(name))
        answers = self.answers.items()
        new.answers = {name: best for name, best in answers if touched.isdisjoint(_keys(name))}
        return new


def _keys(name: str) -> set[str]:
    words = name.split()
    return {word[:_KEY_LENGTH] for word in words} | {f" {word[-_KEY_LENGTH:]}" for word in words}


class NoteNames(NamedTuple):
    """A note's id, and the folded names by which it can be linked, its id among them."""

    id: str
    names: tuple[str, ...]


class NameIndex:
    """Every name by which a note can be linked, and the lookups made so far."""

    def __init__(self, notes: Iterable[NoteNames]) -> None:
        self.ids: set[str] = set()
        #: name -> the ids of all notes of that name, in order
        self.by_name: dict[str, tuple[str, ...]] = {}
        self.lookups = _Lookups()
        self.similar: SimilarNames | None = None  # made when a link leads to nothing
        shared: dict[str, set[str]] = {}
        for note_id, names in notes:
            self.ids.add(note_id)
            only = (note_id,)
            for name in names:
                first = self.by_name.setdefault(name, only)
                if first is not only:
                    shared.setdefault(name, {*first}).add(note_id)
        self.by_name.update((name, tuple(sorted(ids))) for name, ids in shared.items())

    def add(self, note: NoteNames) -> None:
        """Add a note's names."""
        self.ids.add(note.id)
        for name in note.names:
            self.by_name[name] = tuple(sorted({*self.by_name.get(name, ()), note.id}))

    def remove(self, note: NoteNames) -> None:
        """Remove a note's names."""
        self.ids.discard(note.id)
        for name in note.names:
            others = tuple(i for i in self.by_name.pop(name, ()) if i != note.id)
            if others:
                self.by_name[name] = others

    def find(self, target: str) -> tuple[str, ...]:
        """Return the ids of the notes that `target` may mean; one written as an id wins."""
        found = self.lookups.by_name.get(target)
        return self._find(target) if found is None else found

    def _find(self, target: str) -> tuple[str, ...]:
        name = folded(target.removesuffix(".md"))
        found = self.by_name.get(name, ())
        if len(found) > 1:
            by_id = tuple(note_id for note_id in found if folded(note_id) == name)
            found = by_id if len(by_id) == 1 else found
        self.lookups.by_name[target] = found
        self.lookups.targets[name].add(target)
        return found

    def at_path(self, note_id: str, path: str) -> tuple[str, ...]:
        """Return the id of the note at a path relative to the note `note_id`."""
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(note_id), path))
        target = unicodedata.normalize("NFC", whole.removesuffix(".md"))
        found = self.lookups.by_path.get(target)
        return self._at_path(target) if found is None else found

    def _at_path(self, target: str) -> tuple[str, ...]:
        name = folded(target)
        alike = (target,) if target in self.ids else self.find(target)
        found = tuple(i for i in alike if folded(i) == name)
        self.lookups.by_path[target] = found
        self.lookups.targets[name].add(target)
        return found

    def suggest(self, target: str) -> str:
        """Return the id of a note with a name close to `target`, or an empty text."""
        if self.similar is None:
            self.similar = SimilarNames(self.by_name)
        closest = self.similar.closest(target)
        return self.by_name[closest][0] if closest else ""

    def was_looked_up(self, names: Iterable[str]) -> bool:
        """Whether any of these names was looked up so far."""
        return any(name in self.lookups.targets for name in names)

    def updated(
        self, removed: Iterable[NoteNames], added: Iterable[NoteNames]
    ) -> "NameIndex | None":
        """Return the names without some notes and with others.

        None if a name that was looked up so far would mean another note then.
        """
        removed, added = tuple(removed), tuple(added)
        touched = {name for note in (*removed, *added) for name in note.names}
        new = self._copy(touched)
        for note in removed:
            new.remove(note)
        for note in added:
            new.add(note)
        if any(new.look_up(name) != self.look_up(name) for name in self._lookups_of(touched)):
            return None
        if self.similar:
            lost = {name for name in touched if name not in new.by_name}
            new.similar = self.similar.updated(lost, touched - lost)
        return new

    def without(self, removed: Iterable[NoteNames]) -> "NameIndex":
        """Return the names without some notes."""
        removed = tuple(removed)
        new = self._copy({name for note in removed for name in note.names})
        for note in removed:
            new.remove(note)
        return new

    def _copy(self, touched: Collection[str]) -> "NameIndex":
        """Return a copy without the lookups of the touched names."""
        new = NameIndex(())
        new.ids, new.by_name = set(self.ids), dict(self.by_name)
        new.lookups = self.lookups.without(touched)
        return new

    def _lookups_of(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            yield from tuple(self.lookups.targets.get(name, ()))

    def look_up(self, target: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return what `target` means as a name, and as a path from content/."""
        return self.find(target), self.at_path("", target)


class _Lookups:
    """The lookups made so far, and their results."""

    def __init__(self) -> None:
        self.by_name: dict[str, tuple[str, ...]] = {}
        self.by_path: dict[str, tuple[str, ...]] = {}
        #: folded name -> what was asked for it, as written
        self.targets: defaultdict[str, set[str]] = defaultdict(set)

    def without(self, names: Iterable[str]) -> "_Lookups":
        """Return the same without the lookups of some names."""
        new = _Lookups()
        new.by_name, new.by_path = dict(self.by_name), dict(self.by_path)
        new.targets = defaultdict(set, self.targets)
        for name in names:
            for target in new.targets.pop(name, ()):
                new.by_name.pop(target, None)
                new.by_path.pop(target, None)
        return new
