"""Finds words in the notes of a journal, as its page Search does: beginnings of words, then slips.

A note is found that has all of them: in its title, the names of its people, its keys or its text.
"""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

from journal.folding import folded
from journal.library.journal import Journal
from journal.notes.kinds import FOLDERS, keys_saying
from journal.notes.records import AnyNote
from journal.reading.safe_open import open_file
from journal.vocabulary.key_types import Says

_SHORT = 2  # letters: as the beginning of a word, they say something in names alone
_WORD = re.compile(r"[^\W_]+")
_MOST_LINES = 3  # of a note
#: Folder -> the key that has the people of its notes.
_PEOPLE = keys_saying(Says.WHOM)
#: Folder -> the keys that are searched, besides the title.
_SEARCHED = {
    folder: tuple(key for key in kind.keys.values() if key.searched)
    for folder, kind in FOLDERS.items()
}


class Line(NamedTuple):
    """A line of a note's file, counted from 1; `name` says that it is a title, or a person's."""

    number: int
    text: str
    name: bool = False


class Hit(NamedTuple):
    """A note, and its lines that say most of what was searched for; none, if nothing was."""

    note: AnyNote
    lines: tuple[Line, ...]


class Found(NamedTuple):
    """The notes that were found; `instead` are words that were taken for what was typed."""

    hits: tuple[Hit, ...]
    instead: tuple[str, ...] = ()


def search(root: Path, journal: Journal, typed: str, notes: Iterable[AnyNote]) -> Found:
    """Return which of the `notes` have all words that were typed, the latest first.

    Where none has, words that differ from those in a letter or two are tried.
    """
    lines = [(note, [*_lines(root, journal, note)]) for note in notes]
    wanted = terms(typed)
    hits = _hits(lines, [{term} for term in wanted], _begins)
    if hits or not wanted:
        return Found(hits)
    words = {word for _, found in lines for line in found for word in _WORD.findall(line.text)}
    similar = [_similar(term, words) for term in wanted]
    hits = _hits(lines, similar, _is_word)
    return Found(hits, tuple(sorted({word for each in similar for word in each})) if hits else ())


def terms(typed: str) -> tuple[str, ...]:
    """Return the words that were typed, folded; signs of a script are part of its letters."""
    text = folded(typed)
    return tuple("".join(c if _is_letter(c) else " " for c in text).split())


def _is_letter(character: str) -> bool:
    return category(character)[0] in "LNM"


def _lines(root: Path, journal: Journal, note: AnyNote) -> Iterator[Line]:
    """Yield what is searched of a note, folded, with the line of its file where it stands."""
    yield Line(note.position("title")[0], folded(note.title), name=True)
    key = _PEOPLE.get(note.folder, "")
    for one in journal.refs(note, key):
        if one in journal.notes:
            yield Line(note.position(key)[0], folded(journal.notes[one].title), name=True)
    for searched in _SEARCHED[note.folder]:
        value = getattr(note, searched.attribute)
        for item, text in enumerate((value,) if isinstance(value, str) else value):
            yield Line(note.position(searched.name, item)[0], folded(text))
    for number, text in enumerate(body_lines(root, note), note.body_line):
        yield Line(number, folded(text))


def body_lines(root: Path, note: AnyNote) -> list[str]:
    """Return the lines of a note's body as they are typed; none, if it is gone by now."""
    return file_lines(root, note)[note.body_line - 1 :]


def file_lines(root: Path, note: AnyNote) -> list[str]:
    """Return the lines of a note's file."""
    try:
        opened = open_file(f"{root}/.", note.path)
    except OSError:
        return []
    with os.fdopen(opened, "rb") as file:
        return file.read().decode("utf-8-sig", "replace").split("\n")


#: Whether a line has a word.
_Test = Callable[[Line, str], bool]


def _begins(line: Line, term: str) -> bool:
    """Whether a word of the line begins with a term; a short one has to be all of the word."""
    return _has(line.text, term, whole=len(term) <= _SHORT and term.isascii() and not line.name)


def _is_word(line: Line, term: str) -> bool:
    return _has(line.text, term, whole=True)


def _has(text: str, term: str, *, whole: bool) -> bool:
    at = text.find(term)
    while at >= 0:
        end = at + len(term)
        is_start = at == 0 or not _is_letter(text[at - 1])
        if is_start and not (whole and end < len(text) and _is_letter(text[end])):
            return True
        at = text.find(term, at + 1)
    return False


def _hits(
    notes: Iterable[tuple[AnyNote, list[Line]]], wanted: Sequence[Collection[str]], has: _Test
) -> tuple[Hit, ...]:
    """Return the notes in which, of each of `wanted`, one word at least is found."""
    found = []
    for note, lines in notes:
        counted = [
            (line, {n for n, some in enumerate(wanted) if any(has(line, t) for t in some)})
            for line in lines
        ]
        if set().union(*(which for _, which in counted)) == set(range(len(wanted))):
            found.append(Hit(note, _best(counted)))
    return tuple(sorted(found, key=_latest_first))


def _best(counted: Iterable[tuple[Line, set[int]]]) -> tuple[Line, ...]:
    """Return the first lines that have as many words as any, each line once."""
    found = sorted(((line, len(which)) for line, which in counted if which), key=lambda x: -x[1])
    most = [line for line, count in found if count == found[0][1]]
    return tuple({line.number: line for line in reversed(most)}.values())[::-1][:_MOST_LINES]


def day_of(note: AnyNote) -> str:
    """Return the day of a note as ISO 8601, or an empty text: of a trip, its first."""
    day = getattr(note, "start", None) if note.folder == "trips" else note.date
    return day.isoformat() if day else ""


def _latest_first(hit: Hit) -> tuple[tuple[int, ...], str]:
    """Sort what has no day first, such as people; then the latest."""
    return tuple(-ord(digit) for digit in day_of(hit.note)), hit.note.id


def _similar(term: str, words: Iterable[str]) -> set[str]:
    """Return the words that differ from a term in as many letters as a slip may change."""
    most = 0 if len(term) < 4 else 1 if len(term) < 8 else 2
    near = (w for w in words if abs(len(w) - len(term)) <= most)
    return {word for word in near if _distance(term, word) <= most}


def _distance(one: str, other: str) -> int:
    """Return how many letters are to be put in, taken out or replaced (Levenshtein)."""
    row: list[int] = [*range(len(other) + 1)]
    for letter in one:
        new = [row[0] + 1]
        for (left, above), theirs in zip(pairwise(row), other, strict=True):
            new.append(min(left + int(letter != theirs), above + 1, new[-1] + 1))
        row = new
    return row[-1]
