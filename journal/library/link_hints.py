"""What is said of a link that leads to nothing, or to more than one note; and what to do."""

from collections.abc import Sequence

from journal.characters import quoted
from journal.library.name_index import NameIndex
from journal.library.names import Names
from journal.values import CURLY_QUOTES
from journal.vocabulary.key_types import Key
from journal.wording.counts import or_list

_NAMED = 4  # notes in a message
_MOST_RENAMED = 2  # people who may have been called so once
_NO_SUCH_PART = "write it as it stands there, or mend the link"
_PEOPLE = "mentors/, proteges/ or people/"


class LinkHints:
    """The messages and hints about the links of a journal; each hint is worked out once."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._known: dict[tuple[bool, str], str] = {}

    def unclear(self, key: Key | None, target: str, found: Sequence[str]) -> tuple[str, str]:
        """Return what to say where a link may mean any of the notes `found`."""
        named = found[:_NAMED]
        which = or_list([f"[[{note_id}]]" for note_id in named])
        message = f"{quoted(target)} is more than one {_what(key)}: {', '.join(named)}"
        return message, f"write {which}{_held(key)}"

    def broken(self, key: Key | None, target: str, *, guess: bool) -> tuple[str, str]:
        """Return what to say where a link means nothing; to `guess` what was meant takes time."""
        return f"{quoted(target)} is no {_what(key)}", self._hint(key, target, guess)

    def no_part(self, target: str, part: str) -> tuple[str, str]:
        """Return what to say where a note has no such heading or block; no target is this note."""
        what = "block" if part.rpartition("#")[2].strip().startswith("^") else "heading"
        where = quoted(target) if target else "this note"
        return f"{where} has no {what} {quoted(part)}", _NO_SUCH_PART

    def no_person(self, key: Key, target: str, other: str, *, guess: bool) -> tuple[str, str]:
        """Return what to say where a key that holds people names the note `other`."""
        message = f"`{key.name}` links to content/{other}.md, which is no person"
        meant = self._meant(self._names.people, True, target) if guess else ""
        return message, meant or f"name somebody from {_PEOPLE}"

    def _hint(self, key: Key | None, target: str, guess: bool) -> str:
        if target.startswith(CURLY_QUOTES):
            return "use straight quotes, or none"
        if "," in target:
            return "write several as a list, each on a line of its own, after `- `"
        is_person = _is_for_people(key)
        names = self._names.for_key(any_note=not is_person)
        return (guess and self._meant(names, is_person, target)) or _none_meant(is_person, target)

    def _meant(self, names: NameIndex, is_person: bool, target: str) -> str:
        asked = (is_person, target)
        if asked not in self._known:
            self._known[asked] = _guess(names, is_person, target)
        return self._known[asked]


def _what(key: Key | None) -> str:
    return "person" if _is_for_people(key) else "note"


def _is_for_people(key: Key | None) -> bool:
    return key is not None and not key.any_note


def _held(key: Key | None) -> str:
    """Say what a key may hold; the text may link to anything."""
    if key is None:
        return ""
    held = "any note" if key.any_note else f"people, from {_PEOPLE}"
    return f"; `{key.name}` holds {held}"


def _guess(names: NameIndex, is_person: bool, target: str) -> str:
    found = names.with_words(target)[:_NAMED] if is_person else ()
    similar = found or tuple(filter(None, [names.suggest(target)]))
    if similar:
        return f"did you mean {or_list(similar)}?"
    renamed = names.with_a_word_of(target) if is_person else ()
    if 0 < len(renamed) <= _MOST_RENAMED:
        return f"after a new name, add {quoted(target)} to the `aliases` of {or_list(renamed)}"
    return ""


def _none_meant(is_person: bool, target: str) -> str:
    if not is_person:
        return "write a note of that name, or mend the link"
    return (
        f"write a note of that name, mend the link, or, after a new name, add {quoted(target)} to "
        "the `aliases` of their note"
    )
