"""Which name may have been meant by one that nothing is called."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from difflib import get_close_matches

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
