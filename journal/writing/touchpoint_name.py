"""The file name of a touchpoint: its day, how and with whom, and the first words of its text.

The words keep two computers from giving one name to two contacts of a day.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import category

from journal.body.code_and_comments import MASK, mask_code_and_comments
from journal.library import Journal
from journal.library.hidden_notes import find_hidden
from journal.notes.records import Person, Touchpoint
from journal.wording.contact_sentences import contact_title
from journal.writing.note_name import safe_stem

_ROOM = 40  # bytes of words, about
#: Links and all else in brackets: the name of a private note would be on the disk, and on pages.
_BRACKETS = re.compile(r"!?\[+[^\]\n]*\]*(?:\([^)\n]*\))?")
_ADDRESS = re.compile(r"\S*(?:://|@)\S*")
_PUNCTUATION = ("P", "S")  # the first letters of their categories


class Named(NamedTuple):
    """What the name of a contact may tell: of whom, of what, and whether others were there."""

    people: tuple[str, ...]
    told: tuple[str, ...]
    others: bool


def what_may_be_named(journal: Journal, people: Sequence[Person], about: Sequence[str]) -> Named:
    """Return the names of people, and the titles of what they were told, that pages may show.

    A contact with hidden people alone is hidden itself, so it may name them.
    """
    hidden = find_hidden(journal, private=False, drafts=False)
    shown = [person.title for person in people if person.id not in hidden]
    told = [note for target in about for note in _shown(journal, target, hidden)]
    names = shown or [person.title for person in people]
    return Named(tuple(names), tuple(told), others=len(names) < len(people))


def _shown(journal: Journal, target: str, hidden: frozenset[str]) -> Iterator[str]:
    """Yield the title of a note that may be shown, if no link stands in it."""
    for note_id in journal.names.notes.find(target):
        note = journal.notes[note_id]
        if note_id not in hidden and "title" not in dict(note.texts):
            yield note.title


def touchpoint_stem(note: Touchpoint, named: Named, title: str, body: str) -> str:
    """Return a name for the file, without `.md`: the day, the title and the first words."""
    title = title or contact_title(note.channel, note.direction, named.people, others=named.others)
    words = first_words(body, note.question, *note.gave, *note.got, *named.told, note.place)
    return safe_stem(f"{note.date.isoformat()} {title}", f"- {words}" if words else "")


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
