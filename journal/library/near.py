"""Which name may have been meant by one that is none: found by the beginnings and ends of words."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from journal.notes.identity import folded

#: How much alike two names are of which one may be meant for the other.
_ALIKE = 0.75
_LETTERS = 3  # of a word that tell which names to compare
_ENOUGH = (
    1_000  # names to compare; to compare all names of a large journal takes a tenth of a second
)


class Near:
    """The names of a journal, folded, by what is likely to stay right where one is mistyped."""

    def __init__(self, names: Iterable[str]) -> None:
        self.by_key: dict[str, frozenset[str]] = {}
        self.known: dict[str, str] = {}  # what was asked, folded -> the answer
        found: dict[str, set[str]] = defaultdict(set)
        for name in names:
            for key in _keys(name):
                found[key].add(name)
        self.by_key = {key: frozenset(same) for key, same in found.items()}

    def closest(self, target: str) -> str:
        """Return the name closest to `target`, or an empty text where none is close."""
        name = folded(target)
        if name not in self.known:
            found = get_close_matches(name, self._likely(name), 1, cutoff=_ALIKE)
            self.known[name] = found[0] if found else ""
        return self.known[name]

    def _likely(self, name: str) -> set[str]:
        """Return names that share a key with `name`, by the rarest keys first."""
        found: set[str] = set()
        for same in sorted((self.by_key.get(key, frozenset()) for key in _keys(name)), key=len):
            if len(found) + len(same) > _ENOUGH:
                break
            found |= same
        return found

    def renewed(self, gone: Collection[str], come: Collection[str]) -> "Near":
        """Return this without some names and with others."""
        new = Near(())
        touched = {key for name in (*gone, *come) for key in _keys(name)}
        new.by_key = dict(self.by_key)
        for key in touched:
            same = self.by_key.get(key, frozenset()).difference(gone)
            new.by_key[key] = same.union(name for name in come if key in _keys(name))
        asked = self.known.items()
        new.known = {name: best for name, best in asked if touched.isdisjoint(_keys(name))}
        return new


def _keys(name: str) -> set[str]:
    words = name.split()
    return {word[:_LETTERS] for word in words} | {f" {word[-_LETTERS:]}" for word in words}
