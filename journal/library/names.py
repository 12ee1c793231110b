"""What a link means: ids, stems, titles and aliases, compared without case and accents."""

import posixpath
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from journal.notes.identity import folded
from journal.notes.records import Note


class Names:
    """Every name that a note can be linked by."""

    def __init__(self, notes: Iterable[Note], left_out: Iterable[str]) -> None:
        self._ids: set[str] = set()
        self._by_name: dict[str, str] = {}
        self._shared: dict[str, list[str]] = {}
        self._found: dict[str, tuple[str, ...]] = {}
        for note in notes:
            self._add(note.id, note.names)
        for note_id in left_out:
            names = (folded(note_id), folded(note_id.rpartition("/")[2]))
            self._add(note_id, tuple(dict.fromkeys(names)))

    def _add(self, note_id: str, names: tuple[str, ...]) -> None:
        self._ids.add(note_id)
        for name in names:
            first = self._by_name.setdefault(name, note_id)
            if first is not note_id:
                self._shared.setdefault(name, [first]).append(note_id)

    def find(self, target: str) -> tuple[str, ...]:
        """Return the ids of the notes that `target` may mean; one written as an id wins."""
        found = self._found.get(target)
        if found is None:
            found = self._found[target] = self._find(target)
        return found

    def _find(self, target: str) -> tuple[str, ...]:
        name = folded(target.removesuffix(".md"))
        shared = self._shared.get(name)
        if shared is None:
            return (self._by_name[name],) if name in self._by_name else ()
        by_id = tuple(note_id for note_id in shared if folded(note_id) == name)
        return by_id if len(by_id) == 1 else tuple(shared)

    def at_path(self, note_id: str, path: str) -> tuple[str, ...]:
        """Return the id of the note at a path relative to the note `note_id`."""
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(note_id), path))
        target = unicodedata.normalize("NFC", whole.removesuffix(".md"))
        if target in self._ids:
            return (target,)
        return tuple(i for i in self.find(target) if folded(i) == folded(target))

    def near(self, target: str) -> str:
        """Return a name close to `target`, or an empty text."""
        found = get_close_matches(folded(target), self._by_name, 1, cutoff=0.75)
        return self._by_name[found[0]] if found else ""
