"""Names of private notes, and where a text has one of them."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from journal.folding import folded
from journal.library.journal import Journal
from journal.notes.kinds import FOLDERS
from journal.notes.note import Note

_MIN_LENGTH = 3  # characters
_WORD = re.compile(r"[^\W_]+")
_SEPARATORS = re.compile(r"[\s_-]+")


class PrivateName(NamedTuple):
    """A name that a private note can be known by."""

    note: str
    name: str
    pattern: re.Pattern[str]


class PrivateNames:
    """All names of private notes, found in a text by its words."""

    def __init__(self, journal: Journal) -> None:
        self.notes = frozenset(note.id for note in journal.notes.values() if note.private)
        self._by_word: dict[str, list[PrivateName]] = defaultdict(list)
        public = _vocabulary_words() | self._public_names(journal) if self.notes else frozenset()
        for note_id in sorted(self.notes):
            for name in dict.fromkeys(_names(journal.notes[note_id])):
                if len(name) >= _MIN_LENGTH and folded(name) not in public:
                    self._add(PrivateName(note_id, name, _pattern(name)))

    def _public_names(self, journal: Journal) -> frozenset[str]:
        """Names that some public note has as well give nobody away."""
        public = (note for note in journal.notes.values() if not (note.private or note.draft))
        return frozenset(folded(name) for note in public for name in _names(note))

    def _add(self, private_name: PrivateName) -> None:
        words = _WORD.findall(private_name.name.casefold())
        spaced = [word for word in words if word.isalpha() and _is_cased(word[0] + word[-1])]
        if any(word.isalpha() for word in words):
            # scripts that do not part words have no word to look up: asked of every text
            self._by_word[max(spaced, key=len) if spaced else ""].append(private_name)

    def __bool__(self) -> bool:
        return bool(self._by_word)

    def found_in(self, text: str) -> list[tuple[PrivateName, int]]:
        """Return the names that `text` shows as whole words, without case, and where first."""
        text = unicodedata.normalize("NFC", text)
        plain = text.casefold()
        likely = [
            private_name
            for word in self._by_word
            if word in plain
            for private_name in self._by_word[word]
        ]
        found = ((private_name, private_name.pattern.search(text)) for private_name in likely)
        shown = [(private_name, match.start()) for private_name, match in found if match]
        return sorted(shown, key=lambda hit: (hit[1], -len(hit[0].name), hit[0].note))


def _names(note: Note) -> Iterator[str]:
    for name in (note.title, *note.aliases):
        yield unicodedata.normalize("NFC", name).strip()


@lru_cache(maxsize=1)
def _vocabulary_words() -> frozenset[str]:
    """The words of the vocabulary: a private note called “call” is named by no other call."""
    return frozenset(folded(word) for word in _words_and_synonyms())


def _words_and_synonyms() -> Iterator[str]:
    for kind in FOLDERS.values():
        yield from (kind.name, kind.folder)
        for key in kind.keys.values():
            yield key.name
            if key.choices:
                yield from key.choices.words
                yield from key.choices.synonyms


def _pattern(name: str) -> re.Pattern[str]:
    words: Iterable[str] = filter(None, _SEPARATORS.split(name))
    inner = r"[\s_-]+".join(map(re.escape, words))
    before = r"(?<![^\W_])" if _is_cased(name[0]) else ""
    after = r"(?![^\W_])" if _is_cased(name[-1]) else ""
    return re.compile(before + inner + after, re.IGNORECASE)


def _is_cased(text: str) -> bool:
    """Whether every character is of a script that parts words: its letters have case."""
    return all(c.isdigit() or c.lower() != c.upper() for c in text)
