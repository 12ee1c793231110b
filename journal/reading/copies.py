"""Copies that sync programs make of a note of which two versions came together."""

import os
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from journal.findings import CODES, Finding
from journal.notes.kinds import KEY_NAMES
from journal.notes.records import Person
from journal.reading.cached_note import CachedNote
from journal.reading.copy_names import Pair
from journal.reading.name_problems import COPY
from journal.reading.safe_open import open_file
from journal.settings import Layout

_MOST_CHARACTERS = 4000  # of each text that are compared
_ALIKE = 0.8  # of the shorter text's characters that are in the longer one, in their order


def copies_in(
    root: Path, layout: Layout, files: Iterable[CachedNote], pairs: Sequence[Pair]
) -> frozenset[str]:
    """Return the paths of those that are copies: of the same title, and with the same text, about.

    Of a person, the title is enough. Two contacts of a day may be called the same.
    """
    named = {path for pair in pairs for path in pair}
    by_path = {file.path: file for file in files if file.path in named}
    found = ((by_path.get(copy), by_path.get(original)) for copy, original in pairs)
    return frozenset(
        copy.path for copy, of in found if copy and of and _is_copy(root, layout, copy, of)
    )


def copy_finding(layout: Layout, path: str) -> Finding:
    """Return what is said of a copy."""
    return Finding(layout.path(path), 1, 1, "F17", CODES["F17"][0], COPY.message, COPY.hint)


def _is_copy(root: Path, layout: Layout, copy: CachedNote, original: CachedNote) -> bool:
    one, other = copy.note, original.note
    if one is None or other is None or one.title != other.title or one.date != other.date:
        return False
    if isinstance(one, Person):
        return True
    return _are_alike(*(_text(root, layout.path(each.path)) for each in (copy, original)))


def _text(root: Path, path: str) -> str:
    from journal.frontmatter import read_document  # copies are rare, and YAML takes its time

    try:
        with os.fdopen(open_file(f"{root}/.", path), "rb") as file:
            return read_document(file.read(), KEY_NAMES).body[:_MOST_CHARACTERS]
    except OSError:
        return ""


def _are_alike(one: str, other: str) -> bool:
    """Whether most of the shorter text is in the other one; an empty one is in none."""
    shorter = min(len(one.strip()), len(other.strip()))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return shorter > 0 and sum(block.size for block in blocks) >= _ALIKE * shorter
