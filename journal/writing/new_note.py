"""A note of any kind, from its title and the keys that are given: its id and its front matter."""

from collections.abc import Callable, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from journal.characters import quoted
from journal.errors import Refused
from journal.file_names import CONTENT
from journal.folding import folded
from journal.library import ME, Journal
from journal.notes.kinds import FOLDERS, KINDS, Kind
from journal.notes.records import Person
from journal.vocabulary.key_types import Type
from journal.writing import free_note_id, safe_stem
from journal.writing.compose import (
    checked_value,
    key_lines,
    note_text,
    parse_new_note,
    write_free_note,
)
from journal.writing.lookup import find_note, find_person, link_to


class NewNote(NamedTuple):
    """What is asked for: the name of a kind, a title, and KEY=VALUE for each key to fill in."""

    kind: str
    title: str
    settings: Sequence[str]


def write_new_note(
    root: Path, new: NewNote, today: date, open_journal: Callable[[], Journal]
) -> tuple[str, list[str]]:
    """Write the note; return its path relative to `root`, and what is still missing in it.

    The journal is opened only where a key links. Raises Refused and NotWritten.
    """
    kind, title = _kind(new.kind), _title(new.title)
    values = _values(kind, new.settings, open_journal)
    day = str(values.get("date") or today)
    free_id = partial(_free_id, kind, title, day, root / CONTENT)
    text = note_text(key_lines(kind, {"title": title, **values}), "")
    parsed = parse_new_note(free_id(), text, today)
    missing = [m.message for m in parsed.mistakes if m.code == "F05"]
    return write_free_note(root, free_id, text), missing


def _kind(name: str) -> Kind:
    known = {folded(kind.name): kind for kind in KINDS.values()}
    known |= {folded(folder): kind for folder, kind in FOLDERS.items()}
    if kind := known.get(folded(name)):
        return kind
    closest = get_close_matches(folded(name), known, 1)
    hint = f"did you mean {known[closest[0]].name}?" if closest else f"one of {', '.join(KINDS)}"
    raise Refused(f"{quoted(name)} is no kind of note ({hint}).")


def _title(text: str) -> str:
    title = " ".join(text.split())
    if not title:
        raise Refused("The title is empty: say what the note is called.")
    return title


def _free_id(kind: Kind, title: str, day: str, content: Path) -> str:
    stem = safe_stem(folded(title)).replace(" ", "-")
    if kind.record is Person:  # a second note of one name is nearly always a slip
        return f"{kind.folder}/{stem}"
    if not kind.keys["date"].required:
        return free_note_id(content, kind.folder, stem)
    if kind.name == "touchpoint":
        stem = safe_stem(f"{day} {title}")
        return free_note_id(content, f"{kind.folder}/{day[:4]}", stem)
    return free_note_id(content, kind.folder, f"{day}-{stem}")


def _values(
    kind: Kind, settings: Sequence[str], open_journal: Callable[[], Journal]
) -> dict[str, str | Sequence[str]]:
    written: dict[str, list[str]] = {}
    for setting in settings:
        name, _, text = setting.partition("=")
        if not name.strip() or not text.strip():
            raise Refused(f"--set {quoted(setting)} is no KEY=VALUE.")
        written.setdefault(_key_name(kind, name), []).append(text.strip())
    if "title" in written:
        raise Refused("The title is given by itself: leave it out of --set.")
    links = _Links(open_journal)
    return {name: _value(kind, name, texts, links) for name, texts in written.items()}


def _key_name(kind: Kind, name: str) -> str:
    plain = kind.canonical(name)
    known = [*kind.keys, *kind.synonyms]
    closest = [] if plain in kind.keys else get_close_matches(plain, known, 1, cutoff=0.8)
    if closest:
        raise Refused(f"A {kind.name} has no key {quoted(name)}: did you mean `{closest[0]}`?")
    return plain if plain in kind.keys else name.strip()


class _Links:
    """Finds what is linked; the journal is opened for the first link, and once."""

    def __init__(self, open_journal: Callable[[], Journal]) -> None:
        self._open_journal = open_journal

    @cached_property
    def _journal(self) -> Journal:
        return self._open_journal()

    def link(self, text: str, person: bool) -> str:
        """Return the link to the person, or to the note, that `text` means. Raises Refused."""
        find = find_person if person else find_note
        return link_to(self._journal, find(self._journal, text))


def _value(kind: Kind, name: str, texts: Sequence[str], links: _Links) -> str | Sequence[str]:
    key = kind.key(name)
    if key is None:
        return texts[0] if len(texts) == 1 else texts
    if key.type is not Type.LINKS:
        return checked_value(key, texts)
    return [
        ME if key.me and it.casefold() == ME else links.link(it, not key.any_note) for it in texts
    ]
