"""Which of the notes that are called so a name means: the order in which names count."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import chain, repeat
from typing import NamedTuple
from unicodedata import normalize

from journal.file_names import CONTENT
from journal.folding import folded


class NoteNames(NamedTuple):
    """A note's id, and what it is called; `folded` has its stem, its title and its aliases."""

    id: str
    is_person: bool
    title: str
    aliases: tuple[str, ...]
    folded: tuple[str, ...]

    def spelled(self) -> tuple[str, ...]:
        """Return its names in the order in which they count, as they are written."""
        return self.id.rpartition("/")[2], self.title, *self.aliases


class Rank(IntEnum):
    """What of a note is called so; what is named first here comes first."""

    ID = 0
    PATH = 1  # the last parts of its id
    STEM = 2
    TITLE = 3
    ALIAS = 4


class Match(NamedTuple):
    """A note that a name may mean, and by which of its names: the least comes first."""

    is_alike: bool  # and not spelled so
    rank: Rank
    is_no_person: bool
    id: str


class Asked:
    """A name that was asked for, as it is compared."""

    def __init__(self, target: str) -> None:
        self.spelled = normalize("NFC", target).removesuffix(".md")
        self.folded = folded(self.spelled)
        #: the id that it is, as it is spelled, if it is one
        self.path = self.spelled.removeprefix(f"{CONTENT}/")
        self.folded_path = folded_path(self.spelled)
        #: the folded names of which one is in a note that may be meant
        self.keys = {self.folded, self.folded_path.rpartition("/")[2]}


def folded_path(path: str) -> str:
    """Return a path with each of its parts folded."""
    return "/".join(map(folded, path.split("/")))


def match_of(note: NoteNames, asked: Asked) -> Match | None:
    """Return how a note is called so, or None."""
    found = min(_ranks(note, asked), default=None)
    return Match(*found, not note.is_person, note.id) if found else None


def _ranks(note: NoteNames, asked: Asked) -> Iterator[tuple[bool, Rank]]:
    if "/" in asked.spelled:
        yield from _path_ranks(note.id, asked)
    ranks = chain((Rank.STEM, Rank.TITLE), repeat(Rank.ALIAS))
    for rank, spelled, name in zip(ranks, note.spelled(), note.folded, strict=False):
        if name == asked.folded:
            yield normalize("NFC", spelled) != asked.spelled, rank


def _path_ranks(note_id: str, asked: Asked) -> Iterator[tuple[bool, Rank]]:
    alike = ((note_id, asked.spelled), (folded_path(note_id), asked.folded_path))
    for is_alike, (path, wanted) in enumerate(alike):
        if wanted in (path, f"{CONTENT}/{path}"):
            yield bool(is_alike), Rank.ID
        elif path.endswith(f"/{wanted}"):
            yield bool(is_alike), Rank.PATH


def foremost(matches: Sequence[Match]) -> list[Match]:
    """Return those that come first wherever the name is written.

    What is so spelled comes before what is alike, then count the rank, and a person.
    """
    first = min((match[:3] for match in matches), default=None)
    return [match for match in matches if match[:3] == first]


def best_of(matches: Sequence[Match], folder: str) -> tuple[str, ...]:
    """Return the id that comes first for a note in `folder`; several where that is open.

    Of the foremost, that is one in the same folder, then the one with the shortest path.
    """

    def order(match: Match) -> tuple[bool, int]:
        return match.id.rpartition("/")[0] != folder, match.id.count("/")

    found = foremost(matches)
    first = min(map(order, found), default=None)
    return tuple(match.id for match in found if order(match) == first)
