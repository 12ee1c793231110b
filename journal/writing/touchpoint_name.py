"""The file name of a touchpoint: its day, how and with whom, and the first words of its text.

The words keep two computers from giving one name to two contacts of a day.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import category

from journal.body.code_and_comments import MASK, mask_code_and_comments
from journal.notes.records import Touchpoint
from journal.wording.contact_sentences import contact_title
from journal.writing.note_name import free_note_id, safe_stem

_ROOM = 40  # bytes of words, about
#: Links and all else in brackets: the name of a private note would be on the disk, and on pages.
_BRACKETS = re.compile(r"!?\[+[^\]\n]*\]*(?:\([^)\n]*\))?")
_ADDRESS = re.compile(r"\S*(?:://|@)\S*")
_PUNCTUATION = ("P", "S")  # the first letters of their categories


def free_touchpoint_id(
    content: Path, note: Touchpoint, names: Sequence[str], title: str, body: str
) -> str:
    """Return an id that is free: in the folder of its year, by its day, title and first words."""
    title = title or contact_title(note.channel, note.direction, names)
    words = first_words(body, note.question, *note.gave, *note.got, note.place)
    stem = safe_stem(f"{note.date.isoformat()} {title}", f"- {words}" if words else "")
    return free_note_id(content, f"touchpoints/{note.date.year:04}", stem)


def first_words(*texts: str) -> str:
    """Return the words with which the first text begins that has any; of links and code, none."""
    for text in texts:
        prose = mask_code_and_comments(text).prose.replace(MASK, " ")
        plain = _ADDRESS.sub(" ", _BRACKETS.sub(" ", prose))
        if words := " ".join(_fitting(plain)):
            return words
    return ""


def _fitting(text: str) -> Iterator[str]:
    room = _ROOM
    for word in filter(None, map(_bare, text.split())):
        kept = word.encode()[:_ROOM].decode(errors="ignore")
        room -= len(kept.encode()) + 1
        yield kept
        if room <= 0:
            return


def _bare(word: str) -> str:
    """Return a word without the signs around it."""
    letters = [at for at, sign in enumerate(word) if category(sign)[0] not in _PUNCTUATION]
    return word[letters[0] : letters[-1] + 1] if letters else ""
